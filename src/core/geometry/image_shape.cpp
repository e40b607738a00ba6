#include "core/geometry/image_shape.h"

#include "core/geometry/path_lines.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <variant>
#include <vector>

namespace cartouche::geometry {

namespace {

double radiusOf(const KeyPoint& point, Size size) {
    return std::abs(point.width) / 200 * size.width;
}

std::vector<Point> pointsOf(const Polygon& polygon, Size size) {
    std::vector<Point> points;
    points.reserve(polygon.points.size());
    for (const Point point : polygon.points) {
        points.push_back(toPixels(point, size));
    }
    return points;
}

std::optional<Bounds> boundsAround(std::span<const Point> points) {
    Bounds bounds = Bounds::nothing();
    for (const Point point : points) {
        if (!isFinite(point)) {
            return std::nullopt;
        }
        bounds = bounds.unite(Bounds::of(point));
    }
    return points.empty() ? std::nullopt : std::optional(bounds);
}

std::optional<Bounds> boundsAround(Point center, Point extent) {
    return boundsAround(std::vector{center - extent, center + extent});
}

struct BoundsFinder {
    Size size;

    std::optional<Bounds> operator()(const Rectangle& rectangle) const {
        return boundsAround(cornersOf(rectangle, size));
    }
    std::optional<Bounds> operator()(const Ellipse& ellipse) const {
        const RotatedBox box = boxOf(ellipse, size);
        // The longest that the two half axes reach together, along x and along y.
        const Point across = rotated({box.width / 2, 0}, box.rotation);
        const Point down = rotated({0, box.height / 2}, box.rotation);
        return boundsAround(box.center,
                            {std::hypot(across.x, down.x), std::hypot(across.y, down.y)});
    }
    std::optional<Bounds> operator()(const KeyPoint& point) const {
        const double radius = radiusOf(point, size);
        return boundsAround(toPixels({point.x, point.y}, size), {radius, radius});
    }
    std::optional<Bounds> operator()(const Polygon& polygon) const {
        return boundsAround(pointsOf(polygon, size));
    }
    std::optional<Bounds> operator()(const Path& path) const {
        std::vector<Point> points;
        for (const Vertex& vertex : path.vertices) {
            points.push_back(toPixels(vertex.place, size));
        }
        for (const Edge& edge : edgesOf(path)) {
            const std::vector<Point> line = lineOf(path, edge, size);
            points.insert(points.end(), line.begin(), line.end());
        }
        return boundsAround(points);
    }
    template <typename Other>
    std::optional<Bounds> operator()(const Other&) const {
        return std::nullopt;
    }
};

bool isInEllipse(Point fromCenter, double radiusX, double radiusY) {
    const double x = fromCenter.x / radiusX;
    const double y = fromCenter.y / radiusY;
    return (x * x) + (y * y) <= 1;
}

struct HitTest {
    Size size;
    Point px;
    double reach;

    bool operator()(const Rectangle& rectangle) const {
        const RotatedBox box = boxOf(rectangle, size);
        const Point place = inBox(box, px);
        return std::abs(place.x) <= std::max(box.width / 2, reach) &&
               std::abs(place.y) <= std::max(box.height / 2, reach);
    }
    bool operator()(const Ellipse& ellipse) const {
        const RotatedBox box = boxOf(ellipse, size);
        return isInEllipse(inBox(box, px), std::max(box.width / 2, reach),
                           std::max(box.height / 2, reach));
    }
    bool operator()(const KeyPoint& point) const {
        const double radius = std::max(radiusOf(point, size), reach);
        return isInEllipse(px - toPixels({point.x, point.y}, size), radius, radius);
    }
    bool operator()(const Polygon& polygon) const {
        const std::vector<Point> points = pointsOf(polygon, size);
        if (!polygon.isClosed) {
            return distanceToLine(points, Ends::Open, px) <= reach;
        }
        return windingNumber(points, px) != 0 ||
               (isThin(points) && distanceToLine(points, Ends::Joined, px) <= reach);
    }
    bool operator()(const Path& path) const {
        if (windingNumber(ringOf(path, size), px) != 0) {
            return true;
        }
        const auto isNear = [&](Point vertex) {
            return isInEllipse(px - toPixels(vertex, size), reach, reach);
        };
        return std::ranges::any_of(path.vertices, isNear, &Vertex::place) ||
               std::ranges::any_of(edgesOf(path), [&](const Edge& edge) {
                   return distanceToLine(lineOf(path, edge, size), Ends::Open, px) <= reach;
               });
    }
    template <typename Other>
    bool operator()(const Other&) const {
        return false;
    }

    /// A long shape is about as thick as its area divided by half its outline.
    bool isThin(std::span<const Point> ring) const {
        return std::abs(signedArea(ring)) <= reach * lengthOf(ring, Ends::Joined) / 2;
    }
};

struct Mover {
    Point by; // percent

    void operator()(Rectangle& rectangle) const { move(rectangle); }
    void operator()(Ellipse& ellipse) const { move(ellipse); }
    void operator()(KeyPoint& point) const { move(point); }
    void operator()(Polygon& polygon) const {
        for (Point& point : polygon.points) {
            move(point);
        }
    }
    void operator()(Path& path) const {
        for (Vertex& vertex : path.vertices) {
            move(vertex.place);
            for (auto* control : {&vertex.controlPoint1, &vertex.controlPoint2}) {
                if (*control) {
                    move(**control);
                }
            }
        }
    }
    template <typename Other>
    void operator()(Other&) const {}

    template <typename Placed>
    void move(Placed& placed) const {
        placed.x += by.x;
        placed.y += by.y;
    }
};

} // namespace

std::optional<Bounds> boundsOf(const Shape& shape, Size size) {
    return std::visit(BoundsFinder{size}, shape);
}

bool isHit(const Shape& shape, Size size, Point px, double reachPx) {
    const auto bounds = boundsOf(shape, size);
    return bounds && bounds->grown(reachPx).contains(px) &&
           std::visit(HitTest{size, px, reachPx}, shape);
}

Shape moved(Shape shape, Size size, Point byPx) {
    std::visit(Mover{toPercent(byPx, size)}, shape);
    return shape;
}

Point keepInside(const Bounds& bounds, Size size, Point byPx) {
    return {
        std::clamp(byPx.x, std::min(0.0, -bounds.left), std::max(0.0, size.width - bounds.right)),
        std::clamp(byPx.y, std::min(0.0, -bounds.top), std::max(0.0, size.height - bounds.bottom))};
}

} // namespace cartouche::geometry
