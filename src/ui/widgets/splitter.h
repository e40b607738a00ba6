#pragma once

#include "ui/widgets/interaction.h"

#include <optional>
#include <string>
#include <string_view>

namespace cartouche::ui {

/// The border of a part that lies to the right of the rest, which makes it wider and narrower.
/// Widths in CSS pixels.
struct Splitter {
    std::string_view key;
    std::string_view label; // the accessible name
    float width = 0;        // of the part, now
    float least = 0;
    float most = 0;
    float usual = 0; // what a double click gives back
};

enum class SplitterReach { Pointer, Finger };

/// Where a splitter is pressed along a border: a finger needs more room.
Box splitterBox(const Box& border, SplitterReach reach);
/// How it is reached for by what presses now.
SplitterReach splitterReach();

/// Draws what stands out of the border while it is pressed, hovered or focused, and adds it to the
/// accessibility tree (a `separator`); the new width, if it was dragged, moved by keys, or double
/// clicked. `box` is that of splitterBox(), in a window that nothing lies over.
std::optional<float> drawSplitter(Context& context, const Splitter& splitter, const Box& box);

} // namespace cartouche::ui
