#pragma once

#include "ui/box.h"
#include "ui/fonts.h"
#include "ui/text_style.h"
#include "ui/theme.h"

#include <imgui.h>

#include <string_view>

namespace cartouche::ui {

/// Draws into the current ImGui window with one set of fonts: the few shapes that all widgets
/// share.
class Painter {
public:
    explicit Painter(const Fonts& fonts) : m_fonts(&fonts) {}

    /// Draws over all windows.
    Painter onTop() const;

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
    /// One line from the left and vertically centred; what does not fit ends in an ellipsis. Here
    /// and below, "left" is right where the interface is read from there (right_to_left.h).
    void textLine(const Box& box, std::string_view text, Color color, TextStyle style) const;
    /// One line, centred both ways.
    void textCentered(const Box& box, std::string_view text, Color color, TextStyle style) const;
    /// Broken lines from the box's top left.
    void textBlock(const Box& box, std::string_view text, Color color, TextStyle style) const;

private:
    ImDrawList& list() const;
    void drawRun(ImVec2 at, std::string_view text, Color color, TextStyle style) const;

    const Fonts* m_fonts;
    ImDrawList* m_list = nullptr; // nullptr: that of the current window
};

} // namespace cartouche::ui
