#pragma once

#include "core/quality/consensus.h"

namespace cartouche::quality {

struct OneCoinOptions {
    Limits limits;
    /// Where the skills begin: from the shares of votes, or at this value for all.
    std::optional<double> firstSkill;
    /// Whether the shares of the labels are learned; otherwise all are as likely.
    bool learnsPriors = true;
    Gold gold;
};

/// The choices of ZenCrowd. Source: Demartini, Difallah, Cudré-Mauroux, "ZenCrowd" (2012), as in
/// Zheng et al., "Truth Inference in Crowdsourcing" (2017): 20 rounds from a skill of 0.7.
OneCoinOptions zenCrowdOptions();

struct OneCoin {
    /// Skills are the probabilities that a worker's answer is right.
    Consensus consensus;
    std::vector<double> priors;
};

/// Dawid-Skene with one number a worker: right with that probability, otherwise any of the other
/// labels alike. For many labels and few answers; not for workers who prefer a label.
/// Source: Zhang et al., "Spectral Methods Meet EM" (2014).
OneCoin oneCoin(const Answers& answers, const OneCoinOptions& options = {});

} // namespace cartouche::quality
