// Expressions: what they find in the task's texts is offered as the regions of a prediction are.

#include "editor/editor.h"

#include <utility>

namespace cartouche::editor {

void Editor::setExpressions(std::vector<Expression> expressions) {
    m_finder.setExpressions(std::move(expressions));
    offerFound();
}

void Editor::changeExpressions(std::vector<Expression> expressions) {
    setExpressions(std::move(expressions));
    m_onEvent({Event::Kind::Expressions,
               json::writeJson({{"expressions", writeExpressions(m_finder.expressions())}})});
}

/// In the place of what was found before. What a model suggests, or a prediction is asked for, goes
/// first.
void Editor::offerFound() {
    std::vector<annotation::Area> found = m_finder.find(m_interface, sheet().texts);
    if (m_candidates && m_offer != Offer::Found) {
        return;
    }
    dropSuggestions();
    if (found.empty() || sheet().history.isReadonly()) {
        return;
    }
    m_offer = Offer::Found;
    m_suggestions = std::make_unique<Entry>();
    m_suggestions->record.kind = annotation::RecordKind::Prediction;
    m_candidates = std::make_unique<Candidates>(m_interface, m_task.data, m_services.newId,
                                                *m_suggestions, std::move(found));
    m_candidates->setThreshold(0, document());
}

} // namespace cartouche::editor
