#pragma once

#include "core/quality/consensus.h"

/// Answers by workers who mistake some labels for others, each in ways of its own.
/// Source: Dawid, Skene, "Maximum Likelihood Estimation of Observer Error-Rates Using the EM
/// Algorithm" (1979). Time and memory grow with answers × labels and workers × labels².
namespace cartouche::quality {

struct DawidSkeneOptions {
    Limits limits;
    /// Added to every count of answers, so that what a worker never did is not impossible.
    double smoothing = 0;
    /// Labels that are known stay certain.
    Gold gold;
};

struct DawidSkene {
    /// Skills are the shares of right answers that are to be expected, by the classes' shares.
    Consensus consensus;
    /// The share of each label among the items.
    std::vector<double> priors;
    /// How often workers give an answer to items of a label: a row for each worker and true label,
    /// worker by worker; a column for each answer.
    Matrix confusions;
    double logLikelihood = 0;
};

/// Begins with shares of votes; no random numbers. Error rates are at least 1e-10.
DawidSkene dawidSkene(const Answers& answers, const DawidSkeneOptions& options = {});

} // namespace cartouche::quality
