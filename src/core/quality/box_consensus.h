#pragma once

#include "core/geometry/rotated_box.h"

#include <cstdint>
#include <span>
#include <vector>

namespace cartouche::quality {

struct LabeledBox {
    geometry::RotatedBox box;
    std::uint32_t label = 0;
};

/// A box on which annotators agree.
struct FusedBox {
    LabeledBox mean;
    /// How many annotators drew it.
    std::size_t support = 0;
    /// The weight of those among all who saw the task.
    double score = 0;
};

/// Merges the boxes of all annotators who saw a task, one who drew nothing included. Each box joins
/// the group of its label whose mean it overlaps most, by at least `threshold` IoU, if its
/// annotator is not in it yet; groups of more than half of the weight are kept. Positions and sizes
/// are means, weighted; rotations circular means modulo 180 degrees. In the order of the first box
/// of each.
std::vector<FusedBox> fuseBoxes(std::span<const std::vector<LabeledBox>> annotators,
                                std::span<const double> weights, double threshold);

} // namespace cartouche::quality
