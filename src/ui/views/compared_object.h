#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// Sets an object off that a Pairwise compares, and more if it is the chosen one; nothing of
/// others. The object itself is drawn over it.
void drawCompared(Context& context, const config::Tag& object, const Box& box);

} // namespace cartouche::ui
