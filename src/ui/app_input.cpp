// Keys, pointers and the wheel: to whom each event goes.

#include "ui/app.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <ranges>
#include <utility>

namespace cartouche::ui {

namespace {

ImGuiMouseSource sourceOf(PointerDevice device) {
    return device == PointerDevice::Touch ? ImGuiMouseSource_TouchScreen
           : device == PointerDevice::Pen ? ImGuiMouseSource_Pen
                                          : ImGuiMouseSource_Mouse;
}

bool holds(const Box& box, float x, float y) {
    return x >= box.left && x < box.right() && y >= box.top && y < box.bottom();
}

} // namespace

bool App::pressKey(const editor::KeyPress& press) {
    touch();
    if (m_workbench.hasDialog()) {
        return pressKeyInDialog(press);
    }
    if (m_editor.comparison() != nullptr) {
        return pressKeyInComparison(press);
    }
    if (pressPanelKey(turned(press)) || m_answerTrees.pressKey(m_focusedId, turned(press)) ||
        m_rankBoard.pressKey(m_focusedId, turned(press))) {
        return true;
    }
    editor::ImageWorkspace* image = m_editor.activeImage();
    if (image != nullptr && image->pressKey(press, m_editor.platform())) {
        return true;
    }
    const Stage* stage = image == nullptr ? nullptr : stageOf(image);
    const bool isFocused = stage != nullptr && stage->widget == m_focusedId;
    if (isFocused && image->pressFocusedKey(press, m_editor.platform())) {
        return true;
    }
    if (pressCommandKey(press) || m_editor.pressKey(press)) {
        return true;
    }
    if (const config::Tag* wanted = m_editor.focusedBy(press)) {
        m_requests.attention = attentionFor(*wanted);
        return true;
    }
    return image != nullptr && image->pressToolKey(press, m_editor.platform(), m_editor.keymap());
}

/// What is laid out from the right has its next item on the left.
editor::KeyPress App::turned(const editor::KeyPress& press) const {
    editor::KeyPress turned = press;
    if (m_turning.isOn()) {
        turned.key = press.key == "arrowleft"    ? "arrowright"
                     : press.key == "arrowright" ? "arrowleft"
                                                 : press.key;
    }
    return turned;
}

bool App::pressTypingKey(const editor::KeyPress& press) {
    const auto found = std::ranges::find_if(m_typingKeys, [&](const TypingKey& key) {
        return key.insertion.field == m_focusedId &&
               editor::matchesHotkey(key.hotkey, press, m_editor.platform());
    });
    if (found == m_typingKeys.end()) {
        return false;
    }
    m_listener.onInsertion(found->insertion);
    return true;
}

bool App::pressCommandKey(const editor::KeyPress& press) {
    for (const editor::Command& command : editor::commandTable()) {
        if (editor::matchesHotkey(m_editor.keymap().keyOf(command.name), press,
                                  m_editor.platform())) {
            const editor::CommandId meant = m_editor.commandByKeyOf(command.id);
            // What cannot be done now leaves its key to labels and choices, and to the page.
            if (meant <= editor::CommandId::Reset || m_editor.canExecute(meant)) {
                execute(meant);
                return true;
            }
        }
    }
    return false;
}

/// Keys of the list while it has the focus, and what closes the panel where it lies over the rest.
bool App::pressPanelKey(const editor::KeyPress& press) {
    SidePanelState& side = m_sidePanel;
    if (press.key == "escape" && side.giveUpDrag()) {
        return true;
    }
    if (side.listWidget != 0 && m_focusedId == side.listWidget &&
        side.list.pressKey(press, side.rowsInView)) {
        side.isCursorMoved = true;
        return true;
    }
    if (side.isSheetOpen && press.key == "escape") {
        side.isSheetOpen = false;
        m_focusBack = side.focusBefore;
        return true;
    }
    return false;
}

bool App::holdSpace(bool isHeld) {
    touch();
    for (const Stage& stage : m_stages) {
        stage.image->holdSpace(isHeld, stage.widget == m_focusedId);
    }
    return !m_stages.empty();
}

const Stage* App::stageAt(float x, float y) const {
    const auto found = std::ranges::find_if(m_stages, [x, y](const Stage& stage) {
        return holds(stage.visible, x, y) && !holds(stage.over, x, y);
    });
    return found == m_stages.end() ? nullptr : &*found;
}

const Stage* App::stageOf(const editor::ImageWorkspace* image) const {
    const auto found = std::ranges::find(m_stages, image, &Stage::image);
    return found == m_stages.end() ? nullptr : &*found;
}

/// An image is not mirrored where it is laid out from the right.
geometry::Point App::placeOn(const Stage& stage, float x, float y) const {
    const float along = x - stage.box.left;
    return {static_cast<double>(m_turning.isOn() ? stage.box.width - along : along),
            static_cast<double>(y - stage.box.top)};
}

editor::ImageWorkspace::Pointer App::pointerOn(const Stage& stage,
                                               const PointerEvent& event) const {
    return {.at = placeOn(stage, event.x, event.y),
            .button = event.button,
            .control = event.control,
            .shift = event.shift,
            .alt = event.alt,
            .isTouch = event.device == PointerDevice::Touch,
            .isPen = event.device == PointerDevice::Pen,
            .pressure = event.pressure,
            .timeMs = event.timeMs};
}

/// Events on images go to their workspaces at once, each by itself: a stroke needs them all.
bool App::pointerOnStage(const PointerEvent& event) {
    const Stage* stage = m_isPressed ? stageOf(m_pointed) : stageAt(event.x, event.y);
    const bool isLeaving = event.kind == PointerKind::Leave || event.kind == PointerKind::Cancel;
    if (m_pointed != nullptr && (stage == nullptr || stage->image != m_pointed || isLeaving)) {
        m_pointed->leave();
    }
    if (stage == nullptr || (isLeaving && !m_isPressed)) {
        m_isPressed = false;
        return false;
    }
    m_pointed = stage->image;
    const editor::ImageWorkspace::Pointer pointer = pointerOn(*stage, event);
    if (pressCandidate(*stage, event.kind, pointer)) {
        return m_isPressed;
    }
    switch (event.kind) {
    case PointerKind::Down:
        m_isPressed = true;
        m_editor.setActiveImage(*stage->image);
        stage->image->press(pointer);
        m_listener.onFocusNeeded(stage->widget, false);
        break;
    case PointerKind::Up:
        stage->image->release(pointer);
        m_isPressed = false;
        if (stage->image->takeDoubleClicked()) {
            execute(editor::CommandId::FocusRegion);
        }
        break;
    case PointerKind::Cancel:
        stage->image->cancel();
        m_isPressed = false;
        break;
    case PointerKind::Leave:
        break;
    case PointerKind::Move:
        stage->image->move(pointer);
        break;
    }
    return m_isPressed;
}

/// ImGui's own clock stands still between frames.
void App::countClick(const PointerEvent& event) {
    constexpr double kDoubleClickMs = 400;
    constexpr float kReach = 6; // CSS pixels
    if (event.kind != PointerKind::Down) {
        return;
    }
    const bool isSecond = event.timeMs - m_lastDown.timeMs < kDoubleClickMs &&
                          event.button == m_lastDown.button &&
                          std::hypot(event.x - m_lastDown.x, event.y - m_lastDown.y) <= kReach;
    m_clickCount = isSecond && m_clickCount > 0 ? m_clickCount + 1 : 1;
    m_lastDown = event;
}

bool App::pointer(const PointerEvent& seen) {
    // While an image has the pointer, nothing else shows that it is over it.
    m_isPressed && seen.kind == PointerKind::Move ? touchOnce() : touch();
    PointerEvent event = seen;
    event.x = m_turning.across(seen.x);
    countClick(event);
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, event.control);
    io.AddKeyEvent(ImGuiMod_Shift, event.shift);
    const bool wasPressed = m_isPressed;
    const bool isStages = pointerOnStage(event);
    if (wasPressed || isStages) {
        io.AddMousePosEvent(event.x, event.y);
        // A finger on an image that nothing is drawn on scrolls, as anywhere.
        return event.device != PointerDevice::Touch ||
               (m_pointed->canDraw() && m_editor.comparison() == nullptr);
    }
    io.AddMouseSourceEvent(sourceOf(event.device));
    if (event.kind != PointerKind::Leave) {
        io.AddMousePosEvent(event.x, event.y);
    }
    if (event.kind == PointerKind::Down || event.kind == PointerKind::Up) {
        io.AddMouseButtonEvent(std::clamp(event.button, 0, ImGuiMouseButton_COUNT - 1),
                               event.kind == PointerKind::Down);
    }
    if (event.kind == PointerKind::Cancel) {
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        io.AddMouseButtonEvent(0, false);
    }
    // A finger that was lifted hovers over nothing.
    const bool isLifted = event.kind == PointerKind::Up && event.device == PointerDevice::Touch;
    if (event.kind == PointerKind::Leave || isLifted) {
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    }
    if (event.kind != PointerKind::Move) {
        m_isGripHeld =
            event.kind == PointerKind::Down && event.device == PointerDevice::Touch &&
            (m_rankBoard.hasGripAt(event.x, event.y) || m_sidePanel.hasGripAt(event.x, event.y));
    }
    return m_isGripHeld;
}

bool App::pinch(float seenX, float y, double deltaX, double deltaY, double factor) {
    makeCurrent();
    const float x = m_turning.across(seenX);
    const Stage* stage = m_isPressed ? stageOf(m_pointed) : stageAt(x, y);
    if (stage == nullptr || !stage->image->canZoom()) {
        return false;
    }
    touch();
    if (std::exchange(m_isPressed, false)) {
        stage->image->interrupt();
    }
    m_editor.setActiveImage(*stage->image);
    editor::Viewport& view = stage->image->viewport();
    if (deltaX != 0 || deltaY != 0) {
        view.panBy(deltaX, deltaY);
    }
    if (factor != 1) {
        view.zoomBy(factor, placeOn(*stage, x, y));
    }
    return true;
}

bool App::scrollHistory(float x, float y, float deltaY) {
    const Box& box = m_workbench.historyBox;
    makeCurrent();
    ImGuiWindow* window = ImGui::FindWindowByID(m_workbench.historyWindow);
    if (window == nullptr || !ImRect(box.min(), box.max()).Contains({x, y})) {
        return false;
    }
    touch();
    ImGui::SetScrollY(window, std::clamp(window->Scroll.y + deltaY, 0.0F, window->ScrollMax.y));
    return true;
}

bool App::wheel(float seenX, float y, float deltaX, float deltaY, bool isZoom) {
    makeCurrent();
    const float x = m_turning.across(seenX);
    if (m_workbench.palette && !isZoom) {
        touch();
        m_workbench.palette->scroll += deltaY;
        return true;
    }
    if (m_workbench.isHistoryShown && !isZoom && scrollHistory(x, y, deltaY)) {
        return true;
    }
    const Stage* stage = stageAt(x, y);
    if (stage != nullptr && isZoom && stage->image->canZoom()) {
        constexpr double kPerPixel = 0.0022;
        touch();
        m_editor.setActiveImage(*stage->image);
        stage->image->viewport().zoomBy(std::exp(-kPerPixel * static_cast<double>(deltaY)),
                                        placeOn(*stage, x, y));
        return true;
    }
    if (stage != nullptr && !isZoom && !stage->image->viewport().isFitted()) {
        touch();
        m_editor.setActiveImage(*stage->image);
        stage->image->viewport().panBy(-static_cast<double>(deltaX), -static_cast<double>(deltaY));
        return true;
    }
    if (isZoom) {
        return false;
    }
    return scroll(x, y, {m_turning.isOn() ? -deltaX : deltaX, deltaY});
}

/// What lies on top scrolls as far as it can, and then leaves it to the page.
bool App::scroll(float x, float y, ImVec2 by) {
    const auto area = std::ranges::find_if(
        std::views::reverse(m_scrollAreas), [x, y](const ScrollArea& candidate) {
            return ImRect(candidate.box.min(), candidate.box.max()).Contains({x, y});
        });
    return area != m_scrollAreas.rend() && scroll(*area, by);
}

/// A wheel that turns one way only moves what can only be moved the other way, too.
bool App::scroll(ScrollArea& area, ImVec2 by) {
    if (by.x == 0 && area.end.y <= 0 && area.end.x > 0) {
        std::swap(by.x, by.y);
    }
    const ImVec2 to(std::clamp(area.position.x + by.x, 0.0F, area.end.x),
                    std::clamp(area.position.y + by.y, 0.0F, area.end.y));
    if (to.x == area.position.x && to.y == area.position.y) {
        return false;
    }
    touch();
    area.position = to;
    if (ImGuiWindow* window = ImGui::FindWindowByID(area.window)) {
        ImGui::SetScrollX(window, to.x);
        ImGui::SetScrollY(window, to.y);
    }
    return true;
}

} // namespace cartouche::ui
