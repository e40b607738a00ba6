#include "ui/views/shape_outlines.h"

#include "core/geometry/path_lines.h"
#include "core/geometry/rotated_box.h"
#include "ui/views/stage_place.h"

#include <cmath>
#include <numbers>
#include <variant>

namespace cartouche::ui {

namespace {

using geometry::Point;

constexpr int kCurveSteps = 48;
constexpr float kAroundPoint = 2.0F; // CSS pixels between a key point and its outline
constexpr float kPointRadius = 4.0F; // of one that no KeyPoint has drawn

class Outliner {
public:
    Outliner(const editor::Viewport& view, const Box& stage, double pointRadius)
        : m_view(view), m_stage(stage),
          m_pointRadius((pointRadius > 0 ? static_cast<float>(pointRadius) : kPointRadius) +
                        kAroundPoint) {}

    std::vector<Outline> outline(const geometry::Shape& shape) const {
        Outline outline;
        if (const auto* rectangle = std::get_if<geometry::Rectangle>(&shape)) {
            for (const Point& corner : geometry::cornersOf(*rectangle, m_view.image())) {
                outline.points.push_back(onCanvas(m_view, m_stage, corner));
            }
        } else if (const auto* ellipse = std::get_if<geometry::Ellipse>(&shape)) {
            outline.points = around(*ellipse);
        } else if (const auto* point = std::get_if<geometry::KeyPoint>(&shape)) {
            outline.points = around(placePercent({point->x, point->y}));
        } else if (const auto* polygon = std::get_if<geometry::Polygon>(&shape)) {
            for (const Point& corner : polygon->points) {
                outline.points.push_back(placePercent(corner));
            }
            outline.isClosed = polygon->isClosed;
        } else if (const auto* path = std::get_if<geometry::Path>(&shape)) {
            return edgesOf(*path);
        }
        return {outline};
    }

private:
    ImVec2 placePercent(Point percent) const {
        return onCanvas(m_view, m_stage, geometry::toPixels(percent, m_view.image()));
    }

    std::vector<Outline> edgesOf(const geometry::Path& path) const {
        std::vector<Outline> outlines;
        for (const geometry::Edge edge : geometry::edgesOf(path)) {
            Outline& outline = outlines.emplace_back();
            outline.isClosed = false;
            for (const Point& point : geometry::lineOf(path, edge, m_view.image())) {
                outline.points.push_back(onCanvas(m_view, m_stage, point));
            }
        }
        return outlines;
    }

    std::vector<ImVec2> around(ImVec2 center) const {
        std::vector<ImVec2> points;
        for (int step = 0; step < kCurveSteps; ++step) {
            const float angle =
                2 * std::numbers::pi_v<float> * static_cast<float>(step) / kCurveSteps;
            points.push_back({center.x + m_pointRadius * std::cos(angle),
                              center.y + m_pointRadius * std::sin(angle)});
        }
        return points;
    }

    std::vector<ImVec2> around(const geometry::Ellipse& ellipse) const {
        const Point center = geometry::toPixels({ellipse.x, ellipse.y}, m_view.image());
        const Point radii = geometry::toPixels({ellipse.radiusX, ellipse.radiusY}, m_view.image());
        const double turn = ellipse.rotation * std::numbers::pi / 180;
        std::vector<ImVec2> points;
        for (int step = 0; step < kCurveSteps; ++step) {
            const double angle = 2 * std::numbers::pi * step / kCurveSteps;
            const double x = radii.x * std::cos(angle);
            const double y = radii.y * std::sin(angle);
            points.push_back(onCanvas(m_view, m_stage,
                                      Point{center.x + x * std::cos(turn) - y * std::sin(turn),
                                            center.y + x * std::sin(turn) + y * std::cos(turn)}));
        }
        return points;
    }

    const editor::Viewport& m_view;
    Box m_stage;
    float m_pointRadius; // of the outline
};

} // namespace

std::vector<Outline> outlinesOf(const geometry::Shape& shape, const editor::Viewport& view,
                                const Box& stage, double pointRadius) {
    return Outliner(view, stage, pointRadius).outline(shape);
}

} // namespace cartouche::ui
