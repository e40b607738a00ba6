#pragma once

#include "core/geometry/lines.h"
#include "core/geometry/pixels.h"
#include "core/geometry/rotated_box.h"
#include "core/geometry/shapes.h"

#include <optional>

/// What the shapes of results cover on an image. Masks are not among them (mask.h), nor is what
/// lies on texts, sounds and videos. What they are made of stands in lines.h, path_lines.h and
/// rotated_box.h.
namespace cartouche::geometry {

/// The least upright box around the shape, in pixels, without the width of its lines. Nothing for
/// the other kinds, for a shape without points and for one with a number that is not finite.
std::optional<Bounds> boundsOf(const Shape& shape, Size size);

/// Whether a pointer at `px` hits the shape, which reaches `reachPx` around it. Rectangles,
/// ellipses and closed polygons are hit inside, with what winds around more than once (nonzero,
/// as on a canvas), so that a click beside one means its neighbour; but one that is thinner than
/// the reach is hit around its outline. Open polygons and paths are hit around their lines, closed
/// paths inside as well, and key points within their radius or the reach, whichever is larger.
bool isHit(const Shape& shape, Size size, Point px, double reachPx);

/// The shape moved by so many pixels; the other kinds come back as they were.
Shape moved(Shape shape, Size size, Point byPx);

/// The part of a move, on each axis, that keeps the bounds on the image. What sticks out already
/// may come in, but goes no further out.
Point keepInside(const Bounds& bounds, Size size, Point byPx);

} // namespace cartouche::geometry
