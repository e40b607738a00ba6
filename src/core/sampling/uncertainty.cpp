#include "core/sampling/uncertainty.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace cartouche::sampling {

namespace {

template <typename Score>
std::vector<double> scoreRows(const quality::Matrix& probabilities, Score score) {
    std::vector<double> scores;
    for (std::size_t item = 0; item < probabilities.rows(); ++item) {
        scores.push_back(score(probabilities.row(item)));
    }
    return scores;
}

double lead(std::span<const double> probabilities) {
    double most = 0;
    double next = 0;
    for (const double probability : probabilities) {
        next = std::max(next, std::min(most, probability));
        most = std::max(most, probability);
    }
    return most - next;
}

} // namespace

std::vector<double> leastConfidence(const quality::Matrix& probabilities) {
    return scoreRows(probabilities,
                     [](std::span<const double> row) { return 1 - std::ranges::max(row); });
}

std::vector<double> margin(const quality::Matrix& probabilities) {
    return scoreRows(probabilities, [](std::span<const double> row) { return 1 - lead(row); });
}

std::vector<double> entropy(const quality::Matrix& probabilities) {
    return scoreRows(probabilities, [](std::span<const double> row) {
        return std::accumulate(row.begin(), row.end(), 0.0, [](double sum, double p) {
            return p > 0 ? sum - (p * std::log(p)) : sum;
        });
    });
}

std::vector<std::uint32_t> ranking(const std::vector<double>& scores) {
    constexpr double kAlike = 1e12;
    std::vector<double> rounded(scores.size()); // so that likeness is transitive
    std::ranges::transform(scores, rounded.begin(),
                           [](double score) { return std::round(score * kAlike); });
    std::vector<std::uint32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&rounded](std::uint32_t item) { return rounded[item]; });
    return order;
}

} // namespace cartouche::sampling
