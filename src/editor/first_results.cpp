#include "editor/first_results.h"

#include "core/json/cursor.h"
#include "core/json/members.h"
#include "editor/chosen_answers.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::editor {

using config::Choice;
using config::ChoiceMode;
using config::ChoicesControl;

namespace {

/// What is chosen in a new annotation.
annotation::Answer preselected(const ChoicesControl& control) {
    const bool isMultiple = control.mode == ChoiceMode::Multiple;
    if (control.isNested()) {
        const AnswerTree tree(control.choices);
        std::vector<annotation::Path> paths;
        for (std::size_t node = 0; node < tree.size(); ++node) {
            const annotation::Path path = tree.path(node);
            if (tree.answer(node).selected && (paths.empty() || isMultiple) &&
                !std::ranges::contains(paths, path)) {
                paths = toggledNested(tree, control.mode, paths, node);
            }
        }
        return paths.empty() ? annotation::Answer() : std::move(paths);
    }
    annotation::Texts choices;
    for (const Choice& choice : control.choices) {
        if (choice.selected && (choices.empty() || isMultiple)) {
            choices.push_back(choice.stored);
        }
    }
    return choices.empty() ? annotation::Answer() : std::move(choices);
}

} // namespace

void addPreselected(annotation::Document& document, const config::LabelingInterface& interface,
                    const annotation::IdSource& newId) {
    for (const ChoicesControl& control : interface.choices()) {
        annotation::Answer answer = preselected(control);
        const bool isAnswered = document.findAnswer(control.name) != nullptr;
        if (answer != annotation::Answer() && !control.isPerRegion && !isAnswered) {
            annotation::Area area{.id = newId(), .object = annotation::Name(control.toName)};
            area.results.push_back({.control = annotation::Name(control.name),
                                    .type = annotation::ResultType::Choices,
                                    .answer = std::move(answer)});
            document.add(std::move(area));
        }
    }
}

json::CheckedText automaticResults(std::span<const std::unique_ptr<Entry>> entries) {
    constexpr std::string_view kKey = "interactive_mode";
    std::string text = "[";
    json::Members members;
    for (const auto& entry : entries) {
        const json::CheckedText& results = entry->record.result;
        json::Cursor cursor(results);
        // Predictions are large, and few have any.
        if (!entry->isPrediction() || cursor.kind() != json::Kind::List ||
            !results.text().contains(kKey)) {
            continue;
        }
        cursor.readList([&](json::Cursor& at) {
            if (at.kind() != json::Kind::Object) {
                return;
            }
            members.read(at);
            if (members.flag(kKey) == false) {
                text += text.size() > 1 ? "," : "";
                text += members.text();
            }
        });
    }
    return json::checkJson(text + "]").value_or(json::CheckedText());
}

} // namespace cartouche::editor
