#pragma once

#include "core/learn/sparse_matrix.h"
#include "core/quality/matrix.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace cartouche::learn {

/// A small model of labels: softmax((W x + b) / temperature).
struct LogisticRegression {
    /// Labels by features, and of each label.
    quality::Matrix weights;
    std::vector<double> biases;
    /// Above 1 it is less sure than it was trained to be; calibration sets it.
    double temperature = 1;
    /// What it was left with: mean cross entropy and the penalty.
    double loss = 0;

    /// Items by labels, of items by features.
    quality::Matrix predict(const SparseMatrix& features) const;
    quality::Matrix predict(const quality::Matrix& features) const {
        return predict(SparseMatrix(features));
    }
};

struct LogisticRegressionOptions {
    /// Times half of the sum of squared weights; biases cost nothing.
    double penalty = 0.01;
    int iterations = 1000;
    /// Ends where no slope is above.
    double slope = 1e-7;
};

/// The penalty that C-style regularization makes of the number of items: the more of them, the less
/// it weighs. With a constant one, models of rare words learn too little.
double penaltyOf(std::size_t items, double c = 10);

/// Finds the least loss by L-BFGS, from zeros on or from `start`. Deterministic. Features that no
/// item has cost neither time nor memory.
LogisticRegression trainLogisticRegression(const SparseMatrix& features,
                                           std::span<const std::uint32_t> labels,
                                           std::size_t classes,
                                           const LogisticRegressionOptions& options = {},
                                           const LogisticRegression* start = nullptr);

/// The same with probabilities in place of labels: items by labels.
LogisticRegression trainLogisticRegression(const SparseMatrix& features,
                                           const quality::Matrix& targets,
                                           const LogisticRegressionOptions& options = {},
                                           const LogisticRegression* start = nullptr);

/// A model that learns while people label: an item more, and a few steps from where it was.
class OnlineLearner {
public:
    OnlineLearner(std::size_t features, std::size_t classes)
        : m_features(features), m_classes(classes) {}

    void add(std::span<const Entry> row, std::uint32_t label);
    /// Trains on all that was added, `steps` at most; the more often, the nearer to what training
    /// at once would give.
    const LogisticRegression& refine(int steps = 20);

private:
    SparseMatrix m_features;
    std::size_t m_classes;
    std::vector<std::uint32_t> m_labels;
    std::optional<LogisticRegression> m_model;
};

/// Each column shifted and scaled to mean 0 and (population) variance 1; constant ones to 0.
quality::Matrix standardized(quality::Matrix features);

} // namespace cartouche::learn
