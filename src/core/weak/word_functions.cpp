#include "core/text/folding.h"
#include "core/text/regex.h"
#include "core/weak/function_types.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

namespace cartouche::weak {

namespace {

struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Where one word stands in a text, from front to back.
std::vector<Place> placesOf(const WordFinder& finder, std::string_view text) {
    std::vector<Place> places;
    finder.findAll(text, [&places](const WordFinder::Match& match) {
        places.push_back({match.begin, match.end});
    });
    return places;
}

/// "between A and B": what is asked of the text that stands between them.
struct Between {
    WordFinder first;
    WordFinder second;
    std::optional<WordFinder> inside;
    std::optional<double> mostWords;

    bool fits(std::string_view text) const {
        const std::vector<Place> seconds = placesOf(second, text);
        return std::ranges::any_of(placesOf(first, text), [&](const Place& from) {
            const auto to = std::ranges::lower_bound(seconds, from.end, {}, &Place::begin);
            return to != seconds.end() && fitsInside(text.substr(from.end, to->begin - from.end));
        });
    }

private:
    bool fitsInside(std::string_view text) const {
        const bool isNear = !mostWords || static_cast<double>(text::countWords(text)) <= *mostWords;
        return isNear && (!inside || !placesOf(*inside, text).empty());
    }
};

} // namespace

VoteFunction makeKeyword(FunctionReader& reader) {
    const std::size_t column = reader.column();
    const std::vector<std::string> words = reader.texts("words");
    const bool needsAll = reader.oneOf("match", {"any", "all"}) == "all";
    const auto finder = std::make_shared<const WordFinder>(words, reader.wordOptions());
    std::vector<std::string> keys;
    for (const std::string& word : words) { // those that differ in case alone may be one
        keys.push_back(finder->prepared(word));
    }
    const std::size_t needed = needsAll ? std::set(keys.begin(), keys.end()).size() : 1;
    return [column, finder, keys, needed, label = reader.label()](const Record& record) -> Vote {
        const std::string* text = record.find(column);
        std::set<std::string_view> found;
        if (text != nullptr) {
            finder->findAll(finder->prepared(*text), [&](const WordFinder::Match& match) {
                found.insert(keys[match.word]);
            });
        }
        return found.size() >= needed ? Vote(label) : std::nullopt;
    };
}

VoteFunction makeDictionary(FunctionReader& reader) {
    const std::size_t column = reader.column();
    const auto& entries = reader.source().find("entries");
    std::vector<std::string> words;
    std::vector<std::uint32_t> labels;
    if (entries == reader.source().end() || !entries->is_object() || entries->empty()) {
        reader.report("entries", "\"entries\" must be an object from words to their labels");
        return {};
    }
    for (const auto& [word, label] : entries->items()) {
        const std::string name = label.is_string() ? label.get<std::string>() : label.dump();
        words.push_back(word);
        labels.push_back(reader.labelNamed(name, "entries").value_or(0));
    }
    const auto finder = std::make_shared<const WordFinder>(words, reader.wordOptions());
    const std::size_t count = reader.labels().size();
    return [column, finder, labels, count](const Record& record) -> Vote {
        const std::string* text = record.find(column);
        if (text == nullptr) {
            return std::nullopt;
        }
        std::vector<std::size_t> hits(count);
        finder->findAll(finder->prepared(*text),
                        [&](const WordFinder::Match& match) { ++hits[labels[match.word]]; });
        const auto most = std::ranges::max_element(hits);
        const bool isClear = *most > 0 && std::ranges::count(hits, *most) == 1;
        return isClear ? Vote(static_cast<std::uint32_t>(most - hits.begin())) : std::nullopt;
    };
}

VoteFunction makeBetween(FunctionReader& reader) {
    const std::size_t column = reader.column();
    const WordOptions options = reader.wordOptions();
    const auto between = std::make_shared<Between>(WordFinder(reader.texts("first"), options),
                                                   WordFinder(reader.texts("second"), options),
                                                   std::nullopt, reader.number("mostWords"));
    if (reader.has("words")) {
        between->inside.emplace(reader.texts("words"), options);
    }
    return [column, between, label = reader.label()](const Record& record) -> Vote {
        const std::string* text = record.find(column);
        const bool fits = text != nullptr && between->fits(between->first.prepared(*text));
        return fits ? Vote(label) : std::nullopt;
    };
}

VoteFunction makeRegex(FunctionReader& reader) {
    const std::size_t column = reader.column();
    const bool ignoresCase = reader.flag("ignoreCase", true);
    auto compiled =
        text::Regex::compile(reader.text("pattern"),
                             ignoresCase ? text::Regex::Case::Ignored : text::Regex::Case::Matters);
    if (!compiled) {
        reader.report("pattern", compiled.error().describe());
        return {};
    }
    const auto regex = std::make_shared<const text::Regex>(std::move(*compiled));
    return [column, regex, label = reader.label()](const Record& record) -> Vote {
        const std::string* text = record.find(column);
        return text != nullptr && regex->isFoundIn(*text) ? Vote(label) : std::nullopt;
    };
}

} // namespace cartouche::weak
