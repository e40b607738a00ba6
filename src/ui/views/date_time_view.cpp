// DateTime: a field that the browser's own calendar and clock open from.

#include "core/language/message.h"
#include "editor/answer_rules.h"
#include "editor/date_rules.h"
#include "ui/views/form_group.h"
#include "ui/views/views.h"
#include "ui/widgets/text_field.h"

#include <algorithm>
#include <format>
#include <optional>
#include <string>

namespace cartouche::ui {

namespace {

constexpr float kWidth = 240.0F;

using editor::DateRules;

std::string_view inputTypeOf(const DateRules& rules) {
    switch (rules.asked) {
    case DateRules::Asked::Moment:
        return "datetime-local";
    case DateRules::Asked::Date:
        return "date";
    case DateRules::Asked::Time:
        return "time";
    case DateRules::Asked::Month:
        return "month";
    case DateRules::Asked::Year:
        return "number";
    }
    return "";
}

std::string limitOf(const DateRules& rules, const std::optional<editor::DateTime>& limit) {
    return limit ? editor::formatDateTime(*limit, rules.written()) : "";
}

std::string_view answerTo(const Context& context, const config::Control& control) {
    const annotation::Answer* answer = context.editor.answerOf(control);
    const auto* text = answer == nullptr ? nullptr : std::get_if<std::string>(answer);
    return text == nullptr ? std::string_view() : std::string_view(*text);
}

void take(Context& context, const config::Control& control, const DateRules& rules,
          const std::string& text) {
    const bool isAnswer = editor::typedFault(*control.tag, text).empty();
    context.editor.type(control, isAnswer ? std::nullopt : std::optional(text));
    if (text.empty()) {
        context.editor.answer(control, annotation::Answer());
    } else if (isAnswer) {
        context.editor.answer(control,
                              editor::formatDateTime(*rules.readWritten(text), rules.stored));
    }
    context.wishes.needsFrame = true;
}

} // namespace

float dateTimeHeight(const Context& context, const config::Tag& tag, float) {
    return findForm(context, tag) == nullptr
               ? 0
               : problemHeight(context, tag) + metrics::kControlHeight;
}

void drawDateTime(Context& context, const config::Tag& tag, const Box& box) {
    const config::Control* control = findForm(context, tag);
    if (control == nullptr) {
        return;
    }
    ImGui::PushID(&tag);
    const Box room = openForm(context, tag, "group", box);
    const DateRules rules = editor::dateRules(tag);
    const std::string_view stored = answerTo(context, *control);
    const auto moment = editor::parseDateTime(stored, rules.stored);
    const auto typed = context.editor.typed(*control);
    const std::string shown = typed    ? *typed
                              : moment ? editor::formatDateTime(*moment, rules.written())
                                       : std::string(stored);
    const std::string fault = typed            ? editor::typedFault(tag, *typed)
                              : stored.empty() ? ""
                                               : editor::dateFault(rules, stored);
    const std::string problem =
        fault.empty()
            ? ""
            : language::say("answer.date-not-valid", {{"answer", shown}, {"fault", fault}});
    const std::string_view inputType = inputTypeOf(rules);
    const std::string year = language::say("answers.year-placeholder");
    const bool isWritable = typed || moment || stored.empty(); // by the page's element
    const TextFieldResult input =
        drawTextField(context,
                      {.key = "field",
                       .label = control->name,
                       .value = isWritable ? std::string_view(shown) : "",
                       .placeholder = !isWritable             ? std::string_view(shown)
                                      : inputType == "number" ? std::string_view(year)
                                                              : "",
                       .isReadonly = context.editor.isReadonly(),
                       .problem = problem,
                       .inputType = inputType,
                       .limits = {.least = limitOf(rules, rules.least),
                                  .most = limitOf(rules, rules.most),
                                  .step = std::string(tag.text("step"))}},
                      {room.left, room.top, std::min(kWidth, room.width), metrics::kControlHeight});
    if (takesAttention(context, tag)) {
        context.wishes.focused = input.widget;
    }
    if (input.hasChanged) {
        take(context, *control, rules, input.value);
    }
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
