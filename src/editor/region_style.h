#pragma once

#include "core/annotation/document.h"
#include "core/config/css_color.h"
#include "core/config/labeling_interface.h"

#include <map>
#include <string>
#include <utility>

namespace cartouche::editor {

/// How a region is drawn (spec/tags.md 2.6).
struct RegionStyle {
    config::CssColor stroke;
    config::CssColor fill;  // its opacity in alpha
    double strokeWidth = 1; // CSS pixels

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

private:
    RegionStyle makeStyle(const annotation::Area& area) const;

    const config::LabelingInterface& m_interface;
    double m_strength;
    /// By the control that drew it and its first label.
    std::map<std::pair<std::string, std::string>, RegionStyle, std::less<>> m_styles;
};

/// The first label of a region and the control that it is of; empty: it has none.
struct FirstLabel {
    std::string_view control;
    std::string_view value;
};
FirstLabel firstLabelOf(const annotation::Area& area);

/// The label of a control by what is stored of it; nullptr: the config has none.
const config::Label* findLabel(const config::LabelingInterface& interface, std::string_view control,
                               std::string_view stored);

} // namespace cartouche::editor
