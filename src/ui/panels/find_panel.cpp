// Finding in texts: a phrase, and below it the expressions whose matches are offered.

#include "ui/panels/side_parts.h"
#include "ui/side_panel_state.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/text_field.h"

#include <format>
#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

using editor::CommandId;

constexpr float kFieldHeight = 36.0F;
constexpr float kGap = 8.0F;

void drawPhrase(Context& context, const Box& box) {
    const std::string phrase = context.editor.search().phrase();
    TextFieldResult input = drawSearchField(context,
                                            {.key = "phrase",
                                             .label = "Find in the text",
                                             .value = phrase,
                                             .placeholder = "Find in the text"},
                                            box);
    if (std::exchange(context.sidePanel.isSearchWanted, false)) {
        context.wishes.focused = input.widget;
    }
    if (input.hasChanged) {
        context.wishes.change = [text = std::move(input.value)](editor::Editor& on) {
            on.searchTexts(text);
        };
    } else if (input.isCommitted) {
        context.wishes.command = CommandId::FindNext;
    }
}

/// "3 of 17"
std::string statusOf(const editor::TextSearch& search) {
    if (search.phrase().empty()) {
        return "";
    }
    if (search.hits().empty()) {
        return "Not found";
    }
    const std::string_view more = search.isCut() ? "+" : "";
    return search.current()
               ? std::format("{} of {}{}", *search.current() + 1, search.hits().size(), more)
               : std::format("{}{} found", search.hits().size(), more);
}

void drawStatus(Context& context, const Box& box) {
    const std::string text = statusOf(context.editor.search());
    if (text.empty()) {
        return;
    }
    context.painter.textLine(box, text, context.palette.textMuted, kSideTextStyle);
    SemanticsNode node;
    node.id = ImGui::GetID("found");
    node.role = "status";
    node.name = text;
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

/// How much was found, going through it, and labeling all of it.
void drawTools(Context& context, const Box& box) {
    Button label = commandButton(context, CommandId::LabelFound);
    label.label = "Label all";
    const float width = buttonWidth(context, label) - 12;
    if (drawButton(context, label, {box.right() - width, box.top, width, box.height})) {
        context.wishes.command = CommandId::LabelFound;
    }
    Box icon{box.right() - width - 2 * kSideIconSize - 4, box.center().y - kSideIconSize / 2,
             kSideIconSize, kSideIconSize};
    for (const auto& [command, shape] : {std::pair{CommandId::FindPrevious, Icon::ArrowUp},
                                         {CommandId::FindNext, Icon::ArrowDown}}) {
        if (drawButton(context, commandButton(context, command, shape), icon)) {
            context.wishes.command = command;
        }
        icon.left = icon.right();
    }
    drawStatus(context,
               {box.left, box.top, icon.left - 2 * kSideIconSize - box.left - 4, box.height});
}

} // namespace

void drawFindPanel(Context& context, const Box& box) {
    Box at{box.left, box.top, box.width, kFieldHeight};
    drawPhrase(context, at);
    at.top += kFieldHeight + 4;
    drawTools(context, at);
    at.top += kFieldHeight + kGap;
    context.painter.fill({box.left - 12, at.top, box.width + 24, 1}, context.palette.border);
    at.top += kGap;
    drawExpressionList(context, {box.left, at.top, box.width, box.bottom() - at.top});
}

} // namespace cartouche::ui
