#include "ui/luminance.h"

#include <cmath>

namespace cartouche::ui {

double luminanceOf(Color color) {
    const auto linear = [color](unsigned shift) {
        const double value = static_cast<double>((color >> shift) & 0xFFU) / 255;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16);
}

} // namespace cartouche::ui
