#pragma once

#include <imgui.h>

namespace cartouche::ui {

/// A rectangle on the canvas, in CSS pixels.
struct Box {
    float left = 0;
    float top = 0;
    float width = 0;
    float height = 0;

    float right() const { return left + width; }
    float bottom() const { return top + height; }
    ImVec2 min() const { return {left, top}; }
    ImVec2 max() const { return {right(), bottom()}; }
    ImVec2 center() const { return {left + width / 2, top + height / 2}; }
    ImVec4 corners() const { return {left, top, right(), bottom()}; }
    Box inset(float by) const { return {left + by, top + by, width - 2 * by, height - 2 * by}; }
};

} // namespace cartouche::ui
