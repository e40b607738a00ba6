#include "core/language/message.h"
#include "ui/panels/action_buttons.h"
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

constexpr std::array kTaskButtons{
    CommandIcon{CommandId::PreviousTask, Icon::ArrowLeft},
    CommandIcon{CommandId::NextTask, Icon::ArrowRight},
};

constexpr float kButtonGap = 4.0F;
constexpr float kNoticeGap = 8.0F;
constexpr TextStyle kNoticeStyle{metrics::kSmallTextSize, Weight::Regular};

bool hasTasks(const Context& context) {
    return context.editor.hasInterface("topbar:prevnext");
}

/// The way to other tasks, at the left; gives where it ends.
float drawTasks(Context& context, const Box& box) {
    if (!hasTasks(context)) {
        return box.left;
    }
    return drawCommandRow(context, language::say("tasks.toolbar"), kTaskButtons, box, kButtonGap);
}

/// Draws the buttons from the left; gives where they end.
float drawHistory(Context& context, const Box& box) {
    if (!context.editor.hasInterface("edit-history")) {
        return box.left;
    }
    return drawCommandRow(context, language::say("history.title"), kHistoryButtons, box,
                          kButtonGap);
}

bool hasPanelButton(const Context& context) {
    return hasSidePanel(context) && sidePanelWidth(context, ImGui::GetIO().DisplaySize.x) == 0;
}

/// `count` is what its caption says.
Button panelButton(const Context& context, std::string_view count) {
    Button button;
    button.key = "panel";
    button.label =
        language::say("panel.regions", {{"count", context.editor.regions().list().size()}});
    button.icon = Icon::List;
    button.isIconOnly = true;
    button.caption = count;
    button.isChosen = context.sidePanel.isSheetOpen;
    return button;
}

std::string regionCount(const Context& context) {
    return std::to_string(context.editor.regions().list().size());
}

/// Opens the side panel where it has no place of its own; gives where the button ends.
float drawPanelButton(Context& context, const Box& box) {
    if (!hasPanelButton(context)) {
        return box.left;
    }
    const std::string count = regionCount(context);
    const Button button = panelButton(context, count);
    const Box at{box.left, box.top, buttonWidth(context, button), box.height};
    if (drawButton(context, button, at)) {
        context.sidePanel.isSheetOpen = !context.sidePanel.isSheetOpen;
        context.sidePanel.isSheetOpening = context.sidePanel.isSheetOpen;
        context.sidePanel.focusBefore = ImGui::GetID("panel");
        context.wishes.needsFrame = true;
    }
    return at.right() + kButtonGap;
}

/// What stands at the left of the row takes so much of it.
float leftWidth(const Context& context) {
    const std::size_t icons =
        (hasTasks(context) ? kTaskButtons.size() : 0) +
        (context.editor.hasInterface("edit-history") ? kHistoryButtons.size() : 0);
    const float panel =
        hasPanelButton(context)
            ? buttonWidth(context, panelButton(context, regionCount(context))) + kButtonGap
            : 0;
    return static_cast<float>(icons) * (metrics::kControlHeight + kButtonGap) + panel;
}

float rowMargin(const Context& context) {
    return context.margin() - 4;
}

/// Buttons that have no room beside the others have a line of their own below; 0: they have room.
float actionLineHeight(const Context& context) {
    const float width = ImGui::GetIO().DisplaySize.x - 2 * rowMargin(context);
    const float left = leftWidth(context);
    const bool hasRoom = left + metrics::kSmallGap + actionButtonsWidth(context) <= width;
    return left == 0 || hasRoom ? 0 : metrics::kControlHeight + kNoticeGap;
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
    const float width =
        std::min(context.painter.measure(notice.text, kNoticeStyle).x, right - box.left);
    context.painter.textLine({right - width, box.top, width, box.height}, notice.text,
                             colorOf(context, notice.kind), kNoticeStyle);
}

/// Where the window is narrow, more than a word has a line of its own above the buttons; 0: it has
/// none.
float noticeLineHeight(const Context& context) {
    constexpr float kShort = 72.0F;
    if (!context.isNarrow || !context.notice) {
        return 0;
    }
    const bool isShort = context.painter.measure(context.notice->text, kNoticeStyle).x <= kShort;
    return isShort && context.notice->action.empty() ? 0 : metrics::kControlHeight + kNoticeGap;
}

constexpr float kUnsavedPadding = 10.0F;

float unsavedWidth(const Context& context) {
    return context.painter.measure(context.unsaved, kNoticeStyle).x + 2 * kUnsavedPadding;
}

/// How many annotations are not saved has a line of its own where notices would have too little
/// room beside it; 0: it has none.
float unsavedLineHeight(const Context& context) {
    constexpr float kLeastNotice = 240.0F;
    if (context.unsaved.empty()) {
        return 0;
    }
    const float actions = actionLineHeight(context) > 0 ? 0 : actionButtonsWidth(context);
    const float others = leftWidth(context) + actions + kLeastNotice;
    const float width = ImGui::GetIO().DisplaySize.x - 2 * rowMargin(context);
    const bool hasRoom = !context.isNarrow && others + unsavedWidth(context) <= width;
    return hasRoom ? 0 : metrics::kControlHeight + kNoticeGap;
}

/// In a place of its own: no notice hides it. Gives where it ends.
float drawUnsaved(Context& context, const Box& box) {
    constexpr float kInset = 4.0F;
    const bool isShown = !context.unsaved.empty();
    const float width = isShown ? std::min(unsavedWidth(context), box.width) : 0;
    const Box at{box.left, box.top + kInset, width, box.height - 2 * kInset};
    SemanticsNode node;
    node.id = ImGui::GetID("unsaved");
    node.role = "status";
    node.name = context.unsaved;
    node.box = at.corners();
    context.semantics.add(std::move(node));
    if (!isShown) {
        return box.left;
    }
    context.painter.fill(at, context.palette.raised, metrics::kRadius);
    context.painter.outline(at, context.palette.border, metrics::kRadius);
    context.painter.textLine(
        {at.left + kUnsavedPadding, at.top, at.width - 2 * kUnsavedPadding, at.height},
        context.unsaved, context.palette.text, kNoticeStyle);
    return at.right() + metrics::kSmallGap;
}

} // namespace

float actionBarHeight(const Context& context) {
    const bool hasBar = leftWidth(context) > 0 || actionButtonsWidth(context) > 0 ||
                        context.notice.has_value() || !context.unsaved.empty();
    return hasBar ? metrics::kActionBarHeight + unsavedLineHeight(context) +
                        noticeLineHeight(context) + actionLineHeight(context)
                  : 0;
}

void drawActionBar(Context& context, const Box& box) {
    context.painter.fill(box, context.palette.surface);
    context.painter.fill({box.left, box.top, box.width, 1}, context.palette.border);
    const float margin = rowMargin(context);
    const float unsaved = unsavedLineHeight(context);
    const float notice = noticeLineHeight(context);
    const float below = actionLineHeight(context);
    const float top =
        (box.top + unsaved + notice + box.bottom() - below - metrics::kControlHeight) / 2;
    const Box row{box.left + margin, top, box.width - 2 * margin, metrics::kControlHeight};
    const auto rest = [&row](float left) {
        return Box{left, row.top, row.right() - left, row.height};
    };
    const auto line = [&row, &box](float above) {
        return Box{row.left, box.top + above + kNoticeGap, row.width, row.height};
    };
    const float history = drawHistory(context, rest(drawTasks(context, row)));
    const float panel = drawPanelButton(context, rest(history)) + metrics::kSmallGap;
    const float counted = drawUnsaved(context, unsaved > 0 ? line(0) : rest(panel));
    const float left = unsaved > 0 ? panel : counted;
    if (notice > 0) {
        drawNotice(context, line(unsaved));
    } else {
        const float actions = below > 0 ? 0 : actionButtonsWidth(context);
        const float right = row.right() - actions - metrics::kGap;
        drawNotice(context, {left, row.top, right - left, row.height});
    }
    drawActionButtons(context, {row.left, row.top + below, row.width, row.height});
}

} // namespace cartouche::ui
