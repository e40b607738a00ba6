// Choices: the answers of one control, below each other or, with layout="inline", in wrapped lines.

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

} // namespace

float choicesHeight(const Context& context, const config::Tag& tag, float width) {
    const config::ChoicesControl* control = context.editor.interface().findChoices(tag);
    if (control == nullptr || findForm(context, tag) == nullptr) {
        return 0;
    }
    const auto placed = placeChoices(context, *control, widthFor(tag, width));
    return refusalHeight(context, tag) + (placed.empty() ? 0 : placed.back().box.bottom());
}

void drawChoices(Context& context, const config::Tag& tag, const Box& box) {
    const config::ChoicesControl* control = context.editor.interface().findChoices(tag);
    if (control == nullptr) {
        return;
    }
    ImGui::PushID(&tag);
    const bool isMultiple = control->mode == config::ChoiceMode::Multiple;
    const Box room = openForm(context, tag, isMultiple ? "group" : "radiogroup", box);
    drawItems(context, *control, {room.left, room.top, widthFor(tag, room.width), room.height});
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
