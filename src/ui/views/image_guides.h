#pragma once

#include "editor/image_workspace.h"
#include "ui/draw.h"
#include "ui/image_store.h"

namespace cartouche::ui {

/// What helps to place regions, over the image and under them: the grid and the crosshair of the
/// tag's attributes.
void drawImageGuides(const editor::ImageWorkspace& image, const Box& stage, bool isHovered);

/// The whole image, small, with a frame around what is seen.
void drawMinimap(const editor::ImageWorkspace& image, const ImageState& state, const Box& stage);

} // namespace cartouche::ui
