#pragma once

#include "core/quality/matrix.h"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

/// Which region of one annotator is which of another.
namespace cartouche::quality {

using Pair = std::pair<std::size_t, std::size_t>;

/// The one-to-one pairs of rows and columns with the greatest sum of similarities, among those of
/// at least `threshold`, which is above 0; in the order of the rows. Set what may not be paired,
/// such as regions of different labels, to 0. Source: Kuhn, "The Hungarian Method" (1955), by
/// shortest augmenting paths (Jonker, Volgenant 1987) in each group of regions that overlap one
/// another.
std::vector<Pair> matchPairs(const Matrix& similarities, double threshold);

/// Agreement of two sets of regions that were matched.
struct MatchScore {
    std::size_t matched = 0;
    /// Regions of the first set without a partner, and of the second.
    std::size_t onlyFirst = 0;
    std::size_t onlySecond = 0;
    /// 2 matched / (all of both); 1 if both sets are empty.
    double f1 = 1;
    /// Mean similarity of the pairs; nothing without a pair.
    std::optional<double> meanSimilarity;
    /// Panoptic quality: the mean similarity times F1 (Kirillov et al. 2019); 1 if both are empty.
    double panopticQuality = 1;
    std::vector<Pair> pairs;
};

MatchScore scoreMatch(const Matrix& similarities, double threshold);

/// The mean F1 over the thresholds from 0.05 to 0.95 in steps of 0.05.
double meanF1OverThresholds(const Matrix& similarities);

} // namespace cartouche::quality
