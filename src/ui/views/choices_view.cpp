// Choices: the answers of one control, below each other or, with layout="inline", in wrapped lines;
// with layout="select", and where they hold others, as a tree that is searched.

#include "core/language/message.h"
#include "editor/html_card.h"
#include "ui/views/answer_chips.h"
#include "ui/views/answer_tree_view.h"
#include "ui/views/form_group.h"
#include "ui/views/views.h"
#include "ui/widgets/choice_item.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

constexpr float kItemGap = 8.0F;
constexpr float kColumnWidth = 420.0F;

/// More than a screen of buttons is no use.
constexpr std::size_t kMostInView = 200;

struct PlacedChoice {
    std::size_t node; // of the tree of answers
    ChoiceItem item;
    Box box; // from the control's top left
};

bool hasHtml(std::span<const config::Choice> choices) {
    return std::ranges::any_of(choices, [](const config::Choice& choice) {
        return !choice.html.empty() || hasHtml(choice.children);
    });
}

AnswerTreeState& treeOf(const Context& context, const config::ChoicesControl& control) {
    AnswerTreeState& state = context.answerTrees.of(*control.tag, control.choices);
    state.update(editor::pathsOf(context.editor.answerOf(context.editor.controlOf(control))));
    return state;
}

/// HTML has no room in the rows of a tree.
bool isTree(const Context& context, const config::ChoicesControl& control) {
    const bool holds = std::ranges::any_of(
        control.choices, [](const config::Choice& choice) { return !choice.children.empty(); });
    return control.tag->text("layout") == "select" || (holds && !hasHtml(control.choices)) ||
           treeOf(context, control).tree.size() > kMostInView;
}

ChoiceItem itemOf(const Context& context, const config::ChoicesControl& control,
                  const AnswerTreeState& state, std::size_t node) {
    const config::Choice& choice = state.tree.answer(node);
    editor::HtmlCard card = editor::readHtmlCard(choice.html);
    ChoiceItem item;
    item.label = card.text.empty() ? choice.display : std::move(card.text);
    item.picture = {std::move(card.image), card.imageWidth};
    item.hotkey =
        context.isForShow ? "" : editor::describeHotkey(choice.hotkey, context.editor.platform());
    item.hint = choice.hint;
    item.shape =
        control.mode == config::ChoiceMode::Multiple ? ChoiceShape::Checkbox : ChoiceShape::Radio;
    item.isChosen = state.chosen[node] == editor::Chosen::Yes;
    item.isPartly = state.chosen[node] == editor::Chosen::Partly;
    return item;
}

bool isInline(const config::Tag& tag) {
    return tag.text("layout") == "inline" || tag.flag("showInline");
}

/// Below each other, what others hold further in; or behind the last one as long as there is room.
/// Widths are those that show them in full.
std::vector<PlacedChoice> listChoices(const Context& context,
                                      const config::ChoicesControl& control) {
    constexpr float kIndent = 28;
    const AnswerTreeState& state = treeOf(context, control);
    std::vector<PlacedChoice> listed;
    for (std::size_t node = 0; node < state.tree.size(); ++node) {
        if (context.isForShow || !context.editor.isFilteredOut(control, state.tree.answer(node))) {
            ChoiceItem item = itemOf(context, control, state, node);
            const float left = kIndent * static_cast<float>(state.tree.level(node) - 1);
            const float width = choiceItemWidth(context, item);
            listed.push_back({node, std::move(item), {left, 0, width, 0}});
        }
    }
    return listed;
}

std::vector<PlacedChoice> placeChoices(const Context& context,
                                       const config::ChoicesControl& control, float room) {
    std::vector<PlacedChoice> listed = listChoices(context, control);
    const bool flows = isInline(*control.tag);
    float widest = kColumnWidth; // so that short ones do not lie far from their keys
    for (const PlacedChoice& placed : listed) {
        widest = std::max(widest, placed.box.right());
    }
    Box line{0, 0, 0, 0}; // so far
    for (PlacedChoice& placed : listed) {
        Box& box = placed.box;
        const float left = flows && line.width > 0 ? line.width + kItemGap : box.left;
        box.width = flows ? std::min(box.width, room) : std::min(widest, room) - box.left;
        if (line.height > 0 && (!flows || left + box.width > room)) {
            line = {0, line.bottom() + kItemGap, 0, 0};
        }
        box.left = line.width > 0 ? left : box.left;
        box.top = line.top;
        box.height = choiceItemHeight(context, placed.item, box.width);
        line.width = box.right();
        line.height = std::max(line.height, box.height);
    }
    return listed;
}

float heightOf(std::span<const PlacedChoice> placed) {
    float bottom = 0;
    for (const PlacedChoice& each : placed) {
        bottom = std::max(bottom, each.box.bottom());
    }
    return bottom;
}

void drawItems(Context& context, const config::ChoicesControl& control, const Box& box) {
    const AnswerTreeState& state = treeOf(context, control);
    for (PlacedChoice& placed : placeChoices(context, control, box.width)) {
        ImGui::PushID(static_cast<int>(placed.node));
        placed.item.key = "choice";
        const Box at{box.left + placed.box.left, box.top + placed.box.top, placed.box.width,
                     placed.box.height};
        if (drawChoiceItem(context, placed.item, at)) {
            context.editor.toggleChoice(control, state.tree.answer(placed.node));
            context.wishes.needsFrame = true;
        }
        if (takesAttention(context, *control.tag)) {
            context.wishes.focused = ImGui::GetID("choice");
        }
        ImGui::PopID();
    }
}

float widthFor(const Context& context, const config::ChoicesControl& control, float width) {
    const bool isNarrow = isTree(context, control) && !isInline(*control.tag);
    return isNarrow ? std::min(width, kColumnWidth) : width;
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
    const float room = widthFor(context, *control, width);
    const float above = problemHeight(context, tag) +
                        answerChipsHeight(context, chipsOf(straysOf(context, *control)), room);
    if (isTree(context, *control)) {
        return above + answerTreeHeight(context, treeOf(context, *control));
    }
    return above + heightOf(placeChoices(context, *control, room));
}

void drawChoices(Context& context, const config::Tag& tag, const Box& box) {
    const config::ChoicesControl* control = context.editor.interface().findChoices(tag);
    if (control == nullptr) {
        return;
    }
    ImGui::PushID(&tag);
    const bool isGroup = control->mode == config::ChoiceMode::Multiple || isTree(context, *control);
    Box room = openForm(context, tag, isGroup ? "group" : "radiogroup", box);
    room.width = widthFor(context, *control, room.width);
    room.top += drawStrays(context, *control, room);
    isTree(context, *control) ? drawTree(context, *control, room)
                              : drawItems(context, *control, room);
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
