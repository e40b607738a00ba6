#pragma once

#include "ui/context.h"

#include <string>

namespace cartouche::ui {

/// A small picture beside others, as of a card.
struct Picture {
    std::string address; // empty: none
    float width = 0;     // as it is meant to be, in CSS pixels; 0: its own
};

/// In CSS pixels: at most `width` wide. Until it is there, of a usual form; if it cannot be had,
/// that of the words that say so. No picture: nothing.
ImVec2 pictureSize(const Context& context, const Picture& picture, float width);

/// Asks for the picture, and draws it, or what is to be said in its place.
void drawPicture(Context& context, const Picture& picture, const Box& box);

} // namespace cartouche::ui
