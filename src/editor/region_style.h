#pragma once

#include "core/annotation/document.h"
#include "core/config/css_color.h"
#include "core/config/labeling_interface.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace cartouche::editor {

/// How a region is drawn (spec/tags.md 2.6).
struct RegionStyle {
    config::CssColor stroke;
    config::CssColor fill;  // its opacity in alpha
    double strokeWidth = 1; // CSS pixels
    double pointRadius = 0; // CSS pixels, of key points and points of paths; 0: none are drawn
    double maskOpacity = 0.6;

    bool operator==(const RegionStyle&) const = default;
};

/// Styles of regions by their labels and controls: asked once for each of perhaps 100,000 regions.
class RegionStyles {
public:
    /// `interface` must outlive this.
    /// `strength`: of strokes and fills, from 0 to 1; what is only offered is fainter.
    explicit RegionStyles(const config::LabelingInterface& interface, double strength = 1)
        : m_interface(interface), m_strength(strength) {}

    const RegionStyle& styleOf(const annotation::Area& area);
    /// Items of a Taxonomy were fetched: what is not drawn yet may have another colour.
    void clear() { m_styles.clear(); }

private:
    struct Order {
        using is_transparent = void;
        bool operator()(const auto& one, const auto& other) const {
            return one.first != other.first
                       ? one.first < other.first
                       : std::ranges::lexicographical_compare(one.second, other.second);
        }
    };

    RegionStyle makeStyle(const annotation::Area& area) const;

    const config::LabelingInterface& m_interface;
    double m_strength;
    /// By the control that drew it and its first label.
    std::map<std::pair<std::string, annotation::Path>, RegionStyle, Order> m_styles;
};

/// The first label of a region and the control that it is of; empty: it has none.
struct FirstLabel {
    std::string_view control;
    std::span<const std::string>
        path; // as it is stored; of what is no item of a Taxonomy, one text
    std::string name() const { return path.empty() ? "" : path.back(); }
};
FirstLabel firstLabelOf(const config::LabelingInterface& interface, const annotation::Area& area);

} // namespace cartouche::editor
