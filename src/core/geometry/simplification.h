#pragma once

#include "core/geometry/shapes.h"

#include <span>
#include <vector>

namespace cartouche::geometry {

/// The points of an open line without those that stray less than `tolerance` from a line without
/// them; both ends stay. Time is linear in what a hand draws, quadratic at worst.
/// Source: D. Douglas, T. Peucker, "Algorithms for the reduction of the number of points required
/// to represent a digitized line or its caricature" (1973).
std::vector<Point> simplified(std::span<const Point> line, double tolerance);

} // namespace cartouche::geometry
