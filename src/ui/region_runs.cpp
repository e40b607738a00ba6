#include "ui/region_runs.h"

#include <algorithm>
#include <tuple>

namespace cartouche::ui {

namespace {

int layerOf(RegionPlace place) {
    switch (place) {
    case RegionPlace::Masks:
        return 0;
    case RegionPlace::Lines:
        return 1;
    case RegionPlace::Rectangles:
        return 2;
    case RegionPlace::Ellipses:
    case RegionPlace::None:
        break;
    }
    return 3;
}

/// Most often they are in order already.
template <typename Key>
void sortBy(std::vector<DrawnRegion>& regions, Key key) {
    if (!std::ranges::is_sorted(regions, {}, key)) {
        std::ranges::stable_sort(regions, {}, key);
    }
}

bool hasFewRuns(std::span<const DrawnRegion> regions) {
    std::size_t runs = 0;
    auto place = RegionPlace::None;
    for (const DrawnRegion& region : regions) {
        runs += region.place == place ? 0 : 1;
        place = region.place;
    }
    return runs <= kMostRuns;
}

} // namespace

void orderForDrawing(std::vector<DrawnRegion>& regions) {
    sortBy(regions, [](const DrawnRegion& one) { return std::tuple(one.order, one.region.index); });
    if (hasFewRuns(regions)) {
        return;
    }
    sortBy(regions,
           [](const DrawnRegion& one) { return std::tuple(one.order, layerOf(one.place)); });
    if (!hasFewRuns(regions)) {
        sortBy(regions, [](const DrawnRegion& one) { return layerOf(one.place); });
    }
}

void addToRuns(std::vector<RegionRun>& runs, RegionPlace place) {
    if (runs.empty() || runs.back().place != place) {
        runs.push_back({.place = place});
    }
    ++runs.back().count;
}

std::vector<RegionRun> runsOf(std::span<const DrawnRegion> regions) {
    std::vector<RegionRun> runs;
    for (const DrawnRegion& region : regions) {
        addToRuns(runs, region.place);
    }
    return runs;
}

} // namespace cartouche::ui
