// Regions of a prediction over the annotation that is shown, and taking them over.

#include "core/language/message.h"
#include "editor/editor.h"

#include <algorithm>
#include <utility>

namespace cartouche::editor {

bool Editor::hasPredictions() const {
    return isDrawnOn() && !isReadonly() &&
           std::ranges::any_of(m_entries, [](const auto& entry) { return entry->isPrediction(); });
}

Candidates* Editor::candidates() {
    return isReadonly() ? nullptr : m_candidates.get();
}

void Editor::toggleCandidates() {
    const bool isOn = m_candidates && m_offer != Offer::Found;
    dropSuggestions();
    if (isOn) {
        m_candidates.reset();
        offerFound();
    } else {
        nextCandidates();
    }
}

/// Those of the prediction behind the one whose regions are offered, round and round.
void Editor::nextCandidates() {
    std::vector<const Entry*> predictions;
    for (const auto& entry : m_entries) {
        if (entry->isPrediction()) {
            predictions.push_back(entry.get());
        }
    }
    if (predictions.empty()) {
        return;
    }
    dropSuggestions();
    const auto at = m_candidates ? std::ranges::find(predictions, &m_candidates->prediction())
                                 : predictions.end();
    const bool isLast = at == predictions.end() || std::next(at) == predictions.end();
    const double threshold = m_candidates ? m_candidates->threshold() : 0;
    m_candidates = std::make_unique<Candidates>(m_interface, m_task.data, m_services.newId,
                                                isLast ? *predictions.front() : **std::next(at));
    m_candidates->setThreshold(threshold, document());
}

void Editor::setThreshold(double threshold) {
    if (m_candidates) {
        m_candidates->setThreshold(threshold, document());
    }
}

void Editor::accept(std::vector<annotation::AreaHandle> regions) {
    if (candidates() == nullptr || regions.empty()) {
        return;
    }
    annotation::Edit edit(sheet().history,
                          language::later("history.accept-offered", {{"count", regions.size()}}));
    if (m_offer == Offer::Suggested) {
        sheet().history.keepText(m_suggestions->record.result); // the copies are parts of it
    }
    for (const annotation::AreaHandle region : regions) {
        edit.addArea(m_candidates->copyOf(region, document(), m_services.newId));
    }
    removePrompts(edit);
    if (edit.commit()) {
        changed();
    }
    endSuggestions();
}

void Editor::reject(annotation::AreaHandle region) {
    if (candidates() == nullptr) {
        return;
    }
    if (m_offer == Offer::Found) {
        m_finder.reject(m_candidates->document().areas().find(region)->id);
    }
    m_candidates->reject(region, document());
    annotation::Edit edit(sheet().history, language::later("history.reject-suggestion"));
    removePrompts(edit);
    if (edit.commit()) {
        changed();
    }
    endSuggestions();
}

bool Editor::executeOnCandidates(CommandId id) {
    switch (id) {
    case CommandId::ShowPredictions:
        toggleCandidates();
        return true;
    case CommandId::NextPrediction:
        m_candidates->step(1);
        return true;
    case CommandId::AcceptPrediction: {
        const auto current = *m_candidates->current();
        m_candidates->step(1); // the keyboard goes on from here
        accept({current});
        return true;
    }
    case CommandId::RejectPrediction: {
        const auto current = *m_candidates->current();
        m_candidates->step(1);
        reject(current);
        return true;
    }
    case CommandId::AcceptPredictions:
        accept(std::vector(m_candidates->offered()));
        return true;
    case CommandId::AcceptInView:
        accept(m_candidates->inView(sheet()));
        return true;
    default:
        return false;
    }
}

} // namespace cartouche::editor
