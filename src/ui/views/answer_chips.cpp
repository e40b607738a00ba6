#include "ui/views/answer_chips.h"

#include "core/language/message.h"
#include "ui/icons.h"
#include "ui/widgets/interaction.h"
#include "ui/widgets/tooltip.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

constexpr float kHeight = 30.0F;
constexpr float kGap = 6.0F;
constexpr float kPadding = 10.0F;
constexpr float kCross = 18.0F;
constexpr TextStyle kStyle{metrics::kSmallTextSize, Weight::SemiBold};

bool canRemove(const Context& context) {
    return !context.isForShow && !context.editor.isReadonly();
}

/// From the top left of all.
std::vector<Box> placeChips(const Context& context, std::span<const AnswerChip> chips,
                            float width) {
    std::vector<Box> boxes;
    for (const AnswerChip& chip : chips) {
        const float own = context.painter.measure(chip.text, kStyle).x + 2 * kPadding +
                          (canRemove(context) ? kCross : 0);
        Box box{0, 0, std::min(own, width), kHeight};
        if (!boxes.empty()) {
            box.left = boxes.back().right() + kGap;
            box.top = boxes.back().top;
            if (box.right() > width) {
                box.left = 0;
                box.top += kHeight + kGap;
            }
        }
        boxes.push_back(box);
    }
    return boxes;
}

void describe(Context& context, const AnswerChip& chip, std::uint32_t widget, const Box& box) {
    SemanticsNode node;
    node.id = widget;
    node.role = canRemove(context) ? "button" : "text";
    node.name =
        canRemove(context) ? language::say("answers.remove", {{"answer", chip.text}}) : chip.text;
    node.description = chip.isStray ? language::say("answers.stray") : "";
    node.isFocusable = canRemove(context);
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

/// True if it is to go.
bool drawChip(Context& context, const AnswerChip& chip, const Box& box) {
    const Palette& palette = context.palette;
    const Color color = chip.isStray ? palette.danger : palette.accent;
    const Interaction state = interact(
        context, "chip", box, canRemove(context) ? Availability::Enabled : Availability::Disabled);
    context.painter.fill(box, state.isHovered ? palette.hovered : palette.accentSoft, kHeight / 2);
    context.painter.outline(box, color, kHeight / 2);
    const float cross = canRemove(context) ? kCross : 0;
    context.painter.textLine(
        {box.left + kPadding, box.top, box.width - 2 * kPadding - cross, box.height}, chip.text,
        chip.isStray ? palette.danger : palette.text, kStyle);
    if (canRemove(context)) {
        drawIcon(Icon::Close, {box.right() - kPadding - kCross / 2 + 5, box.center().y}, 12,
                 palette.textMuted);
    }
    if (state.hasFocusRing) {
        context.painter.focusRing(box, palette.focus, kHeight / 2);
    }
    if (chip.isStray) {
        drawTooltip(context, state, box, language::say("answers.stray"), "");
    }
    describe(context, chip, state.id, box);
    return state.isPressed;
}

} // namespace

std::string pathText(const annotation::Path& path, std::string_view separator) {
    std::string text;
    for (const std::string& part : path) {
        text += text.empty() ? "" : separator;
        text += part;
    }
    return text;
}

float answerChipsHeight(const Context& context, std::span<const AnswerChip> chips, float width) {
    const auto boxes = placeChips(context, chips, width);
    return boxes.empty() ? 0 : boxes.back().bottom() + kGap;
}

std::optional<std::size_t> drawAnswerChips(Context& context, std::span<const AnswerChip> chips,
                                           const Box& box) {
    std::optional<std::size_t> removed;
    const auto boxes = placeChips(context, chips, box.width);
    for (std::size_t index = 0; index < chips.size(); ++index) {
        ImGui::PushID(static_cast<int>(index));
        const Box& at = boxes[index];
        if (drawChip(context, chips[index],
                     {box.left + at.left, box.top + at.top, at.width, at.height})) {
            removed = index;
        }
        ImGui::PopID();
    }
    return removed;
}

} // namespace cartouche::ui
