#include "ui/panels/action_buttons.h"

#include "core/language/message.h"
#include "ui/widgets/command_button.h"

#include <algorithm>
#include <string>
#include <vector>

namespace cartouche::ui {

namespace {

using editor::Action;

constexpr float kGap = 8.0F;
constexpr float kMainPadding = 12.0F;
constexpr TextStyle kStyle{metrics::kSmallTextSize, Weight::Regular};

bool isMain(const std::vector<Action>& actions, Action action) {
    return action == actions.back() && action != Action::Skip;
}

Button buttonOf(const Context& context, Action action, ButtonLook look) {
    const editor::ActionRow& row = editor::actionRow(action);
    Button button = commandButton(context, row.command);
    button.label = language::say(row.label);
    button.look = look;
    return button;
}

float widthOf(const Context& context, const Button& button) {
    return buttonWidth(context, button) + (button.look == ButtonLook::Primary ? kMainPadding : 0);
}

std::vector<Button> buttonsOf(const Context& context) {
    const std::vector<Action> actions = context.editor.actions();
    std::vector<Button> buttons;
    std::ranges::transform(actions, std::back_inserter(buttons), [&](Action action) {
        return buttonOf(context, action,
                        isMain(actions, action) ? ButtonLook::Primary : ButtonLook::Quiet);
    });
    return buttons;
}

/// What is said beside the buttons; empty: nothing.
std::string remarkOf(const Context& context) {
    const std::vector<Action> actions = context.editor.actions();
    return std::ranges::contains(actions, Action::CancelSkip) ? language::say("submit.was-skipped")
                                                              : std::string();
}

float drawRemark(Context& context, const std::string& remark, const Box& box) {
    if (remark.empty()) {
        return box.left;
    }
    const Box at{box.left, box.top, context.painter.measure(remark, kStyle).x + 1, box.height};
    context.painter.textLine(at, remark, context.palette.textMuted, kStyle);
    SemanticsNode node;
    node.id = ImGui::GetID("remark");
    node.role = "text";
    node.name = remark;
    node.box = at.corners();
    context.semantics.add(std::move(node));
    return at.right() + kGap;
}

} // namespace

float actionButtonsWidth(const Context& context) {
    float width = 0;
    for (const Button& button : buttonsOf(context)) {
        width += (width > 0 ? kGap : 0) + widthOf(context, button);
    }
    const std::string remark = remarkOf(context);
    return width + (remark.empty() ? 0 : context.painter.measure(remark, kStyle).x + 1 + kGap);
}

void drawActionButtons(Context& context, const Box& row) {
    const float start = row.right() - actionButtonsWidth(context);
    float left =
        drawRemark(context, remarkOf(context), {start, row.top, row.right() - start, row.height});
    const std::vector<Action> actions = context.editor.actions();
    const std::vector<Button> buttons = buttonsOf(context);
    for (std::size_t index = 0; index < buttons.size(); ++index) {
        const Button& button = buttons[index];
        const Box at{left, row.top, widthOf(context, button), row.height};
        if (button.look == ButtonLook::Quiet) {
            context.painter.outline(at, context.palette.controlBorder, metrics::kRadius);
        }
        if (drawButton(context, button, at)) {
            context.wishes.command = editor::actionRow(actions[index]).command;
        }
        left = at.right() + kGap;
    }
}

} // namespace cartouche::ui
