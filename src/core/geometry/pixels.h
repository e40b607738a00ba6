#pragma once

#include "core/geometry/shapes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace cartouche::geometry {

/// Of the original image, in pixels; both above 0.
struct Size {
    double width = 1;
    double height = 1;

    bool operator==(const Size&) const = default;
};

constexpr Point operator+(Point a, Point b) {
    return {a.x + b.x, a.y + b.y};
}
constexpr Point operator-(Point a, Point b) {
    return {a.x - b.x, a.y - b.y};
}
constexpr Point operator*(Point a, double factor) {
    return {a.x * factor, a.y * factor};
}

inline bool isFinite(Point point) {
    return std::isfinite(point.x) && std::isfinite(point.y);
}

/// Around the origin, clockwise as the y axis points down.
inline Point rotated(Point point, double degrees) {
    const double angle = degrees * std::numbers::pi / 180;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    return {(point.x * cosine) - (point.y * sine), (point.x * sine) + (point.y * cosine)};
}

/// From percent of the image to its pixels, and back. Distances are converted the same way.
constexpr Point toPixels(Point percent, Size size) {
    return {percent.x / 100 * size.width, percent.y / 100 * size.height};
}
constexpr Point toPercent(Point px, Size size) {
    return {px.x / size.width * 100, px.y / size.height * 100};
}

/// An upright box in image pixels, its edges included: one without width or height holds points.
struct Bounds {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    /// What unites with others to the others.
    static constexpr Bounds nothing() {
        constexpr double kFar = std::numeric_limits<double>::infinity();
        return {kFar, kFar, -kFar, -kFar};
    }
    static constexpr Bounds of(Point point) { return {point.x, point.y, point.x, point.y}; }

    double width() const { return right - left; }
    double height() const { return bottom - top; }
    Point center() const { return {(left + right) / 2, (top + bottom) / 2}; }
    /// Whether it holds no point at all.
    bool isEmpty() const { return !(left <= right && top <= bottom); }
    bool contains(Point point) const {
        return left <= point.x && point.x <= right && top <= point.y && point.y <= bottom;
    }
    bool intersects(const Bounds& other) const {
        return left <= other.right && other.left <= right && top <= other.bottom &&
               other.top <= bottom;
    }
    /// The least box around both.
    [[nodiscard]] Bounds unite(const Bounds& other) const {
        return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
                std::max(bottom, other.bottom)};
    }
    Bounds grown(double by) const { return {left - by, top - by, right + by, bottom + by}; }

    bool operator==(const Bounds&) const = default;
};

} // namespace cartouche::geometry
