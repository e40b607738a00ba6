#pragma once

#include "core/geometry/shapes.h"
#include "core/quality/run_mask.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Masks as the COCO data set has them: pixels counted column by column.
/// Source: Lin et al., "Microsoft COCO" (2014), and the mask API of its tools.
namespace cartouche::quality {

/// In pixels.
struct GridSize {
    std::size_t width = 0;
    std::size_t height = 0;
};

/// The pixels that a polygon in pixels covers, the same to the last one as COCO's tools count them:
/// the outline is drawn five times as large, and a column is entered or left where it crosses the
/// middle of that column. Empty for a polygon with a number that is not finite or beyond a million.
RunMask cocoMask(std::span<const geometry::Point> ring, GridSize size);

/// The lengths of empty and painted runs in turn, an empty one first, to the end of the image.
std::vector<std::uint32_t> cocoCounts(const RunMask& mask, GridSize size);
RunMask maskOfCounts(std::span<const std::uint32_t> counts);

/// The counts as a text: 5 bits a character, from the third on as differences to the one before the
/// last.
std::string cocoText(std::span<const std::uint32_t> counts);
/// Nothing if it is no such text.
std::optional<std::vector<std::uint32_t>> countsOfText(std::string_view text);

} // namespace cartouche::quality
