// Why an annotation is skipped or rejected, asked for before it is.

#include "core/language/message.h"
#include "ui/hotkey_text.h"
#include "ui/panels/dialog_buttons.h"
#include "ui/panels/panels.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/spoken_text.h"
#include "ui/widgets/text_field.h"

#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

using editor::CommandId;

constexpr float kWidth = 460.0F;
constexpr float kPadding = 20.0F;
constexpr float kFieldHeight = 84.0F;
constexpr int kRows = 3;
constexpr float kFaultHeight = 24.0F;
constexpr TextStyle kStyle{metrics::kTextSize, Weight::Regular};
constexpr TextStyle kFaultStyle{metrics::kSmallTextSize, Weight::Regular};

bool isRequired(const Context& context, CommandId command) {
    return context.editor.commentWish(command) == editor::Editor::CommentWish::Required;
}

/// True if Shift+Enter sends it.
bool drawField(Context& context, const Box& box) {
    Workbench::Comment& state = *context.workbench.comment;
    const bool mustBe = isRequired(context, state.command);
    const std::string label = language::say("comment.field");
    const std::string placeholder = mustBe ? "" : language::say("comment.optional");
    const std::string problem = state.isMissed ? language::say("comment.needed") : "";
    TextFieldResult input = drawTextField(context,
                                          {.key = "comment",
                                           .label = label,
                                           .value = context.workbench.typedComment,
                                           .placeholder = placeholder,
                                           .isRequired = mustBe,
                                           .problem = problem,
                                           .rows = kRows},
                                          box);
    if (context.workbench.isFresh) {
        context.wishes.focused = input.widget;
    }
    if (input.hasChanged) {
        context.workbench.typedComment = std::move(input.value);
        state.isMissed = false;
        context.wishes.needsFrame = true;
    }
    return input.isCommitted;
}

void drawFault(Context& context, const Box& box) {
    const std::string fault =
        context.workbench.comment->isMissed ? language::say("comment.needed") : "";
    drawSpokenLine(context, {"fault", "alert", fault, context.palette.danger, kFaultStyle}, box);
}

DialogAnswer drawButtons(Context& context, const Box& box) {
    Button button;
    button.label = language::say(editor::commandRow(context.workbench.comment->command).label);
    button.hotkey = editor::describeHotkey(kSendKey, context.editor.platform());
    button.keyShortcuts = ariaKeyShortcuts(kSendKey, context.editor.platform());
    return drawDialogButtons(context, std::move(button), box);
}

/// False if it still lacks its comment.
bool send(Context& context) {
    Workbench::Comment& state = *context.workbench.comment;
    const std::string& typed = context.workbench.typedComment;
    if (context.editor.lacksComment(state.command, typed)) {
        state.isMissed = true;
        context.wishes.focused = ImGui::GetID("comment");
        context.wishes.needsFrame = true;
        return false;
    }
    context.wishes.change = [command = state.command, typed](editor::Editor& on) {
        on.executeWithComment(command, typed);
    };
    context.workbench.typedComment.clear();
    return true;
}

} // namespace

bool drawCommentDialog(Context& context) {
    const CommandId command = context.workbench.comment->command;
    const std::string title =
        language::say(command == CommandId::Skip ? language::Key("comment.skip")
                                                 : language::Key("comment.reject"));
    const float width = dialogBox(kWidth, 0).width - 2 * kPadding;
    const float titleHeight = context.painter.measureHeight(title, kStyle, width);
    const Box box = dialogBox(kWidth, titleHeight + kFieldHeight + kFaultHeight +
                                          metrics::kControlHeight + 4 * kPadding);
    bool isOpen = beginDialog(context, title, box) != Dismissal::Beside;
    const Box inner = box.inset(kPadding);
    context.painter.textBlock({inner.left, inner.top, inner.width, titleHeight}, title,
                              context.palette.text, kStyle);
    const float top = inner.top + titleHeight + kPadding / 2;
    const bool isCommitted = drawField(context, {inner.left, top, inner.width, kFieldHeight});
    drawFault(context, {inner.left, top + kFieldHeight, inner.width, kFaultHeight});
    const DialogAnswer answer = drawButtons(context, inner);
    const bool isSent = std::exchange(context.workbench.comment->isSent, false);
    if (isSent || isCommitted || answer == DialogAnswer::Confirmed) {
        isOpen = !send(context);
    } else if (answer == DialogAnswer::Cancelled) {
        isOpen = false;
    }
    endDialog(context);
    return isOpen;
}

} // namespace cartouche::ui
