#include "ui/widgets/fold_head.h"

#include "ui/widgets/expander.h"
#include "ui/widgets/interaction.h"

#include <utility>

namespace cartouche::ui {

bool drawFoldHead(Context& context, const FoldHead& head, const Box& box) {
    constexpr float kInset = 12.0F;
    const Interaction state = interact(context, head.key, box, Availability::Enabled);
    if (state.isHovered) {
        context.painter.fill(box, context.palette.hovered, metrics::kRadius);
    }
    drawExpander(context, head.isOpen, {box.left + kInset, box.center().y});
    context.painter.textLine({box.left + 2 * kInset, box.top, box.width - 3 * kInset, box.height},
                             head.title, head.color, head.style);
    if (state.hasFocusRing) {
        context.painter.focusRing(box, context.palette.focus, metrics::kRadius);
    }
    SemanticsNode node;
    node.id = state.id;
    node.role = "button";
    node.name = head.title;
    node.expanded = head.isOpen;
    node.isFocusable = !context.isForShow;
    node.box = box.corners();
    context.semantics.add(std::move(node));
    return state.isPressed;
}

} // namespace cartouche::ui
