// What the commands of commands.h do.

#include "editor/editor.h"

#include <algorithm>
#include <functional>
#include <span>
#include <vector>

namespace cartouche::editor {

bool Editor::canExecute(CommandId id) const {
    switch (id) {
    case CommandId::Submit:
        return !m_interface.choices().empty() || isDrawnOn();
    case CommandId::Undo:
        return m_history.canUndo();
    case CommandId::Redo:
        return m_history.canRedo();
    case CommandId::Reset:
        return m_history.isChanged();
    case CommandId::EditNote:
        return m_regions.selection().size() == 1;
    case CommandId::FocusRegion:
        return findRegionControl() != nullptr;
    case CommandId::DeleteAllRegions:
        return !m_regions.list().empty();
    case CommandId::DeleteRegions:
    case CommandId::DuplicateRegions:
    case CommandId::BringToFront:
    case CommandId::SendToBack:
    case CommandId::ToggleHidden:
    case CommandId::ToggleLocked:
        return !m_regions.selection().empty();
    case CommandId::Relate:
        return m_regions.selection().size() == 1 && m_regions.list().size() > 1;
    case CommandId::Unselect:
        return !m_regions.selection().empty() || m_regions.isAnyArmed();
    case CommandId::ToggleAllHidden:
    case CommandId::SelectNext:
        return !m_regions.list().empty();
    case CommandId::PreviousImage:
        return m_activeImage != nullptr && m_activeImage->item() > 0;
    case CommandId::NextImage:
        return m_activeImage != nullptr && m_activeImage->item() + 1 < m_activeImage->itemCount();
    case CommandId::ZoomIn:
    case CommandId::ZoomOut:
    case CommandId::ZoomToFit:
    case CommandId::ZoomToActual:
    case CommandId::TurnLeft:
    case CommandId::TurnRight:
        return m_activeImage != nullptr && m_activeImage->hasImage();
    case CommandId::GrowBrush:
    case CommandId::ShrinkBrush:
    case CommandId::TogglePressure:
        return m_activeImage != nullptr && m_activeImage->hasBrush();
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
        dropGestures();
        m_history.undo();
        break;
    case CommandId::Redo:
        dropGestures();
        m_history.redo();
        break;
    case CommandId::Reset:
        dropGestures();
        m_history.reset();
        break;
    default:
        return executeOnRegions(id) || executeOnImage(id);
    }
    changed();
    return true;
}

/// What is under way on images has no meaning on another document.
void Editor::dropGestures() {
    for (const auto& image : m_images) {
        image->cancel();
    }
}

bool Editor::executeOnRegions(CommandId id) {
    const std::vector<annotation::AreaHandle> selection = m_regions.selection();
    const auto isAny = [this](std::span<const annotation::AreaHandle> regions, auto member) {
        return std::ranges::any_of(regions, [&](annotation::AreaHandle handle) {
            return std::invoke(member, *document().areas().find(handle));
        });
    };
    switch (id) {
    case CommandId::DeleteRegions:
        dropGestures();
        m_regions.remove(selection);
        return true;
    case CommandId::DuplicateRegions:
        m_regions.duplicate(selection);
        return true;
    case CommandId::DeleteAllRegions:
        dropGestures();
        m_regions.remove(std::vector(m_regions.list()));
        return true;
    case CommandId::BringToFront:
    case CommandId::SendToBack:
        m_regions.restack(selection, id == CommandId::BringToFront ? Regions::Stack::Front
                                                                   : Regions::Stack::Back);
        return true;
    case CommandId::ToggleHidden:
        m_regions.setHidden(selection, !isAny(selection, &annotation::Area::isHidden));
        return true;
    case CommandId::ToggleAllHidden: {
        const auto& all = m_regions.list();
        m_regions.setHidden(all, !isAny(all, &annotation::Area::isHidden));
        return true;
    }
    case CommandId::ToggleLocked:
        m_regions.setLocked(selection, !isAny(selection, &annotation::Area::isLocked));
        return true;
    case CommandId::Relate:
        m_regions.isRelating() ? m_regions.stopRelation() : m_regions.startRelation();
        return true;
    case CommandId::Unselect:
        if (m_regions.isRelating()) {
            m_regions.stopRelation();
            return true;
        }
        selection.empty() ? m_regions.disarmAll() : m_regions.select({});
        return true;
    case CommandId::SelectNext:
        m_regions.selectNext();
        return true;
    default:
        return false;
    }
}

const config::Tag* Editor::findRegionControl() const {
    const auto found =
        std::ranges::find_if(m_interface.choices(), [this](const config::ChoicesControl& control) {
            return control.isPerRegion && canAnswer(control) && isVisible(*control.tag);
        });
    return found == m_interface.choices().end() ? nullptr : found->tag;
}

bool Editor::executeOnImage(CommandId id) {
    if (m_activeImage == nullptr) {
        return false;
    }
    constexpr double kZoomStep = 1.25;
    Viewport& view = m_activeImage->viewport();
    switch (id) {
    case CommandId::PreviousImage:
        showItem(*m_activeImage, m_activeImage->item() - 1);
        return true;
    case CommandId::NextImage:
        showItem(*m_activeImage, m_activeImage->item() + 1);
        return true;
    case CommandId::ZoomIn:
        view.zoomBy(kZoomStep, view.center());
        return true;
    case CommandId::ZoomOut:
        view.zoomBy(1 / kZoomStep, view.center());
        return true;
    case CommandId::ZoomToFit:
        view.fit();
        return true;
    case CommandId::ZoomToActual:
        view.zoomTo(1, view.center());
        return true;
    case CommandId::TurnLeft:
        view.turn(-1);
        return true;
    case CommandId::TurnRight:
        view.turn(1);
        return true;
    case CommandId::GrowBrush:
        m_activeImage->stepBrushSize(1);
        return true;
    case CommandId::ShrinkBrush:
        m_activeImage->stepBrushSize(-1);
        return true;
    case CommandId::TogglePressure:
        m_activeImage->togglePressureSized();
        return true;
    default:
        return false;
    }
}

} // namespace cartouche::editor
