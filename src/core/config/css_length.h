#pragma once

#include <optional>
#include <string_view>

namespace cartouche::config {

/// A length of CSS: the sum of its parts.
struct CssLength {
    double px = 0;         // CSS pixels
    double ofParent = 0;   // parts of what it is a percentage of
    double ofViewport = 0; // parts of the viewport's width, `vw`
    double ofHeight = 0;   // parts of the viewport's height, `vh`

    bool operator==(const CssLength&) const = default;

    /// In CSS pixels.
    double resolve(double parent, double viewportWidth, double viewportHeight) const {
        return px + ofParent * parent + ofViewport * viewportWidth + ofHeight * viewportHeight;
    }
};

/// Of px, em and rem (16 pixels each), %, vw, vh, 0, and sums of them in `calc()`; nothing of what
/// is none, such as `auto` and numbers without a unit.
std::optional<CssLength> parseCssLength(std::string_view text);

} // namespace cartouche::config
