// What the commands of commands.h do.

#include "editor/editor.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <span>
#include <variant>
#include <vector>

namespace cartouche::editor {

namespace {

using Images = std::vector<std::unique_ptr<ImageWorkspace>>;

bool isDrawingPoints(const Images& images) {
    return std::ranges::any_of(images, [](const auto& image) {
        return image->draft() && (std::holds_alternative<geometry::Polygon>(*image->draft()) ||
                                  std::holds_alternative<geometry::Path>(*image->draft()));
    });
}

/// Of a polygon or vector that is being drawn.
bool takesBackPoint(const Images& images, Platform platform) {
    return std::ranges::any_of(images, [platform](const auto& image) {
        return image->pressKey({.key = "backspace"}, platform);
    });
}

} // namespace

bool Editor::canExecute(CommandId id) const {
    if (m_comparison) {
        return canExecuteInComparison(id);
    }
    switch (id) {
    case CommandId::Submit:
    case CommandId::Skip:
    case CommandId::CancelSkip:
    case CommandId::Accept:
    case CommandId::Reject:
    case CommandId::NextTask:
    case CommandId::PreviousTask:
        return canExecuteAction(id);
    case CommandId::Undo:
        return sheet().history.canUndo() || isDrawingPoints(sheet().images);
    case CommandId::Redo:
        return sheet().history.canRedo();
    case CommandId::Reset:
        return sheet().history.isChanged();
    case CommandId::EditNote:
        return sheet().regions.selection().size() == 1;
    case CommandId::FocusRegion:
        return findRegionControl() != nullptr;
    case CommandId::DuplicateRegions:
    case CommandId::BringToFront:
    case CommandId::SendToBack:
        return !isReadonly() && !sheet().regions.selection().empty();
    case CommandId::NestRegions:
        return !isReadonly() && !sheet().regions.selection().empty() &&
               sheet().regions.list().size() > 1;
    case CommandId::UnnestRegions:
        return std::ranges::any_of(
            sheet().regions.selection(),
            [this](annotation::AreaHandle region) { return sheet().regions.canUnnest(region); });
    case CommandId::DeleteRegions:
    case CommandId::DeleteSegments:
    case CommandId::ToggleHidden:
    case CommandId::ToggleLocked:
        return !sheet().regions.selection().empty();
    case CommandId::Relate:
        return !isReadonly() && sheet().regions.selection().size() == 1 &&
               sheet().regions.list().size() > 1;
    case CommandId::Unselect:
    case CommandId::Exit:
        return !sheet().regions.selection().empty() || sheet().regions.isAnyArmed() ||
               sheet().regions.selectsSeveral();
    case CommandId::ToggleAllHidden:
    case CommandId::SelectNext:
    case CommandId::SelectSeveral:
        return !sheet().regions.list().empty();
    case CommandId::NextSpan:
    case CommandId::PreviousSpan:
        return !sheet().texts.empty() && !sheet().regions.list().empty();
    case CommandId::SearchText:
    case CommandId::FindNext:
    case CommandId::FindPrevious:
    case CommandId::FindAgain:
    case CommandId::LabelFound:
    case CommandId::NextUnlabeled:
        return canExecuteOnTexts(id);
    case CommandId::PreviousPage:
    case CommandId::NextPage:
        return canTurnPage(id);
    case CommandId::DeleteAllRegions:
        return !isReadonly() && !sheet().regions.list().empty();
    case CommandId::CreateAnnotation:
        return hasInterface("annotations:add-new") && !m_isReadonly;
    case CommandId::CopyAnnotation:
        return !m_isReadonly;
    case CommandId::OpenPalette:
    case CommandId::ShowHistory:
        return true;
    case CommandId::DeleteAnnotation:
        return hasInterface("annotations:delete") && !m_isReadonly && !m_current->isPrediction();
    case CommandId::RestoreAnnotation:
        return canRestore() && !m_isReadonly;
    case CommandId::ToggleGroundTruth:
        return hasInterface("ground-truth") && !m_isReadonly && !m_current->isPrediction();
    case CommandId::ShowPredictions:
        return hasPredictions();
    case CommandId::NextPrediction:
    case CommandId::AcceptPredictions:
    case CommandId::AcceptInView:
        return m_candidates && !isReadonly() && !m_candidates->offered().empty();
    case CommandId::ToggleAssist:
    case CommandId::ToggleAcceptsAll:
        return canAssist();
    case CommandId::AcceptPrediction:
    case CommandId::RejectPrediction:
        return m_candidates && !isReadonly() && m_candidates->current().has_value();
    case CommandId::NextAnnotation:
    case CommandId::PreviousAnnotation:
        return m_entries.size() > 1;
    case CommandId::Compare:
        return hasInterface("annotations:view-all") && m_entries.size() > 1;
    case CommandId::LinkViews:
        return false;
    case CommandId::PreviousImage:
    case CommandId::NextImage:
    case CommandId::ZoomIn:
    case CommandId::ZoomOut:
    case CommandId::ZoomToFit:
    case CommandId::ZoomToActual:
    case CommandId::TurnLeft:
    case CommandId::TurnRight:
    case CommandId::GrowBrush:
    case CommandId::ShrinkBrush:
    case CommandId::TogglePressure:
    case CommandId::RemovePoint:
    case CommandId::InsertPoint:
    case CommandId::BendPoint:
    case CommandId::OpenPath:
        return sheet().activeImage != nullptr && canExecuteOnImage(id, *sheet().activeImage);
    }
    return false;
}

bool Editor::execute(CommandId id) {
    if (!canExecute(id)) {
        return false;
    }
    if (m_comparison) {
        return executeInComparison(id);
    }
    switch (id) {
    case CommandId::Undo:
        if (takesBackPoint(sheet().images, platform())) {
            return true;
        }
        dropGestures();
        sheet().history.undo();
        break;
    case CommandId::Redo:
        dropGestures();
        sheet().history.redo();
        break;
    case CommandId::Reset:
        dropGestures();
        sheet().history.reset();
        break;
    default:
        return executeAction(id) || executeOnRegions(id) || executeOnEntries(id) ||
               executeOnCandidates(id) || executeOnAssist(id) || executeOnTexts(id) ||
               executeOnPages(id) || executeOnImage(id);
    }
    changed(Cause::History);
    return true;
}

void Editor::jumpTo(std::size_t doneCount) {
    annotation::History& history = sheet().history;
    if (doneCount == history.doneCount() || isReadonly()) {
        return;
    }
    dropGestures();
    while (history.doneCount() > doneCount) {
        history.undo();
    }
    while (history.doneCount() < doneCount && history.canRedo()) {
        history.redo();
    }
    changed(Cause::History);
}

bool Editor::executeOnRegions(CommandId id) {
    const std::vector<annotation::AreaHandle> selection = sheet().regions.selection();
    const auto isAny = [this](std::span<const annotation::AreaHandle> regions, auto member) {
        return std::ranges::any_of(regions, [&](annotation::AreaHandle handle) {
            return std::invoke(member, *document().areas().find(handle));
        });
    };
    switch (id) {
    case CommandId::DeleteRegions:
    case CommandId::DeleteSegments:
        dropGestures();
        sheet().regions.remove(selection);
        return true;
    case CommandId::DeleteAllRegions:
        dropGestures();
        sheet().regions.remove(std::vector(sheet().regions.list()));
        return true;
    case CommandId::DuplicateRegions:
        sheet().regions.duplicate(selection);
        return true;
    case CommandId::BringToFront:
    case CommandId::SendToBack:
        sheet().regions.restack(selection, id == CommandId::BringToFront ? Regions::Stack::Front
                                                                         : Regions::Stack::Back);
        return true;
    case CommandId::UnnestRegions:
        sheet().regions.unnest(selection);
        return true;
    case CommandId::ToggleHidden:
        sheet().regions.setHidden(selection, !isAny(selection, &annotation::Area::isHidden));
        return true;
    case CommandId::ToggleAllHidden: {
        const auto& all = sheet().regions.list();
        sheet().regions.setHidden(all, !isAny(all, &annotation::Area::isHidden));
        return true;
    }
    case CommandId::ToggleLocked:
        sheet().regions.setLocked(selection, !isAny(selection, &annotation::Area::isLocked));
        return true;
    case CommandId::Relate:
        sheet().regions.isRelating() ? sheet().regions.stopRelation()
                                     : sheet().regions.startRelation();
        return true;
    case CommandId::Unselect:
    case CommandId::Exit:
        if (sheet().regions.isRelating()) {
            sheet().regions.stopRelation();
            return true;
        }
        if (sheet().regions.selectsSeveral()) {
            sheet().regions.selectSeveral(false);
            return true;
        }
        selection.empty() ? sheet().regions.disarmAll() : sheet().regions.select({});
        return true;
    case CommandId::SelectNext:
        sheet().regions.selectNext();
        for (const auto& image : sheet().images) {
            image->dropKeyCursor();
        }
        return true;
    case CommandId::SelectSeveral:
        dropGestures();
        sheet().regions.selectSeveral(!sheet().regions.selectsSeveral());
        return true;
    case CommandId::NextSpan:
    case CommandId::PreviousSpan:
        stepSpan(id == CommandId::NextSpan ? 1 : -1);
        return true;
    default:
        return false;
    }
}

/// In the text of what is selected, else in the first one.
void Editor::stepSpan(int by) {
    const auto& selection = sheet().regions.selection();
    TextWorkspace* text =
        selection.empty()
            ? nullptr
            : sheet().findText(document().areas().find(selection.back())->object.text());
    (text == nullptr ? *sheet().texts.front() : *text).step(by);
}

bool Editor::executeOnEntries(CommandId id) {
    const std::string current = m_current->id;
    switch (id) {
    case CommandId::CreateAnnotation:
        selectEntry(addAnnotation({}).id);
        return true;
    case CommandId::CopyAnnotation:
        copyEntry(current);
        return true;
    case CommandId::DeleteAnnotation:
        return removeAnnotation(current);
    case CommandId::RestoreAnnotation:
        return restoreAnnotation();
    case CommandId::ToggleGroundTruth:
        setGroundTruth(current, !m_current->record.isGroundTruth);
        return true;
    case CommandId::Compare:
        toggleComparison();
        return true;
    case CommandId::NextAnnotation:
        step(1);
        return true;
    case CommandId::PreviousAnnotation:
        step(-1);
        return true;
    default:
        return false;
    }
}

/// Shows the one that stands so many places behind the one that is shown, round and round.
void Editor::step(int by) {
    const auto at = std::ranges::find(m_entries, m_current, &std::unique_ptr<Entry>::get);
    const auto count = static_cast<std::ptrdiff_t>(m_entries.size());
    const auto next = (at - m_entries.begin() + by + count) % count;
    show(*m_entries[static_cast<std::size_t>(next)]);
}

const config::Tag* Editor::findRegionControl() const {
    const auto found =
        std::ranges::find_if(m_interface.controls(), [this](const config::Control& control) {
            return control.tag->flag("perRegion") && canAnswer(control) && isVisible(*control.tag);
        });
    return found == m_interface.controls().end() ? nullptr : found->tag;
}

} // namespace cartouche::editor
