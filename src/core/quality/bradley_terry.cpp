#include "core/quality/bradley_terry.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cartouche::quality {

namespace {

enum class Direction { Won, Lost };

/// How many items are reached from the first along wins or losses.
std::size_t countReached(const Matrix& wins, Direction direction) {
    std::vector<bool> isReached(wins.rows());
    std::vector<std::size_t> open{0};
    isReached[0] = true;
    std::size_t count = 0;
    while (!open.empty()) {
        const std::size_t item = open.back();
        open.pop_back();
        ++count;
        for (std::size_t other = 0; other < wins.rows(); ++other) {
            const double won = direction == Direction::Won ? wins(item, other) : wins(other, item);
            if (won > 0 && !isReached[other]) {
                isReached[other] = true;
                open.push_back(other);
            }
        }
    }
    return count;
}

bool isStronglyConnected(const Matrix& wins) {
    return countReached(wins, Direction::Won) == wins.rows() &&
           countReached(wins, Direction::Lost) == wins.rows();
}

void addHalfWins(Matrix& wins) {
    for (std::size_t row = 0; row < wins.rows(); ++row) {
        for (std::size_t column = 0; column < wins.columns(); ++column) {
            wins(row, column) += row == column ? 0 : 0.5;
        }
    }
}

/// One step of Hunter's algorithm. Returns the greatest change.
double improve(const Matrix& wins, std::vector<double>& strengths) {
    const std::vector<double> before = strengths;
    for (std::size_t item = 0; item < before.size(); ++item) {
        double won = 0;
        double weight = 0;
        for (std::size_t other = 0; other < before.size(); ++other) {
            won += wins(item, other);
            weight += (wins(item, other) + wins(other, item)) / (before[item] + before[other]);
        }
        strengths[item] = won / weight;
    }
    const double sum = std::accumulate(strengths.begin(), strengths.end(), 0.0);
    double change = 0;
    for (std::size_t item = 0; item < before.size(); ++item) {
        strengths[item] /= sum;
        change = std::max(change, std::abs(strengths[item] - before[item]));
    }
    return change;
}

} // namespace

std::vector<double> bradleyTerry(Matrix wins) {
    constexpr int kMostRounds = 100'000;
    constexpr double kSettled = 1e-14;
    const std::size_t items = wins.rows();
    std::vector<double> strengths(items, 1 / static_cast<double>(std::max<std::size_t>(1, items)));
    if (items < 2) {
        return strengths;
    }
    for (std::size_t item = 0; item < items; ++item) {
        wins(item, item) = 0;
    }
    if (!isStronglyConnected(wins)) {
        addHalfWins(wins);
    }
    for (int round = 0; round < kMostRounds && improve(wins, strengths) > kSettled; ++round) {
    }
    return strengths;
}

} // namespace cartouche::quality
