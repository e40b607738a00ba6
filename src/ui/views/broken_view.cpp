// What stands in the place of an element that cannot be used: the reason.

#include "ui/views/views.h"
#include "ui/widgets/diagnostic_card.h"

namespace cartouche::ui {

float brokenHeight(const Context& context, const config::Tag& tag, float width) {
    return tag.problem() ? diagnosticCardHeight(context, *tag.problem(), width) : 0;
}

void drawBroken(Context& context, const config::Tag& tag, const Box& box) {
    if (tag.problem()) {
        ImGui::PushID(&tag);
        drawDiagnosticCard(context, "broken", *tag.problem(), box);
        ImGui::PopID();
    }
}

} // namespace cartouche::ui
