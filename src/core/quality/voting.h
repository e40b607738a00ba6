#pragma once

#include "core/quality/consensus.h"

/// One answer of many by votes.
namespace cartouche::quality {

/// Each answer is a vote. Probabilities are shares of votes.
Consensus majorityVote(const Answers& answers);

/// Each answer weighs what its worker's skill is. Where all weights are 0, votes count.
Consensus weightedVote(const Answers& answers, std::vector<double> skills);

/// Worker agreement with aggregate: a worker's skill is the share of its distinct answers to items
/// that the majority gave too; then votes weigh as much. Source: Appen; crowd-kit.
Consensus wawa(const Answers& answers);

/// Skills begin a hair above chance and move, by a rate that halves every 20 rounds, towards how
/// often a worker agrees with the weighted vote; 100 rounds. Source: crowd-kit, ZeroBasedSkill.
Consensus zeroBasedSkill(const Answers& answers);

/// Skills are accuracies on items whose answer is known; a worker without such an item has the mean
/// of the others, 1 if nobody has one.
Consensus goldMajorityVote(const Answers& answers, const Gold& gold);

/// How often the answers to items with a known answer are right; nothing if there is none.
std::optional<double> goldAccuracy(const Answers& answers, const Gold& gold);

/// Mean over items of the entropy (in nats) of the weighted votes. Source: crowd-kit, uncertainty.
double meanUncertainty(const Answers& answers, const std::vector<double>& skills);

} // namespace cartouche::quality
