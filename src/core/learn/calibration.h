#pragma once

#include "core/quality/matrix.h"

#include <cstdint>
#include <optional>
#include <span>

/// How good probabilities are, and how to make them as sure as they are right.
namespace cartouche::learn {

struct PredictionScores {
    double accuracy = 0;
    /// The mean of F1 of all labels that are true of an item or guessed.
    double macroF1 = 0;
    double logLoss = 0; // probabilities are at least 1e-10
    double brier = 0;
    /// The mean distance of sureness and accuracy, over ten parts of as many items by sureness.
    double calibrationError = 0;
};

/// Nothing without items. `probabilities`: items by labels.
std::optional<PredictionScores> scorePredictions(const quality::Matrix& probabilities,
                                                 std::span<const std::uint32_t> labels);

/// The temperature, from 0.05 to 20, that makes the labels most likely when the logarithms of the
/// probabilities are divided by it. Source: Guo et al., "On Calibration of Modern Neural Networks"
/// (2017). 1 without items.
double fitTemperature(const quality::Matrix& probabilities, std::span<const std::uint32_t> labels);

} // namespace cartouche::learn
