#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace cartouche::quality {

/// Deals items into `count` folds, so that each fold has about the same share of every label: the
/// fold of each item. The same as StratifiedKFold of scikit-learn without shuffling.
std::vector<std::uint32_t> stratifiedFolds(std::span<const std::uint32_t> labels,
                                           std::uint32_t count);

/// The same of items of which those of one group (an index for each item) stay in one fold, so that
/// the shares are only as even as the groups allow: groups whose labels are least even come first,
/// each to the fold that this leaves most even. As StratifiedGroupKFold of scikit-learn does
/// without shuffling.
std::vector<std::uint32_t> groupedFolds(std::span<const std::uint32_t> labels,
                                        std::span<const std::uint32_t> groups, std::uint32_t count);

} // namespace cartouche::quality
