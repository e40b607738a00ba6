#pragma once

#include "core/config/css_color.h"

#include <span>
#include <string_view>

namespace cartouche::config {

struct CssColorName {
    std::string_view name;
    CssColor color;
};

/// The named colours of CSS Color 4.
std::span<const CssColorName> cssColorNames();

} // namespace cartouche::config
