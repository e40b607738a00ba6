#pragma once

#include "core/config/css_color.h"
#include "editor/region_style.h"
#include "ui/theme.h"

namespace cartouche::ui {

/// As ImGui packs it.
constexpr Color packed(config::CssColor color) {
    return color.red | static_cast<Color>(color.green) << 8U |
           static_cast<Color>(color.blue) << 16U | static_cast<Color>(color.alpha) << 24U;
}

/// Of a mask, which the reference shows more strongly than other fills.
constexpr Color maskColor(const editor::RegionStyle& style) {
    constexpr Color kOpacity = 153; // 0.6
    return (packed(style.stroke) & 0x00FFFFFFU) | kOpacity << 24U;
}

} // namespace cartouche::ui
