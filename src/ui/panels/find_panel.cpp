// Finding in texts: a phrase, and below it the expressions whose matches are offered.

#include "core/language/message.h"
#include "ui/panels/side_parts.h"
#include "ui/side_panel_state.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/spoken_text.h"
#include "ui/widgets/text_field.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace cartouche::ui {

namespace {

using editor::CommandId;

constexpr float kFieldHeight = 36.0F;
constexpr float kGap = 8.0F;

void drawPhrase(Context& context, const Box& box) {
    const std::string phrase = context.editor.search().phrase();
    const std::string label = language::say("find.phrase");
    TextFieldResult input = drawSearchField(
        context, {.key = "phrase", .label = label, .value = phrase, .placeholder = label}, box);
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
        return language::say("find.nothing");
    }
    const std::size_t count = search.hits().size();
    if (search.current()) {
        return language::say(search.isCut() ? language::Key("find.place-of-many")
                                            : language::Key("find.place"),
                             {{"place", *search.current() + 1}, {"count", count}});
    }
    return language::say(search.isCut() ? language::Key("find.many-found")
                                        : language::Key("find.found"),
                         {{"count", count}});
}

void drawStatus(Context& context, const Box& box) {
    const std::string text = statusOf(context.editor.search());
    drawSpokenLine(context, {"found", "status", text, context.palette.textMuted, kSideTextStyle},
                   box);
}

/// How much was found, going through it, and labeling all of it.
void drawTools(Context& context, const Box& box) {
    Button label = commandButton(context, CommandId::LabelFound);
    label.label = language::say("find.label-all");
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

/// "Private data: email address 2, person 1"; empty if nothing is looked for.
std::string privateSummary(const Context& context) {
    const editor::PrivateData& privateData = context.editor.privateData();
    if (privateData.mode() == editor::PrivateData::Mode::Ignored) {
        return "";
    }
    std::map<std::string_view, std::size_t> counts;
    for (const auto& text : context.editor.texts()) {
        const editor::PrivateParts* found = privateData.find(text->content());
        for (const editor::PrivatePart& part :
             found == nullptr ? std::span<const editor::PrivatePart>() : found->parts()) {
            ++counts[part.type];
        }
    }
    std::string summary;
    for (const auto& [type, count] : counts) {
        summary += summary.empty() ? "" : language::say("list.comma");
        summary += language::say("private.count",
                                 {{"type", editor::describePrivate(type)}, {"count", count}});
    }
    return summary.empty() ? language::say("private.nothing")
                           : language::say("private.found", {{"parts", summary}});
}

/// Gives how high it is.
float drawPrivate(Context& context, const Box& box) {
    const std::string text = privateSummary(context);
    if (text.empty()) {
        return 0;
    }
    const float height = context.painter.measureHeight(text, kSideTextStyle, box.width) + kGap;
    drawSpokenBlock(context, {"private", "status", text, context.palette.textMuted, kSideTextStyle},
                    {box.left, box.top, box.width, height});
    return height;
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
    at.top += drawPrivate(context, at);
    drawExpressionList(context, {box.left, at.top, box.width, box.bottom() - at.top});
}

} // namespace cartouche::ui
