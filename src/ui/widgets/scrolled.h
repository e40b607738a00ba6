#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// `Hidden`: sideways, and without a scrollbar.
enum class Scrolling { Down, Both, Hidden };

/// Opens a part of the canvas that scrolls by itself; what follows is clipped to it. Gives the part
/// of its width that the scrollbar leaves.
float beginScrolled(const char* key, const Box& box, Scrolling scrolling = Scrolling::Down);

/// Ends it; `height` and `width` are those of all that stands in it.
void endScrolled(Context& context, const Box& box, float height, float width = 1);

} // namespace cartouche::ui
