#include "core/quality/bayesian.h"
#include "core/quality/bradley_terry.h"
#include "core/quality/dawid_skene.h"
#include "core/quality/kos.h"
#include "core/quality/numeric_consensus.h"
#include "core/quality/special_functions.h"
#include "core/quality/voting.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using namespace cartouche::quality;

namespace {

/// Three workers, one of whom says the opposite of the other two.
Answers contrary() {
    Answers answers{.items = 6, .workers = 3, .labels = 2, .list = {}};
    for (std::uint32_t item = 0; item < 6; ++item) {
        const std::uint32_t truth = item % 2;
        answers.list.push_back({item, 0, truth});
        answers.list.push_back({item, 1, truth});
        answers.list.push_back({item, 2, 1 - truth});
    }
    return answers;
}

} // namespace

TEST_CASE("of repeated answers all, those that differ, the first or the last are kept") {
    const std::vector<Answer> list{{1, 0, 1}, {0, 0, 1}, {0, 0, 1}, {0, 0, 2}, {0, 1, 1}};
    const auto kept = [&list](Repeats repeats) {
        Answers answers{.items = 2, .workers = 2, .labels = 3, .list = list};
        groupByItem(answers, repeats);
        return answers.list;
    };
    CHECK(kept(Repeats::All) ==
          std::vector<Answer>{{0, 0, 1}, {0, 0, 1}, {0, 0, 2}, {0, 1, 1}, {1, 0, 1}});
    CHECK(kept(Repeats::Distinct) ==
          std::vector<Answer>{{0, 0, 1}, {0, 0, 2}, {0, 1, 1}, {1, 0, 1}});
    CHECK(kept(Repeats::First) == std::vector<Answer>{{0, 0, 1}, {0, 1, 1}, {1, 0, 1}});
    CHECK(kept(Repeats::Last) == std::vector<Answer>{{0, 0, 2}, {0, 1, 1}, {1, 0, 1}});
}

TEST_CASE("ties go to the first label and are counted; an item without answers is open") {
    const Answers answers{.items = 2, .workers = 2, .labels = 3, .list = {{0, 0, 2}, {0, 1, 1}}};
    const Matrix shares = majorityVote(answers).probabilities;
    CHECK(labelsOf(shares) == std::vector<std::uint32_t>{1, 0});
    CHECK(countTies(shares) == 2);
    CHECK(shares(1, 0) == doctest::Approx(1.0 / 3));
}

TEST_CASE("Dawid and Skene use a worker who always says the opposite, and obey what is known") {
    const DawidSkene result = dawidSkene(contrary());
    CHECK(labelsOf(result.consensus.probabilities) == std::vector<std::uint32_t>{0, 1, 0, 1, 0, 1});
    CHECK(result.confusions(4, 1) == doctest::Approx(1));
    CHECK(result.consensus.skills[2] == doctest::Approx(0));
    CHECK(result.consensus.stop == Stop::Settled);
    const DawidSkene pinned = dawidSkene(contrary(), {.gold = {1}});
    CHECK(pinned.consensus.probabilities(0, 1) == 1);
}

TEST_CASE("an iteration says why it ended") {
    CHECK(dawidSkene(contrary(), {.limits = {.iterations = 1}}).consensus.stop == Stop::Iterations);
    CHECK(dawidSkene(contrary(), {.limits = {.iterations = 0}}).consensus.iterations == 0);
    CHECK(dawidSkene(contrary(), {.limits = {.change = 0}}).consensus.stop ==
          Stop::LikelihoodSettled);
}

TEST_CASE("workers without items of known answer weigh like the mean of the others") {
    const Consensus consensus = goldMajorityVote(contrary(), {0, 1});
    CHECK(consensus.skills == std::vector<double>{1, 1, 0});
    const Answers answers{
        .items = 2, .workers = 3, .labels = 2, .list = {{0, 0, 1}, {0, 1, 0}, {1, 2, 1}}};
    CHECK(goldMajorityVote(answers, {1}).skills == std::vector<double>{1, 0, 0.5});
    CHECK_FALSE(goldAccuracy(answers, {}));
}

TEST_CASE("no method fails on nothing") {
    const Answers none{};
    CHECK(dawidSkene(none).consensus.probabilities.rows() == 0);
    CHECK(wawa(none).skills.empty());
    CHECK(zeroBasedSkill(none).skills.empty());
    CHECK(ibcc(none).skills.empty());
    CHECK(bayesianWeightedAverage(none).skills.empty());
    CHECK_FALSE(kos(none));
    CHECK(bradleyTerry(Matrix()).empty());
}

TEST_CASE("strengths stay finite where one item never lost") {
    Matrix wins(2, 2);
    wins(0, 1) = 3;
    const auto strengths = bradleyTerry(wins);
    CHECK(strengths[0] == doctest::Approx(3.5 / 4));
    CHECK(strengths[1] == doctest::Approx(0.5 / 4));
}

TEST_CASE("numbers are merged by mean, median and precision") {
    const NumericAnswers answers{
        .items = 2,
        .workers = 3,
        .list = {{0, 0, 1}, {0, 1, 2}, {0, 2, 9}, {1, 0, 5}, {1, 1, 5}, {1, 2, 8}}};
    CHECK(meanAnswers(answers) == std::vector<double>{4, 6});
    CHECK(medianAnswers(answers) == std::vector<double>{2, 5});
    const NumericConsensus learned = learnFromCrowds(answers);
    CHECK(learned.values[1] == doctest::Approx(5).epsilon(0.01));
    CHECK(learned.variances[2] > 10);
    CHECK(std::isnan(medianAnswers({.items = 1})[0]));
}

TEST_CASE("special functions have the values of the tables") {
    CHECK(digamma(1) == doctest::Approx(-std::numbers::egamma).epsilon(1e-13));
    CHECK(digamma(0.5) ==
          doctest::Approx(-std::numbers::egamma - 2 * std::numbers::ln2).epsilon(1e-13));
    CHECK(regularizedBeta(0.3, 1, 1) == doctest::Approx(0.3));
    CHECK(regularizedBeta(0.8, 8, 4) == doctest::Approx(0.8388608));
    CHECK(chiSquaredQuantile(0.05, 1) == doctest::Approx(3.841458820694124));
}
