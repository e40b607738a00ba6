#pragma once

#include "ui/context.h"

namespace cartouche::ui {

inline constexpr float kCompareBarHeight = 48.0F;

/// Over the columns of the comparison: how the images are looked at, and the way back.
void drawCompareBar(Context& context, const Box& box);

} // namespace cartouche::ui
