#pragma once

#include "core/geometry/pixels.h"
#include "core/geometry/shapes.h"

#include <span>
#include <vector>

/// Straight lines and curves, in image pixels.
namespace cartouche::geometry {

enum class Ends { Open, Joined };

double distanceToSegment(Point p, Point a, Point b);

/// From a point to the line through `points`, one point being a line too; infinite if there is
/// none.
double distanceToLine(std::span<const Point> points, Ends ends, Point p);

/// The length of the line through `points`.
double lengthOf(std::span<const Point> points, Ends ends);

/// Half the cross products of the edges: above 0 where the ring runs clockwise on the screen.
double signedArea(std::span<const Point> ring);

/// How often the ring runs around the point; what a canvas fills is not 0.
/// Source: D. Sunday, "Inclusion of a Point in a Polygon" (2001).
int windingNumber(std::span<const Point> ring, Point p);

/// A cubic Bézier curve.
struct Curve {
    Point from;
    Point control1;
    Point control2;
    Point to;
};

/// The curve as a line, its ends included, which strays from it by less than a tenth of a pixel
/// unless the curve is larger than any screen. A number that is not finite is in the line too.
/// Source: Wang's formula, in R. Goldman, "Pyramid Algorithms" (2002), 5.6.3.
std::vector<Point> flattened(const Curve& curve);

} // namespace cartouche::geometry
