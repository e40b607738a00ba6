// TextArea: the texts that were added, and a field for the next one.

#include "core/json/numbers.h"
#include "core/language/message.h"
#include "ui/views/form_group.h"
#include "ui/views/text_shortcuts.h"
#include "ui/views/views.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text_field.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

constexpr float kWidth = 640.0F;
constexpr float kLineHeight = 21.0F;
constexpr float kPadding = 19.0F; // above and below the lines of a field
constexpr float kGap = 6.0F;
constexpr float kButton = 32.0F;
constexpr float kLeastAddWidth = 72.0F;
constexpr TextStyle kLabelStyle{metrics::kSmallTextSize, Weight::SemiBold};
constexpr float kLabelHeight = 24.0F;

int rowsOf(const config::Tag& tag) {
    constexpr double kMost = 40;
    return static_cast<int>(
        std::clamp(json::parseNumber(tag.text("rows")).value_or(1), 1.0, kMost));
}

bool hasButton(const config::Tag& tag) {
    return tag.hasAttribute("showSubmitButton") ? tag.flag("showSubmitButton") : rowsOf(tag) > 1;
}

/// The button that adds what is typed, and the gap before it.
float addWidth(const Context& context, const config::Tag& tag) {
    constexpr float kLess = 16.0F; // than other buttons have beside their labels
    if (!hasButton(tag)) {
        return 0;
    }
    const Button button{.key = "add", .label = language::say("answers.add-text")};
    return std::max(kLeastAddWidth, buttonWidth(context, button) - kLess) + kGap;
}

float fieldHeight(int rows) {
    return kPadding + kLineHeight * static_cast<float>(rows);
}

bool isEditable(const Context& context, const config::Tag& tag) {
    return !context.isForShow && !context.editor.isReadonly() &&
           (tag.flag("editable") || tag.flag("transcription"));
}

bool hasInput(const Context& context, const config::Control& control) {
    return !context.isForShow && context.editor.canAddText(control);
}

float widthIn(float width) {
    return std::min(width, kWidth);
}

float textHeight(const Context& context, const config::Tag& tag, const std::string& text,
                 float width) {
    const float room = widthIn(width) - kButton - kGap;
    if (!isEditable(context, tag)) {
        return std::max(kButton, context.painter.measureHeight(text, {}, room - 16) + 12);
    }
    const auto lines = 1 + std::ranges::count(text, '\n');
    return fieldHeight(static_cast<int>(std::clamp<std::ptrdiff_t>(lines, 1, 12)));
}

/// A text that was added. What is typed in its place counts once the field is left.
void drawText(Context& context, const config::Control& control, std::size_t index,
              const std::string& text, const Box& box) {
    if (!isEditable(context, *control.tag)) {
        context.painter.fill(box, context.palette.stage, metrics::kRadius);
        context.painter.textBlock({box.left + 8, box.top + 6, box.width - 16, box.height - 12},
                                  text, context.palette.text, {});
        SemanticsNode node;
        node.id = ImGui::GetID("text");
        node.role = "text";
        node.name = text;
        node.box = box.corners();
        context.semantics.add(std::move(node));
        return;
    }
    const auto typed = context.editor.typed(control, index);
    const std::string shown = typed.value_or(text);
    const TextFieldResult input =
        drawTextField(context,
                      {.key = "edit",
                       .label = control.name,
                       .value = shown,
                       .rows = text.contains('\n') || rowsOf(*control.tag) > 1 ? 2 : 1,
                       .isProse = true},
                      box);
    if (input.hasChanged) {
        context.editor.type(control, input.value, index);
        context.wishes.needsFrame = true;
    }
    const bool isLeft = typed && !input.hasChanged && context.focusedId != input.widget;
    if (isLeft || input.isCommitted) {
        context.editor.finishText(control, index);
        context.wishes.needsFrame = true;
    }
}

void drawRemove(Context& context, const config::Control& control, std::size_t index,
                const Box& box) {
    Button button;
    button.key = "remove";
    button.label = language::say("answers.remove-text");
    button.icon = Icon::Close;
    button.isIconOnly = true;
    if (drawButton(context, button, box)) {
        context.editor.setText(control, index, "");
        context.wishes.needsFrame = true;
    }
}

float drawTexts(Context& context, const config::Control& control, const Box& box) {
    float top = box.top;
    const annotation::Texts texts = context.editor.textsOf(control);
    for (std::size_t index = 0; index < texts.size(); ++index) {
        ImGui::PushID(static_cast<int>(index));
        const float height = textHeight(context, *control.tag, texts[index], box.width);
        const float width = widthIn(box.width) - kButton - kGap;
        drawText(context, control, index, texts[index], {box.left, top, width, height});
        if (!context.isForShow && !context.editor.isReadonly()) {
            drawRemove(context, control, index,
                       {box.left + width + kGap, top + (height - kButton) / 2, kButton, kButton});
        }
        ImGui::PopID();
        top += height + kGap;
    }
    return top;
}

float inputHeight(const Context& context, const config::Tag& tag, float width) {
    return textShortcutsHeight(context, tag, widthIn(width)) + fieldHeight(rowsOf(tag));
}

void drawInput(Context& context, const config::Control& control, const Box& room) {
    const config::Tag& tag = *control.tag;
    const int rows = rowsOf(tag);
    const std::string text = context.editor.typed(control).value_or("");
    const bool isRepeated = !text.empty() && context.editor.isRepeated(control, text);
    const float chips = textShortcutsHeight(context, tag, widthIn(room.width));
    const Box box{room.left, room.top + chips, room.width, 0};
    const float width = widthIn(box.width) - addWidth(context, tag);
    const TextFieldResult input =
        drawTextField(context,
                      {.key = "input",
                       .label = control.name,
                       .value = text,
                       .placeholder = tag.text("placeholder"),
                       .problem = isRepeated ? language::say("answers.repeated-text") : "",
                       .rows = rows,
                       .isProse = true},
                      {box.left, box.top, width, fieldHeight(rows)});
    drawTextShortcuts(context, tag, input.widget,
                      {room.left, room.top, widthIn(room.width), chips});
    if (takesAttention(context, tag)) {
        context.wishes.focused = input.widget;
    }
    if (input.hasChanged) {
        context.editor.type(control, input.value);
        context.wishes.needsFrame = true;
    }
    bool isAdded = input.isCommitted;
    if (hasButton(tag)) {
        Button button;
        button.key = "add";
        button.label = language::say("answers.add-text");
        button.availability =
            text.empty() || isRepeated ? Availability::Disabled : Availability::Enabled;
        const Box place{box.left + width + kGap, box.top, addWidth(context, tag) - kGap,
                        metrics::kControlHeight};
        context.painter.outline(place, context.palette.controlBorder, metrics::kRadius);
        isAdded = drawButton(context, button, place) || isAdded;
    }
    if (isAdded && context.editor.addText(control)) {
        context.wishes.needsFrame = true;
    }
}

} // namespace

float textAreaHeight(const Context& context, const config::Tag& tag, float width) {
    const config::Control* control = findForm(context, tag);
    if (control == nullptr) {
        return 0;
    }
    float height = problemHeight(context, tag) + (tag.text("label").empty() ? 0 : kLabelHeight);
    for (const std::string& text : context.editor.textsOf(*control)) {
        height += textHeight(context, tag, text, width) + kGap;
    }
    return height + (hasInput(context, *control) ? inputHeight(context, tag, width) : 0);
}

void drawTextArea(Context& context, const config::Tag& tag, const Box& box) {
    const config::Control* control = findForm(context, tag);
    if (control == nullptr) {
        return;
    }
    ImGui::PushID(&tag);
    Box room = openForm(context, tag, "group", box);
    if (const std::string_view label = tag.text("label"); !label.empty()) {
        context.painter.textLine({room.left, room.top, room.width, kLabelHeight}, label,
                                 context.palette.text, kLabelStyle);
        room = {room.left, room.top + kLabelHeight, room.width, room.height - kLabelHeight};
    }
    const float top = drawTexts(context, *control, room);
    if (hasInput(context, *control)) {
        drawInput(context, *control, {room.left, top, room.width, 0});
    }
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
