#pragma once

#include "core/geometry/pixels.h"
#include "core/geometry/shapes.h"

#include <array>
#include <optional>

namespace cartouche::geometry {

/// The box of a rectangle or an ellipse in image pixels, rotated around its centre by degrees
/// clockwise. Width and height are never below 0.
struct RotatedBox {
    Point center;
    double width = 0;
    double height = 0;
    double rotation = 0;

    bool operator==(const RotatedBox&) const = default;
};

/// What has a negative width, height or radius is the same box flipped, and is turned back here.
RotatedBox boxOf(const Rectangle& rectangle, Size size);
RotatedBox boxOf(const Ellipse& ellipse, Size size);

/// Nothing for shapes that are no boxes.
std::optional<RotatedBox> boxOf(const Shape& shape, Size size);
/// The rectangle or ellipse that `shape` is, with another box.
Shape withBox(const Shape& shape, const RotatedBox& box, Size size);

/// The rectangle with this box, in percent, its rotation in [0, 360).
Rectangle rectangleFrom(Point centerPx, double widthPx, double heightPx, double rotation,
                        Size size);

/// Into [0, 360).
double normalizedRotation(double degrees);

/// The point in the box's own axes, from its centre.
Point inBox(const RotatedBox& box, Point px);

/// The eight handles, clockwise in the box's own axes: 0 is the upper left corner, 1 the middle of
/// the upper edge, 7 that of the left edge.
constexpr int kHandleCount = 8;

Point handleOf(const RotatedBox& box, int handle);

/// The box when this handle is dragged to a place: the opposite corner or edge stays where it is,
/// and so does the rotation. Beyond it the box flips over. A kept ratio of width to height follows
/// the axis that grew more; the handle of an edge then widens the box to both sides of it. A box
/// without width or height has no ratio.
RotatedBox resized(const RotatedBox& box, int handle, Point toPx, bool keepRatio);

/// Clockwise from the upper left one, in pixels: rotated around the upper left corner
/// (spec/results.md 4.1).
std::array<Point, 4> cornersOf(const RotatedBox& box);
std::array<Point, 4> cornersOf(const Rectangle& rectangle, Size size);

} // namespace cartouche::geometry
