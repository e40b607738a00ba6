// What ends the work on an annotation: it is submitted, skipped or reviewed; and the way to the
// next task.

#include "core/config/xml_text.h"
#include "core/json/object_text.h"
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

/// As the host gets it, with what was said about it.
std::string Editor::describeAnnotation(std::string_view comment) const {
    if (comment.empty()) {
        return writeAnnotation();
    }
    json::ObjectText text(writeAnnotation());
    text.set("comment", json::Json(comment));
    return text.text();
}

Editor::CommentWish Editor::commentWish(CommandId id) const {
    const bool isWanted = (id == CommandId::Skip && hasInterface("comments:skip")) ||
                          (id == CommandId::Reject && hasInterface("comments:reject"));
    return !isWanted                           ? CommentWish::None
           : hasInterface("comments:optional") ? CommentWish::Optional
                                               : CommentWish::Required;
}

bool Editor::lacksComment(CommandId id, std::string_view comment) const {
    return commentWish(id) == CommentWish::Required && config::trimmed(comment).empty();
}

bool Editor::executeWithComment(CommandId id, std::string_view comment) {
    const std::string_view said = config::trimmed(comment);
    if (lacksComment(id, said) || m_comparison || !canExecute(id)) {
        return false;
    }
    if (id == CommandId::Skip) {
        setSkipped(true, said);
        return true;
    }
    return id == CommandId::Reject && review(id, said);
}

/// What was labeled so far goes along; nothing of it is required.
void Editor::setSkipped(bool isSkipped, std::string_view comment) {
    addTyped();
    m_current->isSubmitted = true;
    m_current->record.isSkipped = isSkipped;
    m_onEvent({isSkipped ? Event::Kind::Skip : Event::Kind::CancelSkip,
               std::format("{{\"annotation\":{}}}", describeAnnotation(comment))});
    sendEntries();
}

bool Editor::review(CommandId id, std::string_view comment) {
    const bool isAccepted = id == CommandId::Accept;
    if (isAccepted && !isComplete()) {
        return false;
    }
    m_onEvent({isAccepted ? Event::Kind::Accept : Event::Kind::Reject,
               std::format("{{\"annotation\":{},\"isDirty\":{}}}", describeAnnotation(comment),
                           history().isChanged())});
    return true;
}

} // namespace cartouche::editor
