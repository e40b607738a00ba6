#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// The labels of the regions in view on their upper left corners, if the tag wants them
/// (`showLabels`); of very many, as many as can be read.
void drawRegionNames(Context& context, editor::ImageWorkspace& image, const Box& stage);

} // namespace cartouche::ui
