#pragma once

#include "core/geometry/pixels.h"
#include "core/geometry/shapes.h"

/// Shapes on images stretched from one upright box into another: many are resized as one.
namespace cartouche::geometry {

/// The shape where it comes to lie when everything in `from` is stretched into `to`, both in
/// pixels; an axis on which `from` has no extent is only moved. Rectangles and ellipses that are
/// rotated stay what they are, as near as they can: their middles and the lengths and direction of
/// their axes are stretched. Key points keep their diameter, and the other kinds come back as they
/// were.
Shape fitted(Shape shape, Size size, const Bounds& from, const Bounds& to);

} // namespace cartouche::geometry
