#pragma once

#include "core/quality/matrix.h"
#include "core/quality/random.h"
#include "core/sampling/points.h"

#include <cstdint>
#include <span>
#include <vector>

/// What to label next so that all of the data is represented: items as points.
namespace cartouche::sampling {

struct Cover {
    Items picks;
    /// How far each pick was from what was labeled or picked before.
    std::vector<double> distances;
    /// How far the farthest item is from what is labeled or picked now.
    double radius = 0;
};

/// Picks the item that is farthest from all that is labeled, again and again; of several the first.
/// With nothing labeled the first item comes first.
/// Source: Sener, Savarese, "Active Learning for Convolutional Neural Networks: A Core-Set
/// Approach" (2018), greedy k-center.
/// `candidates` in place of all items, if any are given. With `random` and something labeled, items
/// are drawn in proportion to their squared distance instead, so that outliers rarely come.
/// Source: Arthur, Vassilvitskii, "k-means++: The Advantages of Careful Seeding" (2007).
Cover pickByCover(const Points& points, std::span<const std::uint32_t> labeled, std::size_t count,
                  std::span<const std::uint32_t> candidates = {},
                  quality::Random* random = nullptr);

/// The mean of 1 / (1 + distance) of each item to `references`, all items if there are none given:
/// high where many are alike. Source: Settles, Craven (2008), as in modAL.
std::vector<double> informationDensity(const Points& points,
                                       std::span<const std::uint32_t> references = {});

struct BallCover {
    Items picks;
    /// The share of all items within the radius of a pick.
    double covered = 0;
};

/// Picks the item with most items within `radius` that no pick covers yet; of several the first.
/// Fewer than `count` if they cover all. Source: Yehuda et al., "Active Learning Through a Covering
/// Lens" (2022), ProbCover.
BallCover pickByBalls(const Points& points, double radius, std::size_t count);

/// Picks by what each item would change in a model most, and differently: the farthest of the
/// gradients (probabilities − most probable label) ⊗ features, the longest first. With `random` the
/// next one is drawn in proportion to its squared distance (k-means++), so that outliers do not
/// always come first: BADGE of Ash et al., "Deep Batch Active Learning by Diverse, Uncertain
/// Gradient Lower Bounds" (2020). The gradients are never written out. `candidates` in place of all
/// items, if any are given.
Items pickByGradients(const Points& points, const quality::Matrix& probabilities, std::size_t count,
                      std::span<const std::uint32_t> candidates = {},
                      quality::Random* random = nullptr);

/// The squared lengths of those gradients.
std::vector<double> gradientLengths(const Points& points, const quality::Matrix& probabilities);

} // namespace cartouche::sampling
