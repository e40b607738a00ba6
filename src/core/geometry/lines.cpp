#include "core/geometry/lines.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace cartouche::geometry {

namespace {

constexpr double kTolerancePx = 0.1;
constexpr int kMostPieces = 512;

double cross(Point a, Point b) {
    return (a.x * b.y) - (a.y * b.x);
}
double dot(Point a, Point b) {
    return (a.x * b.x) + (a.y * b.y);
}
double lengthOf(Point a) {
    return std::hypot(a.x, a.y);
}

template <typename OnSegment>
void forEachSegment(std::span<const Point> points, Ends ends, OnSegment onSegment) {
    for (std::size_t at = 1; at < points.size(); ++at) {
        onSegment(points[at - 1], points[at]);
    }
    if (ends == Ends::Joined && !points.empty()) {
        onSegment(points.back(), points.front());
    }
}

Point pointAt(const Curve& curve, double t) {
    const double s = 1 - t;
    return curve.from * (s * s * s) + curve.control1 * (3 * s * s * t) +
           curve.control2 * (3 * s * t * t) + curve.to * (t * t * t);
}

/// A number that is not finite makes for the most.
int piecesOf(const Curve& curve) {
    const double bend = std::max(lengthOf(curve.from - curve.control1 * 2 + curve.control2),
                                 lengthOf(curve.control1 - curve.control2 * 2 + curve.to));
    const double pieces = std::ceil(std::sqrt(0.75 * bend / kTolerancePx));
    return pieces < kMostPieces ? std::max(static_cast<int>(pieces), 1) : kMostPieces;
}

} // namespace

double distanceToSegment(Point p, Point a, Point b) {
    const Point along = b - a;
    const double square = dot(along, along);
    const double part = square > 0 ? std::clamp(dot(p - a, along) / square, 0.0, 1.0) : 0;
    return lengthOf(p - a - along * part);
}

double distanceToLine(std::span<const Point> points, Ends ends, Point p) {
    double least = std::numeric_limits<double>::infinity();
    if (points.size() == 1) {
        return lengthOf(p - points.front());
    }
    forEachSegment(points, ends,
                   [&](Point a, Point b) { least = std::min(least, distanceToSegment(p, a, b)); });
    return least;
}

double lengthOf(std::span<const Point> points, Ends ends) {
    double length = 0;
    forEachSegment(points, ends, [&](Point a, Point b) { length += lengthOf(b - a); });
    return length;
}

double signedArea(std::span<const Point> ring) {
    double twice = 0;
    forEachSegment(ring, Ends::Joined,
                   [&](Point a, Point b) { twice += cross(a - ring.front(), b - ring.front()); });
    return twice / 2;
}

int windingNumber(std::span<const Point> ring, Point p) {
    int number = 0;
    forEachSegment(ring, Ends::Joined, [&](Point a, Point b) {
        const bool isDown = a.y <= p.y && p.y < b.y;
        const bool isUp = b.y <= p.y && p.y < a.y;
        const double side = cross(b - a, p - a);
        if (isDown && side > 0) {
            ++number;
        } else if (isUp && side < 0) {
            --number;
        }
    });
    return number;
}

std::vector<Point> flattened(const Curve& curve) {
    const int pieces = piecesOf(curve);
    std::vector<Point> line{curve.from};
    line.reserve(static_cast<std::size_t>(pieces) + 1);
    for (int piece = 1; piece < pieces; ++piece) {
        line.push_back(pointAt(curve, static_cast<double>(piece) / pieces));
    }
    line.push_back(curve.to);
    return line;
}

} // namespace cartouche::geometry
