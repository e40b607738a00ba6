#pragma once

#include "core/geometry/mask.h"
#include "core/geometry/shapes.h"

#include <optional>
#include <span>

namespace cartouche::geometry {

/// The pixels of an image that a ring, in pixels, reaches into, however little: what is to be
/// hidden must not show at the edges. What winds around more than once is inside (nonzero, as on a
/// canvas). A pixel that it only touches along its side is not among them.
Mask coveredPixels(std::span<const Point> ring, int imageWidth, int imageHeight);

/// The same of a rectangle, an ellipse, a closed polygon or a closed vector. Nothing for shapes of
/// other kinds, which cover no area, and for those that reach farther than any image. Masks are
/// decoded instead (mask.h).
std::optional<Mask> coveredPixels(const Shape& shape, int imageWidth, int imageHeight);

} // namespace cartouche::geometry
