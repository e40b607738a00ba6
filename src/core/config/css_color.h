#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cartouche::config {

/// Parts from 0 to 255; alpha 255 is opaque.
struct CssColor {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;

    bool operator==(const CssColor&) const = default;
};

/// Reads a colour as CSS Color 4 writes it: a name, #rgb, #rgba, #rrggbb, #rrggbbaa, rgb(), rgba(),
/// hsl() or hsla(), with commas or spaces. Nothing if it is none.
std::optional<CssColor> parseCssColor(std::string_view text);

/// Whether browsers take the text for a colour: also where which one it is depends on the page or
/// on a space of colours that is not read here.
bool isCssColor(std::string_view text);

} // namespace cartouche::config
