// What is asked before something goes that is hard to bring back.

#include "core/language/message.h"
#include "ui/panels/panels.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"

#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kWidth = 420.0F;
constexpr float kPadding = 20.0F;
constexpr TextStyle kStyle{metrics::kTextSize, Weight::Regular};

Button answerButton(std::string_view key, std::string_view label, ButtonLook look) {
    Button button;
    button.key = key;
    button.label = label;
    button.look = look;
    return button;
}

} // namespace

bool drawQuestion(Context& context) {
    const Workbench::Question question = *context.workbench.question;
    const float width = dialogBox(kWidth, 0).width;
    const float text = context.painter.measureHeight(question.text, kStyle, width - 2 * kPadding);
    const Box box = dialogBox(kWidth, text + metrics::kControlHeight + 3 * kPadding);
    bool isDone = beginDialog(context, question.text, box) == Dismissal::Beside;
    context.painter.textBlock(
        {box.left + kPadding, box.top + kPadding, box.width - 2 * kPadding, 0}, question.text,
        context.palette.text, kStyle);
    const Button answer = answerButton("answer", question.answer, ButtonLook::Primary);
    const Button cancel =
        answerButton("cancel", language::say("question.cancel"), ButtonLook::Quiet);
    const float answerWidth = buttonWidth(context, answer);
    const float cancelWidth = buttonWidth(context, cancel);
    const float top = box.bottom() - kPadding - metrics::kControlHeight;
    const Box right{box.right() - kPadding - answerWidth, top, answerWidth,
                    metrics::kControlHeight};
    const Box left{right.left - cancelWidth - metrics::kSmallGap, top, cancelWidth,
                   metrics::kControlHeight};
    if (context.workbench.isFresh) {
        context.wishes.focused = ImGui::GetID("cancel");
    }
    isDone |= drawButton(context, cancel, left);
    if (drawButton(context, answer, right)) {
        context.wishes.confirmed = question.command;
        isDone = true;
    }
    endDialog(context);
    return !isDone;
}

} // namespace cartouche::ui
