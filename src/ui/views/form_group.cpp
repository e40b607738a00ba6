#include "ui/views/form_group.h"

#include "editor/answer_rules.h"
#include "editor/refusals.h"
#include "ui/widgets/spoken_text.h"

#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kProblemHeight = 24.0F;
constexpr TextStyle kProblemStyle{metrics::kSmallTextSize, Weight::SemiBold};

/// Why the last submit was refused on account of this control, or what is wrong with the answer
/// itself where its view cannot show that.
std::string problemOf(const Context& context, const config::Tag& tag) {
    // Of what is there for show, the refusal is another annotation's.
    const diagnostics::Diagnostic* refusal =
        context.isForShow ? nullptr : editor::findRefusal(context.editor, tag);
    if (refusal != nullptr) {
        return refusal->message;
    }
    const config::Control* control =
        tag.kind() == config::TagKind::Rating ? findForm(context, tag) : nullptr;
    const annotation::Answer* answer =
        control == nullptr ? nullptr : context.editor.answerOf(*control);
    return answer == nullptr ? "" : editor::answerFault(*control, *answer);
}

} // namespace

const config::Control* findForm(const Context& context, const config::Tag& tag) {
    const config::Control* control = context.editor.interface().findControl(tag);
    return control != nullptr && context.editor.canAnswer(*control) ? control : nullptr;
}

float problemHeight(const Context& context, const config::Tag& tag) {
    return problemOf(context, tag).empty() ? 0 : kProblemHeight;
}

Box openForm(Context& context, const config::Tag& tag, std::string_view role, const Box& box) {
    SemanticsNode node;
    node.id = ImGui::GetID("group");
    node.role = role;
    node.name = tag.name();
    node.isRequired = tag.flag("required");
    node.box = box.corners();
    context.semantics.open(std::move(node));
    const std::string problem = problemOf(context, tag);
    if (problem.empty()) {
        return box;
    }
    drawSpokenLine(context, {"problem", "alert", problem, context.palette.danger, kProblemStyle},
                   {box.left, box.top, box.width, kProblemHeight - 4});
    return {box.left, box.top + kProblemHeight, box.width, box.height - kProblemHeight};
}

bool takesAttention(Context& context, const config::Tag& tag) {
    const auto& attention = context.requests.attention;
    const bool isWanted = attention && attention->isFor(tag);
    if (isWanted) {
        context.requests.attention.reset();
    }
    return isWanted;
}

} // namespace cartouche::ui
