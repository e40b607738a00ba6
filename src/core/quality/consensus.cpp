#include "core/quality/consensus.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace cartouche::quality {

namespace {

/// What two probabilities that should be alike may differ by for rounding.
constexpr double kAlike = 1e-12;

double greatestChange(const Matrix& before, const Matrix& after) {
    double greatest = 0;
    for (std::size_t at = 0; at < before.values().size(); ++at) {
        greatest = std::max(greatest, std::abs(before.values()[at] - after.values()[at]));
    }
    return greatest;
}

} // namespace

std::vector<std::uint32_t> labelsOf(const Matrix& probabilities) {
    std::vector<std::uint32_t> labels(probabilities.rows());
    for (std::size_t item = 0; item < probabilities.rows(); ++item) {
        const auto row = probabilities.row(item);
        for (std::uint32_t label = 1; label < row.size(); ++label) {
            labels[item] = row[label] > row[labels[item]] + kAlike ? label : labels[item];
        }
    }
    return labels;
}

std::size_t countTies(const Matrix& probabilities) {
    std::size_t ties = 0;
    for (std::size_t item = 0; item < probabilities.rows(); ++item) {
        const auto row = probabilities.row(item);
        const double most = *std::ranges::max_element(row);
        ties += std::ranges::count_if(row, [most](double p) { return p >= most - kAlike; }) > 1;
    }
    return ties;
}

Matrix countLabels(const Answers& answers) {
    Matrix counts(answers.items, answers.labels);
    for (const Answer& answer : answers.list) {
        counts(answer.item, answer.label) += 1;
    }
    return counts;
}

void normalizeRows(Matrix& matrix) {
    for (std::size_t index = 0; index < matrix.rows(); ++index) {
        const auto row = matrix.row(index);
        const double sum = std::accumulate(row.begin(), row.end(), 0.0);
        for (double& value : row) {
            value = sum > 0 ? value / sum : 1 / static_cast<double>(row.size());
        }
    }
}

double normalizeLogarithms(std::span<double> row) {
    const double most = *std::ranges::max_element(row);
    double sum = 0;
    for (double& value : row) {
        value = std::exp(value - most);
        sum += value;
    }
    for (double& value : row) {
        value /= sum;
    }
    return most + std::log(sum);
}

void pinGold(Matrix& probabilities, const Gold& gold) {
    for (std::size_t item = 0; item < std::min(gold.size(), probabilities.rows()); ++item) {
        if (gold[item]) {
            std::ranges::fill(probabilities.row(item), 0);
            probabilities(item, *gold[item]) = 1;
        }
    }
}

bool Iteration::isOver(const Matrix& before, const Matrix& after,
                       std::optional<double> logLikelihood) {
    ++m_done;
    const auto previous = std::exchange(m_logLikelihood, logLikelihood);
    if (greatestChange(before, after) < m_limits.change) {
        m_stop = Stop::Settled;
        return true;
    }
    if (previous && logLikelihood &&
        *logLikelihood - *previous < m_limits.gain * std::abs(*previous)) {
        m_stop = Stop::LikelihoodSettled;
        return true;
    }
    return !hasNext();
}

} // namespace cartouche::quality
