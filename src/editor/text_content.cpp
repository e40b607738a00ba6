#include "editor/text_content.h"

#include "core/json/numbers.h"
#include "core/text/offsets.h"
#include "core/text/saved_text.h"

#include <algorithm>
#include <array>
#include <format>
#include <iterator>
#include <utility>

namespace cartouche::editor {

namespace {

using config::TagKind;
using geometry::PlacedSpan;
using geometry::Span;
using text::Place;
using text::Rounding;
using text::Unit;

using Found = std::expected<TextRange, TextFault>;

Found outside(std::string what) {
    return std::unexpected(TextFault{diagnostics::Code::OutsideImage, std::move(what)});
}

Found empty() {
    return std::unexpected(
        TextFault{diagnostics::Code::EmptyRegion, "its end is not behind its start"});
}

std::string join(std::vector<Phrase>& phrases) {
    std::string all;
    std::size_t units = 0;
    for (Phrase& phrase : phrases) {
        if (&phrase != &phrases.front()) {
            all += '\n';
            ++units;
        }
        const std::size_t length = text::TextIndex(phrase.text).end().codeUnit;
        phrase.range = {units, units + length};
        units += length;
        all += phrase.text;
    }
    return all;
}

/// How the members of a phrase are called.
struct PhraseKeys {
    TagKind kind;
    std::string_view author;
    std::string_view text;
};

/// A Paragraphs says so itself.
constexpr std::array kPhraseKeys{PhraseKeys{TagKind::Paragraphs, "author", "text"},
                                 PhraseKeys{TagKind::Chat, "role", "content"},
                                 PhraseKeys{TagKind::Dialog, "name", "text"}};

/// nullptr for a tag that shows no phrases.
const PhraseKeys* findKeys(const config::Tag& object) {
    const auto found = std::ranges::find(kPhraseKeys, object.kind(), &PhraseKeys::kind);
    return found == kPhraseKeys.end() ? nullptr : &*found;
}

/// spec/tags.md 4.1, Paragraphs: with a start, and a duration or an end.
std::optional<HeardTime> heardTimeOf(const json::Json& phrase) {
    const auto numberOf = [&phrase](std::string_view key) -> std::optional<double> {
        const auto member = phrase.is_object() ? phrase.find(key) : phrase.end();
        return member == phrase.end() ? std::nullopt
               : member->is_string()  ? json::parseNumber(member->get<std::string>())
                                      : json::readNumber(*member);
    };
    const auto start = numberOf("start");
    if (!start) {
        return std::nullopt;
    }
    HeardTime heard{.from = std::max(*start, 0.0), .to = numberOf("end")};
    if (const auto duration = numberOf("duration"); duration && *duration > 0) {
        heard.to = heard.from + *duration;
    }
    if (heard.to && *heard.to <= heard.from) {
        heard.to.reset();
    }
    return heard;
}

std::string textOf(const json::Json& phrase, std::string_view key) {
    const auto member = phrase.is_object() ? phrase.find(key) : phrase.end();
    return member == phrase.end() || member->is_null() ? ""
           : member->is_string()                       ? member->get<std::string>()
                                                       : json::writeJson(*member);
}

} // namespace

bool showsText(const config::Tag& object) {
    return object.kind() == TagKind::Text || object.kind() == TagKind::HyperText ||
           findKeys(object) != nullptr;
}

std::shared_ptr<const TextContent> makeTextContent(const config::Tag& object,
                                                   const json::Json& value) {
    const PhraseKeys* keys = findKeys(object);
    if (keys == nullptr || value.is_string()) { // of a Chat, a line before the conversation
        return std::make_shared<TextContent>(value.is_string() ? value.get<std::string>() : "");
    }
    const std::string author(object.kind() == TagKind::Paragraphs ? object.text("nameKey")
                                                                  : keys->author);
    const std::string text(object.kind() == TagKind::Paragraphs ? object.text("textKey")
                                                                : keys->text);
    std::vector<Phrase> phrases;
    for (const json::Json& item : value.is_array() ? value : json::Json::array()) {
        phrases.push_back({.author = textOf(item, author),
                           .text = textOf(item, text),
                           .heard = heardTimeOf(item)});
    }
    return std::make_shared<TextContent>(std::move(phrases));
}

TextContent::TextContent(std::vector<Phrase> phrases)
    : m_phrases(std::move(phrases)), m_hasPhrases(true), m_text(join(m_phrases)), m_index(m_text) {}

TextContent::TextContent(text::MarkupNode root, std::uint32_t markup)
    : m_markup(markup), m_places(std::make_unique<MarkupPlaces>(std::move(root))),
      m_text(m_places->text()), m_index(m_text) {}

/// The last one that begins there or before.
std::size_t TextContent::phraseAt(std::size_t codeUnit) const {
    const auto after = std::ranges::upper_bound(
        m_phrases, codeUnit, {}, [](const Phrase& phrase) { return phrase.range.start; });
    return after == m_phrases.begin() ? 0 : static_cast<std::size_t>(after - m_phrases.begin()) - 1;
}

std::optional<TextRange> TextContent::normal(TextRange range) const {
    const auto [low, high] = std::minmax(range.start, range.end);
    TextRange made{m_index.find(Unit::CodeUnit, low, Rounding::Down).codeUnit,
                   m_index.find(Unit::CodeUnit, high, Rounding::Up).codeUnit};
    if (low >= high || made.start >= made.end) {
        return std::nullopt;
    }
    if (m_places) {
        const auto trimmed = m_places->trimmed(globalSpan(made));
        return trimmed ? std::optional(rangeOf(*trimmed)) : std::nullopt;
    }
    if (!m_hasPhrases) {
        return made;
    }
    const std::size_t first = phraseAt(made.start);
    if (made.start == m_phrases[first].range.end && first + 1 < m_phrases.size()) {
        made.start = m_phrases[first + 1].range.start;
    }
    const std::size_t last = phraseAt(made.end);
    if (made.end == m_phrases[last].range.start && last > 0) {
        made.end = m_phrases[last - 1].range.end;
    }
    const bool isSeen =
        made.start < made.end && covered(made).find_first_not_of(" \t\r\n") != std::string::npos;
    return isSeen ? std::optional(made) : std::nullopt;
}

std::string_view TextContent::covered(const TextRange& range) const {
    return m_index.between(m_index.find(Unit::CodeUnit, range.start),
                           m_index.find(Unit::CodeUnit, range.end));
}

std::expected<TextRange, TextFault> TextContent::find(const geometry::Shape& shape) const {
    const bool hasPlaces = m_hasPhrases || m_places;
    if (const auto* placed = std::get_if<PlacedSpan>(&shape); placed != nullptr && hasPlaces) {
        return m_places ? findInMarkup(*placed) : findPlaced(*placed);
    }
    if (const auto* span = std::get_if<Span>(&shape); span != nullptr && !hasPlaces) {
        return findSpan(*span);
    }
    return outside(hasPlaces ? "it has no startOffset, as regions of this tag have"
                             : "its offsets count from places, and a text has none");
}

std::expected<TextRange, TextFault> TextContent::findMessage(std::string_view region) const {
    const auto phrase = std::ranges::find(m_phrases, region, &Phrase::message);
    if (phrase == m_phrases.end() || region.empty()) {
        return outside("it is no message of this conversation");
    }
    return phrase->range.start < phrase->range.end ? Found(phrase->range) : empty();
}

std::expected<TextRange, TextFault> TextContent::findSpan(const Span& span) const {
    const std::size_t length = m_index.end().codePoint;
    const auto start = text::wholeOffset(span.start);
    const auto end = text::wholeOffset(span.end);
    if (!start || !end) {
        return outside(
            std::format("it goes from {} to {}, and offsets count from 0 in whole numbers",
                        span.start, span.end));
    }
    if (*start >= *end) {
        return empty();
    }
    if (*start >= length) {
        return outside(
            std::format("it begins at {}, and the text has {} code points", *start, length));
    }
    return TextRange{m_index.find(Unit::CodePoint, *start).codeUnit,
                     m_index.find(Unit::CodePoint, *end).codeUnit};
}

/// Of a place in a phrase, in all that is said.
std::expected<std::size_t, std::string> TextContent::findPlace(std::string_view phrase,
                                                               double offset) const {
    const auto number = json::parseNumber(phrase);
    const auto index = number ? text::wholeOffset(*number) : std::nullopt;
    const auto within = text::wholeOffset(offset);
    if (!index || !within) {
        return std::unexpected(std::format(
            "\"{}\", {} is no place: phrases and offsets count from 0", phrase, offset));
    }
    if (*index >= m_phrases.size()) {
        return std::unexpected(
            std::format("there is no phrase {}, but {} of them", phrase, m_phrases.size()));
    }
    const TextRange& range = m_phrases[*index].range;
    return range.start + std::min(*within, range.end - range.start);
}

std::expected<TextRange, TextFault> TextContent::findPlaced(const PlacedSpan& span) const {
    const auto start = findPlace(span.start, span.startOffset);
    const auto end = findPlace(span.end, span.endOffset);
    if (!start || !end) {
        return outside(start ? end.error() : start.error());
    }
    return *start < *end ? Found(TextRange{*start, *end}) : empty();
}

std::expected<TextRange, TextFault> TextContent::findInMarkup(const PlacedSpan& span) const {
    const auto found = m_places->find(span);
    if (!found) {
        return outside(std::format("\"{}\" and \"{}\" lead nowhere in this HTML, and it has no "
                                   "globalOffsets within it",
                                   span.start, span.end));
    }
    return found->start < found->end ? Found(rangeOf(*found)) : empty();
}

text::GlobalSpan TextContent::globalSpan(const TextRange& range) const {
    return {m_index.find(Unit::CodeUnit, range.start).codePoint,
            m_index.find(Unit::CodeUnit, range.end).codePoint};
}

TextRange TextContent::rangeOf(const text::GlobalSpan& span) const {
    return {m_index.find(Unit::CodePoint, span.start).codeUnit,
            m_index.find(Unit::CodePoint, span.end).codeUnit};
}

geometry::Shape TextContent::shapeOf(const TextRange& range, bool savesText) const {
    if (m_places) {
        return m_places->shapeOf(globalSpan(range), savesText);
    }
    const std::string text = savesText ? text::writeSavedText(covered(range)) : "";
    if (!m_hasPhrases) {
        const auto codePoint = [this](std::size_t unit) {
            return static_cast<double>(m_index.find(Unit::CodeUnit, unit).codePoint);
        };
        return Span{codePoint(range.start), codePoint(range.end), text};
    }
    const std::size_t first = phraseAt(range.start);
    const std::size_t last = phraseAt(range.end);
    return PlacedSpan{.start = std::to_string(first),
                      .end = std::to_string(last),
                      .startOffset =
                          static_cast<double>(range.start - m_phrases[first].range.start),
                      .endOffset = static_cast<double>(range.end - m_phrases[last].range.start),
                      .text = text};
}

} // namespace cartouche::editor
