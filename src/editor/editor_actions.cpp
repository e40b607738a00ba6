// What ends the work on an annotation: it is submitted, skipped or reviewed; and the way to the
// next task.

#include "editor/editor.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <utility>

namespace cartouche::editor {

std::vector<Action> Editor::actions() const {
    return actionsFor(m_interfaces, {.isReadonly = isReadonly(),
                                     .isSkipped = m_current->record.isSkipped,
                                     .isSubmitted = isSubmitted(),
                                     .isChanged = history().isChanged()});
}

CommandId Editor::commandByKeyOf(CommandId id) const {
    if (!hasInterface("review")) {
        return id;
    }
    return id == CommandId::Submit ? CommandId::Accept
           : id == CommandId::Skip ? CommandId::Reject
                                   : id;
}

std::string_view Editor::keyOf(CommandId id) const {
    if (commandByKeyOf(id) != id) {
        return "";
    }
    const std::string_view own = m_keymap.keyOf(commandRow(id).name);
    if (own.empty() && id == CommandId::Accept) {
        return m_keymap.keyOf(commandRow(CommandId::Submit).name);
    }
    if (own.empty() && id == CommandId::Reject) {
        return m_keymap.keyOf(commandRow(CommandId::Skip).name);
    }
    return own;
}

bool Editor::canPostpone() const {
    return hasInterface("postpone") && hasInterface("skip") && !hasInterface("review") &&
           !isReadonly() && !isSubmitted();
}

bool Editor::canExecuteAction(CommandId id) const {
    const bool isReview = hasInterface("review");
    const bool isOpen = !isReadonly() && !m_interface.objects().empty();
    switch (id) {
    case CommandId::Submit:
        return isOpen && !isReview && !isDenied();
    case CommandId::Skip:
        return isOpen && !isReview && hasInterface("skip") && !m_current->record.isSkipped;
    case CommandId::CancelSkip:
        return isOpen && !isReview && m_current->record.isSkipped;
    case CommandId::Accept:
    case CommandId::Reject:
        return isOpen && isReview;
    case CommandId::NextTask:
        return hasInterface("topbar:prevnext") && (m_neighbors.hasNext || canPostpone());
    case CommandId::PreviousTask:
        return hasInterface("topbar:prevnext") && m_neighbors.hasPrevious;
    default:
        return false;
    }
}

/// The host wants no annotation without results.
bool Editor::isDenied() const {
    return hasInterface("annotations:deny-empty") &&
           std::ranges::empty(document().areas().handles());
}

bool Editor::executeAction(CommandId id) {
    switch (id) {
    case CommandId::Submit:
        return submit();
    case CommandId::Skip:
    case CommandId::CancelSkip:
        setSkipped(id == CommandId::Skip);
        return true;
    case CommandId::Accept:
    case CommandId::Reject:
        return review(id);
    case CommandId::NextTask:
        m_onEvent(
            {Event::Kind::NextTask, std::format("{{\"isPostponed\":{}}}", !m_neighbors.hasNext)});
        return true;
    case CommandId::PreviousTask:
        m_onEvent({Event::Kind::PreviousTask, "{}"});
        return true;
    default:
        return false;
    }
}

/// Whether all is answered that must be. What is not is reported and shown.
bool Editor::isComplete() {
    addTyped();
    auto refusals = findTypedFaults();
    std::ranges::move(validate(m_interface, document(), sheet().hidden, itemCounter()),
                      std::back_inserter(refusals));
    std::erase_if(m_diagnostics, isRefusal);
    for (const diagnostics::Diagnostic& refusal : refusals) {
        report(refusal);
    }
    if (!refusals.empty()) {
        showUnanswered(refusals);
    }
    return refusals.empty();
}

bool Editor::submit() {
    if (!isComplete()) {
        return false;
    }
    const auto kind = isSubmitted() ? Event::Kind::Update : Event::Kind::Submit;
    m_current->isSubmitted = true;
    m_current->record.isSkipped = false;
    m_onEvent({kind, std::format("{{\"annotation\":{}}}", writeAnnotation())});
    sendEntries();
    return true;
}

/// What was labeled so far goes along; nothing of it is required.
void Editor::setSkipped(bool isSkipped) {
    addTyped();
    m_current->isSubmitted = true;
    m_current->record.isSkipped = isSkipped;
    m_onEvent({isSkipped ? Event::Kind::Skip : Event::Kind::CancelSkip,
               std::format("{{\"annotation\":{}}}", writeAnnotation())});
    sendEntries();
}

bool Editor::review(CommandId id) {
    const bool isAccepted = id == CommandId::Accept;
    if (isAccepted && !isComplete()) {
        return false;
    }
    m_onEvent({isAccepted ? Event::Kind::Accept : Event::Kind::Reject,
               std::format("{{\"annotation\":{},\"isDirty\":{}}}", writeAnnotation(),
                           history().isChanged())});
    return true;
}

} // namespace cartouche::editor
