// What presses and keys on the list of regions do.

#include "editor/region_list.h"

#include <algorithm>
#include <utility>

namespace cartouche::editor {

std::optional<annotation::AreaHandle> RegionList::lastSelected() const {
    const auto& selection = m_regions->selection();
    return selection.empty() ? std::nullopt : std::optional(selection.back());
}

bool RegionList::followSelection() {
    update();
    const auto last = lastSelected();
    if (last == m_followed || m_rows.empty()) {
        return false;
    }
    m_followed = last;
    const Place place{last, {}};
    const std::size_t row = last ? rowOf(place, m_cursorRow) : m_cursorRow;
    if (!last || m_rows[row].region != last || row == m_cursorRow) {
        return false;
    }
    m_cursor = m_anchor = place;
    m_cursorRow = m_anchorRow = row;
    return true;
}

void RegionList::press(std::size_t row, Press how) {
    update();
    const ListRow line = m_rows[row];
    m_cursor = placeOf(line);
    m_cursorRow = row;
    if (how == Press::Range) {
        selectRange(row);
        m_followed = lastSelected();
        return;
    }
    m_anchor = m_cursor;
    m_anchorRow = row;
    if (!line.region) {
        how == Press::Only ? setExpanded(row, !line.isExpanded) : selectGroup(line);
    } else if (how == Press::Toggle) {
        m_regions->toggleSelected(*line.region);
    } else {
        m_regions->select({*line.region});
    }
    m_followed = lastSelected();
}

void RegionList::selectGroup(const ListRow& row) {
    std::vector<annotation::AreaHandle> regions;
    for (const std::uint32_t place : m_groups[row.group].members) {
        regions.push_back(m_regions->list()[place]);
    }
    m_regions->select(std::move(regions));
}

void RegionList::selectRange(std::size_t to) {
    const auto [first, last] = std::minmax({std::min(m_anchorRow, m_rows.size() - 1), to});
    std::vector<annotation::AreaHandle> regions;
    for (std::size_t row = first; row <= last; ++row) {
        if (m_rows[row].region) {
            regions.push_back(*m_rows[row].region);
        }
    }
    m_regions->select(std::move(regions));
}

void RegionList::selectAll() {
    std::vector<annotation::AreaHandle> regions;
    for (const ListRow& row : m_rows) {
        if (row.region) {
            regions.push_back(*row.region);
        }
    }
    m_regions->select(std::move(regions));
}

void RegionList::moveTo(std::size_t row, bool isRange) {
    m_cursorRow = std::min(row, m_rows.size() - 1);
    m_cursor = placeOf(m_rows[m_cursorRow]);
    if (isRange) {
        selectRange(m_cursorRow);
        return;
    }
    m_anchor = m_cursor;
    m_anchorRow = m_cursorRow;
    if (m_rows[m_cursorRow].region) {
        m_regions->select({*m_rows[m_cursorRow].region});
    }
}

/// As in the trees of desktops: right opens, and goes to the first inside of what is open; left
/// closes, and goes to what holds a row that is closed.
void RegionList::stepAcross(bool isRight) {
    const ListRow line = m_rows[m_cursorRow];
    if (line.canExpand && line.isExpanded != isRight) {
        setExpanded(m_cursorRow, isRight);
    } else if (isRight && line.canExpand) {
        moveTo(m_cursorRow + 1, false);
    } else if (!isRight && line.level > 1) {
        std::size_t holder = m_cursorRow;
        while (holder > 0 && m_rows[holder].level >= line.level) {
            --holder;
        }
        moveTo(holder, false);
    }
}

bool RegionList::pressKey(const KeyPress& press, std::size_t rowsInView) {
    update();
    const bool isCommand = press.control || press.meta;
    const bool isAcross = press.key == "arrowright" || press.key == "arrowleft";
    if (isCommand && isAcross && !press.alt && !press.shift && canNest()) {
        press.key == "arrowright" ? void(nestSelected())
                                  : m_regions->unnest(std::vector(m_regions->selection()));
        return true;
    }
    if (m_rows.empty() || press.alt || (isCommand && press.key != "a" && press.key != " ")) {
        return false;
    }
    const std::size_t page = std::max<std::size_t>(rowsInView, 2) - 1;
    if (press.key == "arrowdown") {
        moveTo(isSomethingSelected() ? m_cursorRow + 1 : m_cursorRow, press.shift);
    } else if (press.key == "arrowup") {
        moveTo(m_cursorRow - std::min<std::size_t>(m_cursorRow, 1), press.shift);
    } else if (press.key == "pagedown") {
        moveTo(m_cursorRow + page, press.shift);
    } else if (press.key == "pageup") {
        moveTo(m_cursorRow - std::min(m_cursorRow, page), press.shift);
    } else if (press.key == "home") {
        moveTo(0, press.shift);
    } else if (press.key == "end") {
        moveTo(m_rows.size() - 1, press.shift);
    } else if (isAcross) {
        stepAcross(press.key == "arrowright");
    } else if (press.key == " ") {
        this->press(m_cursorRow, press.shift ? Press::Range : Press::Toggle);
    } else if (press.key == "a" && isCommand) {
        selectAll();
    } else {
        return false;
    }
    m_followed = lastSelected();
    return true;
}

/// The first key down selects the first row, rather than the second.
bool RegionList::isSomethingSelected() const {
    return !m_regions->selection().empty() || m_cursorRow > 0 || !m_rows.front().region;
}

} // namespace cartouche::editor
