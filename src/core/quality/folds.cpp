#include "core/quality/folds.h"

#include <algorithm>
#include <cstddef>

namespace cartouche::quality {

namespace {

/// The labels by the order in which they first occur.
std::vector<std::size_t> ranked(std::span<const std::uint32_t> labels) {
    std::vector<std::uint32_t> order;
    std::vector<std::size_t> ranks;
    for (const std::uint32_t label : labels) {
        const auto known = std::ranges::find(order, label);
        ranks.push_back(static_cast<std::size_t>(known - order.begin()));
        if (known == order.end()) {
            order.push_back(label);
        }
    }
    return ranks;
}

} // namespace

std::vector<std::uint32_t> stratifiedFolds(std::span<const std::uint32_t> labels,
                                           std::uint32_t count) {
    const std::vector<std::size_t> ranks = ranked(labels);
    std::vector<std::size_t> sorted = ranks;
    std::ranges::sort(sorted);
    const std::size_t classes = sorted.empty() ? 0 : sorted.back() + 1;
    // How many items of each label each fold gets: dealt round from the sorted labels.
    std::vector<std::vector<std::size_t>> quotas(classes, std::vector<std::size_t>(count));
    for (std::size_t at = 0; at < sorted.size(); ++at) {
        ++quotas[sorted[at]][at % count];
    }
    std::vector<std::uint32_t> folds;
    for (const std::size_t label : ranks) {
        auto& quota = quotas[label];
        const auto open = std::ranges::find_if(quota, [](std::size_t left) { return left > 0; });
        --*open;
        folds.push_back(static_cast<std::uint32_t>(open - quota.begin()));
    }
    return folds;
}

} // namespace cartouche::quality
