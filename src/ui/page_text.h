#pragma once

#include "ui/context.h"

#include <string_view>

namespace cartouche::ui {

/// One line as Painter::textLine draws it. What the canvas has no font for is written by the page,
/// which has one for every script; the widget that the line stands on has its name already.
void drawAnyLine(Context& context, std::string_view key, const Box& box, std::string_view text,
                 Color color, TextStyle style);

/// Whether the canvas has all characters of a text.
bool hasGlyphs(std::string_view text);

} // namespace cartouche::ui
