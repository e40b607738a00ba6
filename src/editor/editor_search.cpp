// Finding phrases in the texts of a task, labeling all that are found, and what has no label yet.

#include "core/language/message.h"
#include "editor/editor.h"
#include "editor/region_text.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace cartouche::editor {

void Editor::searchTexts(std::string phrase) {
    m_search.find(std::move(phrase), sheet().texts);
}

/// What is selected of a text, else what the region that is selected covers; "" for neither.
std::string Editor::phraseInHand() const {
    for (const auto& text : sheet().texts) {
        const annotation::Area* region = onlySelected();
        const auto range = text->selection()   ? std::optional(text->selection()->front())
                           : region != nullptr ? text->rangeOf(regions().selection().front())
                                               : std::nullopt;
        if (range) {
            return std::string(m_privateData.shown(text->content(), *range));
        }
    }
    return "";
}

bool Editor::canLabelFound() const {
    return !isReadonly() &&
           std::ranges::any_of(m_search.hits(), [this](const TextSearch::Hit& hit) {
               return !regions().armedFor(hit.text->name()).empty();
           });
}

/// With the labels in hand; what has them already is left as it is. One undo.
void Editor::labelFound() {
    const std::set<std::string> labeled = spanKeysOf(m_interface, document());
    std::vector<annotation::Area> areas;
    for (const TextSearch::Hit& hit : m_search.hits()) {
        const TextWorkspace* text = sheet().findText(hit.text->name());
        auto area = text == nullptr ? std::nullopt : text->labeledAreaOf(hit.range);
        if (area && !labeled.contains(spanKeyOf(m_interface, *area))) {
            area->id = m_services.newId();
            areas.push_back(std::move(*area));
        }
    }
    if (!areas.empty()) {
        const language::Later label =
            language::later("history.label-found", {{"count", areas.size()}});
        regions().insert(label, std::move(areas), {});
    }
}

/// The next line, or phrase of a conversation, in which there is text and no region; behind what
/// was shown so last, or is in view.
void Editor::showUnlabeled() {
    for (const auto& text : sheet().texts) {
        const auto& spot = m_search.spot();
        const bool isHere = spot && spot->place.text == &text->tag();
        const auto next =
            text->nextUnlabeled(isHere ? spot->place.range.end : text->inView().start);
        if (next) {
            m_search.show({&text->tag(), *next});
            return;
        }
    }
}

bool Editor::canExecuteOnTexts(CommandId id) const {
    switch (id) {
    case CommandId::FindNext:
    case CommandId::FindPrevious:
        return !m_search.hits().empty();
    case CommandId::FindAgain:
        return !phraseInHand().empty();
    case CommandId::LabelFound:
        return canLabelFound();
    default:
        return std::ranges::any_of(sheet().texts,
                                   [](const auto& text) { return text->canLabel(); });
    }
}

bool Editor::executeOnTexts(CommandId id) {
    switch (id) {
    case CommandId::FindNext:
        m_search.step(1);
        return true;
    case CommandId::FindPrevious:
        m_search.step(-1);
        return true;
    case CommandId::FindAgain:
        searchTexts(phraseInHand());
        return true;
    case CommandId::LabelFound:
        labelFound();
        return true;
    case CommandId::NextUnlabeled:
        showUnlabeled();
        return true;
    default:
        return false;
    }
}

} // namespace cartouche::editor
