#pragma once

#include "core/json/json.h"
#include "core/text/text_index.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::text {

/// A place in a list of phrases (Paragraphs): the phrase's index, and an offset in its text in
/// UTF-16 code units.
struct PhrasePlace {
    std::size_t phrase = 0;
    std::size_t offset = 0;

    bool operator==(const PhrasePlace&) const = default;
};

/// From `start` to `end`, which is not covered itself.
struct PhraseSpan {
    PhrasePlace start;
    PhrasePlace end;

    bool operator==(const PhraseSpan&) const = default;
};

/// The members `start`, `startOffset`, `end` and `endOffset` of a value; indexes may be texts or
/// numbers. Nothing if one is missing. What is written has indexes as texts.
std::optional<PhraseSpan> readPhraseSpan(const json::Json& value);
void writePhraseSpan(const PhraseSpan& span, json::Json& value);

/// The texts of a Paragraphs object.
class Phrases {
public:
    /// The texts are not copied and must outlive this.
    explicit Phrases(std::span<const std::string> texts);

    std::size_t size() const { return m_phrases.size(); }

    /// The span as a selection makes it (spec/results.md 4.10): in order, within the texts and
    /// around whole characters; a start at the very end of a phrase moves to the next phrase, an
    /// end at offset 0 to the end of the one before. Nothing if it covers nothing.
    std::optional<PhraseSpan> normalize(const PhraseSpan& span) const;

    /// What a normal span covers, with a line break between phrases. (The reference takes it from
    /// the browser's selection, where there may be none or two, depending on layout.)
    std::string coveredText(const PhraseSpan& span) const;

private:
    PhrasePlace clamp(PhrasePlace place, Rounding rounding) const;

    std::vector<TextIndex> m_phrases;
};

} // namespace cartouche::text
