#pragma once

#include "core/quality/consensus.h"

#include <span>

namespace cartouche::quality {

struct GladOptions {
    Limits limits;
    /// Steps of conjugate gradients in each round.
    int steps = 25;
};

struct Glad {
    /// Skills are the workers' abilities α.
    Consensus consensus;
    /// Of each item log β: the higher, the easier.
    std::vector<double> logEase;
};

/// Answers by workers of different ability to items of different difficulty: right with the
/// probability σ(α β), otherwise any other label alike. α and log β have normal priors around 1
/// with variance 1, all labels are as likely. Source: Whitehill et al., "Whose Vote Should Count
/// More" (2009); several labels as in crowd-kit.
Glad glad(const Answers& answers, const GladOptions& options = {});

/// The probabilities of an item's labels for given abilities and ease.
std::vector<double> gladLabel(std::span<const std::uint32_t> itemAnswers,
                              std::span<const double> abilities, double logEase,
                              std::size_t labels);

} // namespace cartouche::quality
