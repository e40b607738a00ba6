#pragma once

#include "core/config/css_color.h"
#include "editor/region_style.h"
#include "ui/theme.h"

#include <cstdint>

namespace cartouche::ui {

/// As ImGui packs it.
constexpr Color packed(config::CssColor color) {
    return color.red | static_cast<Color>(color.green) << 8U |
           static_cast<Color>(color.blue) << 16U | static_cast<Color>(color.alpha) << 24U;
}

constexpr config::CssColor unpacked(Color color) {
    const auto part = [color](int index) {
        return static_cast<std::uint8_t>(color >> static_cast<Color>(8 * index));
    };
    return {part(0), part(1), part(2), part(3)};
}

/// Of a mask, which the reference shows more strongly than other fills.
constexpr Color maskColor(const editor::RegionStyle& style) {
    const auto alpha = static_cast<Color>(style.maskOpacity * 255 + 0.5);
    return (packed(style.stroke) & 0x00FFFFFFU) | alpha << 24U;
}

} // namespace cartouche::ui
