#pragma once

#include "core/geometry/pixels.h"
#include "core/geometry/rotated_box.h"

#include <cmath>
#include <numbers>
#include <vector>

namespace cartouche::geometry {

/// So many points, evenly by angle, on the ellipse that fills the box, in pixels: the first so many
/// parts of the way from one to the next behind the end of its horizontal axis.
inline std::vector<Point> ellipseOutline(const RotatedBox& box, int corners, double offset = 0) {
    std::vector<Point> ring;
    for (int corner = 0; corner < corners; ++corner) {
        const double angle = 2 * std::numbers::pi * (corner + offset) / corners;
        const Point inBox{std::cos(angle) * box.width / 2, std::sin(angle) * box.height / 2};
        ring.push_back(box.center + rotated(inBox, box.rotation));
    }
    return ring;
}

} // namespace cartouche::geometry
