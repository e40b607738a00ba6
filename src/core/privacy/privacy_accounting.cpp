#include "core/privacy/privacy_accounting.h"

#include "core/privacy/noise_calibration.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <limits>
#include <numeric>

namespace cartouche::privacy {

namespace {

/// The least value of a function with one valley between two places, by golden sections.
template <typename Function>
double leastValue(Function function, double low, double high) {
    constexpr double kGolden = 0.6180339887498949;
    constexpr int kRounds = 200;
    double best = std::min(function(low), function(high));
    for (int round = 0; round < kRounds; ++round) {
        const double first = high - kGolden * (high - low);
        const double second = low + kGolden * (high - low);
        const double atFirst = function(first);
        const double atSecond = function(second);
        best = std::min({best, atFirst, atSecond});
        (atFirst < atSecond ? high : low) = atFirst < atSecond ? second : first;
    }
    return best;
}

/// Of orders as the logarithm of alpha - 1, so that one search finds both near 1 and far from it.
constexpr double kLowestOrder = -16;
constexpr double kHighestOrder = 30;

} // namespace

double gaussianRho(double l2, double sigma) {
    return l2 * l2 / (2 * sigma * sigma);
}

double pureRho(double epsilon) {
    return epsilon * epsilon / 2;
}

double zcdpDelta(double rho, double epsilon) {
    const double log = leastValue(
        [rho, epsilon](double place) {
            const double above = std::exp(place);
            const double alpha = above + 1;
            return above * (alpha * rho - epsilon) + alpha * std::log1p(-1 / alpha) -
                   std::log(above);
        },
        kLowestOrder, kHighestOrder);
    return std::min(1.0, std::exp(log));
}

double zcdpEpsilon(double rho, double delta) {
    const double epsilon = leastValue(
        [rho, delta](double place) {
            const double above = std::exp(place);
            const double alpha = above + 1;
            return alpha * rho - std::log(delta) / above + std::log1p(-1 / alpha) -
                   std::log(alpha) / above;
        },
        kLowestOrder, kHighestOrder);
    return std::max(0.0, epsilon);
}

double zcdpRho(double epsilon, double delta) {
    double low = 0;
    double high = epsilon + 1;
    while (zcdpDelta(high, epsilon) <= delta) {
        high *= 2;
    }
    constexpr int kRounds = 100;
    for (int round = 0; round < kRounds; ++round) {
        const double middle = (low + high) / 2;
        (zcdpDelta(middle, epsilon) <= delta ? low : high) = middle;
    }
    return low;
}

double renyiEpsilon(std::span<const double> orders, std::span<const double> rdp, double delta) {
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t at = 0; at < orders.size(); ++at) {
        const double alpha = orders[at];
        best = std::min(best,
                        rdp[at] + std::log1p(-1 / alpha) - std::log(delta * alpha) / (alpha - 1));
    }
    return std::max(0.0, best);
}

double composedEpsilon(std::span<const double> epsilons, double slack) {
    double plain = 0;
    double drift = 0;
    double squares = 0;
    for (const double epsilon : epsilons) {
        plain += epsilon;
        drift += epsilon * std::expm1(epsilon) / (std::exp(epsilon) + 1);
        squares += epsilon * epsilon;
    }
    if (slack <= 0) {
        return plain;
    }
    const double dwork = drift + std::sqrt(2 * squares * std::log(1 / slack));
    const double kairouz =
        drift + std::sqrt(2 * squares * std::log(std::exp(1.0) + std::sqrt(squares) / slack));
    return std::min({plain, dwork, kairouz});
}

double PrivacyBudget::spentEpsilon() const {
    return std::accumulate(
        m_expenses.begin(), m_expenses.end(), 0.0,
        [](double sum, const Expense& expense) { return sum + expense.epsilon; });
}

double PrivacyBudget::spentDelta() const {
    return std::accumulate(m_expenses.begin(), m_expenses.end(), 0.0,
                           [](double sum, const Expense& expense) { return sum + expense.delta; });
}

std::optional<double> PrivacyBudget::zcdpSpentEpsilon() const {
    double rho = 0;
    for (const Expense& expense : m_expenses) {
        if (expense.mechanism.ends_with("threshold")) {
            return std::nullopt;
        }
        rho += expense.rho;
    }
    return m_delta > 0 ? std::optional(zcdpEpsilon(rho, m_delta)) : std::nullopt;
}

std::optional<std::string> PrivacyBudget::spend(Expense expense) {
    // So that 0.1 ten times is not more than 1.
    constexpr double kRounding = 1 + 1e-12;
    if (auto problem = problemOfBudget(expense.epsilon, expense.delta)) {
        return problem;
    }
    const double epsilon = spentEpsilon() + expense.epsilon;
    const double delta = spentDelta() + expense.delta;
    if (epsilon > m_epsilon * kRounding || delta > m_delta * kRounding) {
        return std::format(
            "the budget of epsilon {} and delta {} does not allow it: epsilon {} and "
            "delta {} are spent, and this asks for {} and {}",
            m_epsilon, m_delta, spentEpsilon(), spentDelta(), expense.epsilon, expense.delta);
    }
    m_expenses.push_back(std::move(expense));
    return std::nullopt;
}

} // namespace cartouche::privacy
