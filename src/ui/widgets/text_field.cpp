#include "ui/widgets/text_field.h"

#include "ui/icons.h"

#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kIconRoom = 38.0F;

Box textBox(const Box& box) {
    return {box.left + kIconRoom, box.top, box.width - kIconRoom - 12, box.height};
}

/// `value` is what the field holds after this frame: the page's element must never be set back to
/// what it held before the last key.
void describe(Context& context, const TextField& field, std::string value, const Interaction& state,
              const Box& box) {
    SemanticsNode node;
    node.id = state.id;
    node.role = field.isCombobox ? "combobox" : "searchbox";
    node.activeDescendant = field.activeDescendant;
    node.name = field.label;
    node.box = box.corners();
    node.isFocusable = true;
    node.value = std::move(value);
    node.placeholder = field.placeholder;
    context.semantics.add(std::move(node));
}

TextFieldResult takeInput(Context& context, std::uint32_t id) {
    TextFieldResult result;
    if (auto text = context.requests.texts.extract(id); !text.empty()) {
        result.hasChanged = true;
        result.value = std::move(text.mapped());
    }
    if (context.requests.committed == id) {
        context.requests.committed = 0;
        result.isCommitted = true;
    }
    return result;
}

} // namespace

TextFieldResult drawSearchField(Context& context, const TextField& field, const Box& box) {
    const Palette& palette = context.palette;
    const Interaction state =
        interact(context, field.key, box, Availability::Enabled, Cursor::Text);
    const bool isFocused = context.focusedId == state.id;
    context.painter.fill(box, palette.raised, metrics::kRadius);
    context.painter.outline(box, state.isHovered ? palette.text : palette.controlBorder,
                            metrics::kRadius);
    drawIcon(Icon::Search, {box.left + 20, box.center().y}, 18, palette.textMuted);
    if (!isFocused) {
        const bool isEmpty = field.value.empty();
        context.painter.textLine(textBox(box), isEmpty ? field.placeholder : field.value,
                                 isEmpty ? palette.textMuted : palette.text, {});
    } else {
        context.painter.outline(box.inset(-1), palette.focus, metrics::kRadius + 1,
                                metrics::kFocusWidth);
    }
    TextFieldResult input = takeInput(context, state.id);
    describe(context, field, input.hasChanged ? input.value : std::string(field.value), state, box);
    return input;
}

} // namespace cartouche::ui
