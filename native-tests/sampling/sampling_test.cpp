#include "core/learn/logistic_regression.h"
#include "core/learn/minimize.h"
#include "core/sampling/clusters.h"
#include "core/sampling/committee.h"
#include "core/sampling/diversity.h"
#include "core/sampling/ranking.h"
#include "core/sampling/strategies.h"
#include "core/sampling/uncertainty.h"
#include "quality/matrices.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

using namespace cartouche::learn;
using namespace cartouche::sampling;
using cartouche::quality::Matrix;
using cartouche::tests::matrix;

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
    const auto model = trainLogisticRegression(SparseMatrix(features), labels, 2);
    const Matrix probabilities = model.predict(onLine({-3, 0, 3}));
    CHECK(probabilities(0, 0) > 0.9);
    CHECK(probabilities(1, 0) == doctest::Approx(0.5));
    CHECK(probabilities(2, 1) == doctest::Approx(probabilities(0, 0)));
    CHECK(standardized(onLine({5, 5, 5})) == onLine({0, 0, 0}));
    CHECK(standardized(onLine({1, 3})) == onLine({-1, 1}));
}

TEST_CASE("picks spread over the data, and never repeat") {
    const Matrix features = onLine({0, 1, 10, 11, 20});
    const Cover cover = pickByCover(DensePoints(features), std::vector<std::uint32_t>{0}, 2);
    CHECK(cover.picks == Items{4, 2});
    CHECK(cover.distances == std::vector<double>{20, 10});
    CHECK(cover.radius == 1);
    CHECK(pickByCover(DensePoints(features), {}, 99).picks.size() == 5);
    CHECK(pickByCover(DensePoints(Matrix(0, 1)), {}, 3).picks.empty());
    const BallCover balls = pickByBalls(DensePoints(features), 1, 99);
    CHECK(balls.picks == Items{0, 2, 4});
    CHECK(balls.covered == 1);
}

TEST_CASE("what has many neighbours is dense, to all or to some") {
    const Matrix features = onLine({0, 1, 2, 100});
    const auto densities = informationDensity(DensePoints(features));
    CHECK(std::ranges::max_element(densities) - densities.begin() == 1);
    CHECK(informationDensity(DensePoints(features), std::vector<std::uint32_t>{3})[3] == 1);
}

TEST_CASE("scores of one value keep the order of the items") {
    CHECK(ranking({0.1 + 0.2, 0.3, 0.4}) == std::vector<std::uint32_t>{2, 0, 1});
    Matrix sure(1, 2);
    sure(0, 1) = 1;
    CHECK(entropy(sure)[0] == 0);
    CHECK(margin(sure)[0] == 0);
    CHECK(leastConfidence(sure)[0] == 0);
}

TEST_CASE("sparse points lie where the same dense ones do") {
    const Matrix dense = matrix({{0, 1, 0}, {2, 0, 0}, {0, 1, 3}});
    const SparseMatrix sparse(dense);
    const DensePoints first(dense);
    const SparsePoints second(sparse);
    for (std::size_t item = 0; item < 3; ++item) {
        for (std::size_t other = 0; other < 3; ++other) {
            CHECK(first.squaredDistance(item, other) ==
                  doctest::Approx(second.squaredDistance(item, other)));
            CHECK(first.product(item, other) == second.product(item, other));
        }
        const std::vector<double> place{1, 1, 1};
        CHECK(first.squaredDistanceTo(item, place, 3) == second.squaredDistanceTo(item, place, 3));
    }
}

TEST_CASE("groups are found without random numbers, and outliers are not typical") {
    const Matrix features =
        onLine({0, 0.1, 0.2, 0.3, 0.4, 0.5, 10, 10.1, 10.2, 10.3, 10.4, 10.5, 99});
    const DensePoints points(features);
    Items all(13);
    for (std::uint32_t item = 0; item < all.size(); ++item) {
        all[item] = item;
    }
    const Clusters clusters = kMeans(points, all, 3);
    CHECK(clusters.clusterOf[0] == clusters.clusterOf[5]);
    CHECK(clusters.clusterOf[0] != clusters.clusterOf[6]);
    CHECK(kMeans(points, {}, 3).clusterOf.empty());
    CHECK(kMeans(points, Items{3}, 3).centers == onLine({0.3}));
    const Items typical = pickTypical(points, {}, 3);
    CHECK(typical.size() == 3);
    CHECK_FALSE(std::ranges::contains(typical, 12U)); // alone in its group
    CHECK(std::ranges::count_if(pickTypical(points, Items{2}, 2),
                                [](std::uint32_t item) { return item > 5; }) == 1);
    CHECK(pickByCenters(points, all, 3).size() == 3);
    CHECK(pickTypical(DensePoints(Matrix(0, 1)), {}, 3).empty());
}

TEST_CASE("a committee that disagrees is told from one that is unsure as a whole") {
    const std::vector<Matrix> members{matrix({{1, 0}, {0.5, 0.5}, {1, 0}}),
                                      matrix({{0, 1}, {0.5, 0.5}, {1, 0}})};
    CHECK(voteEntropy(members)[0] == doctest::Approx(std::log(2)));
    CHECK(voteEntropy(members)[1] == 0); // both say the first label
    CHECK(consensusEntropy(members)[1] == doctest::Approx(std::log(2)));
    CHECK(greatestDivergence(members)[0] == doctest::Approx(std::log(2)));
    CHECK(greatestDivergence(members)[2] == 0);
    CHECK(disagreement(members)[0] == doctest::Approx(std::log(2)));
    CHECK(disagreement(members)[1] == doctest::Approx(0));
}

TEST_CASE("ranks of several reasons are mixed by their weights") {
    const std::vector<ScoreComponent> components{{{3, 1, 2}, 1}, {{0, 0, 5}, 1}};
    CHECK(combinedScores(components) == std::vector<double>{0.625, 0.125, 0.75});
    CHECK(combinedScores({}).empty());
}

TEST_CASE("a queue keeps its order while scores change and items go") {
    Queue queue(std::vector<double>{1, 3, 2, 3});
    CHECK(queue.first(9) == Items{1, 3, 2, 0});
    queue.update(0, 5);
    queue.remove(3);
    CHECK(queue.first(2) == Items{0, 1});
    CHECK(queue.size() == 3);
}

TEST_CASE("every strategy picks candidates, none twice, and as many as there are at most") {
    const Matrix features = onLine({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    Matrix probabilities(12, 2, 0.5);
    const DensePoints points(features);
    Pool pool{&points,
              &probabilities,
              {0, 1},
              {2, 3, 4, 5, 6, 7, 8, 9, 10, 11},
              pooledDensities(points, 1)};
    for (const Strategy& strategy : strategies()) {
        const std::string name(strategy.name);
        INFO(name);
        cartouche::quality::Random random(1);
        Items picks = strategy.pick(pool, 4, random);
        CHECK(picks.size() <= 4);
        CHECK(picks.size() >= 1);
        std::ranges::sort(picks);
        CHECK(std::ranges::adjacent_find(picks) == picks.end());
        CHECK(std::ranges::includes(pool.candidates, picks));
        Pool empty = pool;
        empty.labeled.insert(empty.labeled.end(), pool.candidates.begin(), pool.candidates.end());
        empty.candidates.clear();
        CHECK(strategy.pick(empty, 4, random).empty());
    }
}

TEST_CASE("groups that begin at random differ by their seed alone, and leave outliers out mostly") {
    Matrix features(41, 2); // two crowds and one far away
    for (std::size_t item = 0; item < 40; ++item) {
        features(item, 0) = (item < 20 ? 0.0 : 10.0) + 0.01 * static_cast<double>(item);
        features(item, 1) = 0.02 * static_cast<double>(item % 7);
    }
    features(40, 0) = 30;
    const DensePoints points(features);
    std::vector<std::uint32_t> all(41);
    std::iota(all.begin(), all.end(), 0U);
    const auto centersOf = [&](std::uint64_t seed) {
        cartouche::quality::Random random(seed);
        return pickByCenters(points, all, 2, {.random = &random});
    };
    CHECK(std::ranges::contains(pickByCenters(points, all, 2), 40U)); // the farthest of all
    CHECK(centersOf(1) == centersOf(1));
    int farAway = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const Items centers = centersOf(seed);
        CHECK(centers.size() == 2);
        farAway += std::ranges::contains(centers, 40U) ? 1 : 0;
    }
    CHECK(farAway > 0);
    CHECK(farAway < 20);
}
