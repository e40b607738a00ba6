#include "ui/panels/dialog_buttons.h"

#include "core/language/message.h"

#include <utility>

namespace cartouche::ui {

DialogAnswer drawDialogButtons(Context& context, Button answer, const Box& box) {
    answer.key = "answer";
    answer.look = ButtonLook::Primary;
    Button cancel;
    cancel.key = "cancel";
    cancel.label = language::say("question.cancel");
    const float answerWidth = buttonWidth(context, answer);
    const float cancelWidth = buttonWidth(context, cancel);
    const float top = box.bottom() - metrics::kControlHeight;
    const Box right{box.right() - answerWidth, top, answerWidth, metrics::kControlHeight};
    const Box left{right.left - cancelWidth - metrics::kSmallGap, top, cancelWidth,
                   metrics::kControlHeight};
    const bool isCancelled = drawButton(context, cancel, left);
    const bool isConfirmed = drawButton(context, answer, right);
    return isConfirmed   ? DialogAnswer::Confirmed
           : isCancelled ? DialogAnswer::Cancelled
                         : DialogAnswer::None;
}

DialogAnswer drawDialogButtons(Context& context, const std::string& answer, const Box& box) {
    Button button;
    button.label = answer;
    return drawDialogButtons(context, std::move(button), box);
}

} // namespace cartouche::ui
