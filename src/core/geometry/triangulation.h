#pragma once

#include "core/geometry/shapes.h"

#include <cstdint>
#include <span>
#include <vector>

namespace cartouche::geometry {

/// Triangles that fill a simple polygon, three indexes into its points for each, by clipping ears:
/// a corner whose triangle holds no other corner is cut off, until three are left.
/// Source: G. Meisters, "Polygons Have Ears" (1975); D. Eberly, "Triangulation by Ear Clipping"
/// (2002).
///
/// Points that repeat or lie on a straight line are left out. Few points are tested one by one,
/// many are found by a SpatialIndex. Where a polygon crosses itself its parts are filled about as
/// nonzero winding does, without the points of crossing. A hopeless tangle, and one so large that
/// it would take seconds, is ended by cutting corners regardless. Nothing for fewer than three
/// points, or for one with a number that is not finite.
std::vector<std::uint32_t> triangulate(std::span<const Point> polygon);

} // namespace cartouche::geometry
