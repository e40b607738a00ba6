#pragma once

#include "editor/region_fields.h"
#include "editor/region_list.h"
#include "ui/box.h"

#include <imgui.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cartouche::ui {

enum class SideTab : std::uint8_t { Regions, Relations, Find, Classes };

/// What is being typed into a field of the details, until it is taken over.
struct FieldDraft {
    std::uint32_t widget = 0;
    annotation::AreaHandle region;
    std::optional<editor::RegionField::Part> part; // nothing: the note
    std::string text;
    std::string problem; // why it cannot be taken over
};

/// Regions that are dragged in their list.
struct RegionDrag {
    std::vector<annotation::AreaHandle> regions;
    ImVec2 start;           // where the row was pressed
    bool isMoving = false;  // so far that it is no click
    bool isGivenUp = false; // by Escape: nothing happens until the pointer is lifted
    /// What the pointer offers to hold them, none outside of the list, and what comes of it.
    std::optional<std::optional<annotation::AreaHandle>> holder;
    std::optional<editor::RegionList::Landing> landing;
};

/// How a labeler has set up the side panel. Of the session: neither saved nor undone.
struct SidePanelState {
    explicit SidePanelState(editor::Regions& regions) : list(regions) {}

    /// Another document, or that of another annotation.
    void restart(editor::Regions& regions) {
        list.restart(regions);
        draft.reset();
        openRelation.reset();
        pointed.clear();
        drag.reset();
        isSheetOpen = false;
    }

    bool hasGripAt(float x, float y) const {
        return std::ranges::any_of(grips, [x, y](const Box& grip) {
            return x >= grip.left && x < grip.right() && y >= grip.top && y < grip.bottom();
        });
    }
    /// Escape; false if nothing is dragged.
    bool giveUpDrag() {
        const bool isDragging = drag && !drag->isGivenUp;
        if (isDragging) {
            drag->isGivenUp = true;
        }
        return isDragging;
    }

    editor::RegionList list;
    SideTab tab = SideTab::Regions;
    /// What the labeler has made it, in CSS pixels; it is narrower where that leaves no room.
    std::optional<float> width;
    /// Where it has no place beside the content: whether it lies over it.
    bool isSheetOpen = false;
    bool isSheetOpening = false;   // it was opened since the last frame, and wants the focus
    std::uint32_t focusBefore = 0; // what had the focus before, and gets it back
    /// The widget of the list, which has its keys; 0: it is not shown.
    std::uint32_t listWidget = 0;
    bool isListShown = false; // beside the content
    std::size_t rowsInView = 1;
    bool isCursorMoved = false; // the list scrolls to its row
    std::optional<RegionDrag> drag;
    std::vector<Box> grips; // what a finger drags rows or the border by, in the last frame
    std::optional<FieldDraft> draft;
    std::optional<annotation::RelationHandle> openRelation; // with its labels
    bool areRelationsReversed = false;
    bool isSearchWanted = false;               // the field of the search wants the focus
    std::optional<std::size_t> openExpression; // which is edited
    bool isPatternWanted = false;              // its field wants the focus
    std::string classFilter;
    bool isNoteWanted = false; // the field of the note wants the focus
    /// The regions of the row that the pointer was over in the last frame: they stand out.
    std::vector<annotation::AreaHandle> pointed;
    std::vector<annotation::AreaHandle> nextPointed; // in this one, so far
};

} // namespace cartouche::ui
