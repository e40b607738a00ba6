#pragma once

#include "core/geometry/mask.h"

namespace cartouche::geometry {

/// The mask with its edge smoothed: a pixel is fully in it if half of those are, however faintly,
/// that lie at most `radius` from it along x and along y. It does not grow beyond an image of this
/// size, whose own edge does not eat into it. Its frame may be larger than what it holds.
Mask smoothed(const Mask& mask, int radius, int imageWidth, int imageHeight);

} // namespace cartouche::geometry
