#include "core/quality/agreement.h"
#include "core/quality/category_agreement.h"
#include "core/quality/krippendorff.h"
#include "quality/matrices.h"

#include <doctest/doctest.h>

#include <vector>

using namespace cartouche::quality;
using cartouche::tests::matrix;

TEST_CASE("Cohen's kappa has the standard errors that SAS prints") {
    const CohenKappa kappa = cohenKappa(matrix({{0, 4, 1}, {0, 8, 0}, {0, 1, 5}}));
    CHECK(*kappa.agreement.value == doctest::Approx(0.4842).epsilon(1e-4));
    CHECK(*kappa.standardError == doctest::Approx(0.1380).epsilon(1e-3));
    CHECK(*kappa.standardErrorOfNull == doctest::Approx(0.1484).epsilon(1e-3));
}

TEST_CASE("agreement is undefined where it is 0/0, and unknown where nothing was answered") {
    const Agreement one = cohenKappa(matrix({{3, 0}, {0, 0}})).agreement;
    CHECK(*one.observed == 1);
    CHECK_FALSE(one.value);
    CHECK_FALSE(scottPi(matrix({{3, 0}, {0, 0}})).value);
    CHECK_FALSE(fleissKappa(matrix({{3, 0}, {3, 0}})).value);
    CHECK_FALSE(gwetAc1(matrix({{3}, {2}})).value);
    const Agreement none = cohenKappa(matrix({{0, 0}, {0, 0}})).agreement;
    CHECK(none.count == 0);
    CHECK_FALSE(none.observed);
    CHECK_FALSE(fleissKappa(matrix({{1, 0}, {0, 1}})).observed);
    CHECK_FALSE(krippendorffAlpha({{0, 0}, {0, 0, 0}}, 1, NominalMetric{}).value);
    CHECK_FALSE(krippendorffAlpha({{0}, {1}}, 2, NominalMetric{}).observed);
    CHECK_FALSE(bootstrapAlpha({{0, 0}}, 1, NominalMetric{}));
    CHECK_FALSE(krippendorffAlpha({{0, 1}, {0, 0}}, 2, IntervalMetric{{-1e308, 1e308}}).value);
}

TEST_CASE("items may have different numbers of answers") {
    // Two of three pairs agree in the first item, one of one in the second; the third has no pair.
    const Matrix counts = matrix({{2, 1}, {0, 2}, {1, 0}});
    CHECK(*fleissKappa(counts).observed == doctest::Approx((1.0 / 3 + 1) / 2));
    CHECK(fleissKappa(counts).count == 2);
    CHECK(*randolphKappa(counts).value == doctest::Approx(1.0 / 3));
    // Mean shares 5/9 and 4/9, so by chance 2 · 5/9 · 4/9.
    CHECK(*gwetAc1(counts).expected == doctest::Approx(40.0 / 81));
}

TEST_CASE("alpha of ordinal answers weighs how many answers lie between two") {
    // Values 0, 1, 2 were given 2, 4 and 2 times: from 0 to 1 are 3 ranks, from 0 to 2 are 6.
    const Alpha alpha = krippendorffAlpha({{0, 1}, {1, 1}, {1, 2}, {0, 2}}, 3, OrdinalMetric{});
    CHECK(*alpha.observed == doctest::Approx((9.0 + 0 + 9 + 36) * 2 / 8));
    CHECK(*alpha.expected == doctest::Approx(2 * (8 * 9.0 + 8 * 9 + 4 * 36) / (8 * 7)));
}

TEST_CASE("the interval of alpha is the same for the same seed, and holds alpha") {
    const Units units{{0, 0}, {1, 1}, {0, 1}, {1, 1, 0}, {0, 0, 0}, {1, 1}, {0}, {0, 0}, {1, 0}};
    const auto interval = bootstrapAlpha(units, 2, NominalMetric{});
    REQUIRE(interval);
    const double alpha = *krippendorffAlpha(units, 2, NominalMetric{}).value;
    CHECK(interval->low < alpha);
    CHECK(alpha < interval->high);
    CHECK(bootstrapAlpha(units, 2, NominalMetric{})->low == interval->low);
    CHECK(bootstrapAlpha(units, 2, NominalMetric{}, {.seed = 1})->low != interval->low);
}

TEST_CASE("alpha of what goes round in a circle takes an hour before midnight for near one after") {
    // Hours; the last one stands alone. Computed pair by pair from Krippendorff's formulas.
    const std::vector<double> hours{1, 6, 11, 12, 13, 18, 23};
    const Units units{{6, 0}, {3, 4, 2}, {1, 1}, {5}};
    const Alpha alpha = krippendorffAlpha(units, hours.size(), CircularMetric{hours, 24});
    CHECK(*alpha.observed == doctest::Approx(0.03357658114775343));
    CHECK(*alpha.expected == doctest::Approx(0.5238095238095238));
    CHECK(*alpha.value == doctest::Approx(0.9358992541724708));
    CHECK(*krippendorffAlpha(units, hours.size(), IntervalMetric{hours}).value ==
          doctest::Approx(-0.4129593810444874));
    // Half a period is farthest; a whole one is nothing, so that all answers are the same.
    CHECK(*krippendorffAlpha({{0, 1}}, 2, CircularMetric{{0, 180}, 360}).expected ==
          doctest::Approx(1));
    CHECK(*krippendorffAlpha({{0, 1}}, 2, CircularMetric{{0, 360}, 360}).expected == 0);
    CHECK_FALSE(krippendorffAlpha({{0, 1}}, 2, CircularMetric{{0, 360}, 360}).value);
}

TEST_CASE("alpha between two opposite ends counts a step at an end for more than one between") {
    const std::vector<double> numbers{-3, -2, 0, 1, 2, 3};
    const Alpha alpha = krippendorffAlpha({{0, 1}, {2, 3, 2}, {5, 4}, {5, 5}}, numbers.size(),
                                          BipolarMetric{numbers, -3, 3});
    CHECK(*alpha.observed == doctest::Approx(0.046753246753246755));
    CHECK(*alpha.expected == doctest::Approx(0.31342258564480774));
    CHECK(*alpha.value == doctest::Approx(0.8508300011083733));
    // 1 / (1 · 11) at an end, 1 / (5 · 7) from 0 to 1 around no end.
    CHECK(*krippendorffAlpha({{0, 1}}, 2, BipolarMetric{{-3, -2}, -3, 3}).observed ==
          doctest::Approx(1.0 / 11));
    CHECK(*krippendorffAlpha({{0, 1}}, 2, BipolarMetric{{-1, 0}, -3, 3}).observed ==
          doctest::Approx(1.0 / 35));
    CHECK_FALSE(krippendorffAlpha({{0, 0}}, 1, BipolarMetric{{3}, -3, 3}).value);
}

TEST_CASE("a model stands beside what most annotators say, and what splits them does not count") {
    // Workers 0 to 2 are annotators, 3 is the model. They agree on items 0 and 1, are split on 2,
    // nobody but the model answered 3, and the model left out 4.
    const Answers answers{.items = 5,
                          .workers = 4,
                          .labels = 3,
                          .list = {{0, 0, 0},
                                   {0, 1, 0},
                                   {0, 2, 1},
                                   {0, 3, 0},
                                   {1, 0, 2},
                                   {1, 3, 1},
                                   {2, 0, 0},
                                   {2, 1, 1},
                                   {2, 3, 1},
                                   {3, 3, 2},
                                   {4, 0, 1}}};
    const MajorityAgreement agreement =
        agreementWithMajority(answers, 3, {true, true, true, false});
    CHECK(agreement.items == 2);
    CHECK(agreement.alike == 1);
    CHECK(agreement.split == 1);
    CHECK(*agreement.kappa.agreement.observed == doctest::Approx(0.5));
    const MajorityAgreement alone = agreementWithMajority(answers, 3, std::vector<bool>(4));
    CHECK(alone.items == 0);
    CHECK_FALSE(alone.kappa.agreement.observed);
}
