#include "core/quality/line_distance.h"

#include "core/geometry/lines.h"
#include "core/geometry/pixels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cartouche::quality {

namespace {

using geometry::Ends;
using geometry::Point;

double lengthOf(const Lines& lines) {
    double length = 0;
    for (const auto& line : lines) {
        length += geometry::lengthOf(line, Ends::Open);
    }
    return length;
}

/// The middles of a hundred pieces of the same length; without any length, all corners.
std::vector<Point> pointsAlong(const Lines& lines) {
    constexpr int kCount = 100;
    const double step = lengthOf(lines) / kCount;
    std::vector<Point> points;
    double next = step / 2; // from the beginning of the current edge
    for (const auto& line : lines) {
        for (std::size_t at = 1; at < line.size() && step > 0; ++at) {
            const Point way = line[at] - line[at - 1];
            const double length = std::hypot(way.x, way.y);
            for (; next < length; next += step) {
                points.push_back(line[at - 1] + way * (next / length));
            }
            next -= length;
        }
        if (!(step > 0)) {
            points.insert(points.end(), line.begin(), line.end());
        }
    }
    return points;
}

double distanceTo(const Lines& lines, Point point) {
    double least = std::numeric_limits<double>::infinity();
    for (const auto& line : lines) {
        least = std::min(least, geometry::distanceToLine(line, Ends::Open, point));
    }
    return least;
}

double meanDistance(const Lines& from, const Lines& to) {
    const std::vector<Point> points = pointsAlong(from);
    double sum = 0;
    for (const Point point : points) {
        sum += distanceTo(to, point);
    }
    return points.empty() ? std::numeric_limits<double>::infinity()
                          : sum / static_cast<double>(points.size());
}

} // namespace

double chamferDistance(const Lines& first, const Lines& second) {
    return first == second ? 0 : (meanDistance(first, second) + meanDistance(second, first)) / 2;
}

} // namespace cartouche::quality
