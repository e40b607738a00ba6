#pragma once

#include "core/config/tag.h"
#include "core/task/table_rows.h"

#include <map>
#include <numeric>
#include <vector>

namespace cartouche::ui {

/// A Table as it is laid out: thousands of cells are measured once for each width.
struct TableGrid {
    task::TableRows rows;
    std::vector<float> widths;
    std::vector<float> heights; // the head's first, if there is one
    float madeFor = -1;         // the width that there was room for

    float width() const { return std::accumulate(widths.begin(), widths.end(), 0.0F); }
    float height() const { return std::accumulate(heights.begin(), heights.end(), 0.0F); }
};

/// Those of a task, by their tags.
using TableGrids = std::map<const config::Tag*, TableGrid>;

} // namespace cartouche::ui
