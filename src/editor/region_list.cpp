#include "editor/region_list.h"

#include "editor/region_text.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace cartouche::editor {

namespace {

using annotation::Area;
using annotation::AreaHandle;

/// Puts regions under those that they are filed under. What is filed under itself in the end, or
/// under nothing that is there, stands at the top.
class TreeMaker {
public:
    TreeMaker(const annotation::Document& document, std::span<const AreaHandle> regions,
              std::span<const std::uint32_t> shown, const std::set<std::uint32_t>& closed)
        : m_regions(regions), m_closed(closed) {
        for (const std::uint32_t place : shown) {
            const Area& area = *document.areas().find(regions[place]);
            const auto parent = area.parent.empty() ? std::nullopt : document.findArea(area.parent);
            if (parent && document.areas().find(*parent)->isRegion()) {
                m_children[parent->index].push_back(place);
            } else {
                m_top.push_back(place);
            }
        }
    }

    std::vector<ListRow> make(std::span<const std::uint32_t> shown) {
        for (const std::uint32_t place : m_top) {
            add(place, 1);
        }
        for (const std::uint32_t place : shown) {
            if (!m_children.empty() && !m_done.contains(place)) {
                add(place, 1);
            }
        }
        return std::move(m_rows);
    }

private:
    static constexpr std::uint16_t kDeepest = 64;

    void add(std::uint32_t place, std::uint16_t level, bool isSeen = true) {
        const std::uint32_t region = m_regions[place].index;
        const auto children = m_children.find(region);
        if (!m_children.empty()) {
            m_done.insert(place);
        }
        const bool isParent =
            children != m_children.end() && level < kDeepest &&
            !std::ranges::all_of(
                children->second, [this](std::uint32_t child) { return m_done.contains(child); });
        const bool isOpen = isParent && !m_closed.contains(region);
        if (isSeen) {
            m_rows.push_back({.region = m_regions[place],
                              .number = place + 1,
                              .level = level,
                              .canExpand = isParent,
                              .isExpanded = isOpen});
        }
        if (isParent) {
            for (const std::uint32_t child : children->second) {
                if (!m_done.contains(child)) {
                    add(child, level + 1, isSeen && isOpen);
                }
            }
        }
    }

    std::span<const AreaHandle> m_regions;
    const std::set<std::uint32_t>& m_closed;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_children; // by handle
    std::vector<std::uint32_t> m_top;
    std::unordered_set<std::uint32_t> m_done; // unless there are no children at all
    std::vector<ListRow> m_rows;
};

} // namespace

void RegionList::restart(Regions& regions) {
    m_regions = &regions;
    m_settings = {};
    m_closedRegions.clear();
    m_closedGroups.clear();
    m_revision.reset();
    m_cursor = {};
    m_anchor = {};
    m_cursorRow = 0;
    m_anchorRow = 0;
}

void RegionList::set(ListSettings settings) {
    if (settings != m_settings) {
        m_settings = std::move(settings);
        m_revision.reset();
    }
}

void RegionList::update() {
    if (m_revision == m_regions->revision()) {
        return;
    }
    m_revision = m_regions->revision();
    const auto& regions = m_regions->list();
    const annotation::Document& document = m_regions->document();
    const auto shown = shownInOrder(document, regions, m_settings);
    m_shownCount = shown.size();
    m_hasScores = std::ranges::any_of(regions, [&document](AreaHandle region) {
        return scoreOf(*document.areas().find(region)).has_value();
    });
    m_groups.clear();
    if (m_settings.grouping != Grouping::Tree) {
        m_groups =
            groupRegions(m_regions->interface(), document, regions, shown, m_settings.grouping);
        makeGroupRows();
    } else if (m_settings.isFiltering()) {
        m_rows.clear(); // what is found stands by itself
        for (const std::uint32_t place : shown) {
            m_rows.push_back({.region = regions[place], .number = place + 1});
        }
    } else {
        m_rows = TreeMaker(document, regions, shown, m_closedRegions).make(shown);
    }
    m_cursorRow = rowOf(m_cursor, m_cursorRow);
    m_anchorRow = rowOf(m_anchor, m_anchorRow);
}

void RegionList::makeGroupRows() {
    const auto& regions = m_regions->list();
    m_rows.clear();
    for (std::uint32_t index = 0; index < m_groups.size(); ++index) {
        const ListGroup& group = m_groups[index];
        const bool isOpen = !m_closedGroups.contains(group.title);
        m_rows.push_back({.group = index, .canExpand = true, .isExpanded = isOpen});
        for (const std::uint32_t place : group.members) {
            if (isOpen) {
                m_rows.push_back(
                    {.region = regions[place], .group = index, .number = place + 1, .level = 2});
            }
        }
    }
}

const std::vector<ListRow>& RegionList::rows() {
    update();
    return m_rows;
}

const std::vector<ListGroup>& RegionList::groups() {
    update();
    return m_groups;
}

std::size_t RegionList::shownCount() {
    update();
    return m_shownCount;
}

bool RegionList::hasScores() {
    update();
    return m_hasScores;
}

RegionList::Place RegionList::placeOf(const ListRow& row) const {
    return row.region ? Place{row.region, {}} : Place{std::nullopt, m_groups[row.group].title};
}

/// Where the place is now; else the row that is nearest to where it was.
std::size_t RegionList::rowOf(const Place& place, std::size_t before) const {
    const auto isIt = [&](const ListRow& row) {
        return row.region == place.region &&
               (row.region || (row.canExpand && m_groups[row.group].title == place.group));
    };
    if (before < m_rows.size() && isIt(m_rows[before])) {
        return before;
    }
    const auto found = std::ranges::find_if(m_rows, isIt);
    return found != m_rows.end() ? static_cast<std::size_t>(found - m_rows.begin())
                                 : std::min(before, m_rows.empty() ? 0 : m_rows.size() - 1);
}

std::optional<std::size_t> RegionList::cursor() {
    update();
    return m_rows.empty() ? std::nullopt : std::optional(m_cursorRow);
}

void RegionList::setExpanded(std::size_t row, bool isExpanded) {
    update();
    const ListRow& line = m_rows[row];
    if (!line.canExpand || line.isExpanded == isExpanded) {
        return;
    }
    if (line.region) {
        isExpanded ? void(m_closedRegions.erase(line.region->index))
                   : void(m_closedRegions.insert(line.region->index));
    } else {
        const std::string& title = m_groups[line.group].title;
        isExpanded ? void(m_closedGroups.erase(title)) : void(m_closedGroups.insert(title));
    }
    m_revision.reset();
}

} // namespace cartouche::editor
