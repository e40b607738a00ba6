#pragma once

#include "core/geometry/shapes.h"
#include "core/text/displayed_text.h"
#include "core/text/markup_map.h"

#include <optional>
#include <string>

namespace cartouche::editor {

/// HTML that is labeled, and where regions are in it (spec/results.md 4.9). It never moves: the map
/// refers to the tree.
class MarkupPlaces {
public:
    explicit MarkupPlaces(text::MarkupNode root) : m_root(std::move(root)), m_map(m_root) {}
    MarkupPlaces(const MarkupPlaces&) = delete;
    MarkupPlaces& operator=(const MarkupPlaces&) = delete;

    /// All its texts, one after another; each `br` a line break.
    std::string text() const { return m_map.coveredText({0, m_map.size()}); }
    /// By its paths or, if they lead nowhere, by its global offsets.
    std::optional<text::GlobalSpan> find(const geometry::PlacedSpan& span) const;
    /// Without what no region begins or ends with, such as a `br`; nothing if nothing is left.
    std::optional<text::GlobalSpan> trimmed(text::GlobalSpan span) const;
    /// `span` must be trimmed.
    geometry::PlacedSpan shapeOf(const text::GlobalSpan& span, bool savesText) const;

private:
    text::MarkupNode m_root;
    text::MarkupMap m_map;
};

} // namespace cartouche::editor
