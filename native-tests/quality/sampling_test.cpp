#include "core/sampling/diversity.h"
#include "core/sampling/logistic_regression.h"
#include "core/sampling/minimize.h"
#include "core/sampling/uncertainty.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace cartouche::sampling;
using cartouche::quality::Matrix;

namespace {

/// One feature.
Matrix onLine(std::initializer_list<double> values) {
    Matrix matrix(values.size(), 1);
    std::ranges::copy(values, matrix.values().begin());
    return matrix;
}

} // namespace

TEST_CASE("minimizing finds the bottom of a curved valley") {
    std::vector<double> place{-1.2, 1};
    const double value = minimize(
        [](const std::vector<double>& at, std::vector<double>& slopes) { // Rosenbrock's
            const double miss = at[1] - (at[0] * at[0]);
            slopes[0] = (-400 * miss * at[0]) - (2 * (1 - at[0]));
            slopes[1] = 200 * miss;
            return (100 * miss * miss) + ((1 - at[0]) * (1 - at[0]));
        },
        place);
    CHECK(value < 1e-10);
    CHECK(place[0] == doctest::Approx(1).epsilon(1e-4));
}

TEST_CASE("a small model learns where labels change, and is as sure on both sides") {
    const Matrix features = onLine({-2, -1, 1, 2});
    const std::vector<std::uint32_t> labels{0, 0, 1, 1};
    const auto model = trainLogisticRegression(features, labels, 2);
    const Matrix probabilities = model.predict(onLine({-3, 0, 3}));
    CHECK(probabilities(0, 0) > 0.9);
    CHECK(probabilities(1, 0) == doctest::Approx(0.5));
    CHECK(probabilities(2, 1) == doctest::Approx(probabilities(0, 0)));
    CHECK(standardized(onLine({5, 5, 5})) == onLine({0, 0, 0}));
    CHECK(standardized(onLine({1, 3})) == onLine({-1, 1}));
}

TEST_CASE("picks spread over the data, and never repeat") {
    const Matrix features = onLine({0, 1, 10, 11, 20});
    const Cover cover = pickByCover(features, std::vector<std::uint32_t>{0}, 2);
    CHECK(cover.picks == Items{4, 2});
    CHECK(cover.distances == std::vector<double>{20, 10});
    CHECK(cover.radius == 1);
    CHECK(pickByCover(features, {}, 99).picks.size() == 5);
    CHECK(pickByCover(Matrix(0, 1), {}, 3).picks.empty());
    const BallCover balls = pickByBalls(features, 1, 99);
    CHECK(balls.picks == Items{0, 2, 4});
    CHECK(balls.covered == 1);
}

TEST_CASE("what has many neighbours is dense, to all or to some") {
    const Matrix features = onLine({0, 1, 2, 100});
    const auto densities = informationDensity(features);
    CHECK(std::ranges::max_element(densities) - densities.begin() == 1);
    CHECK(informationDensity(features, std::vector<std::uint32_t>{3})[3] == 1);
}

TEST_CASE("scores of one value keep the order of the items") {
    CHECK(ranking({0.1 + 0.2, 0.3, 0.4}) == std::vector<std::uint32_t>{2, 0, 1});
    Matrix sure(1, 2);
    sure(0, 1) = 1;
    CHECK(entropy(sure)[0] == 0);
    CHECK(margin(sure)[0] == 0);
    CHECK(leastConfidence(sure)[0] == 0);
}
