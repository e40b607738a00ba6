#include "editor/number_rules.h"

#include "core/json/numbers.h"
#include "core/language/message.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace cartouche::editor {

namespace {

/// Steps are rarely binary fractions.
constexpr double kTolerance = 1e-8;

} // namespace

double NumberRules::stepped(double number, int by) const {
    const double next = number + by * step.value_or(1);
    // 0.1 + 0.2 is meant to be 0.3.
    constexpr double kDigits = 1e10;
    const double rounded = std::round(next * kDigits) / kDigits;
    return std::clamp(std::isfinite(rounded) ? rounded : next, least.value_or(rounded),
                      std::max(most.value_or(rounded), least.value_or(rounded)));
}

NumberRules numberRules(const config::Tag& control) {
    const auto read = [&control](std::string_view attribute) {
        return json::parseNumber(control.text(attribute));
    };
    if (control.kind() == config::TagKind::Rating) {
        return {.least = 0, .most = read("maxRating").value_or(5), .first = 1};
    }
    NumberRules rules{.least = read("min"),
                      .most = read("max"),
                      .step = read("step"),
                      .first = read("defaultValue")};
    if (rules.step && *rules.step <= 0) {
        rules.step.reset();
    }
    return rules;
}

std::string numberFault(const NumberRules& rules, double number) {
    if (rules.least && number < *rules.least) {
        return language::say("answer.least", {{"number", std::format("{}", *rules.least)}});
    }
    if (rules.most && number > *rules.most) {
        return language::say("answer.greatest", {{"number", std::format("{}", *rules.most)}});
    }
    if (rules.step) {
        const double base = rules.least.value_or(0);
        const double steps = (number - base) / *rules.step;
        if (std::abs(steps - std::round(steps)) * *rules.step > kTolerance) {
            const std::string step = std::format("{}", *rules.step);
            return base == 0 ? language::say("answer.multiple", {{"step", step}})
                             : language::say("answer.multiple-from",
                                             {{"step", step}, {"start", std::format("{}", base)}});
        }
    }
    return "";
}

} // namespace cartouche::editor
