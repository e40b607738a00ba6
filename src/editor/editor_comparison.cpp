// All annotations and predictions beside each other, and what can be done meanwhile.

#include "editor/editor.h"

#include <utility>

namespace cartouche::editor {

Editor::Glance::Glance(Editor& editor, Sheet& sheet)
    : m_editor(editor), m_before(std::exchange(editor.m_glanced, &sheet)) {}

Editor::Glance::~Glance() {
    m_editor.m_glanced = m_before;
}

void Editor::toggleComparison() {
    if (m_comparison) {
        closeComparison();
        return;
    }
    dropGestures();
    m_comparison = std::make_unique<Comparison>(
        m_interface, m_task.data, m_services.newId, [this](const Entry& entry) {
            diagnostics::Diagnostics problems; // are told when it is shown by itself
            return entry.sheet ? entry.sheet->history.document()
                               : readEntry(entry.record, problems);
        });
    m_comparison->restart(m_entries, *m_current);
}

void Editor::closeComparison() {
    if (m_comparison) {
        m_onEvent({Event::Kind::Comparison, "{}"});
        m_comparison.reset();
    }
}

/// The entries are others, or one of them holds something else.
void Editor::renewComparison() {
    if (m_comparison) {
        m_onEvent({Event::Kind::Comparison, "{}"});
        m_comparison->restart(m_entries, *m_current);
    }
}

/// Looking around is all that can be done.
bool Editor::canExecuteInComparison(CommandId id) const {
    const ImageWorkspace* image = m_comparison->activeImage();
    switch (id) {
    case CommandId::Compare:
    case CommandId::Exit:
    case CommandId::OpenPalette:
        return true;
    case CommandId::LinkViews:
    case CommandId::ZoomIn:
    case CommandId::ZoomOut:
    case CommandId::ZoomToFit:
    case CommandId::ZoomToActual:
    case CommandId::TurnLeft:
    case CommandId::TurnRight:
        return image != nullptr && image->hasImage();
    case CommandId::SelectNext:
        return m_comparison->hasRegions();
    case CommandId::PreviousImage:
        return image != nullptr && image->item() > 0;
    case CommandId::NextImage:
        return image != nullptr && image->item() + 1 < image->itemCount();
    default:
        return false;
    }
}

bool Editor::executeInComparison(CommandId id) {
    switch (id) {
    case CommandId::Compare:
    case CommandId::Exit:
        closeComparison();
        return true;
    case CommandId::LinkViews:
        m_comparison->setLinked(!m_comparison->isLinked());
        return true;
    case CommandId::SelectNext:
        m_comparison->selectNext();
        return true;
    default:
        return executeOnImage(id);
    }
}

} // namespace cartouche::editor
