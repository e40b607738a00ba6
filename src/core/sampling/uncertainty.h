#pragma once

#include "core/quality/matrix.h"

#include <cstdint>
#include <vector>

/// What to label next, by a model's probabilities: items by labels. Higher scores first.
/// Source: Settles, "Active Learning Literature Survey" (2009).
namespace cartouche::sampling {

/// 1 minus the probability of the most probable label.
std::vector<double> leastConfidence(const quality::Matrix& probabilities);

/// 1 minus what the most probable label is ahead of the next.
std::vector<double> margin(const quality::Matrix& probabilities);

/// In nats.
std::vector<double> entropy(const quality::Matrix& probabilities);

/// The items from the highest score to the lowest; of scores alike to 12 digits the first item.
std::vector<std::uint32_t> ranking(const std::vector<double>& scores);

} // namespace cartouche::sampling
