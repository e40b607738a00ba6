#include "editor/visibility.h"

#include <algorithm>
#include <ranges>
#include <string>
#include <vector>

namespace cartouche::editor {

namespace {

using annotation::Annotation;
using annotation::ChoicesResult;
using annotation::KeptResult;
using config::LabelingInterface;
using config::Tag;
using json::Json;

/// What is chosen in a Taxonomy: the ends of its paths.
std::vector<std::string> taxonomyAnswers(const Json& result, std::string_view control) {
    std::vector<std::string> answers;
    if (json::textMember(result, "type") != "taxonomy" ||
        json::textMember(result, "from_name") != control) {
        return answers;
    }
    const Json value = result.value("value", Json());
    for (const Json& path : value.is_object() ? value.value("taxonomy", Json()) : Json()) {
        if (path.is_array() && !path.empty() && path.back().is_string()) {
            answers.push_back(path.back());
        }
    }
    return answers;
}

/// What is chosen in one control, as it is stored and as it is shown.
std::vector<std::string> answersOf(const LabelingInterface& interface, const Annotation& annotation,
                                   std::string_view name) {
    std::vector<std::string> answers;
    if (const ChoicesResult* result = annotation.findChoices(name)) {
        answers = result->choices;
        const config::ChoicesControl* control = interface.findChoices(name);
        for (const config::Choice& choice :
             control != nullptr ? control->choices : std::vector<config::Choice>()) {
            if (std::ranges::contains(result->choices, choice.stored)) {
                answers.push_back(choice.display);
            }
        }
    }
    for (const annotation::Result& result : annotation.results) {
        if (const auto* kept = std::get_if<KeptResult>(&result)) {
            std::ranges::move(taxonomyAnswers(kept->source, name), std::back_inserter(answers));
        }
    }
    return answers;
}

/// Whether one of the values, which commas separate, is among the answers.
bool isAnyOf(std::string_view values, const std::vector<std::string>& answers) {
    return std::ranges::any_of(std::views::split(values, ','), [&answers](const auto value) {
        return std::ranges::contains(answers, std::string_view(value));
    });
}

class Finder {
public:
    Finder(const LabelingInterface& interface, const Annotation& annotation)
        : m_interface(interface), m_annotation(annotation) {}

    /// Walks the tree; `isHidden`: something around the tag is.
    void walk(const Tag& tag, bool isHidden, bool isByChoice) {
        const std::string_view when = tag.text("visibleWhen");
        isByChoice = isByChoice || when == "choice-selected" || when == "choice-unselected";
        isHidden = isHidden || !isMet(tag);
        if (isHidden) {
            hidden.insert(&tag);
            if (isByChoice) {
                withheld.insert(&tag);
            }
        }
        for (const auto& child : tag.children()) {
            walk(*child, isHidden, isByChoice);
        }
    }

    std::set<const Tag*> hidden;
    std::set<const Tag*> withheld;

private:
    bool isMet(const Tag& tag) const {
        const std::string_view when = tag.text("visibleWhen");
        if (when == "choice-selected") {
            return isChosen(tag);
        }
        if (when == "choice-unselected") {
            return !isChosen(tag);
        }
        if (when == "region-selected") {
            return false;
        }
        const std::string_view value = tag.text("whenChoiceValue");
        return !when.empty() || value.empty() || isAnywhere(value);
    }

    bool isChosen(const Tag& tag) const {
        const std::string_view control = tag.text("whenTagName");
        if (control.empty()) {
            return std::ranges::any_of(m_interface.choices(), [&](const auto& choices) {
                return m_annotation.findChoices(choices.name) != nullptr;
            });
        }
        const auto answers = answersOf(m_interface, m_annotation, control);
        const std::string_view values = tag.text("whenChoiceValue");
        return values.empty() ? !answers.empty() : isAnyOf(values, answers);
    }

    bool isAnywhere(std::string_view value) const {
        return std::ranges::any_of(m_interface.controls(), [&](const config::Control& control) {
            return std::ranges::contains(answersOf(m_interface, m_annotation, control.name), value);
        });
    }

    const LabelingInterface& m_interface;
    const Annotation& m_annotation;
};

Finder found(const LabelingInterface& interface, const Annotation& annotation) {
    Finder finder(interface, annotation);
    finder.walk(interface.root(), false, false);
    return finder;
}

} // namespace

std::set<const Tag*> findHidden(const LabelingInterface& interface, const Annotation& annotation) {
    return found(interface, annotation).hidden;
}

std::set<const Tag*> findWithheld(const LabelingInterface& interface,
                                  const Annotation& annotation) {
    return found(interface, annotation).withheld;
}

} // namespace cartouche::editor
