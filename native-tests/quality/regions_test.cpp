#include "core/quality/box_consensus.h"
#include "core/quality/mask_consensus.h"
#include "core/quality/matching.h"
#include "core/quality/overlap.h"
#include "core/quality/random.h"
#include "core/quality/spans.h"
#include "core/quality/structured_agreement.h"
#include "core/quality/text_consensus.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace cartouche::quality;
using cartouche::geometry::Point;
using cartouche::geometry::RotatedBox;

namespace {

double sumOf(const Matrix& similarities, const std::vector<Pair>& pairs) {
    double sum = 0;
    for (const auto& [row, column] : pairs) {
        sum += similarities(row, column);
    }
    return sum;
}

/// The greatest sum of any pairing, by trying all.
double bestSum(const Matrix& similarities, double threshold, std::size_t row,
               std::vector<bool>& isTaken) {
    if (row == similarities.rows()) {
        return 0;
    }
    double best = bestSum(similarities, threshold, row + 1, isTaken);
    for (std::size_t column = 0; column < similarities.columns(); ++column) {
        if (!isTaken[column] && similarities(row, column) >= threshold) {
            isTaken[column] = true;
            best = std::max(best, similarities(row, column) +
                                      bestSum(similarities, threshold, row + 1, isTaken));
            isTaken[column] = false;
        }
    }
    return best;
}

} // namespace

TEST_CASE("matching finds the greatest sum of similarities that there is") {
    Random random(1);
    for (int round = 0; round < 200; ++round) {
        Matrix similarities(1 + random.below(5), 1 + random.below(5));
        for (double& value : similarities.values()) {
            value = static_cast<double>(random.below(100)) / 100;
        }
        std::vector<bool> isTaken(similarities.columns());
        const auto pairs = matchPairs(similarities, 0.4);
        CHECK(sumOf(similarities, pairs) ==
              doctest::Approx(bestSum(similarities, 0.4, 0, isTaken)));
    }
}

TEST_CASE("two empty sets agree; one empty set and another do not") {
    CHECK(scoreMatch(Matrix(0, 0), 0.5).f1 == 1);
    CHECK(scoreMatch(Matrix(0, 2), 0.5).f1 == 0);
    CHECK(scoreMatch(Matrix(0, 2), 0.5).onlySecond == 2);
    CHECK_FALSE(scoreMatch(Matrix(2, 0), 0.5).meanSimilarity);
    Matrix one(1, 1);
    one(0, 0) = 0.5;
    CHECK(meanF1OverThresholds(one) == doctest::Approx(10.0 / 19));
}

TEST_CASE("overlaps of polygons do not depend on where they begin or which way they run") {
    const std::vector<Point> ell{{0, 0}, {4, 0}, {4, 1}, {1, 1}, {1, 4}, {0, 4}};
    const std::vector<Point> square{{0.5, 0.5}, {3, 0.5}, {3, 3}, {0.5, 3}};
    auto turned = ell;
    for (std::size_t turn = 0; turn < ell.size(); ++turn) {
        std::ranges::rotate(turned, turned.begin() + 1);
        CHECK(intersectionArea(turned, square) == doctest::Approx(2.25));
        auto backwards = turned;
        std::ranges::reverse(backwards);
        CHECK(intersectionArea(square, backwards) == doctest::Approx(2.25));
    }
    CHECK(iou(ell, ell) == 1);
    CHECK(iou(ell, std::vector<Point>{{9, 9}, {10, 9}, {10, 10}}) == 0);
    CHECK(iou(ell, std::vector<Point>{}) == 0);
}

TEST_CASE("key points, lines and boxes without area have likenesses, too") {
    CHECK(keyPointSimilarity({1, 1}, {1, 1}, 0, 0.1) == 1);
    CHECK(keyPointSimilarity({0, 0}, {3, 4}, 100, 0.5) == doctest::Approx(std::exp(-0.125)));
    CHECK(hausdorffDistance(std::vector<Point>{{0, 0}, {4, 0}},
                            std::vector<Point>{{0, 1}, {4, 3}}) == doctest::Approx(3));
    CHECK(hausdorffDistance({}, std::vector<Point>{{0, 1}}) ==
          std::numeric_limits<double>::infinity());
    CHECK(iou(RotatedBox{{1, 1}, 0, 0}, RotatedBox{{1, 1}, 0, 0}) == 1);
    CHECK(iou(RotatedBox{{1, 1}, 0, 0}, RotatedBox{{1, 2}, 0, 0}) == 0);
}

TEST_CASE("merged boxes turn by the circular mean, and ignore who weighs nothing") {
    const std::vector<std::vector<LabeledBox>> annotators{
        {{{{10, 10}, 8, 4, 178}, 0}}, {{{{12, 10}, 8, 4, 2}, 0}}, {{{{90, 90}, 8, 4, 90}, 1}}};
    const auto fused = fuseBoxes(annotators, std::vector<double>{1, 1, 0}, 0.3);
    REQUIRE(fused.size() == 1);
    CHECK(fused[0].mean.box.center == Point{11, 10});
    CHECK(std::sin(fused[0].mean.box.rotation * 3.14159265358979 / 180) ==
          doctest::Approx(0).epsilon(1e-9));
    CHECK(fused[0].support == 2);
    CHECK(fused[0].score == 1);
}

TEST_CASE("masks of runs have areas, overlaps and majorities") {
    const RunMask first{{2, 6}, {8, 9}};
    const RunMask second{{4, 10}};
    CHECK(areaOf(first) == 5);
    CHECK(intersectionArea(first, second) == 3);
    CHECK(iou(first, second) == doctest::Approx(3.0 / 8));
    CHECK(iou(RunMask{}, RunMask{}) == 1);
    const std::vector<RunMask> masks{first, second, {}};
    CHECK(maskMajority(masks, std::vector<double>{1, 1, 1}) == RunMask{{4, 6}, {8, 9}});
    CHECK(maskMajority(masks, std::vector<double>{3, 1, 1}) == first);
    CHECK(maskMajority(masks, std::vector<double>{0, 0, 0}).empty());
    CHECK(staple(masks, 12).stretches.back().run.end == 12);
}

TEST_CASE("spans that touch do not overlap") {
    const std::vector<LabeledSpan> one{{0, 5, 1}};
    const std::vector<LabeledSpan> next{{5, 8, 1}};
    CHECK(semevalSpans(one, next, SpanScheme::Partial).spurious == 1);
    CHECK(iou(one[0], next[0]) == 0);
    CHECK(coveredLengths({}, {}).f1 == 1);
    CHECK(exactSpans({}, one).f1 == 0);
    // The exact one is not taken by the longer that also overlaps it.
    const std::vector<LabeledSpan> predicted{{0, 9, 1}, {0, 5, 1}};
    CHECK(semevalSpans(predicted, one, SpanScheme::Strict).correct == 1);
}

TEST_CASE("words are merged by votes, and texts by distance") {
    CHECK(rover(std::vector<std::string>{"a b c d", "b z d e", "b c d e f"}) == "b c d e");
    CHECK(rover(std::vector<std::string>{"  the cat ", "the cat"}) == "the cat");
    CHECK(rover({}).empty());
    CHECK(normalizedEditDistance("naïve", "naive") == doctest::Approx(0.2));
    CHECK(normalizedEditDistance("", "") == 0);
    CHECK(medoid(std::vector<std::string>{"xxx", "cat", "cats"}) == 1);
}

TEST_CASE("paths of a taxonomy agree in part, and rankings from 1 to -1") {
    const std::vector<TaxonomyPath> dog{{"Animal", "Dog"}};
    const std::vector<TaxonomyPath> cat{{"Animal", "Cat"}};
    CHECK(taxonomyF1(dog, cat) == 0.5);
    CHECK(taxonomyF1(dog, dog) == 1);
    CHECK(taxonomyF1({}, {}) == 1);
    CHECK(taxonomyF1(dog, {}) == 0);
    using Ranks = std::vector<double>;
    CHECK(kendallTau(Ranks{1, 2, 3}, Ranks{1, 2, 3}) == 1);
    CHECK(kendallTau(Ranks{1, 2, 3}, Ranks{3, 2, 1}) == -1);
    CHECK(*kendallTau(Ranks{1, 2, 2}, Ranks{1, 2, 3}) == doctest::Approx(2 / std::sqrt(6.0)));
    CHECK_FALSE(kendallTau(Ranks{1, 1}, Ranks{1, 2}));
}
