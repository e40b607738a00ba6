// Repeater: its items one below the other, or with `mode="pagination"` page by page.

#include "core/language/message.h"
#include "ui/hotkey_text.h"
#include "ui/views/views.h"
#include "ui/widgets/button.h"

#include <algorithm>
#include <string>

namespace cartouche::ui {

namespace {

using config::Tag;
using editor::CommandId;
using editor::RepeaterPages;

constexpr float kHeight = metrics::kControlHeight + metrics::kSmallGap;

std::string placeText(const Context& context, const Tag& tag) {
    const RepeaterPages& pages = context.editor.pages();
    return language::say("image.page-of",
                         {{"number", pages.page(tag) + 1}, {"count", pages.pageCount(tag)}});
}

void drawStep(Context& context, const Tag& tag, CommandId command, const Box& box) {
    const RepeaterPages& pages = context.editor.pages();
    const std::size_t page = pages.page(tag);
    const bool isNext = command == CommandId::NextPage;
    const editor::Command& row = editor::commandRow(command);
    const std::string_view key = context.editor.keyOf(command);
    Button button;
    button.key = row.name;
    button.label = language::say(row.label);
    button.icon = isNext ? Icon::ArrowRight : Icon::ArrowLeft;
    button.isIconOnly = true;
    button.availability = (isNext ? page + 1 == pages.pageCount(tag) : page == 0)
                              ? Availability::Disabled
                              : Availability::Enabled;
    button.hotkey = editor::describeHotkey(key, context.editor.platform());
    button.keyShortcuts = ariaKeyShortcuts(key, context.editor.platform());
    if (drawButton(context, button, box)) {
        context.wishes.change = [&tag, to = isNext ? page + 1 : page - 1](editor::Editor& on) {
            on.showPage(tag, to);
        };
    }
}

/// How many items a page has; a press goes to the next number of them, round and round.
void drawSize(Context& context, const Box& row, float left) {
    const std::size_t size = context.editor.pages().size();
    Button button;
    button.key = "size";
    button.label = language::say("repeater.per-page", {{"count", size}});
    const float width = buttonWidth(context, button);
    if (left + width > row.right()) {
        return;
    }
    if (drawButton(context, button, {row.right() - width, row.top, width, row.height})) {
        const auto& sizes = RepeaterPages::kSizes;
        const auto next = std::ranges::upper_bound(sizes, size);
        context.wishes.change = [to = next == sizes.end() ? sizes.front() : *next](
                                    editor::Editor& on) { on.setPageSize(to); };
    }
}

void drawPager(Context& context, const Tag& tag, const Box& row) {
    const float side = row.height;
    const std::string text = placeText(context, tag);
    SemanticsNode group;
    group.id = ImGui::GetID("pages");
    group.role = "toolbar";
    group.name = text;
    group.box = row.corners();
    context.semantics.open(std::move(group));
    const float width = context.painter.measure(text, {}).x + 2 * metrics::kSmallGap;
    const Box words{row.left + side, row.top, width, side};
    context.painter.textCentered(words, text, context.palette.text, {});
    if (!context.isForShow) {
        drawStep(context, tag, CommandId::PreviousPage, {row.left, row.top, side, side});
        drawStep(context, tag, CommandId::NextPage, {words.right(), row.top, side, side});
        drawSize(context, row, words.right() + side);
    }
    context.semantics.close();
}

} // namespace

float repeaterHeight(const Context& context, const Tag& tag, float width) {
    return (context.editor.pages().isPaged(tag) ? kHeight : 0) + stackHeight(context, tag, width);
}

void drawRepeater(Context& context, const Tag& tag, const Box& box) {
    if (!context.editor.pages().isPaged(tag)) {
        drawStack(context, tag, box);
        return;
    }
    ImGui::PushID(&tag);
    drawPager(context, tag, {box.left, box.top, box.width, metrics::kControlHeight});
    ImGui::PopID();
    drawStack(context, tag, {box.left, box.top + kHeight, box.width, box.height - kHeight});
}

} // namespace cartouche::ui
