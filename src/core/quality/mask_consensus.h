#pragma once

#include "core/quality/run_mask.h"

#include <span>
#include <vector>

/// One mask of several annotators' masks of the same image. All work on the stretches between the
/// places where any mask changes, and so take time for what is painted rather than for pixels.
namespace cartouche::quality {

/// Painted where those who painted weigh at least as much as those who did not.
RunMask maskMajority(std::span<const RunMask> masks, std::span<const double> weights);

struct WeightedMask {
    RunMask mask;
    /// Of each annotator; their sum is 1.
    std::vector<double> weights;
};

/// Annotators weigh more the closer they are to the mask of all, in up to 10 rounds.
/// Source: Braylan, Lease, "Modeling and Aggregation of Complex Annotations" (2020); crowd-kit,
/// SegmentationRASA.
WeightedMask maskRasa(std::span<const RunMask> masks, std::size_t pixels);

/// A stretch of pixels, and how probably it is painted.
struct Stretch {
    Run run;
    double probability = 0;
};

struct Staple {
    /// All pixels, in order.
    std::vector<Stretch> stretches;
    /// Of each annotator: how much of what is to be painted it paints, and leaves of the rest.
    std::vector<double> sensitivities;
    std::vector<double> specificities;
    int iterations = 0;
};

/// Simultaneous truth and performance level estimation, from rates of 0.9 on.
/// Source: Warfield, Zou, Wells, "Simultaneous Truth and Performance Level Estimation" (2004).
Staple staple(std::span<const RunMask> masks, std::size_t pixels);

} // namespace cartouche::quality
