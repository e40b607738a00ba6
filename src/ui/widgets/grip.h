#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// The sign of what can be dragged: two columns of dots in the middle of the box.
void drawGrip(const Context& context, const Box& box);

} // namespace cartouche::ui
