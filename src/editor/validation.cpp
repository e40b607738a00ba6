#include "editor/validation.h"

#include "editor/number_rules.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace cartouche::editor {

namespace {

using diagnostics::Code;

std::string requiredMessage(const config::ChoicesControl& control) {
    const std::string_view own = control.tag->text("requiredMessage");
    return own.empty() ? std::format("Checkbox \"{}\" is required.", control.name)
                       : std::string(own);
}

/// Of nested choices only the outermost count (spec/edge-cases.md 6.8).
std::size_t countChoices(const annotation::Result* answer) {
    if (answer == nullptr) {
        return 0;
    }
    if (const auto* texts = std::get_if<annotation::Texts>(&answer->answer)) {
        return texts->size();
    }
    const auto* paths = std::get_if<std::vector<annotation::Path>>(&answer->answer);
    return paths == nullptr ? 0
                            : static_cast<std::size_t>(std::ranges::count(*paths, std::size_t{1},
                                                                          &annotation::Path::size));
}

/// Of the controls that are not Choices.
bool isForm(const config::Control& control) {
    using config::TagKind;
    constexpr std::array kForms{TagKind::TextArea, TagKind::Number, TagKind::Rating,
                                TagKind::DateTime};
    return std::ranges::contains(kForms, control.tag->kind());
}

bool isAnswer(const annotation::Result* result) {
    const auto* number = result == nullptr ? nullptr : std::get_if<double>(&result->answer);
    // A Rating of 0 is none (spec/edge-cases.md 6.5).
    const bool isNone =
        number != nullptr && *number == 0 && result->type == annotation::ResultType::Rating;
    return result != nullptr && !isNone;
}

std::string missingMessage(const config::Control& control) {
    const std::string_view own = control.tag->text("requiredMessage");
    return !own.empty() ? std::string(own)
           : control.tag->kind() == config::TagKind::TextArea
               ? std::format("Input for the textarea \"{}\" is required.", control.name)
               : std::format("{} \"{}\" is required.", config::findTag(control.tag->kind())->name,
                             control.name);
}

/// Why what is answered about an item may not be submitted; empty: it may.
std::string faultOf(const config::Control& control, const annotation::Result* result) {
    if (!isAnswer(result)) {
        return control.tag->flag("required") ? missingMessage(control) : "";
    }
    const auto* number = std::get_if<double>(&result->answer);
    if (control.tag->kind() != config::TagKind::Number || number == nullptr) {
        return "";
    }
    const std::string fault = numberFault(numberRules(*control.tag), *number);
    return fault.empty() ? "" : std::format("Number \"{}\" is not valid: {}.", *number, fault);
}

void checkForm(const config::Control& control, const annotation::Document& document,
               const ItemCounter& countItems, diagnostics::Diagnostics& problems) {
    const bool isPerItem = control.tag->flag("perItem");
    const int count = isPerItem ? countItems(control.toNames.front()) : 1;
    for (int item = 0; item < count; ++item) {
        const std::string fault = faultOf(
            control,
            document.findAnswer(control.name, isPerItem ? item : annotation::Area::kWholeObject));
        if (!fault.empty()) {
            problems.push_back({diagnostics::Code::RequiredMissing, fault, control.tag->where()});
            return;
        }
    }
}

/// A polygon that was begun elsewhere and not closed (spec/edge-cases.md 6.10).
bool isUnfinished(const annotation::Area& area) {
    const auto* polygon = area.shape ? std::get_if<geometry::Polygon>(&*area.shape) : nullptr;
    return polygon != nullptr && !polygon->isClosed;
}

} // namespace

diagnostics::Diagnostics validate(const config::LabelingInterface& interface,
                                  const annotation::Document& document,
                                  const std::set<const config::Tag*>& hidden,
                                  const ItemCounter& countItems) {
    diagnostics::Diagnostics problems;
    for (const config::ChoicesControl& control : interface.choices()) {
        if (hidden.contains(control.tag)) {
            continue;
        }
        const std::size_t count = countChoices(document.findAnswer(control.name));
        const bool isMissing =
            control.tag->flag("perItem")
                ? findUnanswered(control, document, countItems(control.toName)).has_value()
                : count == 0;
        if (control.isRequired && !control.isPerRegion && isMissing) {
            problems.push_back(
                {Code::RequiredMissing, requiredMessage(control), control.tag->where()});
        }
        if (control.mode != config::ChoiceMode::Multiple && count > 1) {
            problems.push_back(
                {Code::TooManyChoices,
                 std::format("The number of options selected ({}) exceed the maximum allowed (1). "
                             "To proceed, first unselect excess options for: • Choices ({})",
                             count, control.name),
                 control.tag->where()});
        }
    }
    for (const config::Control& control : interface.controls()) {
        if (isForm(control) && !control.tag->flag("perRegion") && !hidden.contains(control.tag)) {
            checkForm(control, document, countItems, problems);
        }
    }
    std::ranges::stable_sort(problems, {}, [](const diagnostics::Diagnostic& problem) {
        return std::pair(problem.where.line, problem.where.column);
    });
    if (std::ranges::any_of(document.areas().all(), isUnfinished)) {
        problems.push_back({Code::UnfinishedRegion,
                            "Complete all regions before submitting: a polygon is not closed. "
                            "Select it and click its first point.",
                            {}});
    }
    return problems;
}

std::optional<int> findUnanswered(const config::ChoicesControl& control,
                                  const annotation::Document& document, int itemCount) {
    for (int item = 0; item < itemCount; ++item) {
        if (countChoices(document.findAnswer(control.name, item)) == 0) {
            return item;
        }
    }
    return std::nullopt;
}

bool isRefusal(const diagnostics::Diagnostic& diagnostic) {
    return diagnostic.code == Code::RequiredMissing || diagnostic.code == Code::TooManyChoices ||
           diagnostic.code == Code::UnfinishedRegion;
}

} // namespace cartouche::editor
