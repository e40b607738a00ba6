#pragma once

#include "core/quality/consensus.h"

namespace cartouche::quality {

/// How counts become parameters: as shares with a little smoothing (EM), or as the exponentials of
/// expected logarithms under Dirichlet priors (variational Bayes), which need not sum up to 1.
enum class MaceInference { Em, VariationalBayes };

struct MaceOptions {
    MaceInference inference = MaceInference::VariationalBayes;
    Limits limits{.iterations = 50, .change = 0, .gain = -1};
};

struct Mace {
    /// Skills are competences: how often a worker gives the truth knowingly.
    Consensus consensus;
    /// What a worker answers otherwise: workers by labels.
    Matrix strategies;
    double logLikelihood = 0;
};

/// Answers by workers who either know the truth or answer by habit, without looking. Begins with
/// competences of 0.5 and even habits rather than at random, so that it always ends alike.
/// Source: Hovy et al., "Learning Whom to Trust with MACE" (2013).
Mace mace(const Answers& answers, const MaceOptions& options = {});

} // namespace cartouche::quality
