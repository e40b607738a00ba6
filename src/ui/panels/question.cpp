// What is asked before something goes that is hard to bring back.

#include "ui/panels/dialog_buttons.h"
#include "ui/panels/panels.h"
#include "ui/widgets/dialog.h"

#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kWidth = 420.0F;
constexpr float kPadding = 20.0F;
constexpr TextStyle kStyle{metrics::kTextSize, Weight::Regular};

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
    switch (drawDialogButtons(context, question.answer, box.inset(kPadding))) {
    case DialogAnswer::Confirmed:
        context.wishes.confirmed = question.command;
        isDone = true;
        break;
    case DialogAnswer::Cancelled:
        isDone = true;
        break;
    case DialogAnswer::None:
        break;
    }
    if (context.workbench.isFresh) {
        context.wishes.focused = ImGui::GetID("cancel");
    }
    endDialog(context);
    return !isDone;
}

} // namespace cartouche::ui
