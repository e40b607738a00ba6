#pragma once

#include "ui/fonts.h"
#include "ui/theme.h"

#include <imgui.h>

#include <string_view>

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

/// How a run of text is set. The size is the em square's, as in CSS.
struct TextStyle {
    float size = metrics::kTextSize;
    Weight weight = Weight::Regular;
};

/// Draws into the current ImGui window with one set of fonts: the few shapes that all widgets
/// share.
class Painter {
public:
    explicit Painter(const Fonts& fonts) : m_fonts(&fonts) {}

    void fill(const Box& box, Color color, float radius = 0) const;
    /// The line lies inside the box.
    void outline(const Box& box, Color color, float radius = 0, float width = 1) const;
    /// A ring that stands off the box by its own width.
    void focusRing(const Box& box, Color color, float radius) const;
    void circle(ImVec2 center, float radius, Color color) const;
    void ring(ImVec2 center, float radius, Color color, float width) const;
    void line(ImVec2 from, ImVec2 to, Color color, float width) const;

    ImVec2 measure(std::string_view text, TextStyle style) const;
    /// Height of the text when it wraps at `width`.
    float measureHeight(std::string_view text, TextStyle style, float width) const;
    /// One line, left-aligned and vertically centred; what does not fit ends in an ellipsis.
    void textLine(const Box& box, std::string_view text, Color color, TextStyle style) const;
    /// One line, centred both ways.
    void textCentered(const Box& box, std::string_view text, Color color, TextStyle style) const;
    /// Wrapped lines from the box's top left.
    void textBlock(const Box& box, std::string_view text, Color color, TextStyle style) const;

private:
    const Fonts* m_fonts;
};

} // namespace cartouche::ui
