#include "editor/first_results.h"

#include "core/json/cursor.h"
#include "core/json/members.h"

#include <string>
#include <utility>

namespace cartouche::editor {

using config::Choice;
using config::ChoiceMode;
using config::ChoicesControl;

void addPreselected(annotation::Document& document, const config::LabelingInterface& interface,
                    const annotation::IdSource& newId) {
    for (const ChoicesControl& control : interface.choices()) {
        annotation::Texts choices;
        for (const Choice& choice : control.choices) {
            if (choice.selected && (choices.empty() || control.mode == ChoiceMode::Multiple)) {
                choices.push_back(choice.stored);
            }
        }
        const bool isAnswered = document.findAnswer(control.name) != nullptr;
        if (!choices.empty() && !control.isPerRegion && !isAnswered) {
            annotation::Area area{.id = newId(), .object = annotation::Name(control.toName)};
            area.results.push_back({.control = annotation::Name(control.name),
                                    .type = annotation::ResultType::Choices,
                                    .answer = std::move(choices)});
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
