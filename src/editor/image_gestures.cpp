// Pointers and keys over an image: what a press begins, and what its release ends.

#include "core/geometry/path_editing.h"
#include "core/language/message.h"
#include "editor/image_workspace.h"
#include "editor/label_usage.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cartouche::editor {

namespace {

using geometry::Point;

constexpr double kClickReach = 3; // CSS pixels: farther is a drag (spec/tags.md 5.3)
constexpr double kTapReach = 10;  // a finger does not keep that still
constexpr int kMiddleButton = 1;

/// Whether the labels that are armed for an object are all used up, which is reported: what has
/// many points would be drawn for nothing.
bool refuses(Regions& regions, std::string_view object) {
    const std::vector<RegionLabel> armed = regions.armedFor(object);
    std::vector<diagnostics::Diagnostic> faults;
    for (const RegionLabel& label : armed) {
        if (auto fault = usageFault(label, regions.document())) {
            faults.push_back(*std::move(fault));
        }
    }
    if (armed.empty() || faults.size() < armed.size()) {
        return false;
    }
    regions.disarmAll();
    std::ranges::for_each(faults, [&](auto& fault) { regions.report(std::move(fault)); });
    return true;
}

} // namespace

bool ImageWorkspace::isFar(Point at) const {
    const double reach = m_pressed.isTouch ? kTapReach : kClickReach;
    return std::hypot(at.x - m_pressed.at.x, at.y - m_pressed.at.y) > reach;
}

/// Selects instead of drawing.
bool ImageWorkspace::isSelecting(const Pointer& pointer) const {
    return pointer.shift || m_regions.selectsSeveral();
}

void ImageWorkspace::press(const Pointer& pointer) {
    if (!m_hasImage || m_gesture != Gesture::None) {
        return;
    }
    m_pressed = pointer;
    m_pointer = pointer.at;
    m_hasMoved = false;
    m_hasSpacePanned = m_isSpaceHeld;
    m_pressedRegion.reset();
    m_hasPen = m_hasPen || pointer.isPen;
    if (pointer.button == kMiddleButton || m_isSpaceHeld || m_tool == ImageTool::Pan ||
        (pointer.isTouch && m_hasPen)) {
        m_gesture = Gesture::Pan;
        return;
    }
    if (pointer.button != 0) {
        return;
    }
    if (!pointer.isKeys && pressMinimap(pointer)) {
        m_gesture = Gesture::Minimap;
        return;
    }
    if (m_isForShow) {
        m_gesture = Gesture::Pan;
        return;
    }
    if (m_draft) {
        m_gesture = Gesture::Draw; // one more corner, or the other end
        drawTo(pointer);
        return;
    }
    if (hasBrush() && !isSelecting(pointer) && startPainting(pointer)) {
        m_gesture = Gesture::Paint;
        return;
    }
    if (m_tool == ImageTool::MagicWand && !isSelecting(pointer) && startWand(pointer)) {
        m_gesture = Gesture::Wand;
        return;
    }
    // What paints, and has nothing to paint, moves nothing either.
    if (m_regions.isRelating() || (hasPaintTool() && !isSelecting(pointer))) {
        m_pressedRegion = find(pointer.at, reachOf(pointer));
        m_gesture = Gesture::Tap; // it selects, or relates
        return;
    }
    m_grip = gripAt(pointer.at, reachOf(pointer));
    if (m_grip) {
        const Handle region = m_regions.selection().front();
        m_originals = m_grip->kind == Grip::Kind::Group
                          ? stretchableSelection()
                          : std::vector<Preview>{{region, *shapeOf(region)}};
        m_gesture = Gesture::Grip;
        return;
    }
    if (pressPolygonEdge(pointer) || pressPath(pointer)) {
        return;
    }
    m_pressedRegion = find(pointer.at, reachOf(pointer));
    const config::Control* control = isSelecting(pointer) ? nullptr : drawingControl();
    const bool isOnSelected = m_pressedRegion && m_regions.isSelected(*m_pressedRegion);
    if (control != nullptr && (pointer.control || !isOnSelected)) {
        const bool isOfMany = m_tool == ImageTool::Polygon || m_tool == ImageTool::Vector;
        if (isOfMany && refuses(m_regions, m_tag->name())) {
            return;
        }
        m_gesture = Gesture::Draw;
        startDrawing(*control, pointer);
    } else {
        m_gesture = m_pressedRegion ? Gesture::Press : Gesture::Band;
    }
}

void ImageWorkspace::move(const Pointer& pointer) {
    const Point last = std::exchange(m_pointer, pointer.at);
    if (!pointer.isKeys) {
        dropKeyCursor();
    }
    m_hasMoved = m_hasMoved || (m_gesture != Gesture::None && isFar(pointer.at));
    switch (m_gesture) {
    case Gesture::None:
        if (m_draft) {
            drawTo(pointer);
        }
        m_hovered = m_hasImage ? find(pointer.at, reachOf(pointer)) : std::nullopt;
        break;
    case Gesture::Pan:
        m_viewport.panBy(pointer.at.x - last.x, pointer.at.y - last.y);
        break;
    case Gesture::Minimap:
        moveMinimap(pointer.at);
        break;
    case Gesture::Press:
        if (m_hasMoved) {
            startMoving();
            moveRegions(pointer.at);
        }
        break;
    case Gesture::Draw:
        if (m_hasMoved) {
            drawTo(pointer);
        }
        break;
    case Gesture::Paint:
        paintTo(pointer);
        break;
    case Gesture::Wand:
        wandTo(pointer);
        break;
    case Gesture::Move:
        moveRegions(pointer.at);
        break;
    case Gesture::Grip:
        if (m_hasMoved) {
            if (m_previews.empty()) {
                m_previews = m_originals;
                for (const Preview& preview : m_previews) {
                    m_dirty.regions.push_back(preview.region);
                }
            }
            moveGrip(pointer);
        }
        break;
    case Gesture::Tap:
    case Gesture::Band:
        break;
    }
}

void ImageWorkspace::release(const Pointer& pointer) {
    m_pointer = pointer.at;
    const Gesture gesture = m_gesture;
    const bool isClick = !m_hasMoved;
    if (gesture == Gesture::Band && !isClick) {
        selectInBand(pointer.control || isSelecting(pointer));
    }
    m_gesture = Gesture::None;
    switch (gesture) {
    case Gesture::Draw:
        finishDrawing();
        break;
    case Gesture::Paint:
        finishPainting();
        break;
    case Gesture::Wand:
        finishWand();
        break;
    case Gesture::Move:
        finishPreviews(language::later("history.move-regions", {{"count", m_previews.size()}}));
        break;
    case Gesture::Grip:
        if (!isClick) {
            finishPreviews(language::later("history.change-shape"));
        } else if (m_grip->kind == Grip::Kind::Vertex) {
            clickPoint(m_grip->index, pointer);
        }
        m_originals.clear();
        m_isPulling = false;
        break;
    case Gesture::Press:
        click(pointer);
        break;
    case Gesture::Tap:
    case Gesture::Band:
        if (isClick) {
            click(pointer);
        }
        break;
    case Gesture::Pan:
        // Where there is nothing to draw, and a finger beside a pen.
        if (isClick && (m_isForShow || (pointer.isTouch && m_tool != ImageTool::Pan))) {
            m_pressedRegion = find(pointer.at, reachOf(pointer));
            click(pointer);
        }
        break;
    case Gesture::Minimap:
    case Gesture::None:
        break;
    }
    m_hovered = m_hasImage && !pointer.isTouch ? find(pointer.at, reachOf(pointer)) : std::nullopt;
}

void ImageWorkspace::cancel() {
    for (const Preview& preview : m_previews) {
        m_dirty.regions.push_back(preview.region);
    }
    m_previews.clear();
    m_originals.clear();
    m_grip.reset();
    m_isPulling = false;
    m_chosen.clear();
    if (m_painting && m_painting->region) {
        m_dirty.regions.push_back(*m_painting->region);
    }
    m_painting.reset();
    m_gesture = Gesture::None;
    dropDraft();
}

void ImageWorkspace::interrupt() {
    auto* polygon = draftOf<geometry::Polygon>();
    if (polygon != nullptr && !m_freehand.empty()) {
        // What the press drew goes; its first point is what followed the pointer before.
        polygon->points.resize(polygon->points.size() - m_freehand.size() + 1);
        m_freehand.clear();
    }
    const auto* path = draftOf<geometry::Path>();
    const bool hasCorners = (polygon != nullptr && polygon->points.size() > 1) ||
                            (path != nullptr && path->vertices.size() > 1);
    if (hasCorners) {
        m_gesture = Gesture::None;
    } else {
        cancel();
    }
}

bool ImageWorkspace::pressKey(const KeyPress& press, Platform platform) {
    if (!isBusy()) {
        return false;
    }
    const bool hasPoints = draftOf<geometry::Polygon>() || draftOf<geometry::Path>();
    if (press.key == "escape") {
        // A path that has enough points is ended, and anything else is dropped.
        if (draftOf<geometry::Path>()) {
            endPath();
        }
        cancel();
    } else if (!hasPoints || m_gesture != Gesture::None) {
        return false;
    } else if (press.key == "enter" && !press.control && !press.meta) {
        draftOf<geometry::Path>() ? endPath() : closePolygon();
    } else if (press.key == "backspace" || matchesHotkey("mod+z", press, platform)) {
        takeBackPoint();
    } else {
        return false;
    }
    return true;
}

/// The last point follows the pointer; the one before it is the last that was set.
void ImageWorkspace::takeBackPoint() {
    auto* polygon = draftOf<geometry::Polygon>();
    auto* path = draftOf<geometry::Path>();
    const std::size_t count = polygon ? polygon->points.size() : path->vertices.size();
    if (count <= 2) {
        cancel();
    } else if (polygon != nullptr) {
        polygon->points.erase(polygon->points.end() - 2);
    } else {
        geometry::removeVertex(*path, count - 2);
    }
}

} // namespace cartouche::editor
