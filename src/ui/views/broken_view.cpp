// What stands in the place of an element that cannot be used: the reason, and below it what the
// element held and can be used without it.

#include "ui/views/views.h"
#include "ui/widgets/diagnostic_card.h"

namespace cartouche::ui {

namespace {

float cardHeight(const Context& context, const config::Tag& tag, float width) {
    return tag.problem() ? diagnosticCardHeight(context, *tag.problem(), width) : 0;
}

} // namespace

float brokenHeight(const Context& context, const config::Tag& tag, float width) {
    const float card = cardHeight(context, tag, width);
    const float rest = stackHeight(context, tag, width);
    return card + (rest > 0 ? metrics::kGap + rest : 0);
}

void drawBroken(Context& context, const config::Tag& tag, const Box& box) {
    const float card = cardHeight(context, tag, box.width);
    if (tag.problem()) {
        ImGui::PushID(&tag);
        drawDiagnosticCard(context, "broken", *tag.problem(), {box.left, box.top, box.width, card});
        ImGui::PopID();
    }
    const float top = card + metrics::kGap;
    drawStack(context, tag, {box.left, box.top + top, box.width, box.height - top});
}

} // namespace cartouche::ui
