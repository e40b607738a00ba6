#pragma once

#include <cmath>
#include <cstdlib>
#include <string>

namespace cartouche::cli {

/// To check an option with that is a number: CLI11's own checks of ranges let NaN pass.
inline std::string checkFinite(const std::string& text) {
    return std::isfinite(std::strtod(text.c_str(), nullptr)) ? "" : text + " is not finite";
}

} // namespace cartouche::cli
