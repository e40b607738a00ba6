#include "core/privacy/distribution_distance.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace cartouche::privacy {

double equalDistance(std::span<const double> shares, std::span<const double> all) {
    assert(shares.size() == all.size());
    double sum = 0;
    for (std::size_t at = 0; at < all.size(); ++at) {
        sum += std::abs(shares[at] - all[at]);
    }
    return sum / 2;
}

double orderedDistance(std::span<const double> shares, std::span<const double> all) {
    assert(shares.size() == all.size());
    double sum = 0;
    double moved = 0;
    for (std::size_t at = 0; at < all.size(); ++at) {
        moved += shares[at] - all[at];
        sum += std::abs(moved);
    }
    return all.size() < 2 ? 0 : sum / static_cast<double>(all.size() - 1);
}

double hierarchicalDistance(std::span<const double> shares, std::span<const double> all,
                            const Hierarchy& hierarchy) {
    assert(shares.size() == all.size());
    const std::size_t top = hierarchy.levels() - 1;
    double sum = 0;
    for (std::size_t level = 1; level <= top; ++level) {
        // What each group of the level below has too much, or too little.
        std::vector<double> extra(hierarchy.groupCount(level - 1));
        std::vector<std::uint32_t> parents(extra.size());
        for (std::uint32_t code = 0; code < all.size(); ++code) {
            const std::uint32_t group = hierarchy.groupOf(level - 1, code);
            extra[group] += shares[code] - all[code];
            parents[group] = hierarchy.groupOf(level, code);
        }
        std::vector<double> above(hierarchy.groupCount(level));
        std::vector<double> below(above.size());
        for (std::size_t group = 0; group < extra.size(); ++group) {
            (extra[group] > 0 ? above : below)[parents[group]] += std::abs(extra[group]);
        }
        const double height = static_cast<double>(level) / static_cast<double>(top);
        for (std::size_t group = 0; group < above.size(); ++group) {
            sum += height * std::min(above[group], below[group]);
        }
    }
    return sum;
}

} // namespace cartouche::privacy
