#include "core/text/span_checks.h"

#include "core/json/numbers.h"
#include "core/text/offsets.h"
#include "core/text/saved_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <string>

namespace cartouche::text {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;
using diagnostics::Diagnostics;
using json::Json;

constexpr std::size_t kLongestQuote = 60; // code points

Diagnostic wrong(std::string message, std::string pointer) {
    return {Code::BadResult, std::move(message), {.pointer = std::move(pointer)}};
}

std::string quote(std::string_view text) {
    const TextIndex index(text);
    const Place cut = index.find(Unit::CodePoint, kLongestQuote);
    return std::format("\"{}{}\"", index.between({}, cut), cut == index.end() ? "" : "…");
}

std::string_view describeUnit(Unit unit) {
    switch (unit) {
    case Unit::Byte:
        return "bytes of UTF-8";
    case Unit::CodePoint:
        return "code points";
    case Unit::CodeUnit:
        return "UTF-16 code units";
    }
    return "";
}

/// Adds what is wrong with the members that should be offsets or indexes.
void checkNumbers(const Json& value, std::span<const std::string_view> keys, Diagnostics& found) {
    for (const std::string_view key : keys) {
        const auto member = value.is_object() ? value.find(key) : value.end();
        const auto number = member != value.end() ? json::readNumber(*member) : std::nullopt;
        if (!number) {
            found.push_back(wrong(std::format("This span has no {} that is a number", key),
                                  member != value.end() ? std::format("/{}", key) : ""));
        } else if (*number < 0 || std::trunc(*number) != *number) {
            found.push_back(
                wrong(std::format("{} is {}; offsets count from 0 in whole numbers", key, *number),
                      std::format("/{}", key)));
        }
    }
}

/// The saved text, if there is one.
const std::string* savedText(const Json& value) {
    const auto found = value.is_object() ? value.find("text") : value.end();
    return found != value.end() && found->is_string() ? &found->get_ref<const std::string&>()
                                                      : nullptr;
}

Diagnostic otherText(std::string_view saved, std::string_view covered) {
    return wrong(std::format("The text of this span is {}, but it covers {}", quote(saved),
                             quote(writeSavedText(covered))),
                 "/text");
}

Diagnostic endsBeyond(std::size_t end, const TextIndex& text) {
    return wrong(std::format("This span ends at {}, but the text has {} code points", end,
                             text.end().codePoint),
                 "/end");
}

std::string_view textBetween(const TextIndex& text, Unit unit, std::size_t start, std::size_t end) {
    return text.between(text.find(unit, start), text.find(unit, end, Rounding::Up));
}

/// What is wrong if the saved text is another than what is covered.
Diagnostic explainOtherText(const std::string& saved, const TextIndex& text, std::size_t start,
                            std::size_t end) {
    for (const Unit unit : {Unit::CodeUnit, Unit::Byte}) {
        if (end <= text.end().in(unit) &&
            isSavedTextOf(saved, textBetween(text, unit, start, end))) {
            return wrong(std::format("start and end of this span count {}; they should count {}",
                                     describeUnit(unit), describeUnit(Unit::CodePoint)),
                         "/start");
        }
    }
    return end > text.end().codePoint
               ? endsBeyond(end, text)
               : otherText(saved, textBetween(text, Unit::CodePoint, start, end));
}

} // namespace

Diagnostics checkTextSpan(const Json& value, const TextIndex& text) {
    Diagnostics found;
    checkNumbers(value, std::array<std::string_view, 2>{"start", "end"}, found);
    if (!found.empty()) {
        return found;
    }
    const std::size_t start = *readOffset(value, "start");
    const std::size_t end = *readOffset(value, "end");
    const std::string* saved = savedText(value);
    if (start >= end) {
        found.push_back(wrong("This span covers nothing: its end is not behind its start", "/end"));
    } else if (saved != nullptr &&
               !isSavedTextOf(*saved, textBetween(text, Unit::CodePoint, start, end))) {
        found.push_back(explainOtherText(*saved, text, start, end));
    } else if (end > text.end().codePoint) {
        found.push_back(endsBeyond(end, text));
    }
    return found;
}

Diagnostics checkMarkupSpan(const Json& value, const MarkupMap& map) {
    const auto span = map.resolve(value);
    if (!span) {
        return {wrong("The document has no text where this span should be", "/start")};
    }
    if (span->start == span->end) {
        return {wrong("This span covers nothing: its end is not behind its start", "/end")};
    }
    const std::string covered = map.coveredText(*span);
    const std::string* saved = savedText(value);
    if (saved != nullptr && !isDisplayedTextOf(*saved, covered)) {
        return {otherText(*saved, covered)};
    }
    return {};
}

Diagnostics checkPhraseSpan(const Json& value, const Phrases& phrases) {
    Diagnostics found;
    checkNumbers(value, std::array<std::string_view, 4>{"start", "startOffset", "end", "endOffset"},
                 found);
    const auto span = readPhraseSpan(value);
    if (!found.empty() || !span) {
        return found;
    }
    if (std::max(span->start.phrase, span->end.phrase) >= phrases.size()) {
        return {wrong(std::format("This span goes from phrase {} to {}, but there are {} phrases, "
                                  "counted from 0",
                                  span->start.phrase, span->end.phrase, phrases.size()),
                      span->start.phrase >= phrases.size() ? "/start" : "/end")};
    }
    const auto normal = phrases.normalize(*span);
    if (!normal) {
        return {wrong("This span covers nothing: its end is not behind its start", "/end")};
    }
    const std::string covered = phrases.coveredText(*normal);
    const std::string* saved = savedText(value);
    if (saved != nullptr && !isDisplayedTextOf(*saved, covered)) {
        return {otherText(*saved, covered)};
    }
    return {};
}

} // namespace cartouche::text
