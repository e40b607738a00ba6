#pragma once

#include "core/quality/matrix.h"

#include <cstdint>
#include <span>
#include <vector>

namespace cartouche::sampling {

/// A small model of labels: softmax(W x + b).
struct LogisticRegression {
    /// Labels by features, and of each label.
    quality::Matrix weights;
    std::vector<double> biases;
    /// What it was left with: mean cross entropy and the penalty.
    double loss = 0;

    /// Items by labels, of items by features.
    quality::Matrix predict(const quality::Matrix& features) const;
};

struct LogisticRegressionOptions {
    /// Times half of the sum of squared weights; biases cost nothing.
    double penalty = 0.01;
    int iterations = 1000;
};

/// Finds the least loss by L-BFGS (Nocedal 1980) from zeros on, until no slope is above a
/// ten-millionth. Deterministic.
LogisticRegression trainLogisticRegression(const quality::Matrix& features,
                                           std::span<const std::uint32_t> labels,
                                           std::size_t classes,
                                           const LogisticRegressionOptions& options = {});

/// Each column shifted and scaled to mean 0 and (population) variance 1; constant ones to 0.
quality::Matrix standardized(quality::Matrix features);

} // namespace cartouche::sampling
