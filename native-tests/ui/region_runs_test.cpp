#include "ui/region_runs.h"

#include <doctest/doctest.h>

#include <vector>

using namespace cartouche;
using ui::DrawnRegion;
using ui::RegionPlace;
using ui::RegionRun;

namespace {

DrawnRegion drawn(std::uint32_t region, RegionPlace place, int order = 0) {
    return {annotation::AreaHandle{region}, place, order};
}

std::vector<std::uint32_t> inOrder(std::vector<DrawnRegion> regions) {
    ui::orderForDrawing(regions);
    std::vector<std::uint32_t> numbers;
    for (const DrawnRegion& one : regions) {
        numbers.push_back(one.region.index);
    }
    return numbers;
}

using Numbers = std::vector<std::uint32_t>;

} // namespace

TEST_CASE("regions are drawn by their order, among equals as they were made, whatever they are") {
    CHECK(inOrder({drawn(2, RegionPlace::Rectangles), drawn(0, RegionPlace::Rectangles),
                   drawn(1, RegionPlace::Masks)}) == Numbers{0, 1, 2});
    CHECK(inOrder({drawn(0, RegionPlace::Masks, 1), drawn(1, RegionPlace::Rectangles),
                   drawn(2, RegionPlace::Lines, -1)}) == Numbers{2, 1, 0});
}

TEST_CASE("regions after each other that are drawn from the same place are one run") {
    const std::vector regions{drawn(0, RegionPlace::Masks), drawn(1, RegionPlace::Rectangles),
                              drawn(2, RegionPlace::Rectangles), drawn(3, RegionPlace::Masks)};
    CHECK(ui::runsOf(regions) == std::vector<RegionRun>{{RegionPlace::Masks, 1},
                                                        {RegionPlace::Rectangles, 2},
                                                        {RegionPlace::Masks, 1}});
}

TEST_CASE("very many changes of kind are drawn kind by kind, but for what was moved") {
    std::vector<DrawnRegion> regions;
    for (std::uint32_t index = 0; index < 2 * ui::kMostRuns; ++index) {
        regions.push_back(
            drawn(index, index % 2 == 0 ? RegionPlace::Rectangles : RegionPlace::Masks));
    }
    regions[1].order = 1; // a mask that was brought to the front
    ui::orderForDrawing(regions);
    CHECK(regions.back().region.index == 1);
    CHECK(ui::runsOf(regions).size() == 3);
    CHECK(regions.front().place == RegionPlace::Masks);

    for (std::uint32_t index = 0; index < regions.size(); ++index) {
        regions[index].place = index % 2 == 0 ? RegionPlace::Lines : RegionPlace::Ellipses;
        regions[index].order = static_cast<int>(index); // all of them were
    }
    ui::orderForDrawing(regions);
    CHECK(ui::runsOf(regions).size() == 2);
}
