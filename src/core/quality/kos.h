#pragma once

#include "core/quality/consensus.h"

#include <optional>

namespace cartouche::quality {

/// Messages between items and workers along the answers, 100 rounds from messages of 1. For two
/// labels and large, sparse, regular sets only: elsewhere it can be worse than chance.
/// Probabilities are the shares of the weighted votes; skills the workers' mean messages. Nothing
/// if there are not two labels. Source: Karger, Oh, Shah, "Iterative Learning for Reliable
/// Crowdsourcing" (2011).
std::optional<Consensus> kos(const Answers& answers, int iterations = 100);

} // namespace cartouche::quality
