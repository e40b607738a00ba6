// Regions moved, resized and turned by the pointer; the grips for it.

#include "core/geometry/rotated_box.h"
#include "editor/image_workspace.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>
#include <utility>
#include <variant>

namespace cartouche::editor {

namespace {

using annotation::Area;
using geometry::Bounds;
using geometry::Point;
using geometry::Shape;

constexpr double kRotateDistance = 28; // CSS pixels of the grip from the box
constexpr double kTurnStep = 15;       // degrees, with Shift

double distance(Point one, Point other) {
    return std::hypot(one.x - other.x, one.y - other.y);
}

Point direction(double degrees) {
    const double angle = degrees * std::numbers::pi / 180;
    return {std::cos(angle), std::sin(angle)};
}

} // namespace

std::vector<ImageWorkspace::Grip> ImageWorkspace::grips() const {
    if (m_regions.selection().size() > 1) {
        return groupGrips();
    }
    const auto& selection = m_regions.selection();
    const Shape* shape = selection.size() == 1 ? shapeOf(selection.front()) : nullptr;
    const Area* area = shape == nullptr ? nullptr : document().areas().find(selection.front());
    std::vector<Grip> grips;
    if (area == nullptr || area->isHidden || !m_regions.isEditable(selection.front())) {
        return grips;
    }
    addPointGrips(grips, *shape);
    const auto box = geometry::boxOf(*shape, m_viewport.image());
    if (!box) {
        return grips;
    }
    for (int index = 0; index < geometry::kHandleCount; ++index) {
        grips.push_back(
            {Grip::Kind::Resize, index, m_viewport.toStage(geometry::handleOf(*box, index))});
    }
    const config::Control* control = controlOf(selection.front());
    const bool canRotate = control == nullptr || control->tag->text("canRotate") != "false";
    if (canRotate) {
        const Point top = grips[1].at;
        const Point up = direction(box->rotation + m_viewport.rotation() - 90);
        grips.push_back({Grip::Kind::Rotate,
                         0,
                         {top.x + up.x * kRotateDistance, top.y + up.y * kRotateDistance}});
    }
    return grips;
}

/// Of a path, control points come last, above the vertices that they may lie on.
void ImageWorkspace::addPointGrips(std::vector<Grip>& grips, const Shape& shape) const {
    const PointLook look = pointLookOf(controlTagOf(m_regions.selection().front()));
    const auto add = [&](Grip::Kind kind, std::size_t index, Point percent, bool isChosen = false) {
        const Point at = m_viewport.toStage(geometry::toPixels(percent, m_viewport.image()));
        grips.push_back({kind, static_cast<int>(index), at, isChosen, look});
    };
    if (const auto* polygon = std::get_if<geometry::Polygon>(&shape)) {
        for (std::size_t index = 0; index < polygon->points.size(); ++index) {
            add(Grip::Kind::Vertex, index, polygon->points[index],
                std::ranges::contains(m_chosen, std::to_string(index)));
        }
    } else if (const auto* path = std::get_if<geometry::Path>(&shape)) {
        for (std::size_t index = 0; index < path->vertices.size(); ++index) {
            const geometry::Vertex& vertex = path->vertices[index];
            add(Grip::Kind::Vertex, index, vertex.place,
                std::ranges::contains(m_chosen, vertex.id) || vertex.id == m_activeVertex);
        }
        for (std::size_t index = 0; index < path->vertices.size(); ++index) {
            const geometry::Vertex& vertex = path->vertices[index];
            if (vertex.isBezier && vertex.controlPoint1) {
                add(Grip::Kind::FirstControl, index, *vertex.controlPoint1);
            }
            if (vertex.isBezier && vertex.controlPoint2) {
                add(Grip::Kind::SecondControl, index, *vertex.controlPoint2);
            }
        }
    }
}

const config::Control* ImageWorkspace::controlOf(Handle region) const {
    const Area* area = document().areas().find(region);
    if (area == nullptr || area->results.empty()) {
        return nullptr;
    }
    const auto& controls = m_regions.interface().controls();
    const auto found = std::ranges::find_if(controls, [area](const config::Control& control) {
        return area->results.front().control == control.name;
    });
    return found == controls.end() ? nullptr : &*found;
}

std::optional<ImageWorkspace::Grip> ImageWorkspace::gripAt(Point at, double reach) const {
    std::optional<Grip> nearest;
    double least = std::numeric_limits<double>::infinity();
    for (const Grip& grip : grips()) {
        const bool isPoint = grip.kind == Grip::Kind::Vertex;
        const double mostAway = std::max(reach + 2, isPoint ? grip.look.radius : 0.0);
        if (const double away = distance(grip.at, at); away <= std::min(least, mostAway)) {
            least = away;
            nearest = grip;
        }
    }
    return nearest;
}

void ImageWorkspace::startMoving() {
    if (!m_regions.isSelected(*m_pressedRegion)) {
        m_regions.selectsSeveral() ? m_regions.toggleSelected(*m_pressedRegion)
                                   : m_regions.select({*m_pressedRegion});
    }
    for (const Handle region : m_regions.selection()) {
        const Shape* shape = m_regions.isEditable(region) ? shapeOf(region) : nullptr;
        if (shape != nullptr) {
            m_originals.push_back({region, *shape});
        }
    }
    m_previews = m_originals;
    m_gesture = Gesture::Move;
    for (const Preview& preview : m_previews) {
        m_dirty.regions.push_back(preview.region);
    }
}

/// The part of a move that keeps all of them on the image.
Point ImageWorkspace::keptInside(std::span<const Preview> regions, Point by) const {
    Bounds all = Bounds::nothing();
    for (const Preview& region : regions) {
        if (const auto bounds = geometry::boundsOf(region.shape, m_viewport.image())) {
            all = all.unite(*bounds);
        }
    }
    return all.isEmpty() ? by : geometry::keepInside(all, m_viewport.image(), by);
}

void ImageWorkspace::moveRegions(Point to) {
    const Point from = m_viewport.toImage(m_pressed.at);
    const Point now = m_viewport.toImage(to);
    const geometry::Size image = m_viewport.image();
    Point by = keptInside(m_originals, {now.x - from.x, now.y - from.y});
    const bool isOnGrid = std::ranges::any_of(m_originals, [this](const Preview& original) {
        const config::Control* control = controlOf(original.region);
        return control != nullptr && control->tag->text("snap") == "pixel";
    });
    by = isOnGrid ? Point{std::trunc(by.x), std::trunc(by.y)} : by;
    for (std::size_t index = 0; index < m_originals.size(); ++index) {
        m_previews[index].shape = geometry::moved(m_originals[index].shape, image, by);
    }
}

void ImageWorkspace::moveGrip(const Pointer& pointer) {
    const geometry::Size image = m_viewport.image();
    const Shape& original = m_originals.front().shape;
    Shape& shape = m_previews.front().shape;
    const Point pixel = snapped(inImage(pointer.at), controlOf(m_originals.front().region));
    if (m_grip->kind == Grip::Kind::Group) {
        moveGroupGrip(inImage(pointer.at), pointer.shift);
        return;
    }
    if (auto* polygon = std::get_if<geometry::Polygon>(&shape)) {
        polygon->points[static_cast<std::size_t>(m_grip->index)] =
            geometry::toPercent(pixel, image);
        return;
    }
    if (auto* path = std::get_if<geometry::Path>(&shape)) {
        movePathGrip(*path, pointer);
        return;
    }
    geometry::RotatedBox box = *geometry::boxOf(original, image);
    if (m_grip->kind == Grip::Kind::Resize) {
        shape = geometry::withBox(
            original, geometry::resized(box, m_grip->index, pixel, pointer.shift), image);
        return;
    }
    const Point to = m_viewport.toImage(pointer.at);
    double degrees =
        std::atan2(to.y - box.center.y, to.x - box.center.x) * 180 / std::numbers::pi + 90;
    degrees = pointer.shift ? std::round(degrees / kTurnStep) * kTurnStep : degrees;
    box.rotation = std::fmod(degrees + 720, 360);
    shape = geometry::withBox(original, box, image);
}

void ImageWorkspace::finishPreviews(language::Later label) {
    std::vector<std::pair<Handle, Shape>> shapes;
    for (Preview& preview : m_previews) {
        m_dirty.regions.push_back(preview.region);
        shapes.emplace_back(preview.region, std::move(preview.shape));
    }
    m_previews.clear();
    m_originals.clear();
    m_regions.setShapes(std::move(label), std::move(shapes));
}

} // namespace cartouche::editor
