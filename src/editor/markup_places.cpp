#include "editor/markup_places.h"

#include "core/text/saved_text.h"

#include <cmath>

namespace cartouche::editor {

namespace {

bool isOffset(double number) {
    return std::isfinite(number) && number >= 0 && std::trunc(number) == number;
}

} // namespace

std::optional<text::GlobalSpan> MarkupPlaces::find(const geometry::PlacedSpan& span) const {
    if (isOffset(span.startOffset) && isOffset(span.endOffset)) {
        const auto found =
            m_map.globalSpan({{span.start, static_cast<std::size_t>(span.startOffset)},
                              {span.end, static_cast<std::size_t>(span.endOffset)}});
        if (found) {
            return found;
        }
    }
    const auto& offsets = span.globalOffsets;
    const bool isThere = offsets.size() == 2 && isOffset(offsets[0]) && isOffset(offsets[1]) &&
                         offsets[1] <= static_cast<double>(m_map.size());
    return isThere ? std::optional(text::GlobalSpan{static_cast<std::size_t>(offsets[0]),
                                                    static_cast<std::size_t>(offsets[1])})
                   : std::nullopt;
}

std::optional<text::GlobalSpan> MarkupPlaces::trimmed(text::GlobalSpan span) const {
    const std::string covered = m_map.coveredText(span);
    for (std::size_t at = 0; at < covered.size() && covered[at] == '\n' && !m_map.nodeSpan(span);
         ++at) {
        ++span.start;
    }
    for (std::size_t left = covered.size();
         left > 0 && covered[left - 1] == '\n' && span.start < span.end && !m_map.nodeSpan(span);
         --left) {
        --span.end;
    }
    return m_map.nodeSpan(span) ? std::optional(span) : std::nullopt;
}

geometry::PlacedSpan MarkupPlaces::shapeOf(const text::GlobalSpan& span, bool savesText) const {
    const text::NodeSpan places = m_map.nodeSpan(span).value_or(text::NodeSpan());
    return {.start = places.start.path,
            .end = places.end.path,
            .startOffset = static_cast<double>(places.start.offset),
            .endOffset = static_cast<double>(places.end.offset),
            .text = savesText ? text::writeSavedText(text::displayedText(m_root, span)) : "",
            .globalOffsets = {static_cast<double>(span.start), static_cast<double>(span.end)}};
}

} // namespace cartouche::editor
