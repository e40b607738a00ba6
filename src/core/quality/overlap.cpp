#include "core/quality/overlap.h"

#include "core/geometry/lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace cartouche::quality {

namespace {

using geometry::Bounds;
using geometry::Point;
using Ring = std::vector<Point>;
using Triangle = std::array<Point, 3>;

double cross(Point a, Point b) {
    return (a.x * b.y) - (a.y * b.x);
}

double areaOf(const Bounds& bounds) {
    return std::max(0.0, bounds.width()) * std::max(0.0, bounds.height());
}

double intersectionArea(const Bounds& first, const Bounds& second) {
    return areaOf({std::max(first.left, second.left), std::max(first.top, second.top),
                   std::min(first.right, second.right), std::min(first.bottom, second.bottom)});
}

Bounds boundsOf(std::span<const Point> ring) {
    Bounds bounds = Bounds::nothing();
    for (const Point point : ring) {
        bounds = bounds.unite(Bounds::of(point));
    }
    return bounds;
}

/// The part of a convex ring on the left of the line from a to b (Sutherland, Hodgman 1974).
Ring cutAlong(const Ring& ring, Point a, Point b) {
    Ring kept;
    for (std::size_t index = 0; index < ring.size(); ++index) {
        const Point from = ring[index];
        const Point to = ring[(index + 1) % ring.size()];
        const double sideOfFrom = cross(b - a, from - a);
        const double sideOfTo = cross(b - a, to - a);
        if (sideOfFrom >= 0) {
            kept.push_back(from);
        }
        if ((sideOfFrom > 0 && sideOfTo < 0) || (sideOfFrom < 0 && sideOfTo > 0)) {
            kept.push_back(from + (to - from) * (sideOfFrom / (sideOfFrom - sideOfTo)));
        }
    }
    return kept;
}

/// The area of what two triangles share. Both run in the direction of positive area.
double sharedArea(const Triangle& first, const Triangle& second) {
    Ring ring(first.begin(), first.end());
    for (std::size_t corner = 0; corner < second.size() && ring.size() >= 3; ++corner) {
        ring = cutAlong(ring, second[corner], second[(corner + 1) % second.size()]);
    }
    return ring.size() < 3 ? 0 : std::max(0.0, geometry::signedArea(ring));
}

struct SignedTriangle {
    Triangle corners;
    Bounds bounds;
    double sign = 1;
};

/// From the first corner to each edge; those without area are left out.
std::vector<SignedTriangle> fanOf(std::span<const Point> ring) {
    std::vector<SignedTriangle> fan;
    for (std::size_t index = 1; index + 1 < ring.size(); ++index) {
        Triangle corners{ring[0], ring[index], ring[index + 1]};
        const double area = geometry::signedArea(corners);
        if (area != 0) {
            if (area < 0) {
                std::swap(corners[1], corners[2]);
            }
            fan.push_back({corners, boundsOf(corners), area < 0 ? -1.0 : 1.0});
        }
    }
    return fan;
}

double farthest(std::span<const Point> from, std::span<const Point> line) {
    double distance = 0;
    for (const Point point : from) {
        distance = std::max(distance, geometry::distanceToLine(line, geometry::Ends::Open, point));
    }
    return distance;
}

} // namespace

double overUnion(double intersection, double firstArea, double secondArea) {
    const double all = firstArea + secondArea - intersection;
    return all > 0 ? std::clamp(intersection / all, 0.0, 1.0) : 0;
}

double iou(const Bounds& first, const Bounds& second) {
    return first == second
               ? 1
               : overUnion(intersectionArea(first, second), areaOf(first), areaOf(second));
}

double iou(const geometry::RotatedBox& first, const geometry::RotatedBox& second) {
    return first == second ? 1 : iou(geometry::cornersOf(first), geometry::cornersOf(second));
}

double generalizedIou(const Bounds& first, const Bounds& second) {
    const double hull = areaOf(first.unite(second));
    const double covered = areaOf(first) + areaOf(second) - intersectionArea(first, second);
    return iou(first, second) - (hull > 0 ? (hull - covered) / hull : 0);
}

double intersectionArea(std::span<const Point> first, std::span<const Point> second) {
    if (!boundsOf(first).intersects(boundsOf(second))) {
        return 0;
    }
    const auto others = fanOf(second);
    double area = 0;
    for (const SignedTriangle& one : fanOf(first)) {
        for (const SignedTriangle& other : others) {
            if (one.bounds.intersects(other.bounds)) {
                area += one.sign * other.sign * sharedArea(one.corners, other.corners);
            }
        }
    }
    // A polygon that runs the other way has a negative area.
    return std::abs(area);
}

double iou(std::span<const Point> first, std::span<const Point> second) {
    if (std::ranges::equal(first, second)) {
        return 1;
    }
    return overUnion(intersectionArea(first, second), std::abs(geometry::signedArea(first)),
                     std::abs(geometry::signedArea(second)));
}

double keyPointSimilarity(Point first, Point second, double area, double sigma) {
    const Point apart = second - first;
    const double width = 2 * sigma;
    return first == second ? 1
                           : std::exp(-((apart.x * apart.x) + (apart.y * apart.y)) /
                                      (2 * area * width * width));
}

double hausdorffDistance(std::span<const Point> first, std::span<const Point> second) {
    if (first.empty() || second.empty()) {
        return std::numeric_limits<double>::infinity();
    }
    return std::max(farthest(first, second), farthest(second, first));
}

} // namespace cartouche::quality
