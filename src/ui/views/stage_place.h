#pragma once

#include "editor/viewport.h"
#include "ui/draw.h"

namespace cartouche::ui {

/// Where a pixel of an image is on the canvas, when `stage` is the box that shows the image.
ImVec2 onCanvas(const editor::Viewport& view, const Box& stage, geometry::Point pixel);

/// The part of a box that its window shows.
Box shownPart(const Box& box);

/// The upright box around a part of the image, on the canvas.
Box onCanvas(const editor::Viewport& view, const Box& stage, const geometry::Bounds& part);

} // namespace cartouche::ui
