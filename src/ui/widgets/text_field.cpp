#include "ui/widgets/text_field.h"

#include "ui/icons.h"
#include "ui/widgets/tooltip.h"

#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kIconRoom = 38.0F;
constexpr float kPadding = 10.0F; // also in shell/styles.ts, for the input element
constexpr float kAbove = 9.0F;    // the same, of several lines
constexpr std::string_view kSearch = "searchbox";
constexpr std::string_view kText = "textbox";

/// `value` is what the field holds after this frame: the page's element must never be set back to
/// what it held before the last key.
void describe(Context& context, const TextField& field, std::string_view role, std::string value,
              const Interaction& state, const Box& box) {
    SemanticsNode node;
    node.id = state.id;
    node.role = field.isCombobox ? "combobox" : role;
    node.activeDescendant = field.activeDescendant;
    node.name = field.label;
    node.box = box.corners();
    node.isFocusable = !context.isForShow;
    node.isDisabled = field.isReadonly || context.isForShow;
    node.isRequired = field.isRequired;
    node.value = std::move(value);
    node.placeholder = field.placeholder;
    node.description = field.problem;
    node.rows = field.rows;
    node.isProse = field.isProse;
    node.inputType = field.inputType;
    node.limits = field.limits;
    context.semantics.add(std::move(node));
}

TextFieldResult takeInput(Context& context, std::uint32_t id) {
    TextFieldResult result{.widget = id};
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

void drawFrame(const Context& context, const TextField& field, const Interaction& state,
               bool isFocused, const Box& box) {
    const Palette& palette = context.palette;
    context.painter.fill(box, palette.raised, metrics::kRadius);
    context.painter.outline(box,
                            !field.problem.empty() ? palette.danger
                            : state.isHovered      ? palette.text
                                                   : palette.controlBorder,
                            metrics::kRadius);
    if (isFocused) {
        context.painter.outline(box.inset(-1), palette.focus, metrics::kRadius + 1,
                                metrics::kFocusWidth);
    }
}

TextFieldResult drawField(Context& context, const TextField& field, std::string_view role,
                          const Box& box) {
    const Palette& palette = context.palette;
    const Interaction state =
        interact(context, field.key, box, Availability::Enabled, Cursor::Text);
    const bool isFocused = context.focusedId == state.id;
    drawFrame(context, field, state, isFocused, box);
    const float room = role == kSearch ? kIconRoom : kPadding;
    if (role == kSearch) {
        drawIcon(Icon::Search, {box.left + 20, box.center().y}, 18, palette.textMuted);
    }
    TextFieldResult input = takeInput(context, state.id);
    std::string value = input.hasChanged ? input.value : std::string(field.value);
    if (!isFocused) {
        const std::string_view shown = value.empty() ? field.placeholder : std::string_view(value);
        const Color color = value.empty() || field.isReadonly ? palette.textMuted : palette.text;
        const Box text{box.left + room, box.top, box.width - room - kPadding, box.height};
        if (field.rows > 1) {
            ImGui::PushClipRect(box.min(), box.max(), true);
            context.painter.textBlock({text.left, text.top + kAbove, text.width, text.height},
                                      shown, color, {});
            ImGui::PopClipRect();
        } else {
            context.painter.textLine(text, shown, color, {});
        }
    }
    if (!field.problem.empty()) {
        drawTooltip(context, state, box, field.problem, "");
    }
    describe(context, field, role, std::move(value), state, box);
    return input;
}

} // namespace

TextFieldResult drawTextField(Context& context, const TextField& field, const Box& box) {
    return drawField(context, field, kText, box);
}

TextFieldResult drawSearchField(Context& context, const TextField& field, const Box& box) {
    return drawField(context, field, kSearch, box);
}

} // namespace cartouche::ui
