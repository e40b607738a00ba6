#include "core/sampling/clusters.h"
#include "core/sampling/diversity.h"
#include "core/sampling/ranking.h"
#include "core/sampling/strategies.h"
#include "core/sampling/uncertainty.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace cartouche::sampling {

namespace {

using quality::Random;

template <std::vector<double> (*measure)(const quality::Matrix&)>
std::vector<double> scoreBy(const Pool& pool) {
    return measure(*pool.probabilities);
}

std::vector<double> scoreByEntropyAndDensity(const Pool& pool) {
    std::vector<double> scores = entropy(*pool.probabilities);
    std::ranges::transform(scores, pool.densities, scores.begin(), std::multiplies());
    return scores;
}

std::vector<double> scoreByMarginAndDensity(const Pool& pool) {
    const std::array components{ScoreComponent{margin(*pool.probabilities), 1},
                                ScoreComponent{pool.densities, 1}};
    return combinedScores(components);
}

std::vector<double> scoreByDensity(const Pool& pool) {
    return pool.densities;
}

template <std::vector<double> (*score)(const Pool&)>
Items pickBest(const Pool& pool, std::size_t count, Random&) {
    return topItems(score(pool), pool.candidates, count);
}

Items pickRandom(const Pool& pool, std::size_t count, Random& random) {
    return pickAtRandom(pool.candidates, count, random);
}

Items pickCover(const Pool& pool, std::size_t count, Random&) {
    return pool.candidates.empty()
               ? Items()
               : pickByCover(*pool.points, pool.labeled, count, pool.candidates).picks;
}

Items pickCenters(const Pool& pool, std::size_t count, Random& random) {
    return pickByCenters(*pool.points, pool.candidates, count, {.random = &random});
}

Items pickTypiClust(const Pool& pool, std::size_t count, Random& random) {
    return pickTypical(*pool.points, pool.labeled, count, {.groups = {.random = &random}});
}

Items pickGradients(const Pool& pool, std::size_t count, Random& random) {
    return pool.candidates.empty() ? Items()
                                   : pickByGradients(*pool.points, *pool.probabilities, count,
                                                     pool.candidates, &random);
}

Items pickRanked(const Pool& pool, std::size_t count, Random&) {
    return pickRankedBatch(*pool.points, margin(*pool.probabilities), pool.labeled, count);
}

/// Far from each other among those of which the model is unsure.
Items pickMarginCover(const Pool& pool, std::size_t count, Random&) {
    constexpr std::size_t kShortlist = 10;
    const Items unsure = topItems(margin(*pool.probabilities), pool.candidates, kShortlist * count);
    return unsure.empty() ? unsure : pickByCover(*pool.points, pool.labeled, count, unsure).picks;
}

constexpr std::array kStrategies{
    Strategy{"random", "whatever comes, to compare with", false, false, pickRandom, nullptr},
    Strategy{"least-confidence", "the most probable label is improbable", false, true,
             pickBest<scoreBy<leastConfidence>>, scoreBy<leastConfidence>},
    Strategy{"margin", "two labels are nearly as probable", false, true, pickBest<scoreBy<margin>>,
             scoreBy<margin>},
    Strategy{"entropy", "all labels are nearly as probable", false, true,
             pickBest<scoreBy<entropy>>, scoreBy<entropy>},
    Strategy{"density", "like many others", true, false, pickBest<scoreByDensity>, scoreByDensity},
    Strategy{"entropy-density", "unsure, and like many others", true, true,
             pickBest<scoreByEntropyAndDensity>, scoreByEntropyAndDensity},
    Strategy{"margin-density", "the same by the mean of two ranks", true, true,
             pickBest<scoreByMarginAndDensity>, scoreByMarginAndDensity},
    Strategy{"k-center", "far from what is labeled; not for sparse texts", true, false, pickCover,
             nullptr},
    Strategy{"k-means", "in the middle of groups", true, false, pickCenters, nullptr},
    Strategy{"typiclust", "typical of groups without labels; with few labels", true, false,
             pickTypiClust, nullptr},
    Strategy{"badge", "would change the model most, in different ways", true, true, pickGradients,
             nullptr},
    Strategy{"ranked-batch", "far from what is labeled at first, unsure later", true, true,
             pickRanked, nullptr},
    Strategy{"margin-k-center", "unsure, and far from each other", true, true, pickMarginCover,
             nullptr},
};

} // namespace

std::span<const Strategy> strategies() {
    return kStrategies;
}

const Strategy* findStrategy(std::string_view name) {
    const auto found = std::ranges::find(kStrategies, name, &Strategy::name);
    return found == kStrategies.end() ? nullptr : &*found;
}

Items pickAtRandom(std::span<const std::uint32_t> items, std::size_t count, Random& random) {
    Items shuffled(items.begin(), items.end());
    count = std::min(count, shuffled.size());
    for (std::size_t at = 0; at < count; ++at) {
        std::swap(shuffled[at], shuffled[at + random.below(shuffled.size() - at)]);
    }
    shuffled.resize(count);
    return shuffled;
}

std::vector<double> pooledDensities(const Points& points, std::uint64_t seed) {
    constexpr std::size_t kReferences = 500;
    Items all(points.size());
    std::iota(all.begin(), all.end(), 0U);
    Random random(seed);
    const Items references = pickAtRandom(all, kReferences, random);
    return references.empty() ? std::vector<double>() : informationDensity(points, references);
}

} // namespace cartouche::sampling
