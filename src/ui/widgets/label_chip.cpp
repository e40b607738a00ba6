#include "ui/widgets/label_chip.h"

#include "ui/widgets/tooltip.h"

#include <algorithm>
#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kPadding = 10.0F;
constexpr float kDotSize = 12.0F;
constexpr float kGap = 8.0F;
constexpr float kAliasGap = 5.0F;
constexpr TextStyle kStyle{metrics::kSmallTextSize, Weight::SemiBold};
constexpr TextStyle kKeyStyle{12.0F, Weight::SemiBold};

TextStyle aliasStyle(const LabelChip& chip) {
    return {metrics::kSmallTextSize, chip.aliasWeight};
}

/// Of the alias with the gap before it.
float aliasWidth(const Context& context, const LabelChip& chip) {
    return chip.alias.empty() ? 0
                              : context.painter.measure(chip.alias, aliasStyle(chip)).x + kAliasGap;
}

bool isFilled(const LabelChip& chip) {
    return chip.isActive && chip.activeTextColor != 0;
}

void drawGround(Context& context, const LabelChip& chip, bool isHovered, const Box& box) {
    const Palette& palette = context.palette;
    const float radius = box.height / 2;
    context.painter.fill(box,
                         isFilled(chip)  ? chip.color
                         : chip.isActive ? palette.accentSoft
                         : isHovered     ? palette.hovered
                                         : palette.raised,
                         radius);
    context.painter.outline(box, chip.isActive ? palette.accent : palette.border, radius,
                            chip.isActive ? 2.0F : 1.0F);
}

/// The label with its alias behind it, as far as there is room.
void drawTexts(Context& context, const LabelChip& chip, const Box& box) {
    const Color color = isFilled(chip) ? chip.activeTextColor : context.palette.text;
    const float alias = aliasWidth(context, chip);
    const float label =
        std::min(context.painter.measure(chip.label, kStyle).x + 1, box.width - alias);
    context.painter.textLine({box.left, box.top, alias > 0 ? label : box.width, box.height},
                             chip.label, color, kStyle);
    if (alias > 0) {
        context.painter.textLine({box.left + label + kAliasGap, box.top, alias, box.height},
                                 chip.alias, isFilled(chip) ? color : chip.aliasColor,
                                 aliasStyle(chip));
    }
}

void describe(Context& context, const LabelChip& chip, const Interaction& state, const Box& box) {
    SemanticsNode node;
    node.id = state.id;
    node.role = chip.role;
    node.name = chip.alias.empty() ? chip.label : chip.label + " " + chip.alias;
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
    return 2 * kPadding + kDotSize + kGap + context.painter.measure(chip.label, kStyle).x +
           aliasWidth(context, chip) + key + 2;
}

bool drawLabelChip(Context& context, const LabelChip& chip, const Box& box) {
    const Palette& palette = context.palette;
    const Interaction state = interact(context, chip.key, box, Availability::Enabled);
    const float radius = box.height / 2;
    drawGround(context, chip, state.isHovered, box);
    const ImVec2 dot(box.left + kPadding + kDotSize / 2, box.center().y);
    context.painter.circle(dot, kDotSize / 2, isFilled(chip) ? chip.activeTextColor : chip.color);
    const float left = dot.x + kDotSize / 2 + kGap;
    const float key = chip.hotkey.empty() ? 0 : context.painter.measure(chip.hotkey, kKeyStyle).x;
    const float right = box.right() - kPadding - (key > 0 ? key + kGap : 0);
    drawTexts(context, chip, {left, box.top, right - left, box.height});
    if (key > 0) {
        context.painter.textLine({right + kGap, box.top, key + 2, box.height}, chip.hotkey,
                                 isFilled(chip) ? chip.activeTextColor : palette.textMuted,
                                 kKeyStyle);
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
