#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// Opens a part of the canvas that scrolls by itself; what follows is clipped to it. Gives the part
/// of its width that the scrollbar leaves.
float beginScrolled(const char* key, const Box& box);

/// Ends it; `height` is that of all that stands in it.
void endScrolled(Context& context, const Box& box, float height);

} // namespace cartouche::ui
