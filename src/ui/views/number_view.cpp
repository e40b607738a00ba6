// Number: a field with buttons that step, or a slider.

#include "core/json/numbers.h"
#include "core/language/message.h"
#include "editor/number_rules.h"
#include "ui/views/form_group.h"
#include "ui/views/views.h"
#include "ui/widgets/button.h"
#include "ui/widgets/slider.h"
#include "ui/widgets/text_field.h"

#include <algorithm>
#include <string>

namespace cartouche::ui {

namespace {

constexpr float kFieldWidth = 140.0F;
constexpr float kSliderWidth = 260.0F;

using editor::NumberRules;

std::optional<double> numberOf(const Context& context, const config::Control& control) {
    const annotation::Answer* answer = context.editor.answerOf(control);
    const auto* number = answer == nullptr ? nullptr : std::get_if<double>(answer);
    return number == nullptr ? std::nullopt : std::optional(*number);
}

std::string faultOf(const NumberRules& rules, std::string_view text, std::optional<double> number) {
    if (!text.empty() && !number) {
        return language::say("field.no-number");
    }
    const std::string fault = number ? editor::numberFault(rules, *number) : "";
    return fault.empty() ? ""
                         : language::say("answer.cannot-be", {{"answer", text}, {"fault", fault}});
}

void drawField(Context& context, const config::Control& control, const NumberRules& rules,
               const Box& box) {
    const std::optional<double> answer = numberOf(context, control);
    const std::optional<double> shown = answer ? answer : rules.first;
    // What is typed stands as it is typed, unless the number is another one since, as by an undo.
    auto typed = context.editor.typed(control);
    if (typed && json::parseNumber(*typed) && json::parseNumber(*typed) != answer) {
        typed.reset();
    }
    const std::string text = typed   ? *typed
                             : shown ? json::writeJson(json::numberJson(*shown))
                                     : std::string();
    const std::string problem = faultOf(rules, text, json::parseNumber(text));
    const TextFieldResult input = drawTextField(context,
                                                {.key = "field",
                                                 .label = control.name,
                                                 .value = text,
                                                 .isReadonly = context.editor.isReadonly(),
                                                 .problem = problem},
                                                box);
    if (takesAttention(context, *control.tag)) {
        context.wishes.focused = input.widget;
    }
    if (!input.hasChanged) {
        return;
    }
    // The text stays as it is typed as long as the number is that of the text.
    context.editor.type(control, input.value);
    const auto number = json::parseNumber(input.value);
    if (number) {
        context.editor.answer(control, *number);
    } else if (input.value.empty()) {
        context.editor.answer(control, annotation::Answer());
    }
    context.wishes.needsFrame = true;
}

void drawStep(Context& context, const config::Control& control, const NumberRules& rules, int by,
              const Box& box) {
    Button button;
    button.key = by > 0 ? "more" : "less";
    button.label =
        language::say(by > 0 ? language::Key("answers.more") : language::Key("answers.less"));
    button.icon = by > 0 ? Icon::ArrowUp : Icon::ArrowDown;
    button.isIconOnly = true;
    button.availability =
        context.editor.isReadonly() ? Availability::Disabled : Availability::Enabled;
    if (drawButton(context, button, box)) {
        const auto number = numberOf(context, control);
        const double start = rules.first.value_or(rules.least.value_or(0));
        context.editor.type(control, std::nullopt);
        context.editor.answer(control, number ? rules.stepped(*number, by) : start);
        context.wishes.needsFrame = true;
    }
}

void drawNumberSlider(Context& context, const config::Control& control, const NumberRules& rules,
                      const Box& box) {
    const double least = rules.least.value_or(0);
    const double most = std::max(rules.most.value_or(least + 100), least);
    const double extent = most - least;
    const double number = numberOf(context, control).value_or(rules.first.value_or(least));
    const std::string text = json::writeJson(json::numberJson(number));
    const double step = rules.step.value_or(1);
    const Slider slider{.key = "slider",
                        .label = control.name,
                        .value = extent > 0 ? std::clamp((number - least) / extent, 0.0, 1.0) : 0,
                        .text = text,
                        .step = extent > 0 ? std::min(step / extent, 1.0) : 1};
    const auto moved = drawSlider(context, slider, box);
    if (moved && !context.editor.isReadonly()) {
        const double steps = std::round(*moved * extent / step);
        context.editor.type(control, std::nullopt);
        context.editor.answer(control, std::min(rules.stepped(least + steps * step, 0), most));
        context.wishes.needsFrame = true;
    }
}

} // namespace

float numberHeight(const Context& context, const config::Tag& tag, float) {
    return findForm(context, tag) == nullptr
               ? 0
               : problemHeight(context, tag) + metrics::kControlHeight;
}

void drawNumber(Context& context, const config::Tag& tag, const Box& box) {
    const config::Control* control = findForm(context, tag);
    if (control == nullptr) {
        return;
    }
    ImGui::PushID(&tag);
    const Box room = openForm(context, tag, "group", box);
    const NumberRules rules = editor::numberRules(tag);
    const float side = metrics::kControlHeight;
    const float width = std::min(kFieldWidth, room.width - 2 * side);
    drawField(context, *control, rules, {room.left, room.top, width, side});
    if (!context.isForShow) {
        float left = room.left + width + 4;
        drawStep(context, *control, rules, -1, {left, room.top, side, side});
        drawStep(context, *control, rules, 1, {left + side, room.top, side, side});
        left += 2 * side + 12;
        const float rest = room.right() - left;
        if (tag.flag("slider") && rest > side) {
            drawNumberSlider(context, *control, rules,
                             {left, room.top, std::min(rest, kSliderWidth), side});
        }
    }
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
