#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What several releases cost together.
namespace cartouche::privacy {

/// Of zero-concentrated privacy: the rho of Gaussian noise, and of a release of a pure epsilon.
double gaussianRho(double l2, double sigma);
double pureRho(double epsilon);

/// The smallest delta of rho-zCDP at this epsilon, and the smallest epsilon at this delta (Canonne,
/// Kamath, Steinke 2020, corollary 13: the best order alpha above 1).
double zcdpDelta(double rho, double epsilon);
double zcdpEpsilon(double rho, double delta);
/// The largest rho that is still (epsilon, delta)-private.
double zcdpRho(double epsilon, double delta);

/// The epsilon of Rényi privacy of these orders (above 1), each with its rdp; the best of them.
double renyiEpsilon(std::span<const double> orders, std::span<const double> rdp, double delta);

/// The epsilon of all releases together, at `slack` more delta: the best of the plain sum and of
/// the bounds of Dwork, Rothblum and Vadhan, and Kairouz, Oh and Viswanath (2015). The plain sum
/// at a slack of 0.
double composedEpsilon(std::span<const double> epsilons, double slack);

/// One release.
struct Expense {
    std::string query;
    /// "laplace" or "gaussian", with " with threshold" behind it if part of delta went there.
    std::string mechanism;
    double epsilon = 0;
    double delta = 0;
    double rho = 0; // of its noise
};

/// What may be spent on one data set, and what was. It only ever grows: nothing is given back.
class PrivacyBudget {
public:
    /// Both as problemOfBudget asks.
    PrivacyBudget(double epsilon, double delta) : m_epsilon(epsilon), m_delta(delta) {}

    /// Writes it down before its noise is drawn. Refused, with the reason, if it is no budget or
    /// more than is left; then nothing changes.
    std::optional<std::string> spend(Expense expense);

    double epsilon() const { return m_epsilon; }
    double delta() const { return m_delta; }
    const std::vector<Expense>& expenses() const { return m_expenses; }
    double spentEpsilon() const;
    double spentDelta() const;
    /// The same by zCDP, at the budget's delta; nothing without one, or where part of it went into
    /// thresholds.
    std::optional<double> zcdpSpentEpsilon() const;

private:
    double m_epsilon;
    double m_delta;
    std::vector<Expense> m_expenses;
};

} // namespace cartouche::privacy
