#pragma once

#include "editor/commands.h"
#include "editor/list_order.h"
#include "editor/regions.h"

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace cartouche::editor {

/// One line of the list: a group, or a region.
struct ListRow {
    std::optional<annotation::AreaHandle> region;
    std::uint32_t group = 0;  // of RegionList::groups(); of a region, the one that it stands in
    std::uint32_t number = 0; // of a region: which of all that were made, from 1
    std::uint16_t level = 1;
    bool canExpand = false;
    bool isExpanded = false;
};

/// The list of regions as a labeler sees it: grouped, ordered, searched, opened and closed, with a
/// row that the keyboard is on. Its rows are made once for each change of the document or of the
/// settings, and not for each picture of them: they may be 100,000.
class RegionList {
public:
    /// How a press on a row changes what is selected.
    enum class Press : std::uint8_t { Only, Toggle, Range };

    /// `regions` must outlive this.
    explicit RegionList(Regions& regions) : m_regions(&regions) {}

    /// Another document: everything is open, and nothing is looked for. `regions` as above.
    void restart(Regions& regions);

    const ListSettings& settings() const { return m_settings; }
    void set(ListSettings settings);

    const std::vector<ListRow>& rows();
    /// None, unless regions are grouped by something.
    const std::vector<ListGroup>& groups();
    /// How many regions are shown, also in closed rows.
    std::size_t shownCount();
    /// Whether any region has a score.
    bool hasScores();

    /// The row that the keyboard is on; nothing in an empty list.
    std::optional<std::size_t> cursor();
    /// Goes to the row of what was selected elsewhere since the last call. True if it did.
    bool followSelection();
    void press(std::size_t row, Press how);
    void setExpanded(std::size_t row, bool isExpanded);
    /// Up, down, Home, End, Page Up and Page Down select another row, with Shift all from where the
    /// selection began; left and right close and open, or go to what holds a row and to what it
    /// holds; Space toggles; Control or Command with A selects all, with right files what is
    /// selected under the region above, with left takes it out again. True if it was one of these.
    bool pressKey(const KeyPress& press, std::size_t rowsInView);

    // Regions are filed under each other: region_list_nesting.cpp.

    /// Where regions would stand.
    struct Landing {
        std::optional<annotation::AreaHandle> holder; // nothing: they stand at the top
        std::size_t row = 0;                          // before which the first of them would stand
        std::uint16_t level = 1;

        bool operator==(const Landing&) const = default;
    };
    /// Where it stands; nothing: it is not seen.
    std::optional<std::size_t> rowOfRegion(annotation::AreaHandle region) const;
    /// Whether it is a tree now, in which regions can be moved.
    bool canNest() const;
    /// What is dragged by a row: all that is selected, if it is.
    std::vector<annotation::AreaHandle> draggedBy(std::size_t row);
    /// What would hold a row that came before this one, at the level that is nearest to `level` of
    /// those that it can have there.
    std::optional<annotation::AreaHandle> holderBefore(std::size_t row, int level);
    /// Nothing if they cannot be filed there, or are already.
    std::optional<Landing> landingOf(std::span<const annotation::AreaHandle> regions,
                                     std::optional<annotation::AreaHandle> holder);
    /// Files them there, and opens what holds them.
    void nest(std::span<const annotation::AreaHandle> regions,
              std::optional<annotation::AreaHandle> holder);
    /// Files what is selected under the region above that stands at its level; false: there is
    /// none.
    bool nestSelected();

private:
    /// What a row stands for, wherever it is.
    struct Place {
        std::optional<annotation::AreaHandle> region;
        std::string group;

        bool operator==(const Place&) const = default;
    };

    void update();
    void makeGroupRows();
    Place placeOf(const ListRow& row) const;
    std::size_t rowOf(const Place& place, std::size_t before) const;
    bool isSomethingSelected() const;
    std::optional<annotation::AreaHandle> lastSelected() const;
    void moveTo(std::size_t row, bool isRange);
    void selectRange(std::size_t to);
    void selectGroup(const ListRow& row);
    void selectAll();
    void stepAcross(bool isRight);
    bool standsBefore(const ListRow& row, const ListRow& other) const;

    Regions* m_regions;
    ListSettings m_settings;
    std::vector<ListRow> m_rows;
    std::vector<ListGroup> m_groups;
    std::size_t m_shownCount = 0;
    bool m_hasScores = false;
    std::set<std::uint32_t> m_closedRegions; // by their handles
    std::set<std::string, std::less<>> m_closedGroups;
    std::optional<std::uint64_t> m_revision; // of the document that the rows are of
    Place m_cursor;
    Place m_anchor; // where the selection began
    std::size_t m_cursorRow = 0;
    std::size_t m_anchorRow = 0;
    std::optional<annotation::AreaHandle> m_followed; // of what was selected, the last
};

} // namespace cartouche::editor
