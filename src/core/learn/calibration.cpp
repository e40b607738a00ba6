#include "core/learn/calibration.h"

#include "core/quality/consensus.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace cartouche::learn {

namespace {

using quality::Matrix;

double logarithmOf(double probability) {
    constexpr double kLeast = 1e-10;
    return std::log(std::max(kLeast, probability));
}

double macroF1(std::span<const std::uint32_t> guesses, std::span<const std::uint32_t> labels,
               std::size_t classes) {
    std::vector<double> hits(classes);
    std::vector<double> all(classes); // guessed, and true
    for (std::size_t item = 0; item < labels.size(); ++item) {
        hits[labels[item]] += guesses[item] == labels[item] ? 1 : 0;
        ++all[labels[item]];
        ++all[guesses[item]];
    }
    double sum = 0;
    double count = 0;
    for (std::size_t label = 0; label < classes; ++label) {
        sum += all[label] > 0 ? 2 * hits[label] / all[label] : 0;
        count += all[label] > 0 ? 1 : 0;
    }
    return sum / count;
}

double calibrationError(const Matrix& probabilities, std::span<const std::uint32_t> guesses,
                        std::span<const std::uint32_t> labels) {
    constexpr std::size_t kParts = 10;
    std::vector<std::size_t> order(labels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto sureness = [&](std::size_t item) { return probabilities(item, guesses[item]); };
    std::ranges::stable_sort(order, {}, sureness);
    double error = 0;
    for (std::size_t part = 0; part < kParts; ++part) {
        double gap = 0;
        for (std::size_t at = part * order.size() / kParts; at < (part + 1) * order.size() / kParts;
             ++at) {
            gap += sureness(order[at]) - (guesses[order[at]] == labels[order[at]] ? 1 : 0);
        }
        error += std::abs(gap);
    }
    return error / static_cast<double>(order.size());
}

double lossAt(const Matrix& logarithms, std::span<const std::uint32_t> labels, double temperature) {
    double loss = 0;
    std::vector<double> row(logarithms.columns());
    for (std::size_t item = 0; item < labels.size(); ++item) {
        std::ranges::transform(logarithms.row(item), row.begin(),
                               [&](double value) { return value / temperature; });
        const double own = row[labels[item]];
        loss += quality::normalizeLogarithms(row) - own;
    }
    return loss;
}

} // namespace

std::optional<PredictionScores> scorePredictions(const Matrix& probabilities,
                                                 std::span<const std::uint32_t> labels) {
    if (labels.empty()) {
        return std::nullopt;
    }
    const auto guesses = quality::labelsOf(probabilities);
    const auto count = static_cast<double>(labels.size());
    PredictionScores scores;
    for (std::size_t item = 0; item < labels.size(); ++item) {
        scores.accuracy += guesses[item] == labels[item] ? 1 : 0;
        scores.logLoss -= logarithmOf(probabilities(item, labels[item])) / count;
        for (std::size_t label = 0; label < probabilities.columns(); ++label) {
            const double miss = probabilities(item, label) - (label == labels[item] ? 1 : 0);
            scores.brier += miss * miss / count;
        }
    }
    scores.accuracy /= count; // so that all of them are exactly 1
    scores.macroF1 = macroF1(guesses, labels, probabilities.columns());
    scores.calibrationError = calibrationError(probabilities, guesses, labels);
    return scores;
}

double fitTemperature(const Matrix& probabilities, std::span<const std::uint32_t> labels) {
    if (labels.empty()) {
        return 1;
    }
    Matrix logarithms(probabilities.rows(), probabilities.columns());
    std::ranges::transform(probabilities.values(), logarithms.values().begin(), logarithmOf);
    // The loss has one valley over the logarithm of the temperature: golden section search.
    const double golden = (std::sqrt(5.0) - 1) / 2;
    constexpr double kMost = 20;
    constexpr int kRounds = 60;
    double low = -std::log(kMost);
    double high = std::log(kMost);
    for (int round = 0; round < kRounds; ++round) {
        const double first = high - (golden * (high - low));
        const double second = low + (golden * (high - low));
        if (lossAt(logarithms, labels, std::exp(first)) <
            lossAt(logarithms, labels, std::exp(second))) {
            high = second;
        } else {
            low = first;
        }
    }
    return std::exp((low + high) / 2);
}

} // namespace cartouche::learn
