#include "editor/editor.h"

#include "core/annotation/result_json.h"
#include "core/json/diagnostic_json.h"
#include "core/variables/variables.h"
#include "editor/filter.h"
#include "editor/timestamp.h"
#include "editor/validation.h"
#include "editor/visibility.h"

#include <algorithm>
#include <format>
#include <utility>

namespace cartouche::editor {

namespace {

using annotation::ChoicesResult;
using config::Choice;
using config::ChoiceMode;
using config::ChoicesControl;
using json::Json;

/// The answers after a click on one of them, by the rules of the mode (spec/tags.md, Choices).
std::vector<std::string> toggled(const ChoicesControl& control, const Choice& choice,
                                 const ChoicesResult* answer) {
    std::vector<std::string> choices =
        answer == nullptr ? std::vector<std::string>() : answer->choices;
    const bool wasChosen = std::ranges::contains(choices, choice.stored);
    if (control.mode == ChoiceMode::SingleRadio) {
        return {choice.stored};
    }
    if (control.mode == ChoiceMode::Single) {
        return wasChosen ? std::vector<std::string>() : std::vector{choice.stored};
    }
    if (wasChosen) {
        std::erase(choices, choice.stored);
    } else {
        choices.push_back(choice.stored);
    }
    return choices;
}

/// Stored in the order of the config, however they were clicked; answers that the config does not
/// know stay, in front.
void sortByConfig(std::vector<std::string>& choices, const ChoicesControl& control) {
    std::ranges::stable_sort(choices, {}, [&control](const std::string& stored) {
        const auto found = std::ranges::find(control.choices, stored, &Choice::stored);
        return found == control.choices.end() ? -1 : found - control.choices.begin();
    });
}

/// What `selected="true"` chooses in a new annotation.
annotation::Annotation preselected(const config::LabelingInterface& interface,
                                   const annotation::IdSource& newId) {
    annotation::Annotation document;
    for (const ChoicesControl& control : interface.choices()) {
        std::vector<std::string> choices;
        for (const Choice& choice : control.choices) {
            if (choice.selected && (choices.empty() || control.mode == ChoiceMode::Multiple)) {
                choices.push_back(choice.stored);
            }
        }
        if (!choices.empty() && !control.isPerRegion) {
            document.results.emplace_back(
                ChoicesResult{newId(), control.name, control.toName, std::move(choices), {}});
        }
    }
    return document;
}

} // namespace

Editor::Editor(Services services, std::function<void(const Event&)> onEvent)
    : m_services(std::move(services)), m_onEvent(std::move(onEvent)),
      m_interface(config::parseLabelConfig("")) {}

void Editor::load(std::string_view configXml, const Json& task,
                  const std::vector<std::string>& interfaces) {
    m_interfaces = {interfaces.begin(), interfaces.end()};
    m_filters.clear();
    m_task = {};
    m_diagnostics.clear();
    std::expected<task::Task, diagnostics::Diagnostic> read;
    if (!task.is_null()) {
        read = task::readTask(task);
    }
    if (read) {
        m_task = std::move(*read);
    }
    // Without a task there is no data, rather than data without the lists that the config asks for.
    const bool hasData = read && !task.is_null();
    m_interface = config::parseLabelConfig(configXml, hasData ? &m_task.data : nullptr);
    for (const diagnostics::Diagnostic& problem : m_interface.diagnostics()) {
        report(problem);
    }
    if (!read) {
        report(std::move(read.error()));
    } else if (hasData) {
        for (const diagnostics::Diagnostic& problem : task::checkTask(m_interface, m_task)) {
            report(problem);
        }
    }
    const Json& loaded = m_task.annotations;
    startAnnotation(loaded.empty() ? Json() : loaded.front().value("result", Json()));
}

void Editor::startAnnotation(const Json& results) {
    diagnostics::Diagnostics problems;
    auto document = annotation::readResults(results, m_services.newId, problems);
    if (document.results.empty()) {
        document = preselected(m_interface, m_services.newId);
    }
    m_history.restart(std::move(document));
    m_annotationId = m_services.newId();
    m_startedMs = m_services.nowMs();
    m_isSubmitted = false;
    for (diagnostics::Diagnostic& problem : problems) {
        report(std::move(problem));
    }
    sendChange();
}

bool Editor::hasInterface(std::string_view name) const {
    return m_interfaces.contains(name);
}

Json Editor::resolve(std::string_view expression) const {
    return variables::resolveVariables(expression, m_task.data);
}

bool Editor::isChosen(const ChoicesControl& control, const Choice& choice) const {
    const ChoicesResult* answer = annotation().findChoices(control.name);
    return answer != nullptr && std::ranges::contains(answer->choices, choice.stored);
}

void Editor::toggleChoice(const ChoicesControl& control, const Choice& choice) {
    const ChoicesResult* answer = annotation().findChoices(control.name);
    std::vector<std::string> choices = toggled(control, choice, answer);
    sortByConfig(choices, control);
    if (answer != nullptr && answer->choices == choices) {
        return;
    }
    std::optional<ChoicesResult> next;
    if (!choices.empty()) {
        next = answer != nullptr
                   ? *answer
                   : ChoicesResult{m_services.newId(), control.name, control.toName, {}, {}};
        next->choices = std::move(choices);
    }
    annotation::Transaction transaction;
    transaction.label = std::format("{}: {}", control.name, choice.display);
    transaction.steps.push_back(
        std::make_unique<annotation::SetChoices>(control.name, std::move(next)));
    m_history.apply(std::move(transaction));
    changed();
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

bool Editor::canExecute(CommandId id) const {
    switch (id) {
    case CommandId::Submit:
        return !m_interface.choices().empty();
    case CommandId::Undo:
        return m_history.canUndo();
    case CommandId::Redo:
        return m_history.canRedo();
    case CommandId::Reset:
        return m_history.isChanged();
    }
    return false;
}

bool Editor::execute(CommandId id) {
    if (!canExecute(id)) {
        return false;
    }
    switch (id) {
    case CommandId::Submit:
        return submit();
    case CommandId::Undo:
        m_history.undo();
        break;
    case CommandId::Redo:
        m_history.redo();
        break;
    case CommandId::Reset:
        m_history.reset();
        break;
    }
    changed();
    return true;
}

bool Editor::submit() {
    const auto refusals = validate(m_interface, annotation());
    std::erase_if(m_diagnostics, isRefusal);
    for (const diagnostics::Diagnostic& refusal : refusals) {
        report(refusal);
    }
    if (!refusals.empty()) {
        return false;
    }
    const auto kind = m_isSubmitted ? Event::Kind::Update : Event::Kind::Submit;
    m_isSubmitted = true;
    m_onEvent({kind, {{"annotation", writeAnnotation()}}});
    return true;
}

bool Editor::pressKey(const KeyPress& press) {
    for (const ChoicesControl& control : m_interface.choices()) {
        if (control.isPerRegion) {
            continue;
        }
        for (const Choice& choice : control.choices) {
            if (matchesHotkey(choice.hotkey, press, m_services.platform)) {
                toggleChoice(control, choice);
                return true;
            }
        }
    }
    return false;
}

Json Editor::writeAnnotation() const {
    return {{"id", m_annotationId},
            {"task", m_task.id},
            {"result", annotation::writeResults(submitted())},
            {"lead_time", (m_services.nowMs() - m_startedMs) / 1000.0},
            {"created_at", writeTime(m_startedMs)},
            {"was_cancelled", false}};
}

void Editor::report(diagnostics::Diagnostic diagnostic) {
    m_onEvent({Event::Kind::Error, {{"diagnostic", json::writeDiagnostic(diagnostic)}}});
    m_diagnostics.push_back(std::move(diagnostic));
}

void Editor::changed() {
    // A gap that was filled is no problem any more; one that is still there stays in view.
    const auto gaps = validate(m_interface, annotation());
    std::erase_if(m_diagnostics, [&gaps](const diagnostics::Diagnostic& problem) {
        return isRefusal(problem) && !std::ranges::contains(gaps, problem);
    });
    sendChange();
}

annotation::Annotation Editor::submitted() const {
    annotation::Annotation result = annotation();
    const auto withheld = findWithheld(m_interface, result);
    std::erase_if(result.results, [&](const annotation::Result& one) {
        const auto* choices = std::get_if<ChoicesResult>(&one);
        const ChoicesControl* control =
            choices == nullptr ? nullptr : m_interface.findChoices(choices->fromName);
        return control != nullptr && withheld.contains(control->tag);
    });
    return result;
}

void Editor::sendChange() {
    m_hidden = findHidden(m_interface, annotation());
    m_onEvent({Event::Kind::Change,
               {{"canUndo", m_history.canUndo()},
                {"canRedo", m_history.canRedo()},
                {"result", annotation::writeResults(annotation())}}});
}

} // namespace cartouche::editor
