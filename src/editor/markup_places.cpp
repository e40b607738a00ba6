#include "editor/markup_places.h"

#include "core/text/offsets.h"
#include "core/text/saved_text.h"

namespace cartouche::editor {

std::optional<text::GlobalSpan> MarkupPlaces::find(const geometry::PlacedSpan& span) const {
    const auto startOffset = text::wholeOffset(span.startOffset);
    const auto endOffset = text::wholeOffset(span.endOffset);
    if (startOffset && endOffset) {
        const auto found = m_map.globalSpan({{span.start, *startOffset}, {span.end, *endOffset}});
        if (found) {
            return found;
        }
    }
    if (span.globalOffsets.size() != 2) {
        return std::nullopt;
    }
    const auto start = text::wholeOffset(span.globalOffsets[0]);
    const auto end = text::wholeOffset(span.globalOffsets[1]);
    return start && end && *end <= m_map.size() ? std::optional(text::GlobalSpan{*start, *end})
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
