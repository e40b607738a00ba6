#include "core/privacy/discrete_noise.h"
#include "core/privacy/noise_calibration.h"
#include "core/privacy/privacy_accounting.h"
#include "core/privacy/private_totals.h"
#include "core/privacy/selection.h"
#include "privacy/test_random.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <map>
#include <numeric>

using namespace cartouche::privacy;
using cartouche::tests::testRandom;

TEST_CASE("budgets that are none are refused in words") {
    CHECK(problemOfBudget(0, 0) == "epsilon must be a number above 0, not 0");
    CHECK(problemOfBudget(-1, 0) == "epsilon must be a number above 0, not -1");
    CHECK(problemOfBudget(std::nan(""), 0) == "epsilon must be a number above 0, not nan");
    CHECK(problemOfBudget(std::numeric_limits<double>::infinity(), 0));
    CHECK(problemOfBudget(1, -0.1) == "delta must be 0 or more, and below 1, not -0.1");
    CHECK(problemOfBudget(1, std::nan("")));
    CHECK(problemOfBudget(1, 1));
    CHECK_FALSE(problemOfBudget(1, 0));
}

TEST_CASE("a sigma is enough, and hardly more, for any epsilon and delta") {
    for (const double epsilon : {1e-4, 0.1, 1.0, 10.0, 100.0}) {
        for (const double delta : {1e-300, 1e-12, 1e-3, 0.5}) {
            const double sigma = gaussianSigma(3, epsilon, delta);
            INFO(epsilon, " ", delta, " ", sigma);
            CHECK(gaussianDelta(sigma, 3, epsilon) <= delta);
            CHECK(gaussianDelta(sigma * (1 - 1e-6), 3, epsilon) > delta);
        }
    }
    CHECK(normalQuantile(0.975) == doctest::Approx(1.959963984540054).epsilon(1e-12));
    CHECK(gaussianHalfWidth(2, 0.05) == doctest::Approx(3.919927969080108));
    CHECK(laplaceHalfWidth(2, 0.05) == doctest::Approx(5.991464547107982));
}

namespace {

/// Pearson's statistic of draws against masses, of the places that are expected five times.
template <typename Draw, typename Mass>
double chiSquared(Draw draw, Mass mass, int count, int& places) {
    std::map<std::int64_t, double> seen;
    for (int at = 0; at < count; ++at) {
        ++seen[draw()];
    }
    double sum = 0;
    places = 0;
    for (std::int64_t x = -100; x <= 100; ++x) {
        const double expected = mass(x) * count;
        if (expected >= 5) {
            sum += (seen[x] - expected) * (seen[x] - expected) / expected;
            ++places;
        }
    }
    return sum;
}

} // namespace

TEST_CASE("discrete noise is drawn as its law says") {
    constexpr int kDraws = 100'000;
    const RandomBytes random = testRandom(1);
    int places = 0;
    const double laplace =
        chiSquared([&] { return drawDiscreteLaplace({5, 2}, random); },
                   [](std::int64_t x) { return discreteLaplaceMass(2.5, x); }, kDraws, places);
    CHECK(laplace < places + 5 * std::sqrt(2.0 * places));
    const DiscreteGaussian law(std::sqrt(6.25));
    const double gaussian = chiSquared([&] { return drawDiscreteGaussian({25, 4}, random); },
                                       [&](std::int64_t x) { return law.mass(x); }, kDraws, places);
    CHECK(gaussian < places + 5 * std::sqrt(2.0 * places));
}

TEST_CASE("the widest noise has the spread that it should have") {
    const RandomBytes random = testRandom(2);
    double squares = 0;
    constexpr int kDraws = 4000;
    for (int at = 0; at < kDraws; ++at) {
        const auto value =
            static_cast<double>(drawDiscreteGaussian({1ULL << 42U, 1}, random)) / 0x1p21;
        squares += value * value / kDraws;
    }
    CHECK(squares == doctest::Approx(1).epsilon(0.1));
    CHECK(std::abs(drawDiscreteLaplace({(1ULL << 53U) - 1, 1}, random)) > 0);
    CHECK(drawDiscreteLaplace({1, 1000}, random) == 0);
}

TEST_CASE("releases add up to what the theorems say") {
    const std::vector<double> tenths(100, 0.1);
    CHECK(composedEpsilon(tenths, 0) == doctest::Approx(10));
    CHECK(composedEpsilon(tenths, 1e-6) == doctest::Approx(5.7561).epsilon(1e-4));
    CHECK(composedEpsilon({}, 1e-6) == 0);
    CHECK(gaussianRho(1, 4) == 1.0 / 32);
    CHECK(pureRho(2) == 2);
    CHECK(zcdpEpsilon(0, 1e-5) < 1e-4);
    CHECK(zcdpDelta(zcdpRho(1, 1e-6), 1) <= 1e-6);
    // Ten releases of sigma 4 at Renyi orders: at least the exact 3.3414.
    std::vector<double> orders;
    for (double order = 1.5; order < 50; order += 0.01) {
        orders.push_back(order);
    }
    std::vector<double> rdp;
    for (const double order : orders) {
        rdp.push_back(10 * order / 32);
    }
    CHECK(renyiEpsilon(orders, rdp, 1e-5) == doctest::Approx(3.6170).epsilon(2e-3));
}

TEST_CASE("a budget is spent once, never beyond its end, and never given back") {
    PrivacyBudget budget(1, 1e-6);
    for (int round = 0; round < 10; ++round) {
        CHECK_FALSE(budget.spend({"counts", "laplace", 0.1, 0, pureRho(0.1)}));
    }
    CHECK(budget.spentEpsilon() == doctest::Approx(1));
    CHECK(budget.spend({"more", "laplace", 0.01, 0, 0})->contains("does not allow it"));
    CHECK(budget.spend({"more", "laplace", std::nan(""), 0, 0}));
    CHECK(budget.expenses().size() == 10);
    CHECK(*budget.zcdpSpentEpsilon() > 0);
    PrivacyBudget pure(1, 0);
    CHECK(pure.spend({"x", "gaussian", 0.5, 1e-9, 0.1}));
    CHECK_FALSE(pure.zcdpSpentEpsilon());
}

TEST_CASE("private choices are probabilities, and the better one is never worse") {
    const std::vector<double> utilities{3, 1, 0, -5};
    const auto plain = exponentialShares(utilities, 1, 1);
    const auto flipped = permuteAndFlipShares(utilities, 1, 1);
    CHECK(std::accumulate(plain.begin(), plain.end(), 0.0) == doctest::Approx(1));
    CHECK(std::accumulate(flipped.begin(), flipped.end(), 0.0) == doctest::Approx(1));
    CHECK(flipped[0] > plain[0]);
    CHECK(exponentialShares({}, 1, 1).empty());
}

TEST_CASE("sums and means spread as much as they say, and persons count as often as they may") {
    const std::vector<std::string> names{"who", "number"};
    Microdata table(names);
    for (int row = 0; row < 60; ++row) {
        const std::string who = std::to_string(row % 20);
        table.addRow(std::vector<std::string_view>{who, row % 2 == 0 ? "-3" : "500"});
    }
    const RandomBytes random = testRandom(5);
    for (const Mechanism mechanism : {Mechanism::Laplace, Mechanism::Gaussian}) {
        const double delta = mechanism == Mechanism::Gaussian ? 1e-5 : 0;
        for (const Statistic statistic : {Statistic::Sum, Statistic::Mean}) {
            // Twenty persons, two of whose rows count: -2 of each other person, 4 of the rest.
            const TotalQuery query{.column = 1,
                                   .person = 0,
                                   .mostRows = 2,
                                   .low = -2,
                                   .high = 4,
                                   .epsilon = 2,
                                   .delta = delta,
                                   .mechanism = mechanism,
                                   .statistic = statistic};
            REQUIRE_FALSE(problemOf(query));
            const double truth = statistic == Statistic::Sum ? 40 : 1;
            int held = 0;
            constexpr int kRounds = 400;
            for (int round = 0; round < kRounds; ++round) {
                const PrivateTotal total = totalPrivately(table, query, random).value();
                held += total.low <= truth && truth <= total.high ? 1 : 0;
            }
            CHECK(held > kRounds * 0.91);
            CHECK(totalPrivately(table, query, random)->rho ==
                  doctest::Approx(mechanism == Mechanism::Gaussian ? 0.2
                                  : statistic == Statistic::Sum    ? 2
                                                                   : 1)
                      .epsilon(0.5));
        }
    }
}

TEST_CASE("the noise of a sum is as wide as its bounds and its epsilon ask for") {
    const std::vector<std::string> names{"number"};
    Microdata table(names);
    table.addRow(std::vector<std::string_view>{"0.3"});
    const RandomBytes random = testRandom(6);
    const TotalQuery query{.low = -1, .high = 8, .epsilon = 0.5};
    CHECK(totalPrivately(table, query, random)->scale == doctest::Approx(16));
    double squares = 0;
    constexpr int kDraws = 4000;
    for (int at = 0; at < kDraws; ++at) {
        const double noise = (totalPrivately(table, query, random)->value - 0.3) / 16;
        squares += noise * noise / kDraws;
    }
    CHECK(squares == doctest::Approx(2).epsilon(0.2));
    CHECK(problemOf(TotalQuery{.low = 0, .high = 1, .epsilon = 1e-9})->contains("nothing"));
}
