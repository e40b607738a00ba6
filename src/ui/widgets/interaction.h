#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// What happened to a widget in this frame.
struct Interaction {
    std::uint32_t id = 0;
    bool isHovered = false;
    bool isHeld = false;
    bool isPressed = false; // clicked, tapped, or activated through the accessibility tree
    bool hasFocusRing = false;
};

enum class Availability { Enabled, Disabled };

/// Adds an interactive item at `box` to the current ImGui window. `key` names it within the current
/// ImGui id scope. A press asks for the DOM focus, as a click on a page does.
Interaction interact(Context& context, std::string_view key, const Box& box,
                     Availability availability, Cursor cursor = Cursor::Pointer);

} // namespace cartouche::ui
