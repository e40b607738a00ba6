#include "ui/widgets/choice_item.h"

#include "ui/icons.h"
#include "ui/widgets/tooltip.h"

#include <algorithm>

namespace cartouche::ui {

namespace {

constexpr float kMarkSize = 18.0F;
constexpr float kPadding = 12.0F;
constexpr float kCapHeight = 22.0F;
constexpr float kMarkGap = 10.0F;
constexpr float kWidestPicture = 300.0F;
constexpr TextStyle kLabelStyle{metrics::kTextSize, Weight::Regular};
constexpr TextStyle kChosenStyle{metrics::kTextSize, Weight::SemiBold};
constexpr TextStyle kCapStyle{12.0F, Weight::SemiBold};

float capWidth(const Context& context, const ChoiceItem& item) {
    if (item.hotkey.empty()) {
        return 0;
    }
    return std::max(kCapHeight, context.painter.measure(item.hotkey, kCapStyle).x + 12);
}

/// For the label, between the mark and the key cap.
float labelWidth(const Context& context, const ChoiceItem& item, float width) {
    const float cap = capWidth(context, item);
    return width - kPadding - kMarkSize - kMarkGap - kPadding - (cap > 0 ? cap + 8 : 0);
}

float labelHeight(const Context& context, const ChoiceItem& item, float width) {
    const float text =
        context.painter.measureHeight(item.label, kChosenStyle, labelWidth(context, item, width));
    return std::max(metrics::kControlHeight, text + kPadding);
}

ImVec2 pictureIn(const Context& context, const ChoiceItem& item, float width) {
    return pictureSize(context, item.picture, std::min(width - 2 * kPadding, kWidestPicture));
}

void drawGround(const Context& context, const ChoiceItem& item, const Interaction& state,
                const Box& box) {
    const Palette& palette = context.palette;
    const Color ground = item.isChosen     ? palette.accentSoft
                         : state.isHovered ? palette.hovered
                                           : palette.raised;
    context.painter.fill(box, ground, metrics::kRadius);
    const Color line = item.isChosen     ? palette.accent
                       : state.isHovered ? palette.controlBorder
                                         : palette.border;
    context.painter.outline(box, line, metrics::kRadius, item.isChosen ? 1.5F : 1.0F);
}

void drawRadio(const Context& context, ChoiceMark mark, ImVec2 center) {
    const Palette& palette = context.palette;
    const float radius = kMarkSize / 2;
    if (mark != ChoiceMark::Chosen) {
        context.painter.circle(center, radius, palette.surface);
        context.painter.ring(center, radius, palette.controlBorder, 1.5F);
    } else {
        context.painter.circle(center, radius, palette.accent);
        context.painter.circle(center, 3.5F, palette.onAccent);
    }
    if (mark == ChoiceMark::Partly) {
        context.painter.circle(center, 2.5F, palette.controlBorder);
    }
}

void drawCheckbox(const Context& context, ChoiceMark mark, ImVec2 center) {
    const Palette& palette = context.palette;
    const Box box{center.x - kMarkSize / 2, center.y - kMarkSize / 2, kMarkSize, kMarkSize};
    if (mark == ChoiceMark::Empty) {
        context.painter.fill(box, palette.surface, 4);
        context.painter.outline(box, palette.controlBorder, 4, 1.5F);
        return;
    }
    context.painter.fill(box, palette.accent, 4);
    if (mark == ChoiceMark::Partly) {
        context.painter.fill({box.left + 4, center.y - 1, kMarkSize - 8, 2}, palette.onAccent);
    } else {
        drawIcon(Icon::Check, center, kMarkSize - 2, palette.onAccent);
    }
}

ChoiceMark markOf(const ChoiceItem& item) {
    return item.isChosen   ? ChoiceMark::Chosen
           : item.isPartly ? ChoiceMark::Partly
                           : ChoiceMark::Empty;
}

void drawLabel(const Context& context, const ChoiceItem& item, const Box& row) {
    const TextStyle style = item.isChosen ? kChosenStyle : kLabelStyle;
    const Box room{row.left + kPadding + kMarkSize + kMarkGap, row.top,
                   labelWidth(context, item, row.width), row.height};
    const float height = context.painter.measureHeight(item.label, style, room.width);
    if (row.height > metrics::kControlHeight) {
        const Box lines{room.left, room.center().y - height / 2, room.width, height};
        context.painter.textBlock(lines, item.label, context.palette.text, style);
    } else {
        context.painter.textLine(room, item.label, context.palette.text, style);
    }
}

/// The hotkey as a small key at the right end.
void drawKeyCap(const Context& context, const ChoiceItem& item, const Box& box) {
    const float width = capWidth(context, item);
    const Box cap{box.right() - kPadding - width, box.center().y - kCapHeight / 2, width,
                  kCapHeight};
    const Palette& palette = context.palette;
    context.painter.outline(cap, item.isChosen ? palette.accent : palette.border, 5);
    context.painter.textCentered(cap, item.hotkey,
                                 item.isChosen ? palette.accent : palette.textMuted, kCapStyle);
}

void describe(Context& context, const ChoiceItem& item, const Interaction& state, const Box& box) {
    SemanticsNode node;
    node.id = state.id;
    node.role = item.shape == ChoiceShape::Radio ? "radio" : "checkbox";
    node.name = item.label;
    node.box = box.corners();
    node.isFocusable = !context.isForShow;
    node.isDisabled = context.isForShow;
    node.checked = item.isChosen;
    node.description = item.hint;
    node.keyShortcuts = item.hotkey;
    context.semantics.add(std::move(node));
}

} // namespace

void drawChoiceMark(const Context& context, ChoiceShape shape, ChoiceMark mark, ImVec2 center) {
    (shape == ChoiceShape::Radio ? drawRadio : drawCheckbox)(context, mark, center);
}

float choiceItemWidth(const Context& context, const ChoiceItem& item) {
    const float cap = capWidth(context, item);
    const float label = kPadding + kMarkSize + kMarkGap +
                        context.painter.measure(item.label, kChosenStyle).x +
                        (cap > 0 ? cap + 16 : 0) + kPadding + 2;
    return std::max(label, 2 * kPadding + pictureSize(context, item.picture, kWidestPicture).x);
}

float choiceItemHeight(const Context& context, const ChoiceItem& item, float width) {
    const float picture = pictureIn(context, item, width).y;
    return labelHeight(context, item, width) + (picture > 0 ? picture + kPadding : 0);
}

bool drawChoiceItem(Context& context, const ChoiceItem& item, const Box& box) {
    const Interaction state = interact(context, item.key, box, Availability::Enabled);
    drawGround(context, item, state, box);
    const Box row{box.left, box.top, box.width, labelHeight(context, item, box.width)};
    const ImVec2 mark(row.left + kPadding + kMarkSize / 2, row.center().y);
    drawChoiceMark(context, item.shape, markOf(item), mark);
    drawLabel(context, item, row);
    if (!item.hotkey.empty()) {
        drawKeyCap(context, item, row);
    }
    if (const ImVec2 size = pictureIn(context, item, box.width); size.y > 0) {
        drawPicture(context, item.picture,
                    {box.left + (box.width - size.x) / 2, row.bottom(), size.x, size.y});
    }
    if (state.hasFocusRing) {
        context.painter.focusRing(box, context.palette.focus, metrics::kRadius);
    }
    if (!item.hint.empty()) {
        drawTooltip(context, state, box, item.hint, "");
    }
    describe(context, item, state, box);
    return state.isPressed;
}

} // namespace cartouche::ui
