#pragma once

#include "core/config/css_color.h"
#include "ui/theme.h"

namespace cartouche::ui {

/// As ImGui packs it.
constexpr Color packed(config::CssColor color) {
    return color.red | static_cast<Color>(color.green) << 8U |
           static_cast<Color>(color.blue) << 16U | static_cast<Color>(color.alpha) << 24U;
}

} // namespace cartouche::ui
