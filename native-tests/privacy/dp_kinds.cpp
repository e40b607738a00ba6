// Computes the reference vectors of differential privacy.

#include "core/privacy/discrete_noise.h"
#include "core/privacy/noise_calibration.h"
#include "core/privacy/privacy_accounting.h"
#include "core/privacy/selection.h"
#include "privacy/test_random.h"
#include "quality/reference_kinds.h"

#include <doctest/doctest.h>

#include <array>
#include <charconv>
#include <numeric>

namespace cartouche::tests {

namespace {

using namespace privacy;

double numberIn(const Json& input, const char* key) {
    return input[key].get<double>();
}

Contribution contributionOf(const Json& input) {
    return {input["l0"].get<std::size_t>(), numberIn(input, "linf")};
}

Json laplaceThresholdOf(const Vector& vector) {
    const Json& input = vector.input;
    return laplaceThreshold(contributionOf(input), numberIn(input, "eps"),
                            numberIn(input, "delta"));
}

Json gaussianThresholdOf(const Vector& vector) {
    const Json& input = vector.input;
    const Contribution contribution = contributionOf(input);
    const double sigma =
        gaussianSigma(contribution.l2(), numberIn(input, "eps"), numberIn(input, "noise_delta"));
    return gaussianThreshold(contribution, sigma, numberIn(input, "threshold_delta"));
}

Json gaussianDeltaOf(const Vector& vector) {
    const Json& input = vector.input;
    return gaussianDelta(numberIn(input, "sigma"), numberIn(input, "l2"), numberIn(input, "eps"));
}

Json gaussianSigmaOf(const Vector& vector) {
    const double l2 = numberIn(vector.input, "l2");
    const double epsilon = numberIn(vector.input, "eps");
    const double delta = numberIn(vector.input, "delta");
    return {{"analytic", gaussianSigma(l2, epsilon, delta)},
            {"classic", classicGaussianSigma(l2, epsilon, delta)}};
}

/// For the integers that are asked for.
template <typename Mass>
Json massesOf(const Vector& vector, Mass mass) {
    Json masses;
    for (const auto& [place, ignored] : vector.expect["pmf"].items()) {
        masses[place] = mass(std::stoll(place));
    }
    return masses;
}

Json discreteLaplace(const Vector& vector) {
    const double scale = numberIn(vector.input, "scale");
    return {{"pmf",
             massesOf(vector, [scale](std::int64_t x) { return discreteLaplaceMass(scale, x); })},
            {"var", discreteLaplaceVariance(scale)}};
}

Json discreteLaplaceVarianceOf(const Vector& vector) {
    return discreteLaplaceVariance(1 / numberIn(vector.input, "eps"));
}

Json discreteGaussian(const Vector& vector) {
    const DiscreteGaussian noise(numberIn(vector.input, "sigma"));
    return {{"pmf", massesOf(vector, [&noise](std::int64_t x) { return noise.mass(x); })},
            {"var", noise.variance()}};
}

Json discreteGaussianDeltas(const Vector& vector) {
    Json deltas = Json::array();
    for (const Json& sigma : vector.input["sigma"]) {
        deltas.push_back(DiscreteGaussian(sigma.get<double>())
                             .delta(numberIn(vector.input, "eps"),
                                    vector.input["sensitivity"].get<std::int64_t>()));
    }
    return deltas;
}

Json zcdpDeltaOf(const Vector& vector) {
    return zcdpDelta(numberIn(vector.input, "rho"), numberIn(vector.input, "eps"));
}

Json zcdpEpsilonOf(const Vector& vector) {
    return zcdpEpsilon(numberIn(vector.input, "rho"), numberIn(vector.input, "delta"));
}

Json zcdpRhoOf(const Vector& vector) {
    return zcdpRho(numberIn(vector.input, "eps"), numberIn(vector.input, "delta"));
}

/// Orders are whole numbers, "2..32".
Json renyi(const Vector& vector) {
    const auto range = vector.input["orders"].get<std::string>();
    std::vector<double> orders;
    const double last = std::stod(range.substr(range.find("..") + 2));
    for (double order = std::stod(range); order <= last; ++order) {
        orders.push_back(order);
    }
    const std::vector<double> rdp(orders.size(), numberIn(vector.input, "rdp"));
    return renyiEpsilon(orders, rdp, numberIn(vector.input, "delta"));
}

/// The counts that the example unbiases are 60 and 40.
Json randomisedResponse(const Vector& vector) {
    const double truth = numberIn(vector.input, "p");
    const std::array given{60.0, 40.0};
    return {{"eps", responseEpsilon(truth, vector.input["k"].get<std::size_t>())},
            {"p_for_eps1_k4", responseTruth(1, 4)},
            {"unbias", unbiasedCounts(given, truth)}};
}

Json selection(const Vector& vector) {
    const auto utilities = vector.input["utility"].get<std::vector<double>>();
    const double epsilon = numberIn(vector.input, "eps");
    const double sensitivity = numberIn(vector.input, "sensitivity");
    const std::array simple{0.0, 1.0};
    return {{"exp", exponentialShares(utilities, epsilon, sensitivity)},
            {"pf", permuteAndFlipShares(utilities, epsilon, sensitivity)},
            {"exp01", exponentialShares(simple, epsilon, sensitivity)}};
}

/// Moments of many draws; the law's scale is a fraction, "discrete Laplace scale 3/2".
Json moments(const Vector& vector) {
    const auto law = vector.input["law"].get<std::string>();
    const std::string scale = law.substr(law.find("scale ") + 6);
    const auto slash = scale.find('/');
    const Ratio ratio{std::stoull(scale),
                      slash == std::string::npos ? 1 : std::stoull(scale.substr(slash + 1))};
    const auto n = vector.input["n"].get<double>() * 20; // so that chance does not decide
    double sum = 0;
    double squares = 0;
    double zeros = 0;
    const RandomBytes random = testRandom(7);
    for (double draw = 0; draw < n; ++draw) {
        const auto value = static_cast<double>(drawDiscreteLaplace(ratio, random));
        sum += value;
        squares += value * value;
        zeros += value == 0 ? 1 : 0;
    }
    return {{"mean", sum / n}, {"var", squares / n - sum * sum / (n * n)}, {"p0", zeros / n}};
}

constexpr std::array kKinds{
    Kind{"differential_privacy", "laplace_threshold", laplaceThresholdOf},
    Kind{"differential_privacy", "gauss_threshold", gaussianThresholdOf},
    Kind{"differential_privacy", "gauss_delta", gaussianDeltaOf},
    Kind{"differential_privacy", "gauss_sigma", gaussianSigmaOf},
    Kind{"differential_privacy", "discrete_laplace_var", discreteLaplaceVarianceOf},
    Kind{"differential_privacy", "discrete_laplace", discreteLaplace},
    Kind{"differential_privacy", "discrete_gaussian_delta", discreteGaussianDeltas},
    Kind{"differential_privacy", "discrete_gaussian", discreteGaussian},
    Kind{"differential_privacy", "zcdp_delta", zcdpDeltaOf},
    Kind{"differential_privacy", "zcdp_eps", zcdpEpsilonOf},
    Kind{"differential_privacy", "zcdp_rho", zcdpRhoOf},
    Kind{"differential_privacy", "rdp_to_eps", renyi},
    Kind{"differential_privacy", "randomised_response", randomisedResponse},
    Kind{"differential_privacy", "exponential_and_permute", selection},
    Kind{"differential_privacy", "sampler_moments", moments},
};

} // namespace

std::span<const Kind> dpKinds() {
    return kKinds;
}

} // namespace cartouche::tests
