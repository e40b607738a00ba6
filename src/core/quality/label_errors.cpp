#include "core/quality/label_errors.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace cartouche::quality {

namespace {

std::vector<double> countEach(std::span<const std::uint32_t> labels, std::size_t classes) {
    std::vector<double> counts(classes);
    for (const std::uint32_t label : labels) {
        counts[label] += 1;
    }
    return counts;
}

std::vector<double> thresholdsOf(std::span<const std::uint32_t> labels, const Matrix& probabilities,
                                 std::span<const double> counts) {
    constexpr double kNever = 2;
    std::vector<double> thresholds(counts.size());
    for (std::size_t item = 0; item < labels.size(); ++item) {
        thresholds[labels[item]] += probabilities(item, labels[item]);
    }
    for (std::size_t label = 0; label < counts.size(); ++label) {
        thresholds[label] = counts[label] > 0 ? thresholds[label] / counts[label] : kNever;
    }
    return thresholds;
}

/// The label of which the model is as sure as of others with that label, or surer; of several the
/// most probable.
std::optional<std::size_t> confidentLabel(std::span<const double> probabilities,
                                          std::span<const double> thresholds) {
    constexpr double kRounding = 1e-6;
    std::optional<std::size_t> best;
    for (std::size_t label = 0; label < probabilities.size(); ++label) {
        if (probabilities[label] >= thresholds[label] - kRounding &&
            (!best || probabilities[label] > probabilities[*best])) {
            best = label;
        }
    }
    return best;
}

/// To whole numbers with the same sum, which is whole: the greatest remainders are rounded up.
void roundKeepingSum(std::span<double> row) {
    const double sum = std::round(std::accumulate(row.begin(), row.end(), 0.0));
    std::vector<std::size_t> order(row.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [row](std::size_t at) { return row[at] - std::floor(row[at]); });
    for (double& value : row) {
        value = std::floor(value);
    }
    const double missing = sum - std::accumulate(row.begin(), row.end(), 0.0);
    for (std::size_t at = 0; at < order.size() && static_cast<double>(at) < missing; ++at) {
        row[order[at]] += 1;
    }
}

void calibrate(Matrix& joint, std::span<const double> counts) {
    for (std::size_t label = 0; label < counts.size(); ++label) {
        const auto row = joint.row(label);
        if (counts[label] == 0) {
            std::ranges::fill(row, 0);
            continue;
        }
        row[label] = std::max(row[label], 1.0);
        const double sum = std::accumulate(row.begin(), row.end(), 0.0);
        for (double& value : row) {
            value *= counts[label] / sum;
        }
        roundKeepingSum(row);
    }
}

} // namespace

ConfidentLearning learnConfidently(std::span<const std::uint32_t> labels,
                                   const Matrix& probabilities) {
    const std::vector<double> counts = countEach(labels, probabilities.columns());
    ConfidentLearning result{
        thresholdsOf(labels, probabilities, counts), Matrix(counts.size(), counts.size()), {}};
    for (std::size_t item = 0; item < labels.size(); ++item) {
        const auto guess = confidentLabel(probabilities.row(item), result.thresholds);
        if (guess) {
            result.joint(labels[item], *guess) += 1;
        }
        if (guess && *guess != labels[item]) {
            result.issues.push_back(item);
        }
    }
    calibrate(result.joint, counts);
    return result;
}

std::vector<double> selfConfidences(std::span<const std::uint32_t> labels,
                                    const Matrix& probabilities) {
    std::vector<double> confidences;
    for (std::size_t item = 0; item < labels.size(); ++item) {
        confidences.push_back(probabilities(item, labels[item]));
    }
    return confidences;
}

std::vector<double> normalizedMargins(std::span<const std::uint32_t> labels,
                                      const Matrix& probabilities) {
    std::vector<double> margins;
    for (std::size_t item = 0; item < labels.size(); ++item) {
        double best = 0;
        for (std::size_t label = 0; label < probabilities.columns(); ++label) {
            best = label == labels[item] ? best : std::max(best, probabilities(item, label));
        }
        margins.push_back((probabilities(item, labels[item]) - best + 1) / 2);
    }
    return margins;
}

} // namespace cartouche::quality
