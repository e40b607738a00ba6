#pragma once

#include "core/quality/matrix.h"

#include <span>
#include <vector>

/// How much several models disagree on each item; the more, the more its label tells. `members` are
/// the probabilities of each model: one or more, items by labels, all of one size.
/// Source: Settles, "Active Learning Literature Survey" (2009); as in modAL.
namespace cartouche::sampling {

using Committee = std::span<const quality::Matrix>;

/// The mean of the members' probabilities.
quality::Matrix consensus(Committee members);

/// The entropy (in nats) of the labels that members hold most probable.
std::vector<double> voteEntropy(Committee members);

/// The entropy of the consensus.
std::vector<double> consensusEntropy(Committee members);

/// The greatest Kullback-Leibler divergence of a member from the consensus.
std::vector<double> greatestDivergence(Committee members);

/// The entropy of the consensus without the members' own: what they disagree on, not what all find
/// hard. Source: Houlsby et al., "Bayesian Active Learning" (2011), BALD.
std::vector<double> disagreement(Committee members);

} // namespace cartouche::sampling
