#pragma once

#include "core/annotation/document.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cartouche::ui {

/// Where a region's part lies. Lines: lines, corners and triangles, several of each. Masks: it is a
/// mask, which has a texture of its own.
enum class RegionPlace : std::uint8_t { None, Rectangles, Ellipses, Lines, Masks };

/// A region of an image, and what says where it lies among others.
struct DrawnRegion {
    annotation::AreaHandle region;
    RegionPlace place = RegionPlace::None;
    int order = 0; // the area's
};

/// So many regions after each other that are drawn from the same place, with one call.
struct RegionRun {
    RegionPlace place = RegionPlace::None;
    std::uint32_t count = 0;

    bool operator==(const RegionRun&) const = default;
};

/// More changes from one place to another would cost more calls than drawing itself.
inline constexpr std::size_t kMostRuns = 256;

/// Brings regions into the order in which they are drawn, the lowest first: by their order, among
/// equals as they were made. If that takes more than kMostRuns, equals are drawn kind by kind:
/// masks, polygons, rectangles, ellipses; and if that does not help, all of them.
void orderForDrawing(std::vector<DrawnRegion>& regions);

void addToRuns(std::vector<RegionRun>& runs, RegionPlace place);
std::vector<RegionRun> runsOf(std::span<const DrawnRegion> regions);

} // namespace cartouche::ui
