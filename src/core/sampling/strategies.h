#pragma once

#include "core/learn/sparse_matrix.h"
#include "core/quality/matrix.h"
#include "core/quality/random.h"
#include "core/sampling/points.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// All ways to choose what to label next, by name.
namespace cartouche::sampling {

/// What a strategy may look at.
struct Pool {
    /// nullptr: no features are known.
    const Points* points = nullptr;
    /// Items by labels; nullptr: no model says anything.
    const quality::Matrix* probabilities = nullptr;
    /// Items that have a label, and those that may be picked.
    Items labeled;
    Items candidates;
    /// Each item's mean likeness to some others, computed once: it does not depend on labels.
    std::vector<double> densities;
};

/// One strategy a row of the table in strategies_table.cpp.
struct Strategy {
    std::string_view name;
    std::string_view about;
    bool needsPoints = false;
    bool needsProbabilities = false;
    /// Of the candidates, the one to label first first; `random` only matters to random picks.
    Items (*pick)(const Pool& pool, std::size_t count, quality::Random& random);
    /// A score of each item, higher first; nullptr: it only picks whole batches.
    std::vector<double> (*score)(const Pool& pool);
};

std::span<const Strategy> strategies();
/// nullptr: there is none of that name.
const Strategy* findStrategy(std::string_view name);

/// Densities to at most 500 references, which the seed chooses.
std::vector<double> pooledDensities(const Points& points, std::uint64_t seed);

/// `count` of the items, in random order.
Items pickAtRandom(std::span<const std::uint32_t> items, std::size_t count,
                   quality::Random& random);

} // namespace cartouche::sampling
