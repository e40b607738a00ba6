#include "core/language/message.h"
#include "ui/panels/panels.h"
#include "ui/side_panel_state.h"
#include "ui/widgets/command_button.h"

#include <algorithm>
#include <array>
#include <string>

namespace cartouche::ui {

namespace {

using editor::CommandId;

constexpr std::array kHistoryButtons{
    CommandIcon{CommandId::Undo, Icon::Undo},
    CommandIcon{CommandId::Redo, Icon::Redo},
    CommandIcon{CommandId::Reset, Icon::Reset},
    CommandIcon{CommandId::ShowHistory, Icon::Clock},
};

constexpr float kButtonGap = 4.0F;
constexpr float kNoticeGap = 8.0F;

/// Draws the buttons from the left; gives where they end.
float drawHistory(Context& context, const Box& box) {
    if (!context.editor.hasInterface("edit-history")) {
        return box.left;
    }
    return drawCommandRow(context, language::say("history.title"), kHistoryButtons, box,
                          kButtonGap);
}

bool hasSubmit(const Context& context) {
    const editor::Editor& editor = context.editor;
    return editor.hasInterface("controls") && !editor.isReadonly() &&
           editor.hasInterface(editor.isSubmitted() ? "update" : "submit");
}

Button submitButton(const Context& context) {
    Button button = commandButton(context, CommandId::Submit);
    button.label = language::say(context.editor.isSubmitted() ? language::Key("submit.again")
                                                              : language::Key("submit.first"));
    button.look = ButtonLook::Primary;
    return button;
}

bool hasPanelButton(const Context& context) {
    return hasSidePanel(context) && sidePanelWidth(context, ImGui::GetIO().DisplaySize.x) == 0;
}

/// Opens the side panel where it has no place of its own; gives where the button ends.
float drawPanelButton(Context& context, const Box& box) {
    if (!hasPanelButton(context)) {
        return box.left;
    }
    const std::size_t regions = context.editor.regions().list().size();
    const std::string count = std::to_string(regions);
    Button button;
    button.key = "panel";
    button.label = language::say("panel.regions", {{"count", regions}});
    button.icon = Icon::List;
    button.isIconOnly = true;
    button.caption = count;
    button.isChosen = context.sidePanel.isSheetOpen;
    const Box at{box.left, box.top, buttonWidth(context, button), box.height};
    if (drawButton(context, button, at)) {
        context.sidePanel.isSheetOpen = !context.sidePanel.isSheetOpen;
        context.sidePanel.isSheetOpening = context.sidePanel.isSheetOpen;
        context.sidePanel.focusBefore = ImGui::GetID("panel");
        context.wishes.needsFrame = true;
    }
    return at.right() + kButtonGap;
}

/// At the right end of the row; empty if the host wants no button.
Box submitBox(const Context& context, const Box& row) {
    const float width = hasSubmit(context) ? buttonWidth(context, submitButton(context)) + 12 : 0;
    return {row.right() - width, row.top, width, row.height};
}

Color colorOf(const Context& context, Notice::Kind kind) {
    const Palette& palette = context.palette;
    return kind == Notice::Kind::Error     ? palette.danger
           : kind == Notice::Kind::Success ? palette.success
                                           : palette.textMuted;
}

/// Draws the button that goes with the notice, at the right; gives where it begins.
float drawNoticeAction(Context& context, const Notice& notice, const Box& box) {
    if (notice.action.empty()) {
        return box.right();
    }
    Button button;
    button.key = "notice-action";
    button.label = notice.action;
    const float width = buttonWidth(context, button);
    const Box at{box.right() - width, box.top, width, box.height};
    context.painter.outline(at, context.palette.controlBorder, metrics::kRadius);
    context.wishes.isNoticeActionPressed |= drawButton(context, button, at);
    return at.left - metrics::kSmallGap;
}

/// The status node is there even when it says nothing, so that screen readers hear it change.
void describeNotice(Context& context, const Box& box) {
    SemanticsNode node;
    node.id = ImGui::GetID("notice");
    node.role = "status";
    node.name = context.notice ? context.notice->text : std::string();
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

void drawNotice(Context& context, const Box& box) {
    describeNotice(context, box);
    if (!context.notice) {
        return;
    }
    const Notice& notice = *context.notice;
    const float right = drawNoticeAction(context, notice, box);
    const TextStyle style{metrics::kSmallTextSize, Weight::Regular};
    const float width = std::min(context.painter.measure(notice.text, style).x, right - box.left);
    context.painter.textLine({right - width, box.top, width, box.height}, notice.text,
                             colorOf(context, notice.kind), style);
}

/// Where the window is narrow, more than a word has a line of its own above the buttons; 0: it has
/// none.
float noticeLineHeight(const Context& context) {
    constexpr float kShort = 72.0F;
    if (!context.isNarrow || !context.notice) {
        return 0;
    }
    const TextStyle style{metrics::kSmallTextSize, Weight::Regular};
    const bool isShort = context.painter.measure(context.notice->text, style).x <= kShort;
    return isShort && context.notice->action.empty() ? 0 : metrics::kControlHeight + kNoticeGap;
}

} // namespace

float actionBarHeight(const Context& context) {
    const bool hasBar = context.editor.hasInterface("edit-history") || hasSubmit(context) ||
                        hasPanelButton(context) || context.notice.has_value();
    return (hasBar ? metrics::kActionBarHeight : 0) + noticeLineHeight(context);
}

void drawActionBar(Context& context, const Box& box) {
    context.painter.fill(box, context.palette.surface);
    context.painter.fill({box.left, box.top, box.width, 1}, context.palette.border);
    const float margin = context.margin() - 4;
    const float line = noticeLineHeight(context);
    const float top = (box.top + line + box.bottom() - metrics::kControlHeight) / 2;
    const Box row{box.left + margin, top, box.width - 2 * margin, metrics::kControlHeight};
    const Box submit = submitBox(context, row);
    const float history = drawHistory(context, row);
    const Box rest{history, row.top, row.right() - history, row.height};
    const float left = drawPanelButton(context, rest) + metrics::kSmallGap;
    if (line > 0) {
        drawNotice(context, {row.left, box.top + kNoticeGap, row.width, row.height});
    } else {
        drawNotice(context, {left, row.top, submit.left - metrics::kGap - left, row.height});
    }
    if (hasSubmit(context) && drawButton(context, submitButton(context), submit)) {
        context.wishes.command = CommandId::Submit;
    }
}

} // namespace cartouche::ui
