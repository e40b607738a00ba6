#pragma once

#include "core/quality/answers.h"
#include "core/quality/matrix.h"

#include <vector>

namespace cartouche::weak {

struct MomentMatchingOptions {
    /// The shares of the labels; empty: all alike.
    std::vector<double> balance;
    /// How often functions are right, to begin with.
    double precision = 0.7;
    int epochs = 500;
    double rate = 0.01;
    double momentum = 0.9;
};

/// The generative model: which votes come together tells how good each function is, as functions
/// that are right must agree. Source: Ratner et al., "Training Complex Models with Multi-Task Weak
/// Supervision" (2019), as in Snorkel's LabelModel, but from a start without random numbers.
struct MomentMatching {
    std::vector<double> balance;
    /// P(vote | label): a row for each function and vote, function by function; a column for each
    /// label.
    quality::Matrix rates;
    /// Before the last step.
    double loss = 0;

    /// Items by labels; the balance where no function votes.
    quality::Matrix predict(const quality::Answers& votes) const;
};

/// The most functions × labels that it takes, as memory grows with their square.
constexpr std::size_t kMostMoments = 5'000;

/// One vote of a function to an item. Each epoch takes (functions × labels)² × labels.
MomentMatching learnMomentMatching(const quality::Answers& votes,
                                   const MomentMatchingOptions& options = {});

} // namespace cartouche::weak
