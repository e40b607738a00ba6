#include "ui/widgets/spoken_text.h"

#include <utility>

namespace cartouche::ui {

namespace {

void tell(Context& context, const SpokenText& spoken, const Box& box) {
    SemanticsNode node;
    node.id = ImGui::GetID(spoken.key.data(), spoken.key.data() + spoken.key.size());
    node.role = spoken.role;
    node.name = spoken.text;
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

} // namespace

void drawSpokenLine(Context& context, const SpokenText& spoken, const Box& box) {
    if (!spoken.text.empty()) {
        context.painter.textLine(box, spoken.text, spoken.color, spoken.style);
        tell(context, spoken, box);
    }
}

void drawSpokenBlock(Context& context, const SpokenText& spoken, const Box& box) {
    if (!spoken.text.empty()) {
        context.painter.textBlock(box, spoken.text, spoken.color, spoken.style);
        tell(context, spoken, box);
    }
}

} // namespace cartouche::ui
