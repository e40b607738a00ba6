#include "ui/widgets/tooltip.h"

#include <imgui_internal.h>

#include <algorithm>

namespace cartouche::ui {

namespace {

constexpr float kDelaySeconds = 0.45F;
constexpr float kPadding = 10.0F;
constexpr float kHeight = 30.0F;
constexpr TextStyle kStyle{metrics::kSmallTextSize, Weight::Regular};

/// Above the widget if there is room, else below; never over the edge of the canvas.
Box placeBeside(const Box& widget, float width) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float left =
        std::clamp(widget.center().x - width / 2, 4.0F, std::max(4.0F, screen.x - width - 4));
    const float above = widget.top - kHeight - 6;
    return {left, above >= 0 ? above : widget.bottom() + 6, width, kHeight};
}

/// Tooltips lie over every window, so they are drawn into the foreground list.
void drawPanel(const Context& context, const Box& box) {
    context.painter.onTop().fill(box, context.palette.text, 6);
}

void drawWords(const Context& context, const Box& box, std::string_view text, float offset,
               float alpha) {
    const Color color = ImGui::GetColorU32(context.palette.surface, alpha);
    context.painter.onTop().textLine({box.left + offset, box.top, box.width, box.height}, text,
                                     color, kStyle);
}

} // namespace

void drawTooltip(Context& context, const Interaction& state, const Box& box, std::string_view text,
                 std::string_view hotkey) {
    if (!state.isHovered || state.isHeld) {
        return;
    }
    const ImGuiContext& imgui = *ImGui::GetCurrentContext();
    if (imgui.HoveredIdTimer < kDelaySeconds) {
        context.wishes.needsFrame = true;
        return;
    }
    const float textWidth = context.painter.measure(text, kStyle).x;
    const float gap = hotkey.empty() ? 0.0F : 12.0F;
    const float width = textWidth + gap + context.painter.measure(hotkey, kStyle).x + 2 * kPadding;
    const Box panel = placeBeside(box, width);
    drawPanel(context, panel);
    context.covers.boxes.push_back(panel);
    drawWords(context, panel, text, kPadding, 1.0F);
    drawWords(context, panel, hotkey, kPadding + textWidth + gap, 0.7F);
}

} // namespace cartouche::ui
