#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace cartouche::quality {

/// Deals items into `count` folds, so that each fold has about the same share of every label: the
/// fold of each item. The same as StratifiedKFold of scikit-learn without shuffling.
std::vector<std::uint32_t> stratifiedFolds(std::span<const std::uint32_t> labels,
                                           std::uint32_t count);

} // namespace cartouche::quality
