#pragma once

#include "core/geometry/shapes.h"

#include <vector>

namespace cartouche::quality {

/// Lines through points, which may branch where one begins on another; one point is a line, too.
using Lines = std::vector<std::vector<geometry::Point>>;

/// How far two drawings of lines are apart, in their units: the mean distance from points of each,
/// a hundred set evenly along it, to the nearest place of the other, and the mean of both ways. It
/// is not the farthest distance (hausdorffDistance), which a line that begins a little earlier
/// makes as large as one that runs elsewhere. 0 for the same, else infinite if one has no points.
/// Source: Barrow et al., "Parametric Correspondence and Chamfer Matching" (1977), of evenly set
/// points as Li et al., "HDMapNet" (2022), compare lines.
double chamferDistance(const Lines& first, const Lines& second);

} // namespace cartouche::quality
