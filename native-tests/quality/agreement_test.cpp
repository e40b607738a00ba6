#include "core/quality/agreement.h"
#include "core/quality/krippendorff.h"
#include "quality/matrices.h"

#include <doctest/doctest.h>

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
