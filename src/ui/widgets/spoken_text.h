#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// What is told besides the widgets, which screen readers say once it changes.
struct SpokenText {
    std::string_view key;
    std::string_view role; // alert, or status
    std::string_view text; // empty: nothing is told
    Color color = 0;
    TextStyle style;
};

/// In one line, centred in the height of the box.
void drawSpokenLine(Context& context, const SpokenText& spoken, const Box& box);
/// Broken into lines, from the top left of the box.
void drawSpokenBlock(Context& context, const SpokenText& spoken, const Box& box);

} // namespace cartouche::ui
