// New shapes on an image, point by point (spec/tags.md 5.3).

#include "core/geometry/lines.h"
#include "core/json/numbers.h"
#include "editor/image_workspace.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <variant>

namespace cartouche::editor {

namespace {

using geometry::Point;
using geometry::Shape;

constexpr double kSmallest = 3;     // CSS pixels of a side or radius
constexpr double kDefaultSide = 30; // of what a double click makes
constexpr double kDoubleClickMs = 300;
constexpr double kCloseReach = 9; // of the first corner of a polygon
constexpr std::size_t kFewestCorners = 3;

Shape shapeBetween(ImageTool tool, Point anchor, Point to, geometry::Size image) {
    if (tool == ImageTool::Ellipse) {
        // From the centre, and no farther than the image goes.
        const double radiusX =
            std::min({std::abs(to.x - anchor.x), anchor.x, image.width - anchor.x});
        const double radiusY =
            std::min({std::abs(to.y - anchor.y), anchor.y, image.height - anchor.y});
        const Point center = geometry::toPercent(anchor, image);
        return geometry::Ellipse{center.x, center.y, radiusX / image.width * 100,
                                 radiusY / image.height * 100, 0};
    }
    const Point corner =
        geometry::toPercent({std::min(anchor.x, to.x), std::min(anchor.y, to.y)}, image);
    return geometry::Rectangle{corner.x, corner.y, std::abs(to.x - anchor.x) / image.width * 100,
                               std::abs(to.y - anchor.y) / image.height * 100, 0};
}

} // namespace

Point ImageWorkspace::snapped(Point pixel, const config::Control& control) const {
    if (control.tag->text("snap") != "pixel") {
        return pixel;
    }
    const bool isCenter = toolOf(control.tag->kind()) == ImageTool::KeyPoint;
    const auto toGrid = [isCenter](double value) {
        return isCenter ? std::floor(value) + 0.5 : std::round(value);
    };
    return {toGrid(pixel.x), toGrid(pixel.y)};
}

void ImageWorkspace::startDrawing(const config::Control& control, const Pointer& pointer) {
    m_draftControl = &control;
    m_anchor = snapped(inImage(pointer.at), control);
}

void ImageWorkspace::drawTo(const Pointer& pointer) {
    const geometry::Size image = m_viewport.image();
    const Point to = snapped(inImage(pointer.at), *m_draftControl);
    auto* polygon = m_draft ? std::get_if<geometry::Polygon>(&*m_draft) : nullptr;
    const auto tool = *toolOf(m_draftControl->tag->kind());
    if (polygon != nullptr) {
        polygon->points.back() = geometry::toPercent(to, image);
    } else if (tool == ImageTool::Rectangle || tool == ImageTool::Ellipse) {
        m_draft = shapeBetween(tool, m_anchor, to, image);
    }
}

/// The release of a press that draws.
void ImageWorkspace::finishDrawing() {
    const auto tool = *toolOf(m_draftControl->tag->kind());
    if (tool == ImageTool::KeyPoint) {
        placeKeyPoint(*m_draftControl);
        return;
    }
    if (tool == ImageTool::Polygon) {
        addCorner(m_pressed);
        return;
    }
    const bool isSecondClick =
        m_pressed.timeMs - m_lastClickMs < kDoubleClickMs &&
        std::hypot(m_pressed.at.x - m_lastClick.x, m_pressed.at.y - m_lastClick.y) <= kSmallest;
    if (!m_hasMoved && isSecondClick) {
        const double side = kDefaultSide / m_viewport.scale();
        m_draft = shapeBetween(tool, m_anchor, {m_anchor.x + side, m_anchor.y + side},
                               m_viewport.image());
    } else if (!m_hasMoved && !m_draft) {
        m_lastClickMs = m_pressed.timeMs;
        m_lastClick = m_pressed.at;
        if (m_pressedRegion && !m_pressed.isKeys) { // a click on a region is meant for it
            dropDraft();
            click(m_pressed);
        } else {
            m_draft = shapeBetween(tool, m_anchor, m_anchor, m_viewport.image());
        }
        return;
    }
    if (m_draft) {
        create(*std::exchange(m_draft, std::nullopt));
    }
    dropDraft();
}

void ImageWorkspace::placeKeyPoint(const config::Control& control) {
    const geometry::Size image = m_viewport.image();
    const double strokePx = json::parseNumber(control.tag->text("strokeWidth")).value_or(2);
    const Point place = geometry::toPercent(m_anchor, image);
    const double shown = image.width * m_viewport.scale();
    create(geometry::KeyPoint{place.x, place.y, strokePx / shown * 100});
    dropDraft();
}

/// The last point of a polygon that is drawn follows the pointer.
void ImageWorkspace::addCorner(const Pointer& pointer) {
    const geometry::Size image = m_viewport.image();
    const Point corner = geometry::toPercent(snapped(inImage(pointer.at), *m_draftControl), image);
    auto* polygon = m_draft ? std::get_if<geometry::Polygon>(&*m_draft) : nullptr;
    if (polygon == nullptr) {
        m_draft = geometry::Polygon{{corner, corner}, true};
        m_lastClickMs = pointer.timeMs;
        m_lastClick = pointer.at;
        return;
    }
    const Point first = m_viewport.toStage(geometry::toPixels(polygon->points.front(), image));
    const bool isOnFirst = std::hypot(first.x - pointer.at.x, first.y - pointer.at.y) <=
                           std::max(kCloseReach, reachOf(pointer));
    const bool isDouble =
        pointer.timeMs - m_lastClickMs < kDoubleClickMs &&
        std::hypot(pointer.at.x - m_lastClick.x, pointer.at.y - m_lastClick.y) <= kSmallest;
    m_lastClickMs = pointer.timeMs;
    m_lastClick = pointer.at;
    if ((isOnFirst && polygon->points.size() > kFewestCorners) || isDouble) {
        closePolygon();
    } else if (!isOnFirst) {
        polygon->points.back() = corner;
        polygon->points.push_back(corner);
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

void ImageWorkspace::create(Shape shape) {
    const double percentX = kSmallest / m_viewport.scale() / m_viewport.image().width * 100;
    const double percentY = kSmallest / m_viewport.scale() / m_viewport.image().height * 100;
    if (const auto* rectangle = std::get_if<geometry::Rectangle>(&shape)) {
        if (rectangle->width <= percentX || rectangle->height <= percentY) {
            return;
        }
    } else if (const auto* ellipse = std::get_if<geometry::Ellipse>(&shape)) {
        if (ellipse->radiusX <= percentX || ellipse->radiusY <= percentY) {
            return;
        }
    }
    annotation::Area area{.object = annotation::Name(m_tag->name()), .shape = std::move(shape)};
    if (itemCount() > 1) {
        area.item = m_item;
    }
    area.medium = {.width = static_cast<int>(m_viewport.image().width),
                   .height = static_cast<int>(m_viewport.image().height),
                   .rotation = m_viewport.rotation()};
    m_regions.create(*m_draftControl, std::move(area));
}

void ImageWorkspace::dropDraft() {
    m_draft.reset();
    m_draftControl = nullptr;
}

/// A press on an edge of the selected polygon makes a corner there, which the pointer then holds.
bool ImageWorkspace::pressPolygonEdge(const Pointer& pointer) {
    const auto& selection = m_regions.selection();
    const bool isOne = selection.size() == 1 && m_regions.isEditable(selection.front());
    const Shape* shape = isOne ? shapeOf(selection.front()) : nullptr;
    const auto* polygon = shape == nullptr ? nullptr : std::get_if<geometry::Polygon>(shape);
    if (polygon == nullptr || polygon->points.size() < 2) {
        return false;
    }
    const geometry::Size image = m_viewport.image();
    const Point pixel = m_viewport.toImage(pointer.at);
    const std::size_t count = polygon->points.size();
    for (std::size_t index = 0; index < (polygon->isClosed ? count : count - 1); ++index) {
        const Point from = geometry::toPixels(polygon->points[index], image);
        const Point to = geometry::toPixels(polygon->points[(index + 1) % count], image);
        if (geometry::distanceToSegment(pixel, from, to) * m_viewport.scale() <= kSmallest + 1) {
            geometry::Polygon changed = *polygon;
            const auto place = changed.points.begin() + static_cast<std::ptrdiff_t>(index) + 1;
            changed.points.insert(place, geometry::toPercent(pixel, image));
            m_grip = Grip{Grip::Kind::Vertex, static_cast<int>(index) + 1, pointer.at};
            m_originals = {{selection.front(), changed}};
            m_previews = m_originals;
            m_dirty.regions.push_back(selection.front());
            m_gesture = Gesture::Grip;
            m_hasMoved = true; // also without a move there is a new corner
            return true;
        }
    }
    return false;
}

void ImageWorkspace::removeCorner(int index) {
    const Handle region = m_regions.selection().front();
    auto polygon = std::get<geometry::Polygon>(*shapeOf(region));
    if (polygon.points.size() > kFewestCorners) {
        polygon.points.erase(polygon.points.begin() + index);
        m_regions.setShapes("Remove corner", {{region, std::move(polygon)}});
    }
}

} // namespace cartouche::editor
