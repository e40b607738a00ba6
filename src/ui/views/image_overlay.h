#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// What lies over an image and its regions: what is being drawn, moved or pointed at, what is
/// selected with its grips, and the regions in the accessibility tree.
void drawImageOverlay(Context& context, editor::ImageWorkspace& image, const Box& stage);

} // namespace cartouche::ui
