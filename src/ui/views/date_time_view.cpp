// DateTime: a field that the browser's own calendar and clock open from.

#include "editor/date_format.h"
#include "ui/views/form_group.h"
#include "ui/views/views.h"
#include "ui/widgets/text_field.h"

#include <algorithm>
#include <format>
#include <string>

namespace cartouche::ui {

namespace {

constexpr float kWidth = 240.0F;

/// What is asked for: how the page's input element writes it, and how it is stored.
struct Asked {
    std::string_view inputType;
    std::string_view written; // the format of the input element
    std::string stored;
};

/// By `only`, of which `date` wins over `month` (spec/tags.md, DateTime).
Asked askedFor(const config::Tag& tag) {
    const std::string_view only = tag.text("only");
    const bool hasDate = only.contains("date");
    const bool hasTime = only.contains("time");
    const bool isWhole = only.empty() || (hasDate && hasTime);
    const std::string own(tag.text("format"));
    const auto stored = [&own](std::string_view absent) {
        return own.empty() ? std::string(absent) : own;
    };
    if (isWhole) {
        return {"datetime-local", "%Y-%m-%dT%H:%M", stored("%Y-%m-%dT%H:%M")};
    }
    if (hasDate) {
        return {"date", "%Y-%m-%d", stored("%Y-%m-%d")};
    }
    if (hasTime) {
        return {"time", "%H:%M", "%H:%M"};
    }
    if (only.contains("year")) { // a month beside it is not stored
        return {"number", "%Y", stored("%Y-%m-%d")};
    }
    return {"month", "%Y-%m", stored("%Y-%m-%d")};
}

std::string_view answerTo(const Context& context, const config::Control& control) {
    const annotation::Answer* answer = context.editor.answerOf(control);
    const auto* text = answer == nullptr ? nullptr : std::get_if<std::string>(answer);
    return text == nullptr ? std::string_view() : std::string_view(*text);
}

/// Elements give seconds only where there are some.
std::optional<editor::DateTime> readWritten(const std::string& text, const Asked& asked) {
    const auto moment = editor::parseDateTime(text, asked.written);
    return moment || !asked.written.ends_with("%M")
               ? moment
               : editor::parseDateTime(text, std::string(asked.written) + ":%S");
}

void take(Context& context, const config::Control& control, const Asked& asked,
          const std::string& text) {
    const auto moment = readWritten(text, asked);
    context.editor.type(control, moment || text.empty() ? std::nullopt : std::optional(text));
    if (moment) {
        context.editor.answer(control, editor::formatDateTime(*moment, asked.stored));
    } else if (text.empty()) {
        context.editor.answer(control, annotation::Answer());
    }
    context.wishes.needsFrame = true;
}

} // namespace

float dateTimeHeight(const Context& context, const config::Tag& tag, float) {
    return findForm(context, tag) == nullptr
               ? 0
               : refusalHeight(context, tag) + metrics::kControlHeight;
}

void drawDateTime(Context& context, const config::Tag& tag, const Box& box) {
    const config::Control* control = findForm(context, tag);
    if (control == nullptr) {
        return;
    }
    ImGui::PushID(&tag);
    const Box room = openForm(context, tag, "group", box);
    const Asked asked = askedFor(tag);
    const std::string_view stored = answerTo(context, *control);
    const auto moment = editor::parseDateTime(stored, asked.stored);
    const auto typed = context.editor.typed(*control);
    const std::string shown = typed    ? *typed
                              : moment ? editor::formatDateTime(*moment, asked.written)
                                       : std::string(stored);
    const std::string problem =
        typed || (!stored.empty() && !moment)
            ? std::format("\"{}\" is not a date of the form {}", shown, asked.stored)
            : "";
    const TextFieldResult input =
        drawTextField(context,
                      {.key = "field",
                       .label = control->name,
                       .value = shown,
                       .placeholder = asked.inputType == "number" ? "YYYY" : "",
                       .isReadonly = context.editor.isReadonly(),
                       .problem = problem,
                       .inputType = asked.inputType},
                      {room.left, room.top, std::min(kWidth, room.width), metrics::kControlHeight});
    if (takesAttention(context, tag)) {
        context.wishes.focused = input.widget;
    }
    if (input.hasChanged) {
        take(context, *control, asked, input.value);
    }
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
