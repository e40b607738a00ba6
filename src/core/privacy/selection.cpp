#include "core/privacy/selection.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace cartouche::privacy {

namespace {

/// exp of half the epsilon times how far each is from the best: 1 for the best.
std::vector<double> weightsOf(std::span<const double> utilities, double epsilon,
                              double sensitivity) {
    std::vector<double> weights;
    const double best = utilities.empty() ? 0 : std::ranges::max(utilities);
    for (const double utility : utilities) {
        weights.push_back(std::exp(epsilon * (utility - best) / (2 * sensitivity)));
    }
    return weights;
}

/// The integral from 0 to 1, by the five points of Gauss and Legendre on small parts.
template <typename Function>
double integral(Function function) {
    constexpr int kParts = 256;
    constexpr std::array kPlaces{0.0, 0.5384693101056831, 0.9061798459386640};
    constexpr std::array kWeights{0.5688888888888889, 0.4786286704993665, 0.2369268850561891};
    double sum = 0;
    for (int part = 0; part < kParts; ++part) {
        const double middle = (part + 0.5) / kParts;
        sum += kWeights[0] * function(middle);
        for (std::size_t at = 1; at < kPlaces.size(); ++at) {
            const double apart = kPlaces[at] / (2 * kParts);
            sum += kWeights[at] * (function(middle - apart) + function(middle + apart));
        }
    }
    return sum / (2 * kParts);
}

} // namespace

double responseEpsilon(double truth, std::size_t k) {
    return std::log(truth * static_cast<double>(k - 1) / (1 - truth));
}

double responseTruth(double epsilon, std::size_t k) {
    return 1 / (1 + static_cast<double>(k - 1) * std::exp(-epsilon));
}

std::vector<double> unbiasedCounts(std::span<const double> given, double truth) {
    const double all = std::accumulate(given.begin(), given.end(), 0.0);
    const double other = (1 - truth) / static_cast<double>(given.size() - 1);
    std::vector<double> counts;
    for (const double count : given) {
        counts.push_back((count - all * other) / (truth - other));
    }
    return counts;
}

std::vector<double> exponentialShares(std::span<const double> utilities, double epsilon,
                                      double sensitivity) {
    std::vector<double> shares = weightsOf(utilities, epsilon, sensitivity);
    const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares) {
        share /= total;
    }
    return shares;
}

std::vector<double> permuteAndFlipShares(std::span<const double> utilities, double epsilon,
                                         double sensitivity) {
    // Each answer gets its turn at a random time; it wins if its coin falls right and that of no
    // earlier one did. Over its time this is an integral of products.
    const std::vector<double> weights = weightsOf(utilities, epsilon, sensitivity);
    std::vector<double> shares;
    for (std::size_t own = 0; own < weights.size(); ++own) {
        shares.push_back(weights[own] * integral([&](double time) {
                             double product = 1;
                             for (std::size_t other = 0; other < weights.size(); ++other) {
                                 product *= other == own ? 1 : 1 - time * weights[other];
                             }
                             return product;
                         }));
    }
    return shares;
}

} // namespace cartouche::privacy
