// Rows of the list of regions that are moved under others, by a pointer or by keys.

#include "editor/region_list.h"
#include "editor/region_text.h"

#include <algorithm>
#include <unordered_set>

namespace cartouche::editor {

using annotation::AreaHandle;

bool RegionList::canNest() const {
    return m_settings.grouping == Grouping::Tree && !m_settings.isFiltering() &&
           !m_regions->isReadonly();
}

std::vector<AreaHandle> RegionList::draggedBy(std::size_t row) {
    update();
    const AreaHandle region = *m_rows[row].region;
    return m_regions->isSelected(region) ? m_regions->selection() : std::vector{region};
}

std::optional<AreaHandle> RegionList::holderBefore(std::size_t row, int level) {
    update();
    const auto levelOf = [this](std::size_t at) { return static_cast<int>(m_rows[at].level); };
    const int least = row < m_rows.size() ? levelOf(row) : 1;
    const int most = std::max(least, row > 0 ? levelOf(row - 1) : 1);
    level = std::clamp(level, least, most);
    while (level > 1 && row > 0) {
        --row;
        if (levelOf(row) < level) {
            return m_rows[row].region;
        }
    }
    return std::nullopt;
}

/// Of two that stand beside each other: as list_order.cpp orders them.
bool RegionList::standsBefore(const ListRow& row, const ListRow& other) const {
    const bool isDown = m_settings.direction == ListDirection::Down;
    if (m_settings.ordering == Ordering::Creation) {
        return isDown ? row.number > other.number : row.number < other.number;
    }
    const auto score = [this](const ListRow& of) {
        return scoreOf(*m_regions->document().areas().find(*of.region));
    };
    const auto one = score(row);
    const auto two = score(other);
    if (one == two) {
        return row.number < other.number;
    }
    return one && (!two || (isDown ? *one > *two : *one < *two));
}

std::optional<std::size_t> RegionList::rowOfRegion(AreaHandle region) const {
    const auto row = std::ranges::find(m_rows, std::optional(region), &ListRow::region);
    return row == m_rows.end() ? std::nullopt
                               : std::optional(static_cast<std::size_t>(row - m_rows.begin()));
}

std::optional<RegionList::Landing> RegionList::landingOf(std::span<const AreaHandle> regions,
                                                         std::optional<AreaHandle> holder) {
    update();
    if (!canNest() || !m_regions->canNest(regions, holder)) {
        return std::nullopt;
    }
    const auto holding = holder ? rowOfRegion(*holder) : std::nullopt;
    Landing landing{.holder = holder,
                    .row = holding ? *holding + 1 : 0,
                    .level = static_cast<std::uint16_t>(holding ? m_rows[*holding].level + 1 : 1)};
    std::unordered_set<std::uint32_t> moved;
    for (const AreaHandle region : m_regions->topmost(regions)) {
        moved.insert(region.index);
    }
    const ListRow* first = nullptr;
    for (const ListRow& row : m_rows) {
        if (moved.contains(row.region->index) && (first == nullptr || standsBefore(row, *first))) {
            first = &row;
        }
    }
    const auto isBeside = [&](const ListRow& row) {
        return row.level == landing.level && !moved.contains(row.region->index);
    };
    while (first != nullptr && landing.row < m_rows.size() &&
           m_rows[landing.row].level >= landing.level &&
           !(isBeside(m_rows[landing.row]) && standsBefore(*first, m_rows[landing.row]))) {
        ++landing.row;
    }
    return landing;
}

void RegionList::nest(std::span<const AreaHandle> regions, std::optional<AreaHandle> holder) {
    if (canNest() && m_regions->canNest(regions, holder)) {
        if (holder) {
            m_closedRegions.erase(holder->index);
        }
        m_regions->nest(regions, holder);
    }
}

bool RegionList::nestSelected() {
    update();
    const auto& selection = m_regions->selection();
    const auto first = std::ranges::find_if(m_rows, [this](const ListRow& row) {
        return row.region && m_regions->isSelected(*row.region);
    });
    if (!canNest() || first == m_rows.end()) {
        return false;
    }
    for (auto row = first; row != m_rows.begin();) {
        --row;
        if (row->level <= first->level) {
            const bool isBeside = row->level == first->level;
            if (isBeside && m_regions->canNest(selection, row->region)) {
                nest(std::vector(selection), row->region);
                return true;
            }
            return false;
        }
    }
    return false;
}

} // namespace cartouche::editor
