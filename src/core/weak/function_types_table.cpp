#include "core/text/folding.h"
#include "core/weak/date.h"
#include "core/weak/function_types.h"

#include <algorithm>
#include <array>
#include <format>
#include <limits>

namespace cartouche::weak {

namespace {

/// What a number function looks at.
std::optional<double> measureOf(const std::string& text, const std::string& what) {
    return what == "characters" ? static_cast<double>(text::countCharacters(text))
           : what == "words"    ? static_cast<double>(text::countWords(text))
                                : quality::numberOf(text);
}

VoteFunction makeNumber(FunctionReader& reader) {
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    const double least = reader.number("least").value_or(-kInfinite);
    const double most = reader.number("most").value_or(kInfinite);
    if (!reader.has("least") && !reader.has("most")) {
        reader.report("", "A number is asked for by \"least\", \"most\" or both");
    } else if (least > most) {
        reader.report("least", std::format("No number is from {} to {}", least, most));
    }
    const std::string what = reader.oneOf("of", {"value", "characters", "words"});
    return [column = reader.column(), label = reader.label(), least, most,
            what](const Record& record) -> Vote {
        const std::string* text = record.find(column);
        const auto number = text != nullptr ? measureOf(*text, what) : std::nullopt;
        return number && *number >= least && *number <= most ? Vote(label) : std::nullopt;
    };
}

std::optional<std::int64_t> readDate(FunctionReader& reader, std::string_view key) {
    if (!reader.has(key)) {
        return std::nullopt;
    }
    const std::string text = reader.text(key);
    const auto date = secondsOfDate(text);
    if (!date && !text.empty()) {
        reader.report(
            key, std::format("\"{}\" is no date such as 2026-11-26 or 2026-11-26T16:30", text));
    }
    return date;
}

VoteFunction makeDate(FunctionReader& reader) {
    const auto from = readDate(reader, "from");
    const auto before = readDate(reader, "before");
    if (!reader.has("from") && !reader.has("before")) {
        reader.report("", "A date is asked for by \"from\", \"before\" or both");
    }
    return [column = reader.column(), label = reader.label(), from,
            before](const Record& record) -> Vote {
        const std::string* text = record.find(column);
        const auto date = text != nullptr ? secondsOfDate(*text) : std::nullopt;
        const bool fits = date && (!from || *date >= *from) && (!before || *date < *before);
        return fits ? Vote(label) : std::nullopt;
    };
}

VoteFunction makeAttribute(FunctionReader& reader) {
    const std::size_t column = reader.column();
    const bool isThere = reader.flag("isThere", true);
    const bool hasValues = reader.has("equals");
    const std::vector<std::string> values =
        hasValues ? reader.texts("equals") : std::vector<std::string>();
    if (!hasValues && !reader.has("isThere")) {
        reader.report("", "An attribute is asked for by \"equals\" or \"isThere\"");
    }
    return [=, label = reader.label()](const Record& record) -> Vote {
        const std::string* text = record.find(column);
        const bool fits = hasValues ? text != nullptr && std::ranges::contains(values, *text)
                                    : (text != nullptr) == isThere;
        return fits ? Vote(label) : std::nullopt;
    };
}

/// A label that the item has already: nothing if it is none of ours, or not the wanted one.
Vote knownLabel(const std::string& text, const std::vector<std::string>& labels,
                const std::optional<std::uint32_t>& wanted) {
    const auto found = std::ranges::find(labels, text);
    const auto index = static_cast<std::uint32_t>(found - labels.begin());
    return found == labels.end() || (wanted && *wanted != index) ? std::nullopt : Vote(index);
}

std::optional<std::uint32_t> wantedLabel(FunctionReader& reader) {
    return reader.has("label") ? std::optional(reader.label()) : std::nullopt;
}

VoteFunction makeAnnotator(FunctionReader& reader) {
    const auto wanted = wantedLabel(reader);
    const auto labels = reader.labels();
    if (reader.has("field")) {
        return [=, column = reader.column()](const Record& record) -> Vote {
            const std::string* text = record.find(column);
            return text != nullptr ? knownLabel(*text, labels, wanted) : std::nullopt;
        };
    }
    return [=, annotator = reader.text("annotator")](const Record& record) -> Vote {
        const auto given = std::ranges::find_if(record.given, [&](const GivenLabel& label) {
            return !label.isByModel && label.by == annotator;
        });
        return given != record.given.end() ? knownLabel(given->label, labels, wanted)
                                           : std::nullopt;
    };
}

VoteFunction makeModel(FunctionReader& reader) {
    const auto wanted = wantedLabel(reader);
    const auto labels = reader.labels();
    const double least = reader.number("least").value_or(0);
    if (reader.has("field")) {
        const bool isScored = reader.has("scoreField");
        if (reader.has("least") && !isScored) {
            reader.report("least", "\"least\" needs \"scoreField\", where the scores are");
        }
        const std::size_t scores = isScored ? reader.column("scoreField") : 0;
        return [=, column = reader.column()](const Record& record) -> Vote {
            const std::string* text = record.find(column);
            const std::string* score = record.find(scores);
            const auto sureness = score != nullptr ? quality::numberOf(*score) : std::nullopt;
            const bool isSure = !isScored || (sureness && *sureness >= least);
            return text != nullptr && isSure ? knownLabel(*text, labels, wanted) : std::nullopt;
        };
    }
    const std::string version = reader.has("version") ? reader.text("version") : "";
    const bool needsScore = reader.has("least");
    return [=](const Record& record) -> Vote {
        for (const GivenLabel& label : record.given) {
            const bool isMeant = label.isByModel && (version.empty() || label.by == version);
            const bool isSure = !needsScore || (label.score && *label.score >= least);
            if (isMeant && isSure) {
                return knownLabel(label.label, labels, wanted);
            }
        }
        return std::nullopt;
    };
}

constexpr std::array kTypes{
    FunctionType{"keyword", "any or all of some words in a text",
                 "label field words match wholeWord ignoreCase", makeKeyword},
    FunctionType{"dictionary", "words, each with a label; the label with most of them wins",
                 "field entries wholeWord ignoreCase", makeDictionary},
    FunctionType{"between", "one word behind another, near it, with words between them",
                 "label field first second words mostWords wholeWord ignoreCase", makeBetween},
    FunctionType{"regex", "a regular expression, found in linear time",
                 "label field pattern ignoreCase", makeRegex},
    FunctionType{"number", "a number, or how many characters or words a text has, within limits",
                 "label field of least most", makeNumber},
    FunctionType{"date", "a date (ISO 8601) from one on and before another",
                 "label field from before", makeDate},
    FunctionType{"attribute", "a field that is one of some values, or there at all",
                 "label field equals isThere", makeAttribute},
    FunctionType{"annotator", "what an annotator of a task, or a column, says",
                 "label annotator field", makeAnnotator},
    FunctionType{"model", "what a prediction, or a column, says, from a least score on",
                 "label version field scoreField least", makeModel},
};

} // namespace

std::span<const FunctionType> allFunctionTypes() {
    return kTypes;
}

} // namespace cartouche::weak
