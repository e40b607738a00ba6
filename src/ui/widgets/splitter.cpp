#include "ui/widgets/splitter.h"

#include "core/language/message.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kReach = 5.0F;
constexpr float kFingerReach = 14.0F;
constexpr float kStep = 16.0F; // of an arrow key
constexpr double kEnd = 100;   // what Home and End ask for

void describe(Context& context, const Splitter& splitter, std::uint32_t id, const Box& box) {
    const float extent = splitter.most - splitter.least;
    SemanticsNode node;
    node.id = id;
    node.role = "separator";
    node.name = splitter.label;
    node.value =
        language::say("splitter.width", {{"count", static_cast<int>(std::round(splitter.width))}});
    node.fraction =
        extent > 0 ? static_cast<double>((splitter.width - splitter.least) / extent) : 0.0;
    node.isFocusable = true;
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

void drawMark(Context& context, const Interaction& state, const Box& box) {
    constexpr float kWidth = 3.0F;
    const Palette& palette = context.palette;
    const Box line{box.center().x - kWidth / 2, box.top, kWidth, box.height};
    if (state.hasFocusRing) {
        context.painter.fill(line, palette.focus);
    } else if (state.isHeld || state.isHovered) {
        context.painter.fill(line, state.isHeld ? palette.accent : palette.controlBorder);
    }
}

/// What the pointer drags it to: as far from where the press found it as the pointer has gone.
float draggedWidth(const Splitter& splitter, std::uint32_t id) {
    ImGuiStorage& storage = *ImGui::GetStateStorage();
    if (ImGui::IsItemActivated()) {
        storage.SetFloat(id, splitter.width);
    }
    const ImGuiIO& io = ImGui::GetIO();
    return storage.GetFloat(id, splitter.width) + io.MouseClickedPos[0].x - io.MousePos.x;
}

std::optional<float> steppedWidth(Context& context, const Splitter& splitter, std::uint32_t id) {
    const auto steps = context.requests.steps.extract(id);
    if (steps.empty()) {
        return std::nullopt;
    }
    const double by = steps.mapped();
    return by >= kEnd    ? splitter.most
           : by <= -kEnd ? splitter.least
                         : splitter.width + static_cast<float>(by) * kStep;
}

} // namespace

Box splitterBox(const Box& border, SplitterReach reach) {
    const float side = reach == SplitterReach::Finger ? kFingerReach : kReach;
    return {border.center().x - side, border.top, 2 * side, border.height};
}

SplitterReach splitterReach() {
    return ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen ? SplitterReach::Finger
                                                                      : SplitterReach::Pointer;
}

std::optional<float> drawSplitter(Context& context, const Splitter& splitter, const Box& box) {
    const Interaction state =
        interact(context, splitter.key, box, Availability::Enabled, Cursor::ResizeAcross);
    if (state.isHeld) {
        context.wishes.cursor = Cursor::ResizeAcross; // also where it has no more room to go
    }
    drawMark(context, state, box);
    describe(context, splitter, state.id, box);
    std::optional<float> width;
    if (state.isPressed && context.clickCount == 2) {
        width = splitter.usual;
    } else if (state.isHeld || (ImGui::IsItemDeactivated() && ImGui::IsMousePosValid())) {
        width = draggedWidth(splitter, state.id);
    } else {
        width = steppedWidth(context, splitter, state.id);
    }
    return width ? std::optional(std::clamp(*width, splitter.least, splitter.most)) : std::nullopt;
}

} // namespace cartouche::ui
