// Asking a model: prompts go out, suggestions come in (spec/embedding.md 10).

#include "editor/clipboard.h"
#include "editor/editor.h"

#include <algorithm>
#include <utility>

namespace cartouche::editor {

namespace {

std::vector<annotation::AreaHandle> promptsIn(const annotation::Document& document) {
    std::vector<annotation::AreaHandle> prompts;
    for (const annotation::AreaHandle handle : document.areas().handles()) {
        if (document.areas().find(handle)->prompt) {
            prompts.push_back(handle);
        }
    }
    return prompts;
}

} // namespace

bool Editor::canAssist() const {
    return m_assist.isOffered && !isReadonly() && isDrawnOn();
}

void Editor::setAssist(bool isOn, bool acceptsAll) {
    m_assist.isOn = isOn;
    m_assist.acceptsAll = acceptsAll;
    if (acceptsAll && m_offer == Offer::Suggested) {
        accept(std::vector(m_candidates->offered()));
    }
}

/// Tells the host what to ask the model about, with the prompts of the same object that wait.
void Editor::prompted(annotation::AreaHandle prompt) {
    const annotation::Name object = document().areas().find(prompt)->object;
    std::vector<annotation::AreaHandle> connected = promptsIn(document());
    std::erase_if(connected, [&](annotation::AreaHandle handle) {
        return document().areas().find(handle)->object != object;
    });
    m_onEvent({Event::Kind::Prompt, "{\"region\":" + writeRegions(document(), {{prompt}}) +
                                        ",\"connected\":" + writeRegions(document(), connected) +
                                        "}"});
}

void Editor::setSuggestions(const json::CheckedText& results) {
    dropSuggestions();
    m_offer = Offer::Suggested;
    m_suggestions = std::make_unique<Entry>();
    m_suggestions->record = {.kind = annotation::RecordKind::Prediction, .result = results};
    m_candidates =
        std::make_unique<Candidates>(m_interface, m_task.data, m_services.newId, *m_suggestions);
    m_candidates->setThreshold(0, document());
    if (m_assist.acceptsAll || m_candidates->offered().empty()) {
        accept(std::vector(m_candidates->offered()));
        dropSuggestions();
    }
}

void Editor::dropSuggestions() {
    if (m_suggestions) {
        m_candidates.reset();
        m_suggestions.reset();
    }
    m_offer = Offer::Predicted;
}

/// What was asked is answered: the prompts go with the step that answers them.
void Editor::removePrompts(annotation::Edit& edit) {
    if (m_offer == Offer::Suggested) {
        edit.removeAreas(promptsIn(document()));
    }
}

bool Editor::executeOnAssist(CommandId id) {
    switch (id) {
    case CommandId::ToggleAssist:
        setAssist(!m_assist.isOn, m_assist.acceptsAll);
        return true;
    case CommandId::ToggleAcceptsAll:
        setAssist(m_assist.isOn, !m_assist.acceptsAll);
        return true;
    default:
        return false;
    }
}

/// Once all of them were accepted or rejected.
void Editor::endSuggestions() {
    if (m_offer == Offer::Suggested && m_candidates->offered().empty()) {
        dropSuggestions();
        offerFound();
    }
}

} // namespace cartouche::editor
