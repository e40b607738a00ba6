#pragma once

#include "core/quality/matrix.h"

#include <cstdint>
#include <span>
#include <vector>

/// Labels that are probably wrong, by a model's probabilities for items that it has not learned
/// from (out of fold): items by labels. Source: Northcutt, Jiang, Chuang, "Confident Learning:
/// Estimating Uncertainty in Dataset Labels" (2021); cleanlab.
namespace cartouche::quality {

struct ConfidentLearning {
    /// How sure the model is on average of items with each label; above 1 for a label that none
    /// has.
    std::vector<double> thresholds;
    /// How many items with a label (row) the model holds to be another (column), scaled so that
    /// each row sums up to the items with that label, in whole numbers.
    Matrix joint;
    /// Items that the model confidently holds to be something else, in order.
    std::vector<std::size_t> issues;
};

ConfidentLearning learnConfidently(std::span<const std::uint32_t> labels,
                                   const Matrix& probabilities);

/// How probable each item's own label is.
std::vector<double> selfConfidences(std::span<const std::uint32_t> labels,
                                    const Matrix& probabilities);

/// From 0 to 1: how much more probable an item's own label is than the best of the others, 0.5 if
/// as much.
std::vector<double> normalizedMargins(std::span<const std::uint32_t> labels,
                                      const Matrix& probabilities);

} // namespace cartouche::quality
