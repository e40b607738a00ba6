#include "core/geometry/fitting.h"

#include "core/geometry/rotated_box.h"

#include <cmath>
#include <numbers>
#include <utility>

namespace cartouche::geometry {

namespace {

class Fitter {
public:
    Fitter(Size size, const Bounds& from, const Bounds& to)
        : m_size(size), m_from(from), m_to(to),
          m_scale{stretch(from.right - from.left, to.right - to.left),
                  stretch(from.bottom - from.top, to.bottom - to.top)} {}

    void operator()(Rectangle& rectangle) const {
        const RotatedBox box = fit(boxOf(rectangle, m_size));
        rectangle = rectangleFrom(box.center, box.width, box.height, box.rotation, m_size);
    }
    void operator()(Ellipse& ellipse) const {
        const RotatedBox box = fit(boxOf(ellipse, m_size));
        const Point center = toPercent(box.center, m_size);
        const Point radii = toPercent({box.width / 2, box.height / 2}, m_size);
        ellipse = {center.x, center.y, radii.x, radii.y, box.rotation};
    }
    void operator()(KeyPoint& point) const {
        const Point place = fitPercent({point.x, point.y});
        point.x = place.x;
        point.y = place.y;
    }
    void operator()(Polygon& polygon) const {
        for (Point& point : polygon.points) {
            point = fitPercent(point);
        }
    }
    void operator()(Path& path) const {
        for (Vertex& vertex : path.vertices) {
            vertex.place = fitPercent(vertex.place);
            for (auto* control : {&vertex.controlPoint1, &vertex.controlPoint2}) {
                if (*control) {
                    **control = fitPercent(**control);
                }
            }
        }
    }
    template <typename Other>
    void operator()(Other&) const {}

private:
    static double stretch(double from, double to) { return from > 0 ? to / from : 1; }

    Point fit(Point px) const {
        return {m_to.left + (px.x - m_from.left) * m_scale.x,
                m_to.top + (px.y - m_from.top) * m_scale.y};
    }
    Point fitPercent(Point percent) const {
        return toPercent(fit(toPixels(percent, m_size)), m_size);
    }

    RotatedBox fit(const RotatedBox& box) const {
        const double angle = box.rotation * std::numbers::pi / 180;
        const Point along{std::cos(angle) * m_scale.x, std::sin(angle) * m_scale.y};
        const Point across{std::sin(angle) * m_scale.x, std::cos(angle) * m_scale.y};
        const double turned = std::atan2(along.y, along.x) * 180 / std::numbers::pi;
        return {.center = fit(box.center),
                .width = box.width * std::hypot(along.x, along.y),
                .height = box.height * std::hypot(across.x, across.y),
                .rotation = box.rotation == 0 ? 0 : normalizedRotation(turned)};
    }

    Size m_size;
    Bounds m_from;
    Bounds m_to;
    Point m_scale;
};

} // namespace

Shape fitted(Shape shape, Size size, const Bounds& from, const Bounds& to) {
    std::visit(Fitter(size, from, to), shape);
    return shape;
}

} // namespace cartouche::geometry
