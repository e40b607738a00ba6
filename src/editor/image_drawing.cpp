// New shapes on an image by one, two or three points (spec/tags.md 5.3); those of many points are
// drawn by image_polygons.cpp and image_paths.cpp.

#include "core/geometry/path_editing.h"
#include "core/geometry/rotated_box.h"
#include "core/json/numbers.h"
#include "editor/image_workspace.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <variant>

namespace cartouche::editor {

namespace {

using geometry::Point;
using geometry::Shape;

constexpr double kSmallest = 3;     // CSS pixels of a side or radius
constexpr double kDefaultSide = 30; // of what a double click makes
constexpr double kDoubleClickMs = 300;
constexpr double kDoubleTapReach = 24; // CSS pixels

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

/// With one edge from `from` to `end`, as high as `to` is away from it.
Shape rectangleOn(Point from, Point end, Point to, geometry::Size image) {
    const Point edge = end - from;
    const double width = std::hypot(edge.x, edge.y);
    const Point across =
        width > 0 ? Point{-edge.y / width, edge.x / width} : Point{0, 0}; // to its right
    const Point way = to - from;
    const double height = (way.x * across.x) + (way.y * across.y);
    const Point center = from + edge * 0.5 + across * (height / 2);
    const double degrees = std::atan2(edge.y, edge.x) * 180 / std::numbers::pi;
    return geometry::rectangleFrom(center, width, std::abs(height), degrees, image);
}

} // namespace

Point ImageWorkspace::snapped(Point pixel, const config::Control* control) const {
    if (control == nullptr || control->tag->text("snap") != "pixel") {
        return pixel;
    }
    const bool isCenter = toolOf(control->tag->kind()) == ImageTool::KeyPoint;
    const auto toGrid = [isCenter](double value) {
        return isCenter ? std::floor(value) + 0.5 : std::round(value);
    };
    return {toGrid(pixel.x), toGrid(pixel.y)};
}

/// Whether it follows another press at the same place; it is remembered for the next one.
bool ImageWorkspace::isDoubleClick(const Pointer& pointer) {
    const double reach = pointer.isTouch ? kDoubleTapReach : kSmallest;
    const bool isSecond =
        pointer.timeMs - m_lastClickMs < kDoubleClickMs &&
        std::hypot(pointer.at.x - m_lastClick.x, pointer.at.y - m_lastClick.y) <= reach;
    m_lastClickMs = pointer.timeMs;
    m_lastClick = pointer.at;
    return isSecond;
}

void ImageWorkspace::startDrawing(const config::Control& control, const Pointer& pointer) {
    m_draftControl = &control;
    m_draftTool = m_tool;
    m_anchor = snapped(inImage(pointer.at), &control);
    if (m_draftTool == ImageTool::Vector) {
        geometry::Path path;
        geometry::append(path, m_regions.newId(), geometry::toPercent(m_anchor, m_viewport.image()),
                         std::nullopt);
        m_draft = std::move(path);
    }
}

void ImageWorkspace::drawTo(const Pointer& pointer) {
    const geometry::Size image = m_viewport.image();
    const Point to = snapped(inImage(pointer.at), m_draftControl);
    if (m_draftTool == ImageTool::Vector) {
        drawPathTo(geometry::toPercent(to, image));
    } else if (m_draftTool == ImageTool::Polygon && m_gesture == Gesture::Draw && m_hasMoved) {
        drawFreehand(to);
    } else if (auto* polygon = draftOf<geometry::Polygon>()) {
        polygon->points.back() = geometry::toPercent(to, image);
    } else if (m_draftTool == ImageTool::ThreePointRectangle) {
        m_draft = m_edgeEnd ? rectangleOn(m_anchor, *m_edgeEnd, to, image)
                            : rectangleOn(m_anchor, to, to, image);
    } else if (m_draftTool == ImageTool::Rectangle || m_draftTool == ImageTool::Ellipse) {
        m_draft = shapeBetween(m_draftTool, m_anchor, to, image);
    }
}

/// The release of a press that draws.
void ImageWorkspace::finishDrawing() {
    bool isDone = true;
    switch (m_draftTool) {
    case ImageTool::KeyPoint:
        placeKeyPoint(*m_draftControl);
        break;
    case ImageTool::Polygon:
        finishCorner();
        return;
    case ImageTool::Vector:
        finishVertex();
        return;
    case ImageTool::ThreePointRectangle:
        isDone = finishThreePoints();
        break;
    default:
        isDone = finishTwoPoints();
    }
    if (isDone) {
        dropDraft();
    }
}

/// False while the other end is to be clicked.
bool ImageWorkspace::finishTwoPoints() {
    const bool isSecondClick = !m_hasMoved && isDoubleClick(m_pressed);
    if (isSecondClick) {
        const double side = kDefaultSide / m_viewport.scale();
        m_draft = shapeBetween(m_draftTool, m_anchor, {m_anchor.x + side, m_anchor.y + side},
                               m_viewport.image());
    } else if (!m_hasMoved && !m_draft) {
        if (m_pressedRegion && !m_pressed.isKeys) { // a click on a region is meant for it
            click(m_pressed);
            return true;
        }
        m_draft = shapeBetween(m_draftTool, m_anchor, m_anchor, m_viewport.image());
        return false;
    }
    if (m_draft) {
        create(*std::exchange(m_draft, std::nullopt));
    }
    return true;
}

/// False while the end of the edge, or the height, is to be clicked.
bool ImageWorkspace::finishThreePoints() {
    if (!m_hasMoved && !m_draft) {
        if (m_pressedRegion && !m_pressed.isKeys) {
            click(m_pressed);
            return true;
        }
        m_draft = rectangleOn(m_anchor, m_anchor, m_anchor, m_viewport.image());
        return false;
    }
    if (!m_edgeEnd) {
        const Point end = snapped(inImage(m_pointer), m_draftControl);
        const double length = std::hypot(end.x - m_anchor.x, end.y - m_anchor.y);
        if (length * m_viewport.scale() > kSmallest) {
            m_edgeEnd = end;
        }
        return false;
    }
    create(*std::exchange(m_draft, std::nullopt));
    return true;
}

void ImageWorkspace::placeKeyPoint(const config::Control& control) {
    const geometry::Size image = m_viewport.image();
    const double strokePx = json::parseNumber(control.tag->text("strokeWidth")).value_or(2);
    const Point place = geometry::toPercent(m_anchor, image);
    const double shown = image.width * m_viewport.scale();
    create(geometry::KeyPoint{place.x, place.y, strokePx / shown * 100});
}

std::optional<annotation::AreaHandle> ImageWorkspace::create(Shape shape) {
    const double percentX = kSmallest / m_viewport.scale() / m_viewport.image().width * 100;
    const double percentY = kSmallest / m_viewport.scale() / m_viewport.image().height * 100;
    if (const auto* rectangle = std::get_if<geometry::Rectangle>(&shape)) {
        if (rectangle->width <= percentX || rectangle->height <= percentY) {
            return std::nullopt;
        }
    } else if (const auto* ellipse = std::get_if<geometry::Ellipse>(&shape)) {
        if (ellipse->radiusX <= percentX || ellipse->radiusY <= percentY) {
            return std::nullopt;
        }
    }
    annotation::Area area{.object = annotation::Name(m_tag->name()), .shape = std::move(shape)};
    area.item = itemOfNew();
    const config::TagKind kind = m_draftControl->tag->kind();
    area.isOnPage =
        isDocument() && (kind == config::TagKind::OcrLabels || kind == config::TagKind::PdfLabels);
    if (!area.isOnPage) {
        area.medium = {.width = static_cast<int>(m_viewport.image().width),
                       .height = static_cast<int>(m_viewport.image().height),
                       .rotation = m_viewport.rotation()};
    }
    if (m_regions.assist().isSmart(*m_draftControl)) {
        area.prompt = m_pressed.alt ? annotation::Prompt::Negative : annotation::Prompt::Positive;
    }
    return m_regions.create(*m_draftControl, std::move(area));
}

void ImageWorkspace::dropDraft() {
    m_draft.reset();
    m_draftControl = nullptr;
    m_edgeEnd.reset();
    m_freehand.clear();
    m_activeVertex.reset();
}

} // namespace cartouche::editor
