#include "editor/visibility.h"

#include "editor/region_label.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

namespace cartouche::editor {

namespace {

using annotation::Area;
using annotation::Document;
using annotation::Result;
using annotation::Texts;
using config::LabelingInterface;
using config::Tag;

/// What a Choices or a Taxonomy says, as it is stored: of a path, its end.
Texts storedAnswers(const Result* result) {
    if (result == nullptr) {
        return {};
    }
    if (const auto* texts = std::get_if<Texts>(&result->answer)) {
        return *texts;
    }
    Texts answers;
    if (const auto* paths = std::get_if<std::vector<annotation::Path>>(&result->answer)) {
        std::ranges::transform(*paths, std::back_inserter(answers),
                               [](const annotation::Path& path) { return path.back(); });
    }
    return answers;
}

/// Whether one of the values, which commas separate, is among the answers.
bool isAnyOf(std::string_view values, const Texts& answers) {
    return std::ranges::any_of(std::views::split(values, ','), [&answers](const auto value) {
        return std::ranges::contains(answers, std::string_view(value));
    });
}

Texts labelsOf(const LabelingInterface& interface, const Area& region) {
    Texts labels;
    for (const Result& result : region.results) {
        if (isLabeling(interface, result)) {
            std::ranges::move(storedAnswers(&result), std::back_inserter(labels));
        }
    }
    return labels;
}

/// The role of a message, of a Chat.
std::string roleOf(const Area& region) {
    const auto* message = region.shape ? std::get_if<geometry::Message>(&*region.shape) : nullptr;
    return message == nullptr ? "" : message->role;
}

/// The whole text is tried first: a label may have a comma in it (spec/tags.md 2.4).
bool hasLabel(const LabelingInterface& interface, const Area& region, std::string_view values) {
    const Texts labels = labelsOf(interface, region);
    return std::ranges::contains(labels, values) || isAnyOf(values, labels);
}

} // namespace

Conditions::Conditions(const LabelingInterface& interface, const Document& document,
                       std::span<const annotation::AreaHandle> selection)
    : m_interface(interface), m_document(document), m_isAnySelected(!selection.empty()),
      m_selected(selection.size() == 1 ? document.areas().find(selection.front()) : nullptr) {
    collectParents(interface.root());
}

void Conditions::collectParents(const Tag& tag) {
    for (const auto& child : tag.children()) {
        m_parents.emplace(child.get(), &tag);
        collectParents(*child);
    }
}

const Tag* Conditions::parentOf(const Tag& tag) const {
    const auto found = m_parents.find(&tag);
    return found == m_parents.end() ? nullptr : found->second;
}

bool Conditions::isVisible(const Tag& tag) const {
    const auto [known, isNew] = m_visible.emplace(&tag, true);
    if (isNew) {
        const Tag* parent = parentOf(tag);
        known->second = (parent == nullptr || isVisible(*parent)) && isMet(tag);
    }
    return known->second;
}

bool Conditions::isMet(const Tag& tag) const {
    if (tag.flag("perRegion") && !isPerRegionMet(tag)) {
        return false;
    }
    const std::string_view when = tag.text("visibleWhen");
    if (when == "choice-selected") {
        return isChosen(tag, m_selected);
    }
    if (when == "choice-unselected") {
        return !isChosen(tag, m_selected);
    }
    if (when == "region-selected") {
        return isRegionMet(tag);
    }
    if (when == "no-region-selected") {
        return !m_isAnySelected;
    }
    const std::string_view value = tag.text("whenChoiceValue");
    return !when.empty() || value.empty() || isAnywhere(value);
}

bool Conditions::isPerRegionMet(const Tag& tag) const {
    const std::string_view label = tag.text("whenLabelValue");
    const auto control = std::ranges::find(m_interface.controls(), &tag, &config::Control::tag);
    const bool isOnObject = m_selected != nullptr && control != m_interface.controls().end() &&
                            std::ranges::any_of(control->toNames, [this](const std::string& name) {
                                return m_selected->object == std::string_view(name);
                            });
    return isOnObject && m_selected->isRegion() &&
           (label.empty() || hasLabel(m_interface, *m_selected, label));
}

/// Of a label and a role, the label counts.
bool Conditions::isRegionMet(const Tag& tag) const {
    if (m_selected == nullptr) {
        return false;
    }
    const std::string_view control = tag.text("whenTagName");
    const bool isByControl =
        control.empty() || std::ranges::any_of(m_selected->results, [&](const Result& result) {
            return isLabeling(m_interface, result) && result.control == control;
        });
    const std::string_view label = tag.text("whenLabelValue");
    const std::string_view role = tag.text("whenRole");
    return isByControl && (!label.empty()  ? hasLabel(m_interface, *m_selected, label)
                           : !role.empty() ? isAnyOf(role, {roleOf(*m_selected)})
                                           : true);
}

bool Conditions::isChosen(const Tag& tag, const Area* region) const {
    const std::string_view control = tag.text("whenTagName");
    if (control.empty()) {
        return isAnythingChosen();
    }
    const auto found = std::ranges::find(m_interface.controls(), control, &config::Control::name);
    // What is said of a region counts for it, whatever is selected.
    if (found != m_interface.controls().end() && !found->tag->flag("perRegion") &&
        !isVisible(*found->tag)) {
        return false;
    }
    const Texts answers = answersOf(control, region);
    const std::string_view values = tag.text("whenChoiceValue");
    return values.empty() ? !answers.empty() : isAnyOf(values, answers);
}

/// In any Choices; a Taxonomy does not count (spec/edge-cases.md 15).
bool Conditions::isAnythingChosen() const {
    return std::ranges::any_of(m_interface.choices(), [this](const auto& choices) {
        return !answersOf(choices.name, m_selected).empty();
    });
}

bool Conditions::isAnywhere(std::string_view value) const {
    return std::ranges::any_of(m_interface.controls(), [&](const config::Control& control) {
        return std::ranges::contains(answersOf(control.name, m_selected), value);
    });
}

/// What is chosen in one control, as it is stored and as it is shown.
std::vector<std::string> Conditions::answersOf(std::string_view name, const Area* region) const {
    const Result* result = m_document.findAnswer(name);
    if (result == nullptr && region != nullptr) {
        result = region->find(name);
    }
    Texts answers = storedAnswers(result);
    if (const config::ChoicesControl* control = m_interface.findChoices(name)) {
        const Texts stored = answers;
        for (const config::Choice& choice : control->choices) {
            if (std::ranges::contains(stored, choice.stored)) {
                answers.push_back(choice.display);
            }
        }
    }
    return answers;
}

bool Conditions::dependsOnChoice(const Tag& tag) const {
    const Tag* parent = parentOf(tag);
    return tag.text("visibleWhen") == "choice-selected" ||
           (parent != nullptr && dependsOnChoice(*parent));
}

std::set<const Tag*> findHidden(const LabelingInterface& interface, const Document& document,
                                std::span<const annotation::AreaHandle> selection) {
    const Conditions conditions(interface, document, selection);
    std::set<const Tag*> hidden;
    std::vector<const Tag*> open{&interface.root()};
    while (!open.empty()) {
        const Tag* tag = open.back();
        open.pop_back();
        if (!conditions.isVisible(*tag)) {
            hidden.insert(tag);
        }
        std::ranges::transform(tag->children(), std::back_inserter(open),
                               [](const auto& child) { return child.get(); });
    }
    return hidden;
}

Submission::Submission(const LabelingInterface& interface, const Document& document,
                       std::span<const annotation::AreaHandle> selection)
    : m_interface(interface), m_conditions(interface, document, selection) {
    for (const config::Control& control : interface.controls()) {
        m_controls.emplace(control.name, control.tag);
    }
}

bool Submission::includes(const Area& area, const Result& result) const {
    const auto found = m_controls.find(result.control.text());
    if (found == m_controls.end()) {
        return true;
    }
    const Tag& tag = *found->second;
    const std::string_view when = tag.text("visibleWhen");
    if (tag.flag("perRegion")) {
        const std::string_view label = tag.text("whenLabelValue");
        return (label.empty() || hasLabel(m_interface, area, label)) &&
               (when != "choice-selected" || m_conditions.isChosen(tag, &area)) &&
               (when != "choice-unselected" || !m_conditions.isChosen(tag, &area));
    }
    if (when == "choice-unselected") {
        return !m_conditions.isChosen(tag, nullptr);
    }
    const bool namesControl = !tag.text("whenTagName").empty();
    return !m_conditions.dependsOnChoice(tag) ||
           (m_conditions.isVisible(tag) && (!namesControl || m_conditions.isChosen(tag, nullptr)));
}

} // namespace cartouche::editor
