#include "core/quality/crowdlab.h"
#include "core/quality/folds.h"
#include "core/quality/honeypots.h"
#include "core/quality/label_errors.h"
#include "quality/matrices.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>
#include <vector>

using namespace cartouche::quality;
using cartouche::tests::matrix;

TEST_CASE("nothing is known of an annotator without honeypots") {
    const ScoreInterval interval = wilsonInterval(0, 0);
    CHECK(interval.low == 0);
    CHECK(interval.high == 1);
    CHECK(posteriorAccuracy(0, 0) == 0.5);
    CHECK(wilsonInterval(20, 20).high == 1);
    CHECK(wilsonInterval(7, 10, 0.99).low < wilsonInterval(7, 10).low);
}

TEST_CASE("a perfect annotator passes after eight honeypots, a poor one fails") {
    const SequentialResult good = runSequentialTest(std::vector<int>(20, 1));
    CHECK(good.verdict == Verdict::Good);
    CHECK(good.answers == 8);
    CHECK(runSequentialTest(std::vector<int>{0, 0, 0}).verdict == Verdict::Poor);
    CHECK(runSequentialTest(std::vector<int>{1, 1}).verdict == Verdict::Open);
}

TEST_CASE("an annotator who gets worse is told from one who stays as good") {
    const auto run = [](std::initializer_list<std::pair<int, int>> runs) {
        std::vector<int> answers;
        for (const auto& [right, count] : runs) {
            answers.insert(answers.end(), static_cast<std::size_t>(count), right);
        }
        return findDrift(answers);
    };
    CHECK_FALSE(run({{1, 2}, {0, 1}}));
    const auto worse = run({{1, 9}, {0, 1}, {1, 4}, {0, 6}});
    REQUIRE(worse);
    CHECK(worse->early == doctest::Approx(0.9));
    CHECK(worse->late == doctest::Approx(0.4));
    // Of 13 right in 20: z = 0.5 / sqrt(0.65 * 0.35 * 0.2).
    CHECK(worse->chance == doctest::Approx(std::erfc(2.344036 / std::sqrt(2.0))).epsilon(1e-5));
    const auto same = run({{1, 4}, {0, 1}, {1, 4}, {0, 1}});
    CHECK(same->early == same->late);
    CHECK(same->chance == 1);
    CHECK(run({{1, 8}})->chance == 1);
    CHECK(run({{1, 2}, {0, 3}})->late == 0);
}

TEST_CASE("honeypots never stand side by side, and stand alike for the same seed") {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const auto places = honeypotPlaces(100, 0.3, seed);
        CHECK(places.size() == 30);
        CHECK(places.back() < 100);
        CHECK(std::ranges::adjacent_find(places, [](std::size_t first, std::size_t second) {
                  return second - first < 2;
              }) == places.end());
        CHECK(places == honeypotPlaces(100, 0.3, seed));
    }
    CHECK(honeypotPlaces(100, 0.3, 1) != honeypotPlaces(100, 0.3, 2));
    CHECK(honeypotPlaces(5, 1, 0) == std::vector<std::size_t>{0, 2, 4});
    CHECK(honeypotPlaces(0, 0.5, 0).empty());
    CHECK(honeypotPlaces(10, 0, 0).empty());
}

TEST_CASE("every fold has its share of every label") {
    CHECK(stratifiedFolds(std::vector<std::uint32_t>{1, 1, 1, 1, 0, 0}, 2) ==
          std::vector<std::uint32_t>{0, 0, 1, 1, 0, 1});
    CHECK(stratifiedFolds({}, 3).empty());
}

TEST_CASE("folds of groups keep each group whole and the labels as even as they can") {
    // The example of StratifiedGroupKFold in scikit-learn's documentation, and its parts.
    const std::vector<std::uint32_t> labels{0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    const std::vector<std::uint32_t> groups{0, 0, 1, 1, 2, 2, 2, 3, 4, 4, 4, 4, 5, 5, 6, 7, 7};
    const auto folds = groupedFolds(labels, groups, 3);
    const std::vector<std::uint32_t> ofGroups{2, 2, 1, 0, 0, 1, 1, 2};
    for (std::size_t item = 0; item < folds.size(); ++item) {
        CHECK(folds[item] == ofGroups[groups[item]]);
    }
    // Items that are groups of their own are dealt out evenly.
    const auto single = groupedFolds(std::vector<std::uint32_t>{0, 0, 0, 0, 1, 1},
                                     std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5}, 2);
    CHECK(std::ranges::count(single, 0U) == 3);
    CHECK(single[4] != single[5]);
    CHECK(groupedFolds({}, {}, 3).empty());
}

TEST_CASE("a label that the model confidently contradicts is an issue") {
    const std::vector<std::uint32_t> labels{0, 0, 0, 1, 1};
    const Matrix probabilities =
        matrix({{0.9, 0.1}, {0.8, 0.2}, {0.1, 0.9}, {0.2, 0.8}, {0.3, 0.7}});
    const ConfidentLearning learned = learnConfidently(labels, probabilities);
    CHECK(learned.issues == std::vector<std::size_t>{2});
    CHECK(learned.joint == matrix({{2, 1}, {0, 2}}));
    CHECK(normalizedMargins(labels, probabilities)[2] == doctest::Approx(0.1));
}

TEST_CASE("a model decides where annotators do not, and bad annotators weigh little") {
    // Annotator 2 says the opposite of the other two; item 4 has one answer, of annotator 2.
    Answers answers{.items = 5, .workers = 3, .labels = 2, .list = {}};
    for (std::uint32_t item = 0; item < 4; ++item) {
        const std::uint32_t truth = item % 2;
        answers.list.push_back({item, 0, truth});
        answers.list.push_back({item, 1, truth});
        answers.list.push_back({item, 2, 1 - truth});
    }
    answers.list.push_back({4, 2, 1});
    const Matrix model = matrix({{0.8, 0.2}, {0.2, 0.8}, {0.7, 0.3}, {0.3, 0.7}, {0.7, 0.3}});
    const Crowdlab crowd = crowdlab(answers, model);
    CHECK(crowd.labels == std::vector<std::uint32_t>{0, 1, 0, 1, 0});
    CHECK(crowd.annotatorWeights[2] == doctest::Approx(1e-6));
    CHECK(crowd.annotatorQualities[0] > 0.7);
    CHECK(crowd.annotatorQualities[2] < 0.4);
    const auto scores = activeLabScores(answers, crowd, matrix({{0.5, 0.5}, {0.9, 0.1}}));
    REQUIRE(scores.size() == 7);
    CHECK(scores[5] < scores[6]);
    CHECK(scores[4] < scores[0]);
}

TEST_CASE("ties of votes are broken by the model, then by the rarer label") {
    const Answers answers{
        .items = 2, .workers = 2, .labels = 3, .list = {{0, 0, 0}, {0, 1, 1}, {1, 0, 1}}};
    CHECK(majorityLabels(answers) == std::vector<std::uint32_t>{0, 1});
    const Matrix model = matrix({{0.1, 0.9, 0}, {0, 0, 1}});
    CHECK(majorityLabels(answers, &model) == std::vector<std::uint32_t>{1, 1});
}
