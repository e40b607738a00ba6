#pragma once

#include "cli/features_input.h"
#include "core/learn/calibration.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace cartouche::cli {

/// A label that a model which has not learned from it confidently holds to be another one.
struct DoubtfulLabel {
    std::uint32_t item = 0;
    std::uint32_t guess = 0;
    double probability = 0; // of the label that it has
};

/// A model trained on the items that have a label.
struct Training {
    learn::LogisticRegression model;
    std::size_t items = 0;
    /// How good it is on items that it has not seen, by cross-validation: items of equal features
    /// stay together. Nothing if there are too few items for that.
    std::optional<learn::PredictionScores> scores;
    /// Of items that have a label, in their order: what models say that have not seen them. No rows
    /// without scores.
    quality::Matrix heldOut;
    /// Groups of items that stay together.
    std::size_t groups = 0;
    /// By cross-validation, the least probable first.
    std::vector<DoubtfulLabel> doubtful;
};

struct TrainingOptions {
    double c = 10;
    std::uint32_t folds = 5;
    /// Of each item; those of one group stay together, too. Empty: there are none.
    std::vector<std::uint32_t> groups = {};
};

/// Two labels or more. The model is calibrated on what cross-validation says.
Training train(const learn::SparseMatrix& features, const ItemLabels& labels,
               const TrainingOptions& options);

} // namespace cartouche::cli
