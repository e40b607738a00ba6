// Pairwise: which of two objects is chosen, each by a button that is called as it.

#include "core/language/message.h"
#include "ui/colors.h"
#include "ui/view_styles.h"
#include "ui/views/compared_object.h"
#include "ui/views/form_group.h"
#include "ui/views/view_panel.h"
#include "ui/views/views.h"
#include "ui/widgets/choice_item.h"

#include <algorithm>
#include <array>
#include <string>

namespace cartouche::ui {

namespace {

constexpr float kGap = 8.0F;

struct Side {
    std::string_view answer; // as it is stored
    language::Key name;
    language::Key nameWithObject;
};

constexpr std::array kSides{Side{"left", "answers.left", "answers.left-object"},
                            Side{"right", "answers.right", "answers.right-object"}};

bool isChosen(const Context& context, const config::Control& control, const Side& side) {
    const annotation::Answer* answer = context.editor.answerOf(control);
    const auto* given = answer == nullptr ? nullptr : std::get_if<std::string>(answer);
    return given != nullptr && *given == side.answer;
}

/// Whether a Pairwise chose the object.
bool isChosen(const Context& context, std::string_view object) {
    return std::ranges::any_of(context.editor.interface().controls(), [&](const auto& control) {
        const auto at = std::ranges::find(control.toNames, object) - control.toNames.begin();
        return control.tag->kind() == config::TagKind::Pairwise && at < std::ssize(kSides) &&
               isChosen(context, control, kSides[static_cast<std::size_t>(at)]);
    });
}

} // namespace

void drawCompared(Context& context, const config::Tag& object, const Box& box) {
    const ComparedLook* look = context.viewStyles.findCompared(object.name());
    if (look == nullptr) {
        return;
    }
    constexpr float kAround = 5.0F;
    constexpr float kWidth = 2.0F;
    const Box around = box.inset(-kAround);
    const bool isMarked = isChosen(context, object.name());
    ViewPanel panel = isMarked ? look->chosen : look->usual;
    panel.radius = std::max(panel.radius, metrics::kRadius);
    drawViewPanel(context, panel, around);
    if (isMarked) { // in any case, since a ground may not go with the theme
        context.painter.outline(around,
                                panel.border ? packed(*panel.border) : context.palette.accent,
                                panel.radius, kWidth);
    }
}

float pairwiseHeight(const Context& context, const config::Tag& tag, float) {
    return findForm(context, tag) == nullptr
               ? 0
               : problemHeight(context, tag) + metrics::kControlHeight;
}

void drawPairwise(Context& context, const config::Tag& tag, const Box& box) {
    const config::Control* control = findForm(context, tag);
    if (control == nullptr) {
        return;
    }
    ImGui::PushID(&tag);
    const Box room = openForm(context, tag, "radiogroup", box);
    const float width = (room.width - kGap) / 2;
    for (std::size_t index = 0; index < kSides.size(); ++index) {
        const Side& side = kSides[index];
        const std::string label =
            index < control->toNames.size()
                ? language::say(side.nameWithObject, {{"object", control->toNames[index]}})
                : language::say(side.name);
        const bool isMarked = isChosen(context, *control, side);
        const ChoiceItem item{.key = side.answer,
                              .label = label,
                              .hotkey = "",
                              .hint = "",
                              .shape = ChoiceShape::Radio,
                              .isChosen = isMarked};
        const float left = room.left + static_cast<float>(index) * (width + kGap);
        if (drawChoiceItem(context, item, {left, room.top, width, metrics::kControlHeight})) {
            // The one that is chosen already takes it back.
            context.editor.answer(*control, isMarked
                                                ? annotation::Answer()
                                                : annotation::Answer(std::string(side.answer)));
            context.wishes.needsFrame = true;
        }
        if (takesAttention(context, tag)) {
            context.wishes.focused = ImGui::GetID(side.answer.data());
        }
    }
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
