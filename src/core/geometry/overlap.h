#pragma once

#include "core/geometry/pixels.h"

#include <functional>

namespace cartouche::geometry {

/// What of an image something covers, in pixels.
struct Cover {
    Bounds bounds;
    /// Whether a point is in it; asked only within its bounds. None: all of the bounds is.
    std::function<bool(Point)> covers;
};

/// Intersection over union of two upright boxes, 0 to 1; of boxes without an area, 0.
double overlapOf(const Bounds& one, const Bounds& other);

/// The same of what two things cover: exact for two boxes, else counted on a grid of 64 by 64
/// points over both, which is right to about two hundredths. What no point of the grid meets, such
/// as a line, counts as its bounds.
double overlapOf(const Cover& one, const Cover& other);

} // namespace cartouche::geometry
