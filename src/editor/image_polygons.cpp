// Polygons on an image: drawn corner by corner or by hand, and their corners edited (spec/tags.md
// 5.3). The last point of one that is drawn follows the pointer.

#include "core/geometry/lines.h"
#include "core/geometry/simplification.h"
#include "core/language/message.h"
#include "editor/image_workspace.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace cartouche::editor {

namespace {

using geometry::Point;

constexpr double kEdgeReach = 4; // CSS pixels
constexpr double kPointReach = 9;
constexpr double kFreehandStray = 1; // of what is kept of a line drawn by hand
constexpr double kTriangleSide = 30; // of what a double click makes

} // namespace

/// Of a shape that is drawn.
bool ImageWorkspace::isOnPoint(Point percent, const Pointer& pointer) const {
    const Point at = m_viewport.toStage(geometry::toPixels(percent, m_viewport.image()));
    const double radius =
        pointLookOf(m_draftControl == nullptr ? nullptr : m_draftControl->tag).radius;
    return std::hypot(at.x - pointer.at.x, at.y - pointer.at.y) <=
           std::max({kPointReach, reachOf(pointer), radius});
}

/// A pressed pointer draws a line, whose points are shown until it is simplified.
void ImageWorkspace::drawFreehand(Point pixel) {
    const geometry::Size image = m_viewport.image();
    if (m_freehand.empty()) {
        const Point start = snapped(inImage(m_pressed.at), m_draftControl);
        m_freehand.push_back(start);
        if (auto* polygon = draftOf<geometry::Polygon>()) {
            polygon->points.back() = geometry::toPercent(start, image);
        } else {
            m_draft = geometry::Polygon{{geometry::toPercent(start, image)}, true};
        }
    }
    m_freehand.push_back(pixel);
    std::get<geometry::Polygon>(*m_draft).points.push_back(geometry::toPercent(pixel, image));
}

/// The line becomes as few corners as show it; where it comes back to the first, it is closed.
void ImageWorkspace::finishFreehand() {
    auto& polygon = std::get<geometry::Polygon>(*m_draft);
    polygon.points.resize(polygon.points.size() - m_freehand.size());
    const double stray = kFreehandStray / m_viewport.scale();
    for (const Point pixel : geometry::simplified(m_freehand, stray)) {
        polygon.points.push_back(geometry::toPercent(pixel, m_viewport.image()));
    }
    m_freehand.clear();
    Pointer end = m_pressed;
    end.at = m_pointer;
    if (polygon.points.size() > kFewestCorners && isOnPoint(polygon.points.front(), end)) {
        closePolygon(); // its last point lies on the first
    } else {
        polygon.points.push_back(polygon.points.back());
    }
}

/// The release of a press that sets a corner, or draws many.
void ImageWorkspace::finishCorner() {
    const bool isDouble = isDoubleClick(m_pressed);
    if (!m_freehand.empty()) {
        finishFreehand();
        return;
    }
    const geometry::Size image = m_viewport.image();
    const Point pixel = snapped(inImage(m_pressed.at), m_draftControl);
    auto* polygon = draftOf<geometry::Polygon>();
    if (polygon == nullptr) {
        const Point corner = geometry::toPercent(pixel, image);
        m_draft = geometry::Polygon{{corner, corner}, true};
    } else if (isDouble && polygon->points.size() == 2) {
        const double side = kTriangleSide / m_viewport.scale();
        polygon->points.clear();
        for (const Point at : {Point{0, 0}, Point{side, 0}, Point{side / 2, side}, Point{0, 0}}) {
            polygon->points.push_back(geometry::toPercent(pixel + at, image));
        }
        closePolygon();
    } else if (isDouble) {
        closePolygon();
    } else {
        addCorner(geometry::toPercent(pixel, image));
    }
}

void ImageWorkspace::addCorner(Point percent) {
    auto& polygon = std::get<geometry::Polygon>(*m_draft);
    Pointer pressed = m_pressed; // beside the image it is about its edge, as corners are
    pressed.at = m_viewport.toStage(inImage(m_pressed.at));
    if (!isOnPoint(polygon.points.front(), pressed)) {
        polygon.points.back() = percent;
        polygon.points.push_back(percent);
    } else if (polygon.points.size() > kFewestCorners) {
        closePolygon();
    }
}

void ImageWorkspace::closePolygon() {
    auto polygon = std::get<geometry::Polygon>(*m_draft);
    polygon.points.pop_back();
    if (polygon.points.size() >= kFewestCorners) {
        create(std::move(polygon));
        dropDraft();
    }
}

/// A press on an edge of the selected polygon makes a corner there, which the pointer then holds.
bool ImageWorkspace::pressPolygonEdge(const Pointer& pointer) {
    const auto* polygon = selectedShape<geometry::Polygon>();
    if (polygon == nullptr || polygon->points.size() < 2) {
        return false;
    }
    const geometry::Size image = m_viewport.image();
    const Point pixel = m_viewport.toImage(pointer.at);
    const std::size_t count = polygon->points.size();
    for (std::size_t index = 0; index < (polygon->isClosed ? count : count - 1); ++index) {
        const Point from = geometry::toPixels(polygon->points[index], image);
        const Point to = geometry::toPixels(polygon->points[(index + 1) % count], image);
        if (geometry::distanceToSegment(pixel, from, to) * m_viewport.scale() <= kEdgeReach) {
            geometry::Polygon changed = *polygon;
            const auto place = changed.points.begin() + static_cast<std::ptrdiff_t>(index) + 1;
            changed.points.insert(place, geometry::toPercent(pixel, image));
            m_chosen.clear(); // corners have other numbers now
            holdVertex(std::move(changed), index + 1, pointer.at);
            return true;
        }
    }
    return false;
}

/// A click on a point of the selected region, by the keys that are held.
void ImageWorkspace::clickPoint(int index, const Pointer& pointer) {
    m_isChosenWithKey = pointer.control;
    const auto* polygon = selectedShape<geometry::Polygon>();
    if (polygon == nullptr) {
        clickVertex(index, pointer);
        return;
    }
    // A double click whose first click selected the polygon is about the region.
    std::vector<std::string> clicked{std::to_string(index)};
    const bool isDouble = isDoubleClick(m_pressed) && m_chosen == clicked;
    m_chosen = std::move(clicked);
    if (pointer.alt || isDouble) {
        removeCorner(static_cast<std::size_t>(index));
    } else if (index == 0 && !polygon->isClosed && polygon->points.size() >= kFewestCorners) {
        geometry::Polygon closed = *polygon;
        closed.isClosed = true;
        m_regions.setShapes(language::later("history.close-polygon"),
                            {{m_regions.selection().front(), closed}});
    }
}

void ImageWorkspace::removeCorner(std::size_t index) {
    const Handle region = m_regions.selection().front();
    auto polygon = std::get<geometry::Polygon>(*shapeOf(region));
    if (polygon.points.size() > kFewestCorners) {
        polygon.points.erase(polygon.points.begin() + static_cast<std::ptrdiff_t>(index));
        m_chosen.clear();
        m_regions.setShapes(language::later("history.remove-corner"),
                            {{region, std::move(polygon)}});
    }
}

void ImageWorkspace::insertCorner(std::size_t index) {
    const Handle region = m_regions.selection().front();
    auto polygon = std::get<geometry::Polygon>(*shapeOf(region));
    const std::size_t count = polygon.points.size();
    const bool isLast = index + 1 == count && !polygon.isClosed;
    const std::size_t from = isLast ? index - 1 : index;
    const Point middle = (polygon.points[from] + polygon.points[(from + 1) % count]) * 0.5;
    polygon.points.insert(polygon.points.begin() + static_cast<std::ptrdiff_t>(from) + 1, middle);
    m_regions.setShapes(language::later("history.insert-point"), {{region, std::move(polygon)}});
    m_chosen = {std::to_string(from + 1)};
}

} // namespace cartouche::editor
