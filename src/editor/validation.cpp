#include "editor/validation.h"

#include "editor/visibility.h"

#include <format>

namespace cartouche::editor {

namespace {

using diagnostics::Code;

std::string requiredMessage(const config::ChoicesControl& control) {
    const std::string_view own = control.tag->text("requiredMessage");
    return own.empty() ? std::format("Checkbox \"{}\" is required.", control.name)
                       : std::string(own);
}

} // namespace

diagnostics::Diagnostics validate(const config::LabelingInterface& interface,
                                  const annotation::Annotation& annotation) {
    diagnostics::Diagnostics problems;
    const auto hidden = findHidden(interface, annotation);
    for (const config::ChoicesControl& control : interface.choices()) {
        if (hidden.contains(control.tag)) {
            continue;
        }
        const annotation::ChoicesResult* answer = annotation.findChoices(control.name);
        const std::size_t count = answer == nullptr ? 0 : answer->choices.size();
        if (control.isRequired && !control.isPerRegion && count == 0) {
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
    return problems;
}

bool isRefusal(const diagnostics::Diagnostic& diagnostic) {
    return diagnostic.code == Code::RequiredMissing || diagnostic.code == Code::TooManyChoices;
}

} // namespace cartouche::editor
