#include "core/privacy/code_points.h"

#include "core/text/utf8.h"

#include <algorithm>

namespace cartouche::privacy {

namespace {

struct Place {
    std::size_t bytes = 0;
    std::size_t codePoints = 0;
};

/// Replaces each offset, counted by `from`, by the same place counted by `to`, in one walk.
std::vector<Span> recounted(std::string_view text, std::vector<Span> spans,
                            std::size_t Place::* from, std::size_t Place::* to) {
    std::vector<std::size_t*> offsets;
    for (Span& span : spans) {
        offsets.push_back(&span.begin);
        offsets.push_back(&span.end);
    }
    std::ranges::sort(offsets, {}, [](const std::size_t* offset) { return *offset; });
    Place place;
    for (std::size_t* offset : offsets) {
        while (place.*from < *offset && place.bytes < text.size()) {
            place.bytes += text::characterAt(text, place.bytes).bytes;
            ++place.codePoints;
        }
        *offset = place.*to;
    }
    return spans;
}

} // namespace

std::vector<Span> inCodePoints(std::string_view text, std::vector<Span> spans) {
    return recounted(text, std::move(spans), &Place::bytes, &Place::codePoints);
}

std::vector<Span> inBytes(std::string_view text, std::vector<Span> spans) {
    return recounted(text, std::move(spans), &Place::codePoints, &Place::bytes);
}

void CodePointCounter::pass(std::string_view piece) {
    constexpr std::size_t kLongest = 4; // bytes of a character
    m_rest += piece;
    std::size_t at = 0;
    for (; at + kLongest <= m_rest.size(); ++m_count) {
        at += text::characterAt(m_rest, at).bytes;
    }
    m_rest.erase(0, at);
}

std::size_t CodePointCounter::count() const {
    std::size_t count = m_count;
    for (std::size_t at = 0; at < m_rest.size(); ++count) {
        at += text::characterAt(m_rest, at).bytes;
    }
    return count;
}

} // namespace cartouche::privacy
