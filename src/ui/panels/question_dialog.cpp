// A question over everything, with a button that means it and one that does not.

#include "ui/panels/panels.h"
#include "ui/question.h"
#include "ui/widgets/button.h"

#include <algorithm>
#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kWidth = 420.0F;
constexpr float kPadding = 20.0F;

void openDialog(Context& context, const std::string& text, const Box& box) {
    SemanticsNode node;
    node.id = ImGui::GetID("question");
    node.role = "alertdialog";
    node.name = text;
    node.box = box.corners();
    context.semantics.open(std::move(node));
}

bool drawAnswer(Context& context, std::string_view key, std::string_view label, ButtonLook look,
                float right, float top) {
    Button button;
    button.key = key;
    button.label = label;
    button.look = look;
    const float width = buttonWidth(context, button);
    const Box box{right - width, top, width, metrics::kControlHeight};
    if (look == ButtonLook::Quiet) {
        context.painter.outline(box, context.palette.controlBorder, metrics::kRadius);
    }
    return drawButton(context, button, box);
}

/// Where the card stands, as high as its text needs.
Box cardFor(const Context& context, const std::string& text, const Box& box) {
    const float width = std::min(kWidth, box.width - 2 * metrics::kSmallGap);
    const float words = context.painter.measureHeight(text, {}, width - 2 * kPadding);
    const float height = words + metrics::kControlHeight + 3 * kPadding;
    return {box.center().x - width / 2, box.center().y - height / 2, width, height};
}

} // namespace

void drawQuestion(Context& context, const Box& box) {
    Question& question = *context.question;
    const Box card = cardFor(context, question.text, box);
    ImGui::SetCursorScreenPos(box.min());
    ImGui::BeginChild("question", {box.width, box.height}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground);
    context.painter.fill(box, IM_COL32(0, 0, 0, 110));
    context.painter.fill(card, context.palette.surface, metrics::kRadius);
    context.painter.outline(card, context.palette.border, metrics::kRadius);
    openDialog(context, question.text, card);
    context.painter.textBlock(
        {card.left + kPadding, card.top + kPadding, card.width - 2 * kPadding, card.height},
        question.text, context.palette.text, {});
    const float top = card.bottom() - kPadding - metrics::kControlHeight;
    const float right = card.right() - kPadding;
    Button yes;
    yes.label = question.yes;
    const float yesWidth = buttonWidth(context, yes);
    const bool isRefused = drawAnswer(context, "no", "Cancel", ButtonLook::Quiet,
                                      right - yesWidth - metrics::kSmallGap, top);
    const bool isMeant = drawAnswer(context, "yes", question.yes, ButtonLook::Primary, right, top);
    context.semantics.close();
    if (std::exchange(question.isOpening, false)) {
        context.wishes.focused = ImGui::GetID("no");
    }
    ImGui::EndChild();
    if (isRefused || isMeant) {
        context.wishes.confirmed = isMeant ? std::optional(question.command) : std::nullopt;
        context.wishes.focusBack = question.focusBefore;
        context.wishes.needsFrame = true;
        context.question.reset();
    }
}

} // namespace cartouche::ui
