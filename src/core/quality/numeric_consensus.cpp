#include "core/quality/numeric_consensus.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cartouche::quality {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::vector<double> weightedMeans(const NumericAnswers& answers,
                                  const std::vector<double>& weights) {
    std::vector<double> sums(answers.items);
    std::vector<double> all(answers.items);
    for (const auto& [item, worker, value] : answers.list) {
        sums[item] += weights[worker] * value;
        all[item] += weights[worker];
    }
    for (std::size_t item = 0; item < sums.size(); ++item) {
        sums[item] = all[item] > 0 ? sums[item] / all[item] : kNone;
    }
    return sums;
}

std::vector<double> variancesAround(const NumericAnswers& answers,
                                    const std::vector<double>& means) {
    constexpr double kLeast = 1e-10; // one who is always right must not outweigh all by infinity
    std::vector<double> sums(answers.workers);
    std::vector<double> counts(answers.workers);
    for (const auto& [item, worker, value] : answers.list) {
        sums[worker] += (value - means[item]) * (value - means[item]);
        counts[worker] += 1;
    }
    for (std::size_t worker = 0; worker < sums.size(); ++worker) {
        sums[worker] = std::max(kLeast, sums[worker] / std::max(1.0, counts[worker]));
    }
    return sums;
}

} // namespace

std::vector<double> meanAnswers(const NumericAnswers& answers) {
    return weightedMeans(answers, std::vector<double>(answers.workers, 1));
}

std::vector<double> medianAnswers(const NumericAnswers& answers) {
    std::vector<std::vector<double>> values(answers.items);
    for (const auto& [item, worker, value] : answers.list) {
        values[item].push_back(value);
    }
    std::vector<double> medians;
    for (std::vector<double>& all : values) {
        std::ranges::sort(all);
        const std::size_t half = all.size() / 2;
        medians.push_back(all.empty()           ? kNone
                          : all.size() % 2 == 1 ? all[half]
                                                : (all[half - 1] + all[half]) / 2);
    }
    return medians;
}

NumericConsensus learnFromCrowds(const NumericAnswers& answers, int iterations) {
    constexpr double kSettled = 1e-10;
    NumericConsensus result{.values = meanAnswers(answers)};
    for (bool isSettled = false; !isSettled && result.iterations < iterations;) {
        result.variances = variancesAround(answers, result.values);
        std::vector<double> weights(answers.workers);
        std::ranges::transform(result.variances, weights.begin(),
                               [](double variance) { return 1 / variance; });
        const auto next = weightedMeans(answers, weights);
        isSettled = std::ranges::equal(next, result.values, [](double first, double second) {
            return !(std::abs(first - second) > kSettled * (1 + std::abs(first)));
        });
        result.values = next;
        ++result.iterations;
    }
    return result;
}

} // namespace cartouche::quality
