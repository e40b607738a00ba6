// Images without a pointer: a cross that the arrow keys move and that presses as a mouse does, and
// selected regions moved and resized by keys.

#include "core/geometry/rotated_box.h"
#include "core/language/message.h"
#include "editor/image_workspace.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace cartouche::editor {

namespace {

using geometry::Point;
using geometry::Shape;

constexpr double kStep = 1; // CSS pixels
constexpr double kLongStep = 10;
constexpr double kResizeStep = 5;
constexpr double kEdge = 24;        // CSS pixels of the stage in which the cross moves the image
constexpr double kPauseMs = 100000; // taps are never double clicks

std::optional<Point> directionOf(std::string_view key) {
    if (key == "arrowleft") {
        return Point{-1, 0};
    }
    if (key == "arrowright") {
        return Point{1, 0};
    }
    if (key == "arrowup") {
        return Point{0, -1};
    }
    return key == "arrowdown" ? std::optional(Point{0, 1}) : std::nullopt;
}

} // namespace

bool ImageWorkspace::pressFocusedKey(const KeyPress& press, Platform platform) {
    if (!m_hasImage || press.alt) {
        return false;
    }
    const bool isMod = platform == Platform::Mac ? press.meta : press.control;
    if (const auto direction = directionOf(press.key)) {
        if (isMod) {
            return press.shift && resizeBy(*direction);
        }
        const double step = press.shift ? kLongStep : kStep;
        const Point by{direction->x * step, direction->y * step};
        if (m_keyCursor || m_draft || m_regions.selection().empty() || !nudge(by)) {
            moveKeyCursor(by);
        }
        return true;
    }
    if (m_keyCursor && !isMod && !isBusy()) { // what Shift and Alt are to the mouse
        Pointer pointer = keyPointer();
        pointer.shift = press.key == "enter" && press.shift;
        if (press.key == "backspace" || press.key == "delete") {
            const auto grip = gripAt(pointer.at, reachOf(pointer));
            pointer.alt = grip && grip->kind == Grip::Kind::Vertex; // a point goes, not the region
        }
        if (pointer.shift || pointer.alt) {
            this->press(pointer);
            release(pointer);
            return true;
        }
    }
    if (press.key == "enter" && !isMod && m_keyCursor) {
        const bool hasCorners = draftOf<geometry::Polygon>() || draftOf<geometry::Path>();
        if (!hasCorners) { // which Enter ends
            tap();
            return true;
        }
    }
    if (press.key == "escape" && m_keyCursor && !isBusy() && m_regions.selection().empty()) {
        dropKeyCursor();
        return true;
    }
    return false;
}

void ImageWorkspace::holdSpace(bool isHeld, bool hasFocus) {
    const bool isTap = m_isSpaceHeld && !isHeld && !m_hasSpacePanned;
    if (!m_isSpaceHeld || !isHeld) {
        m_hasSpacePanned = false;
    }
    m_isSpaceHeld = isHeld;
    if (isTap && m_keyCursor) {
        tap();
    } else if (isTap && hasFocus && m_hasImage) {
        moveKeyCursor({});
    }
}

ImageWorkspace::Pointer ImageWorkspace::keyPointer() const {
    Pointer pointer{.at = *m_keyCursor, .isKeys = true};
    pointer.timeMs = m_pressed.timeMs + kPauseMs;
    return pointer;
}

void ImageWorkspace::moveKeyCursor(Point by) {
    const geometry::Size stage = m_viewport.stage();
    Point at =
        m_keyCursor ? Point{m_keyCursor->x + by.x, m_keyCursor->y + by.y} : m_viewport.center();
    at = m_viewport.toStage(inImage(at));
    if (!m_viewport.isFitted()) { // the image comes along
        const Point shown{std::clamp(at.x, kEdge, std::max(kEdge, stage.width - kEdge)),
                          std::clamp(at.y, kEdge, std::max(kEdge, stage.height - kEdge))};
        const Point pixel = m_viewport.toImage(at);
        m_viewport.panBy(shown.x - at.x, shown.y - at.y);
        at = m_viewport.toStage(pixel);
    }
    m_keyCursor = at;
    move(keyPointer());
}

/// What a click does at once; where a mouse would drag, the next tap lets go.
void ImageWorkspace::tap() {
    const Pointer pointer = keyPointer();
    if (m_gesture != Gesture::None) {
        release(pointer);
        return;
    }
    press(pointer);
    const bool isOnSelected = m_pressedRegion && m_regions.isSelected(*m_pressedRegion);
    const bool isHeld = m_gesture == Gesture::Paint || m_gesture == Gesture::Wand ||
                        m_gesture == Gesture::Grip || (m_gesture == Gesture::Press && isOnSelected);
    if (!isHeld) {
        release(pointer);
    }
}

/// Steps that follow each other are one in the history, as a drag is.
bool ImageWorkspace::nudge(Point byStage) {
    std::vector<Preview> originals;
    for (const Handle region : m_regions.selection()) {
        const Shape* shape = m_regions.isEditable(region) ? shapeOf(region) : nullptr;
        if (shape != nullptr) {
            originals.push_back({region, *shape});
        }
    }
    if (originals.empty()) {
        return false;
    }
    const bool isContinued =
        m_nudge && m_nudge->doneCount == m_regions.doneCount() &&
        std::ranges::equal(m_nudge->originals, originals, {}, &Preview::region, &Preview::region);
    if (!isContinued) {
        m_nudge = Nudge{std::move(originals), {}, 0};
    }
    const Point from = m_viewport.toImage({0, 0});
    const Point to = m_viewport.toImage(byStage);
    const Point by = keptInside(m_nudge->originals,
                                {m_nudge->by.x + to.x - from.x, m_nudge->by.y + to.y - from.y});
    std::vector<std::pair<Handle, Shape>> shapes;
    for (const Preview& original : m_nudge->originals) {
        shapes.emplace_back(original.region,
                            geometry::moved(original.shape, m_viewport.image(), by));
    }
    m_nudge->by = by;
    m_regions.setShapes(language::later("history.move-regions", {{"count", shapes.size()}}),
                        std::move(shapes), isContinued);
    m_nudge->doneCount = m_regions.doneCount();
    return true;
}

/// Its lower right corner moves, as the box itself lies.
bool ImageWorkspace::resizeBy(Point direction) {
    constexpr int kLowerRight = 4;
    const auto& selection = m_regions.selection();
    const bool isOne = selection.size() == 1 && m_regions.isEditable(selection.front());
    const Shape* shape = isOne ? shapeOf(selection.front()) : nullptr;
    const geometry::Size image = m_viewport.image();
    const auto box = shape == nullptr ? std::nullopt : boxOf(*shape, image);
    if (!box) {
        return false;
    }
    const double step = kResizeStep / m_viewport.scale();
    const Point grown{std::max(box->width + direction.x * step, 1.0),
                      std::max(box->height + direction.y * step, 1.0)};
    geometry::RotatedBox wanted = *box;
    wanted.width = grown.x;
    wanted.height = grown.y;
    const Point kept = geometry::handleOf(*box, 0);
    const Point moved = geometry::handleOf(wanted, 0);
    const Point corner = geometry::handleOf(wanted, kLowerRight);
    const Point to{std::clamp(corner.x + kept.x - moved.x, 0.0, image.width),
                   std::clamp(corner.y + kept.y - moved.y, 0.0, image.height)};
    m_regions.setShapes(
        language::later("history.change-shape"),
        {{selection.front(),
          withBox(*shape, geometry::resized(*box, kLowerRight, to, false), image)}});
    return true;
}

} // namespace cartouche::editor
