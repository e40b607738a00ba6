#include "ui/widgets/button.h"

#include "ui/widgets/tooltip.h"

namespace cartouche::ui {

namespace {

constexpr float kPadding = 18.0F;
constexpr float kIconSize = 20.0F;
constexpr float kCaptionGap = 6.0F;
constexpr float kLeastPadding = 4.0F; // in a box of less than buttonWidth()
constexpr TextStyle kLabelStyle{metrics::kTextSize, Weight::SemiBold};
constexpr TextStyle kSmallLabelStyle{metrics::kSmallTextSize, Weight::SemiBold};

struct Colors {
    Color ground = 0;
    Color text = 0;
};

Colors colorsOf(const Context& context, const Button& button, const Interaction& state) {
    const Palette& palette = context.palette;
    if (button.availability == Availability::Disabled) {
        const Color ground = button.look == ButtonLook::Primary ? palette.hovered : 0;
        return {ground, ImGui::GetColorU32(palette.textMuted, 0.55F)};
    }
    if (button.look == ButtonLook::Primary) {
        const Color ground = state.isHeld      ? palette.accentPressed
                             : state.isHovered ? palette.accentHovered
                                               : palette.accent;
        return {ground, palette.onAccent};
    }
    if (button.isChosen.value_or(false)) {
        return {palette.accentSoft, palette.accent};
    }
    const Color ground = state.isHeld ? palette.border : state.isHovered ? palette.hovered : 0;
    return {ground, palette.text};
}

float captionWidth(const Context& context, const Button& button) {
    return button.caption.empty()
               ? 0
               : kCaptionGap + context.painter.measure(button.caption, kLabelStyle).x + 1;
}

bool fits(const Context& context, const Button& button, const Box& box, TextStyle style) {
    return context.painter.measure(button.label, style).x <= box.width - 2 * kLeastPadding + 0.5F;
}

void drawContent(Context& context, const Button& button, const Box& box, Color color) {
    if (button.isIconOnly && button.icon) {
        const float caption = captionWidth(context, button);
        const float left = box.center().x - (kIconSize + caption) / 2;
        drawIcon(*button.icon, {left + kIconSize / 2, box.center().y}, kIconSize, color);
        context.painter.textLine({left + kIconSize + kCaptionGap, box.top, caption, box.height},
                                 button.caption, color, kLabelStyle);
        return;
    }
    const TextStyle style =
        fits(context, button, box, kLabelStyle) ? kLabelStyle : kSmallLabelStyle;
    context.painter.textCentered(box.inset(kLeastPadding), button.label, color, style);
}

void describe(Context& context, const Button& button, const Interaction& state, const Box& box) {
    SemanticsNode node;
    node.id = state.id;
    node.role = "button";
    node.name = button.label;
    node.box = box.corners();
    node.isFocusable = true;
    node.checked = button.isChosen;
    node.isDisabled = button.availability == Availability::Disabled;
    node.keyShortcuts = button.keyShortcuts;
    context.semantics.add(std::move(node));
}

} // namespace

Button closeButton(std::string_view key, std::string_view label) {
    Button button;
    button.key = key;
    button.label = label;
    button.icon = Icon::Close;
    button.isIconOnly = true;
    button.hotkey = "Escape";
    button.keyShortcuts = "Escape";
    return button;
}

float buttonWidth(const Context& context, const Button& button) {
    return button.isIconOnly ? metrics::kControlHeight + captionWidth(context, button)
                             : context.painter.measure(button.label, kLabelStyle).x + 2 * kPadding;
}

bool drawButton(Context& context, const Button& button, const Box& box) {
    const Interaction state = interact(context, button.key, box, button.availability);
    const Colors colors = colorsOf(context, button, state);
    if (colors.ground != 0) {
        context.painter.fill(box, colors.ground, metrics::kRadius);
    }
    drawContent(context, button, box, colors.text);
    if (state.hasFocusRing) {
        context.painter.focusRing(box, context.palette.focus, metrics::kRadius);
    }
    if (button.isIconOnly || !button.hotkey.empty() ||
        !fits(context, button, box, kSmallLabelStyle)) {
        drawTooltip(context, state, box, button.label, button.hotkey);
    }
    describe(context, button, state, box);
    return state.isPressed;
}

} // namespace cartouche::ui
