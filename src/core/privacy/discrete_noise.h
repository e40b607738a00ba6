#pragma once

#include "core/privacy/bytes.h"

#include <cstdint>
#include <span>
#include <vector>

/// Noise of whole numbers, drawn exactly: no rounding of a logarithm tells what was added to (which
/// noise from doubles does: Mironov, "On Significance of the Least Significant Bits for
/// Differential Privacy", 2012). Source of the samplers: Canonne, Kamath, Steinke, "The Discrete
/// Gaussian for Differential Privacy", 2020, algorithms 1 to 3.
namespace cartouche::privacy {

/// Above 0 over above 0.
struct Ratio {
    std::uint64_t numerator = 1;
    std::uint64_t denominator = 1;
};

/// The smallest ratio with this denominator that is at least `value`, which must be finite, above 0
/// and give a numerator below 2^53.
Ratio ratioAbove(double value, std::uint64_t denominator);

/// Each number below the bound, which is above 0, as likely as any other.
std::size_t randomBelow(std::size_t bound, const RandomBytes& random);

/// P(x) ∝ exp(-|x| / scale). The scale's numerator is below 2^53.
std::int64_t drawDiscreteLaplace(Ratio scale, const RandomBytes& random);

/// P(x) ∝ exp(-x² / (2 variance)). The variance's numerator is at most 2^44, its denominator at
/// most 2^10, and the variance at most 2^42.
std::int64_t drawDiscreteGaussian(Ratio variance, const RandomBytes& random);

// What these distributions are, in numbers.

double discreteLaplaceMass(double scale, std::int64_t x);
double discreteLaplaceVariance(double scale);

/// Computed once for a sigma, above 0 and at most 10^6.
class DiscreteGaussian {
public:
    explicit DiscreteGaussian(double sigma);
    double mass(std::int64_t x) const;
    double variance() const;
    /// The delta of noise of this kind, for an integer that one person changes by `sensitivity`.
    /// It does not fall with sigma everywhere: look at it after a search.
    double delta(double epsilon, std::int64_t sensitivity) const;

private:
    std::int64_t reach() const;

    double m_sigma;
    double m_total; // of what mass() divides by
};

} // namespace cartouche::privacy
