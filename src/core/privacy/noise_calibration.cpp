#include "core/privacy/noise_calibration.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>

namespace cartouche::privacy {

namespace {

/// Without underflow far below 0 (Abramowitz, Stegun 26.2.12).
double logNormalCdf(double x) {
    constexpr double kFar = -30;
    if (x > kFar) {
        return std::log(normalCdf(x));
    }
    const double square = 1 / (x * x);
    return -x * x / 2 - std::log(-x) - std::log(2 * std::numbers::pi) / 2 +
           std::log1p(-square + 3 * square * square - 15 * square * square * square);
}

/// The delta that is left for each of the groups of one person.
double deltaOfGroup(const Contribution& contribution, double delta) {
    return -std::expm1(std::log1p(-delta) / static_cast<double>(contribution.groups));
}

} // namespace

std::optional<std::string> problemOfBudget(double epsilon, double delta) {
    if (!std::isfinite(epsilon) || epsilon <= 0) {
        return std::format("epsilon must be a number above 0, not {}", epsilon);
    }
    if (!(delta >= 0 && delta < 1)) {
        return std::format("delta must be 0 or more, and below 1, not {}", delta);
    }
    return std::nullopt;
}

double Contribution::l2() const {
    return std::sqrt(static_cast<double>(groups)) * each;
}

double normalCdf(double x) {
    return std::erfc(-x / std::numbers::sqrt2) / 2;
}

double normalQuantile(double share) {
    if (share > 0.5) {
        return -normalQuantile(1 - share);
    }
    // By halving, on the logarithm: no table of coefficients, and exact far out.
    double low = -40;
    double high = 0;
    const double target = std::log(share);
    while (true) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) {
            return middle;
        }
        (logNormalCdf(middle) < target ? low : high) = middle;
    }
}

double laplaceScale(const Contribution& contribution, double epsilon) {
    return contribution.l1() / epsilon;
}

double gaussianDelta(double sigma, double l2, double epsilon) {
    const double shift = l2 / (2 * sigma);
    const double slope = epsilon * sigma / l2;
    return std::max(0.0,
                    normalCdf(shift - slope) - std::exp(epsilon + logNormalCdf(-shift - slope)));
}

double gaussianSigma(double l2, double epsilon, double delta) {
    constexpr double kPrecision = 1e-13;
    double high = l2;
    while (gaussianDelta(high, l2, epsilon) > delta) {
        high *= 2;
    }
    double low = high;
    while (gaussianDelta(low, l2, epsilon) <= delta) {
        low /= 2;
    }
    while (high - low > kPrecision * high) {
        const double middle = low + (high - low) / 2;
        (gaussianDelta(middle, l2, epsilon) > delta ? low : high) = middle;
    }
    return high;
}

double classicGaussianSigma(double l2, double epsilon, double delta) {
    return std::sqrt(2 * std::log(1.25 / delta)) * l2 / epsilon;
}

double laplaceThreshold(const Contribution& contribution, double epsilon, double delta) {
    const double scale = laplaceScale(contribution, epsilon);
    const double own = deltaOfGroup(contribution, delta);
    return own <= 0.5 ? contribution.each - scale * std::log(2 * own)
                      : contribution.each + scale * std::log(2 * (1 - own));
}

double gaussianThreshold(const Contribution& contribution, double sigma, double delta) {
    return contribution.each - sigma * normalQuantile(deltaOfGroup(contribution, delta));
}

double laplaceHalfWidth(double scale, double alpha) {
    return scale * std::log(1 / alpha);
}

double gaussianHalfWidth(double sigma, double alpha) {
    return -sigma * normalQuantile(alpha / 2);
}

} // namespace cartouche::privacy
