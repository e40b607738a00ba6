#include "editor/region_news.h"

#include <algorithm>
#include <iterator>

namespace cartouche::editor {

bool RegionNews::Lists::areEmpty() const {
    return created.empty() && changed.empty() && deleted.empty() && selected.empty() &&
           unselected.empty();
}

/// A document is loaded with nothing erased.
void RegionNews::restart(const annotation::Document& document) {
    m_isThere.assign(document.areas().slotCount(), true);
    m_selection.clear();
}

RegionNews::Lists RegionNews::take(const annotation::Document& document,
                                   std::span<const Handle> touched,
                                   std::span<const Handle> selection) {
    Lists lists;
    m_isThere.resize(document.areas().slotCount());
    for (const Handle handle : touched) {
        if (!document.areas().evenErased(handle).isRegion()) {
            continue;
        }
        const bool wasThere = m_isThere[handle.index];
        const bool isThere = document.areas().find(handle) != nullptr;
        m_isThere[handle.index] = isThere;
        if (isThere) {
            (wasThere ? lists.changed : lists.created).push_back(handle);
        } else if (wasThere) {
            lists.deleted.push_back(handle);
        }
    }
    takeSelection(selection, lists);
    return lists;
}

void RegionNews::takeSelection(std::span<const Handle> selection, Lists& lists) {
    if (std::ranges::equal(selection, m_selection)) {
        return;
    }
    std::vector<Handle> before = m_selection;
    std::vector<Handle> now(selection.begin(), selection.end());
    m_selection = now;
    std::ranges::sort(before);
    std::ranges::sort(now);
    std::ranges::set_difference(now, before, std::back_inserter(lists.selected));
    std::ranges::set_difference(before, now, std::back_inserter(lists.unselected));
}

} // namespace cartouche::editor
