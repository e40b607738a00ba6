#include "core/text/phrases.h"

#include "core/text/offsets.h"

#include <algorithm>

namespace cartouche::text {

std::optional<PhraseSpan> readPhraseSpan(const json::Json& value) {
    const auto start = readOffset(value, "start");
    const auto startOffset = readOffset(value, "startOffset");
    const auto end = readOffset(value, "end");
    const auto endOffset = readOffset(value, "endOffset");
    if (!start || !startOffset || !end || !endOffset) {
        return std::nullopt;
    }
    return PhraseSpan{{*start, *startOffset}, {*end, *endOffset}};
}

void writePhraseSpan(const PhraseSpan& span, json::Json& value) {
    value["start"] = std::to_string(span.start.phrase);
    value["end"] = std::to_string(span.end.phrase);
    value["startOffset"] = span.start.offset;
    value["endOffset"] = span.end.offset;
}

Phrases::Phrases(std::span<const std::string> texts) {
    m_phrases.reserve(texts.size());
    for (const std::string& text : texts) {
        m_phrases.emplace_back(text);
    }
}

PhrasePlace Phrases::clamp(PhrasePlace place, Rounding rounding) const {
    if (place.phrase >= m_phrases.size()) {
        return {m_phrases.size() - 1, m_phrases.back().end().codeUnit};
    }
    return {place.phrase,
            m_phrases[place.phrase].find(Unit::CodeUnit, place.offset, rounding).codeUnit};
}

std::optional<PhraseSpan> Phrases::normalize(const PhraseSpan& span) const {
    if (m_phrases.empty()) {
        return std::nullopt;
    }
    PhrasePlace start = clamp(span.start, Rounding::Down);
    PhrasePlace end = clamp(span.end, Rounding::Up);
    // One phrase further, as the reference does, even if that one is empty.
    if (start.phrase + 1 < m_phrases.size() &&
        start.offset == m_phrases[start.phrase].end().codeUnit) {
        start = {start.phrase + 1, 0};
    }
    if (end.phrase > 0 && end.offset == 0) {
        end = {end.phrase - 1, m_phrases[end.phrase - 1].end().codeUnit};
    }
    const bool isInOrder =
        start.phrase < end.phrase || (start.phrase == end.phrase && start.offset < end.offset);
    return isInOrder ? std::optional(PhraseSpan{start, end}) : std::nullopt;
}

std::string Phrases::coveredText(const PhraseSpan& span) const {
    std::string text;
    const std::size_t last = std::min(span.end.phrase + 1, m_phrases.size());
    for (std::size_t at = span.start.phrase; at < last; ++at) {
        const TextIndex& phrase = m_phrases[at];
        const Place from =
            at == span.start.phrase ? phrase.find(Unit::CodeUnit, span.start.offset) : Place{};
        const Place to = at == span.end.phrase
                             ? phrase.find(Unit::CodeUnit, span.end.offset, Rounding::Up)
                             : phrase.end();
        text += at == span.start.phrase ? "" : "\n";
        text += phrase.between(from, to);
    }
    return text;
}

} // namespace cartouche::text
