// Choices: the answers of one control, below each other or, with layout="inline", in wrapped lines.

#include "editor/validation.h"
#include "ui/views/views.h"
#include "ui/widgets/choice_item.h"

#include <algorithm>
#include <string>
#include <vector>

namespace cartouche::ui {

namespace {

constexpr float kItemGap = 8.0F;
constexpr float kColumnWidth = 420.0F;
constexpr float kProblemHeight = 24.0F;
constexpr TextStyle kProblemStyle{metrics::kSmallTextSize, Weight::SemiBold};

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

/// Why the last submit was refused on account of this control, if it was.
const diagnostics::Diagnostic* findRefusal(const Context& context, const config::Tag& tag) {
    if (context.isForShow) {
        return nullptr; // it is another annotation's
    }
    const auto& all = context.editor.diagnostics();
    const auto found = std::ranges::find_if(all, [&](const diagnostics::Diagnostic& diagnostic) {
        return editor::isRefusal(diagnostic) && diagnostic.where == tag.where();
    });
    return found == all.end() ? nullptr : &*found;
}

void drawRefusal(Context& context, const diagnostics::Diagnostic& refusal, const Box& box) {
    context.painter.textLine(box, refusal.message, context.palette.danger, kProblemStyle);
    SemanticsNode node;
    node.id = ImGui::GetID("refusal");
    node.role = "alert";
    node.name = refusal.message;
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

void openGroup(Context& context, const config::ChoicesControl& control, const Box& box) {
    SemanticsNode node;
    node.id = ImGui::GetID("group");
    node.role = control.mode == config::ChoiceMode::Multiple ? "group" : "radiogroup";
    node.name = control.name;
    node.isRequired = control.isRequired;
    node.box = box.corners();
    context.semantics.open(std::move(node));
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
        if (context.requests.attention == control.tag->where()) {
            context.requests.attention.reset();
            context.wishes.focused = ImGui::GetID("choice");
        }
        ImGui::PopID();
    }
}

} // namespace

float choicesHeight(const Context& context, const config::Tag& tag, float width) {
    const config::ChoicesControl* control = context.editor.interface().findChoices(tag);
    if (control == nullptr || !context.editor.canAnswer(*control)) {
        return 0;
    }
    const auto placed = placeChoices(context, *control, widthFor(tag, width));
    const float items = placed.empty() ? 0 : placed.back().box.bottom();
    return items + (findRefusal(context, tag) != nullptr ? kProblemHeight : 0);
}

void drawChoices(Context& context, const config::Tag& tag, const Box& box) {
    const config::ChoicesControl* control = context.editor.interface().findChoices(tag);
    if (control == nullptr) {
        return;
    }
    ImGui::PushID(&tag);
    Box items{box.left, box.top, widthFor(tag, box.width), box.height};
    openGroup(context, *control, items);
    if (const diagnostics::Diagnostic* refusal = findRefusal(context, tag)) {
        drawRefusal(context, *refusal, {items.left, items.top, box.width, kProblemHeight - 4});
        items.top += kProblemHeight;
    }
    drawItems(context, *control, items);
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
