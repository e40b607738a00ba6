#include "cli/simulation.h"

#include "core/learn/logistic_regression.h"
#include "core/quality/consensus.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace cartouche::cli {

namespace {

using quality::Random;
using sampling::Items;
using sampling::Pool;

struct Score {
    double accuracy = 0;
    double f1 = 0;
};

Score scoreOf(const learn::LogisticRegression& model, const Simulation& simulation) {
    const auto guesses = quality::labelsOf(model.predict(simulation.test));
    const auto last = static_cast<std::uint32_t>(simulation.classes - 1);
    double right = 0;
    double hits = 0;
    double all = 0;
    for (std::size_t item = 0; item < guesses.size(); ++item) {
        const std::uint32_t truth = simulation.testLabels[item];
        right += guesses[item] == truth ? 1 : 0;
        hits += guesses[item] == last && truth == last ? 1 : 0;
        all += (guesses[item] == last ? 1 : 0) + (truth == last ? 1 : 0);
    }
    return {right / static_cast<double>(std::max<std::size_t>(1, guesses.size())),
            all > 0 ? 2 * hits / all : 0};
}

void moveToLabeled(Pool& pool, const Items& picks) {
    pool.labeled.insert(pool.labeled.end(), picks.begin(), picks.end());
    std::erase_if(pool.candidates,
                  [&picks](std::uint32_t item) { return std::ranges::contains(picks, item); });
}

learn::LogisticRegression trainOn(const Simulation& simulation, const Items& labeled) {
    std::vector<std::uint32_t> labels;
    for (const std::uint32_t item : labeled) {
        labels.push_back(simulation.poolLabels[item]);
    }
    return learn::trainLogisticRegression(
        simulation.pool.select(labeled), labels, simulation.classes,
        {.penalty = learn::penaltyOf(labels.size(), simulation.c), .slope = 1e-6});
}

using Scores = std::map<std::size_t, std::vector<Score>>;

void runOnce(const Simulation& simulation, const sampling::Points& points,
             const std::vector<double>& densities, std::uint64_t seed, Scores& scores) {
    Random random(seed);
    Pool pool{.points = &points, .densities = densities};
    for (std::uint32_t item = 0; item < simulation.pool.rows(); ++item) {
        pool.candidates.push_back(item);
    }
    const bool beginsCold = simulation.strategy.name == "typiclust";
    moveToLabeled(pool, beginsCold
                            ? simulation.strategy.pick(pool, simulation.batch, random)
                            : sampling::pickAtRandom(pool.candidates, simulation.batch, random));
    while (true) {
        const auto model = trainOn(simulation, pool.labeled);
        scores[pool.labeled.size()].push_back(scoreOf(model, simulation));
        if (pool.labeled.size() >= simulation.until || pool.candidates.empty()) {
            return;
        }
        const quality::Matrix probabilities = model.predict(simulation.pool);
        pool.probabilities = &probabilities;
        const Items picks = simulation.strategy.pick(pool, simulation.batch, random);
        if (picks.empty()) {
            return; // the strategy finds nothing more
        }
        moveToLabeled(pool, picks);
    }
}

template <double Score::* member>
std::pair<double, double> meanAndDeviation(const std::vector<Score>& scores) {
    const auto count = static_cast<double>(scores.size());
    double mean = 0;
    double square = 0;
    for (const Score& score : scores) {
        mean += score.*member / count;
    }
    for (const Score& score : scores) {
        square += (score.*member - mean) * (score.*member - mean) / count;
    }
    return {mean, std::sqrt(square)};
}

} // namespace

std::vector<CurvePoint> simulate(const Simulation& simulation) {
    const sampling::SparsePoints points(simulation.pool);
    const auto densities = sampling::pooledDensities(points, 0);
    Scores scores;
    for (std::uint64_t seed = 0; seed < simulation.seeds; ++seed) {
        runOnce(simulation, points, densities, seed, scores);
    }
    std::vector<CurvePoint> curve;
    for (const auto& [labels, runs] : scores) {
        const auto [accuracy, accuracyDeviation] = meanAndDeviation<&Score::accuracy>(runs);
        const auto [f1, f1Deviation] = meanAndDeviation<&Score::f1>(runs);
        curve.push_back({labels, accuracy, accuracyDeviation, f1, f1Deviation});
    }
    return curve;
}

} // namespace cartouche::cli
