#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace cartouche::quality {

/// Pixels from `begin` up to `end`, which is not included.
struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const Run&) const = default;
};

/// The painted pixels of a mask, counted row by row (or column by column, the same in all masks
/// that are compared): runs in order that do not touch.
using RunMask = std::vector<Run>;

RunMask runsOf(std::span<const bool> pixels);

std::size_t areaOf(const RunMask& mask);
std::size_t intersectionArea(const RunMask& first, const RunMask& second);
/// What any of them paints.
RunMask united(std::span<const RunMask> masks);
/// 1 for two empty masks.
double iou(const RunMask& first, const RunMask& second);

} // namespace cartouche::quality
