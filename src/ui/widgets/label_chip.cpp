#include "ui/widgets/label_chip.h"

#include "ui/widgets/tooltip.h"

#include <algorithm>
#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kPadding = 10.0F;
constexpr float kDotSize = 12.0F;
constexpr float kGap = 8.0F;
constexpr TextStyle kStyle{metrics::kSmallTextSize, Weight::SemiBold};
constexpr TextStyle kKeyStyle{12.0F, Weight::SemiBold};

void describe(Context& context, const LabelChip& chip, const Interaction& state, const Box& box) {
    SemanticsNode node;
    node.id = state.id;
    node.role = chip.role;
    node.name = chip.label;
    node.box = box.corners();
    node.isFocusable = !context.isForShow;
    node.isDisabled = context.isForShow;
    if (chip.role != "button") {
        node.checked = chip.isActive;
    }
    node.description = chip.hint;
    node.keyShortcuts = chip.hotkey;
    context.semantics.add(std::move(node));
}

} // namespace

float labelChipWidth(const Context& context, const LabelChip& chip) {
    const float key =
        chip.hotkey.empty() ? 0 : context.painter.measure(chip.hotkey, kKeyStyle).x + kGap;
    return 2 * kPadding + kDotSize + kGap + context.painter.measure(chip.label, kStyle).x + key + 2;
}

bool drawLabelChip(Context& context, const LabelChip& chip, const Box& box) {
    const Palette& palette = context.palette;
    const Interaction state = interact(context, chip.key, box, Availability::Enabled);
    const float radius = box.height / 2;
    context.painter.fill(box,
                         chip.isActive     ? palette.accentSoft
                         : state.isHovered ? palette.hovered
                                           : palette.raised,
                         radius);
    context.painter.outline(box, chip.isActive ? palette.accent : palette.border, radius,
                            chip.isActive ? 2.0F : 1.0F);
    const ImVec2 dot(box.left + kPadding + kDotSize / 2, box.center().y);
    context.painter.circle(dot, kDotSize / 2, chip.color);
    const float left = dot.x + kDotSize / 2 + kGap;
    const float key = chip.hotkey.empty() ? 0 : context.painter.measure(chip.hotkey, kKeyStyle).x;
    const float right = box.right() - kPadding - (key > 0 ? key + kGap : 0);
    context.painter.textLine({left, box.top, right - left, box.height}, chip.label, palette.text,
                             kStyle);
    if (key > 0) {
        context.painter.textLine({right + kGap, box.top, key + 2, box.height}, chip.hotkey,
                                 palette.textMuted, kKeyStyle);
    }
    if (state.hasFocusRing) {
        context.painter.focusRing(box, palette.focus, radius);
    }
    if (!chip.hint.empty()) {
        drawTooltip(context, state, box, chip.hint, "");
    }
    describe(context, chip, state, box);
    return state.isPressed;
}

} // namespace cartouche::ui
