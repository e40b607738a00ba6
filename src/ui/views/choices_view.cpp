// Choices: the answers of one control, below each other or, with layout="inline", in wrapped lines;
// with layout="select", and where they hold others, as a tree that is searched.

#include "core/language/message.h"
#include "ui/views/answer_chips.h"
#include "ui/views/answer_tree_view.h"
#include "ui/views/form_group.h"
#include "ui/views/views.h"
#include "ui/widgets/choice_item.h"

#include <algorithm>
#include <string>
#include <vector>

namespace cartouche::ui {

namespace {

constexpr float kItemGap = 8.0F;
constexpr float kColumnWidth = 420.0F;

struct PlacedChoice {
    const config::Choice* choice;
    Box box; // from the control's top left
};

ChoiceItem itemOf(const Context& context, const config::ChoicesControl& control,
                  const config::Choice& choice) {
    ChoiceItem item;
    item.label = choice.display;
    item.hotkey =
        context.isForShow ? "" : editor::describeHotkey(choice.hotkey, context.editor.platform());
    item.hint = choice.hint;
    item.shape =
        control.mode == config::ChoiceMode::Multiple ? ChoiceShape::Checkbox : ChoiceShape::Radio;
    item.isChosen = context.editor.isChosen(control, choice);
    return item;
}

bool isInline(const config::Tag& tag) {
    return tag.text("layout") == "inline" || tag.flag("showInline");
}

/// Puts the next item behind the last one, or on a new line if it does not fit there.
Box flowAfter(const Box* last, float itemWidth, float width) {
    if (last == nullptr) {
        return {0, 0, std::min(itemWidth, width), metrics::kControlHeight};
    }
    const float left = last->right() + kItemGap;
    if (left + itemWidth <= width) {
        return {left, last->top, itemWidth, metrics::kControlHeight};
    }
    return {0, last->bottom() + kItemGap, std::min(itemWidth, width), metrics::kControlHeight};
}

std::vector<PlacedChoice> placeChoices(const Context& context,
                                       const config::ChoicesControl& control, float width) {
    std::vector<PlacedChoice> placed;
    const bool flows = isInline(*control.tag);
    for (const config::Choice& choice : control.choices) {
        if (!context.isForShow && context.editor.isFilteredOut(control, choice)) {
            continue;
        }
        const Box* last = placed.empty() ? nullptr : &placed.back().box;
        const float own =
            flows ? choiceItemWidth(context, itemOf(context, control, choice)) : width;
        placed.push_back({&choice, flowAfter(last, own, width)});
    }
    return placed;
}

float widthFor(const config::Tag& tag, float width) {
    return isInline(tag) ? width : std::min(width, kColumnWidth);
}

void drawItems(Context& context, const config::ChoicesControl& control, const Box& box) {
    for (const PlacedChoice& placed : placeChoices(context, control, box.width)) {
        const auto index = static_cast<int>(placed.choice - control.choices.data());
        ImGui::PushID(index);
        ChoiceItem item = itemOf(context, control, *placed.choice);
        item.key = "choice";
        const Box at{box.left + placed.box.left, box.top + placed.box.top, placed.box.width,
                     placed.box.height};
        if (drawChoiceItem(context, item, at)) {
            context.editor.toggleChoice(control, *placed.choice);
            context.wishes.needsFrame = true;
        }
        if (takesAttention(context, *control.tag)) {
            context.wishes.focused = ImGui::GetID("choice");
        }
        ImGui::PopID();
    }
}

/// More than a screen of buttons is no use.
bool isTree(const config::ChoicesControl& control) {
    constexpr std::size_t kMostInView = 200;
    const bool holds = std::ranges::any_of(
        control.choices, [](const config::Choice& choice) { return !choice.children.empty(); });
    return holds || control.tag->text("layout") == "select" || control.choices.size() > kMostInView;
}

AnswerTreeState& treeOf(const Context& context, const config::ChoicesControl& control) {
    AnswerTreeState& state = context.answerTrees.of(*control.tag, control.choices);
    state.update(editor::pathsOf(context.editor.answerOf(context.editor.controlOf(control))));
    return state;
}

void drawTree(Context& context, const config::ChoicesControl& control, const Box& box) {
    AnswerTreeState& state = treeOf(context, control);
    const AnswerTreeLook look{
        .name = control.name,
        .placeholder = language::say("answers.search"),
        .shape = control.mode == config::ChoiceMode::Multiple ? ChoiceShape::Checkbox
                                                              : ChoiceShape::Radio,
        .canToggle = [&](std::size_t node) { return !state.tree.answer(node).isReadonly; },
        .toggle =
            [&](std::size_t node) {
                context.editor.toggleChoice(control, state.tree.answer(node));
            }};
    drawAnswerTree(context, state, look, takesAttention(context, *control.tag), box);
}

/// Answers that the config does not have.
std::vector<annotation::Path> straysOf(const Context& context,
                                       const config::ChoicesControl& control) {
    const AnswerTreeState& state = treeOf(context, control);
    auto paths = state.paths;
    std::erase_if(paths, [&](const auto& path) { return state.tree.find(path).has_value(); });
    return paths;
}

std::vector<AnswerChip> chipsOf(std::span<const annotation::Path> strays) {
    std::vector<AnswerChip> chips;
    for (const annotation::Path& path : strays) {
        chips.push_back({pathText(path, " / "), true});
    }
    return chips;
}

/// Gives their height.
float drawStrays(Context& context, const config::ChoicesControl& control, const Box& box) {
    const auto strays = straysOf(context, control);
    const auto chips = chipsOf(strays);
    if (const auto removed = drawAnswerChips(context, chips, box)) {
        context.editor.dropChoice(control, strays[*removed]);
        context.wishes.needsFrame = true;
    }
    return answerChipsHeight(context, chips, box.width);
}

} // namespace

float choicesHeight(const Context& context, const config::Tag& tag, float width) {
    const config::ChoicesControl* control = context.editor.interface().findChoices(tag);
    if (control == nullptr || findForm(context, tag) == nullptr) {
        return 0;
    }
    const float room = widthFor(tag, width);
    const float above = problemHeight(context, tag) +
                        answerChipsHeight(context, chipsOf(straysOf(context, *control)), room);
    if (isTree(*control)) {
        return above + answerTreeHeight(context, treeOf(context, *control));
    }
    const auto placed = placeChoices(context, *control, room);
    return above + (placed.empty() ? 0 : placed.back().box.bottom());
}

void drawChoices(Context& context, const config::Tag& tag, const Box& box) {
    const config::ChoicesControl* control = context.editor.interface().findChoices(tag);
    if (control == nullptr) {
        return;
    }
    ImGui::PushID(&tag);
    const bool isGroup = control->mode == config::ChoiceMode::Multiple || isTree(*control);
    Box room = openForm(context, tag, isGroup ? "group" : "radiogroup", box);
    room.width = widthFor(tag, room.width);
    room.top += drawStrays(context, *control, room);
    isTree(*control) ? drawTree(context, *control, room) : drawItems(context, *control, room);
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
