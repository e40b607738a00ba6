#pragma once

#include "core/quality/consensus.h"

/// Ways that average over what is not known of the workers, for answers too few to tell it.
namespace cartouche::quality {

struct IbccOptions {
    /// What every worker is thought to have given before: right answers to each label, and each
    /// wrong one.
    double priorRight = 4;
    double priorWrong = 1;
    double priorOfLabels = 1;
    int iterations = 500;
};

/// Independent Bayesian classifier combination: Dawid-Skene with Dirichlet priors, by mean field.
/// Ends when no probability changes by more than a thousandth. Skills are expected shares of right
/// answers, by the labels' shares.
/// Source: Kim, Ghahramani, "Bayesian Classifier Combination" (2012); Li et al., "Exploiting Worker
/// Correlation for Label Aggregation in Crowdsourcing" (2019).
Consensus ibcc(const Answers& answers, const IbccOptions& options = {});

struct BwaOptions {
    double priorAnswers = 15;
    double priorWeight = 1;
    int iterations = 500;
};

/// Bayesian weighted average: for each label, a mean of who gave it, weighted by how close a worker
/// stays to it. Skills are the workers' mean precisions over the labels.
/// Source: Li, Rubinstein, Cohn, "Truth Inference at Scale" (2019).
Consensus bayesianWeightedAverage(const Answers& answers, const BwaOptions& options = {});

} // namespace cartouche::quality
