#pragma once

#include "ui/widgets/interaction.h"

#include <optional>
#include <string>

namespace cartouche::ui {

/// A value from 0 to 1 on a line.
struct Slider {
    std::string_view key;
    std::string_view label; // the accessible name
    double value = 0;
    std::string text;   // the value in words
    double step = 0.01; // that it moves by
};

/// Draws the slider and adds it to the accessibility tree; the new value, if it was moved: dragged,
/// or stepped by the arrow keys; a whole number of steps.
std::optional<double> drawSlider(Context& context, const Slider& slider, const Box& box);

} // namespace cartouche::ui
