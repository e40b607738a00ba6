// What is chosen of Choices, and what a Filter leaves of them.

#include "editor/chosen_answers.h"
#include "editor/editor.h"
#include "editor/filter.h"
#include "editor/listed_order.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <utility>

namespace cartouche::editor {

namespace {

using annotation::Texts;
using config::Choice;
using config::ChoiceMode;
using config::ChoicesControl;

/// What is chosen, one answer a text; of a nested answer, its own name.
Texts textsIn(const annotation::Answer* answer) {
    if (answer == nullptr) {
        return {};
    }
    if (const auto* texts = std::get_if<Texts>(answer)) {
        return *texts;
    }
    Texts texts;
    if (const auto* paths = std::get_if<std::vector<annotation::Path>>(answer)) {
        std::ranges::transform(*paths, std::back_inserter(texts),
                               [](const annotation::Path& path) { return path.back(); });
    }
    return texts;
}

/// The answers after a click on one of them, by the rules of the mode (spec/tags.md, Choices).
Texts toggled(const ChoicesControl& control, const Choice& choice, Texts choices) {
    const bool wasChosen = std::ranges::contains(choices, choice.stored);
    if (control.mode == ChoiceMode::SingleRadio) {
        return {choice.stored};
    }
    if (control.mode == ChoiceMode::Single) {
        return wasChosen ? Texts() : Texts{choice.stored};
    }
    if (wasChosen) {
        std::erase(choices, choice.stored);
    } else {
        choices.push_back(choice.stored);
    }
    return choices;
}

} // namespace

bool Editor::isChosen(const ChoicesControl& control, const Choice& choice) const {
    if (control.isNested()) {
        const AnswerTree tree(control.choices);
        const auto node = tree.find(choice);
        return node && chosenOf(tree, pathsOf(answerOf(controlOf(control))))[*node] == Chosen::Yes;
    }
    return std::ranges::contains(textsIn(answerOf(controlOf(control))), choice.stored);
}

void Editor::toggleChoice(const ChoicesControl& control, const Choice& choice) {
    if (choice.isReadonly) {
        return;
    }
    const config::Control& asked = controlOf(control);
    const std::string label = std::format("{}: {}", control.name, choice.display);
    if (control.isNested()) {
        const AnswerTree tree(control.choices);
        const auto node = tree.find(choice);
        answer(asked, toggledNested(tree, control.mode, pathsOf(answerOf(asked)), node.value()),
               label);
        return;
    }
    Texts choices = toggled(control, choice, textsIn(answerOf(asked)));
    sortAsListed(choices, control.choices);
    answer(asked, std::move(choices), label);
}

void Editor::dropChoice(const ChoicesControl& control, const annotation::Path& path) {
    const config::Control& asked = controlOf(control);
    const annotation::Answer* before = answerOf(asked);
    annotation::Answer after = before == nullptr ? annotation::Answer() : *before;
    if (auto* texts = std::get_if<Texts>(&after); texts != nullptr && path.size() == 1) {
        std::erase(*texts, path.front());
    } else if (auto* paths = std::get_if<std::vector<annotation::Path>>(&after)) {
        std::erase(*paths, path);
    }
    answer(asked, std::move(after), std::format("{}: {}", control.name, path.back()));
}

std::string_view Editor::filterText(const config::Tag& filter) const {
    const auto found = m_filters.find(&filter);
    return found == m_filters.end() ? std::string_view() : found->second;
}

void Editor::setFilterText(const config::Tag& filter, std::string text) {
    m_filters.insert_or_assign(&filter, std::move(text));
}

bool Editor::isFilteredOut(const ChoicesControl& control, const Choice& choice) const {
    return std::ranges::any_of(m_filters, [&](const auto& entry) {
        const auto& [filter, typed] = entry;
        return filter->text("toName") == control.name &&
               hidesAnswer(*filter, typed, choice.display);
    });
}

void Editor::applyFilter(const config::Tag& filter) {
    const ChoicesControl* control = m_interface.findChoices(filter.text("toName"));
    if (control == nullptr || filterText(filter).empty()) {
        return;
    }
    const auto first = std::ranges::find_if(
        control->choices, [&](const Choice& choice) { return !isFilteredOut(*control, choice); });
    if (first != control->choices.end()) {
        toggleChoice(*control, *first);
    }
    if (filter.flag("cleanup")) {
        m_filters.erase(&filter);
    }
}

} // namespace cartouche::editor
