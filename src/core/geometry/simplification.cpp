#include "core/geometry/simplification.h"

#include "core/geometry/lines.h"

#include <cstddef>
#include <utility>

namespace cartouche::geometry {

namespace {

struct Farthest {
    std::size_t index = 0;
    double distance = -1;
};

/// Of the points between two, from the segment between them.
Farthest farthestBetween(std::span<const Point> line, std::size_t first, std::size_t last) {
    Farthest farthest;
    for (std::size_t at = first + 1; at < last; ++at) {
        const double distance = distanceToSegment(line[at], line[first], line[last]);
        if (distance > farthest.distance) {
            farthest = {at, distance};
        }
    }
    return farthest;
}

} // namespace

std::vector<Point> simplified(std::span<const Point> line, double tolerance) {
    if (line.size() < 3) {
        return {line.begin(), line.end()};
    }
    std::vector<bool> isKept(line.size());
    isKept.front() = true;
    isKept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> parts{{0, line.size() - 1}};
    while (!parts.empty()) {
        const auto [first, last] = parts.back();
        parts.pop_back();
        const Farthest farthest = farthestBetween(line, first, last);
        if (farthest.distance > tolerance) {
            isKept[farthest.index] = true;
            parts.emplace_back(first, farthest.index);
            parts.emplace_back(farthest.index, last);
        }
    }
    std::vector<Point> kept;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (isKept[at]) {
            kept.push_back(line[at]);
        }
    }
    return kept;
}

} // namespace cartouche::geometry
