#include "core/privacy/recognize_pieces.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cartouche::privacy {

PieceRecognizer::PieceRecognizer(const Recognizer& recognizer, OnPart onPart)
    : m_recognizer(recognizer), m_onPart(std::move(onPart)) {}

void PieceRecognizer::feed(std::string_view piece) {
    constexpr std::size_t kBack = Recognizer::kReachBack;
    m_text += piece;
    const std::size_t known = m_text.size() - std::min(m_text.size(), m_recognizer.reach());
    if (known > m_scanned) {
        scanTo(known, known - std::min(known, kBack));
        forget();
    }
}

void PieceRecognizer::finish() {
    scanTo(m_text.size(), m_text.size());
    m_text.clear();
}

/// Nothing that is found later begins before `settled`.
void PieceRecognizer::scanTo(std::size_t to, std::size_t settled) {
    std::ranges::move(m_recognizer.findFrom(m_text, m_scanned, to), std::back_inserter(m_found));
    m_scanned = to;
    const auto open = std::ranges::stable_partition(
        m_found, [settled](const Span& span) { return span.begin < settled; });
    std::vector<Span> next(std::move_iterator(open.begin()), std::move_iterator(open.end()));
    m_found.erase(open.begin(), open.end());
    m_merger.add(std::exchange(m_found, std::move(next)));
    passOn(settled);
}

void PieceRecognizer::passOn(std::size_t settled) {
    std::vector<Span>& merged = m_merger.merged();
    const auto pass = [this](std::size_t end, const Span* span) {
        if (end > m_passed) {
            m_onPart(std::string_view(m_text).substr(m_passed, end - m_passed), span);
            m_passed = end;
        }
    };
    const auto over = [settled](const Span& span) { return span.end <= settled; };
    const auto open = std::ranges::find_if_not(merged, over);
    std::for_each(merged.begin(), open, [&](Span span) {
        pass(span.begin, nullptr);
        const std::size_t end = span.end;
        span.begin += m_dropped;
        span.end += m_dropped;
        pass(end, &span);
    });
    merged.erase(merged.begin(), open);
    pass(merged.empty() ? settled : merged.front().begin, nullptr);
}

void PieceRecognizer::forget() {
    const std::size_t needed = m_scanned - std::min(m_scanned, Recognizer::kReachBack);
    const std::size_t count = std::min(needed, m_passed);
    m_text.erase(0, count);
    m_dropped += count;
    m_passed -= count;
    m_scanned -= count;
    const auto moveBack = [count](Span& span) {
        span.begin -= count;
        span.end -= count;
    };
    std::ranges::for_each(m_found, moveBack);
    m_merger.moveBack(count);
}

} // namespace cartouche::privacy
