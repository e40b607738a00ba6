#pragma once

#include "core/quality/matrix.h"
#include "core/quality/random.h"
#include "core/sampling/points.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// What stands for many: groups of items that are near each other.
namespace cartouche::sampling {

struct Clusters {
    /// Of each item, by its place among `items`.
    std::vector<std::uint32_t> clusterOf;
    quality::Matrix centers;
    int rounds = 0;
};

struct KMeansOptions {
    int rounds = 100;
    /// Where the first center is: at this place among the items. Otherwise at the item that is
    /// nearest to the mean of all.
    std::optional<std::size_t> first;
    /// The centers begin at random items, by k-means++. With `first` it is not asked for that one.
    quality::Random* random = nullptr;
};

/// Groups `items` of the points around `count` centers (Lloyd 1982), fewer if there are fewer
/// items. The centers begin where the farthest item from all others is, again and again: no random
/// numbers, unless they are given. A center that loses all its items stays where it is.
Clusters kMeans(const Points& points, std::span<const std::uint32_t> items, std::size_t count,
                const KMeansOptions& options = {});

/// The item nearest to each center of as many groups of the candidates as are wanted.
Items pickByCenters(const Points& points, std::span<const std::uint32_t> candidates,
                    std::size_t count, const KMeansOptions& options = {});

struct TypicalOptions {
    std::size_t mostClusters = 500;
    /// Smaller groups are outliers, and come when the others are labeled.
    std::size_t smallestCluster = 6;
    std::size_t neighbours = 20;
    KMeansOptions groups{};
};

/// Picks what is typical of groups that nobody labeled yet, the largest first, one of each in turn.
/// A typical item is near to its neighbours: to the 20 nearest in its group, or half of it. What is
/// labeled is never picked. Source: Hacohen, Dekel, Weinshall, "Active Learning on a Budget:
/// Opposite Strategies Suit High and Low Budgets" (2022), TypiClust.
Items pickTypical(const Points& points, std::span<const std::uint32_t> labeled, std::size_t count,
                  const TypicalOptions& options = {});

} // namespace cartouche::sampling
