#include "core/weak/abstaining_dawid_skene.h"
#include "core/weak/function_analysis.h"
#include "core/weak/label_models.h"
#include "core/weak/tie_breaking.h"
#include "quality/matrices.h"

#include <doctest/doctest.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

using namespace cartouche::weak;
using namespace cartouche::tests;
using cartouche::quality::Gold;
using cartouche::quality::Matrix;

namespace {

namespace fs = std::filesystem;

/// Two functions that agree on the first item, and one that never votes.
Answers threeFunctions() {
    return {.items = 3, .workers = 3, .labels = 2, .list = {{0, 0, 1}, {0, 1, 1}, {1, 0, 0}}};
}

struct WeakData {
    Answers votes;
    Gold gold;
};

/// Rows of label, votes as function:label, and text; as datasets/SOURCES.md describes them.
WeakData readWeakData(const fs::path& path, std::size_t functions, std::size_t labels) {
    WeakData data{{.items = 0, .workers = functions, .labels = labels, .list = {}}, {}};
    std::ifstream file(path);
    REQUIRE_MESSAGE(file, path.string() << " cannot be read");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) {
            continue;
        }
        std::istringstream votes(line.substr(0, line.find('\t', line.find('\t') + 1)));
        std::uint32_t label = 0;
        votes >> label;
        data.gold.emplace_back(label);
        std::uint32_t function = 0;
        for (char colon = 0; votes >> function >> colon >> label;) {
            data.votes.list.push_back(
                {static_cast<std::uint32_t>(data.votes.items), function, label});
        }
        ++data.votes.items;
    }
    return data;
}

/// Of the label at 1 against all others.
double f1Of(const Matrix& probabilities, const Gold& gold) {
    const auto labels = labelsOf(probabilities, Ties::Hash);
    double right = 0;
    double all = 0;
    for (std::size_t item = 0; item < labels.size(); ++item) {
        right += labels[item] == 1U && gold[item] == 1U ? 1 : 0;
        all += (labels[item] == 1U ? 1 : 0) + (gold[item] == 1U ? 1 : 0);
    }
    return 2 * right / all;
}

double accuracyOf(const Matrix& probabilities, const Gold& gold) {
    const auto labels = labelsOf(probabilities, Ties::Hash);
    double right = 0;
    for (std::size_t item = 0; item < labels.size(); ++item) {
        right += labels[item] == gold[item] ? 1 : 0;
    }
    return right / static_cast<double>(labels.size());
}

struct Published {
    const char* data;
    std::size_t functions;
    std::size_t labels;
    const char* model;
    /// Accuracy, or F1 of the second label.
    bool isF1;
    double score;
    /// Instead of the model's own.
    std::optional<int> iterations = {};
};

} // namespace

TEST_CASE("functions are judged by what they cover, and by labels that are known") {
    const VotesReport report = analyzeFunctions(threeFunctions(), Gold{1, 1, 0});
    CHECK(report.coverage == doctest::Approx(2.0 / 3));
    CHECK(report.overlap == doctest::Approx(1.0 / 3));
    CHECK(report.conflict == doctest::Approx(0));
    CHECK(report.functions[0].polarity == std::vector<std::uint32_t>{0, 1});
    CHECK(report.functions[0].accuracy() == 0.5);
    CHECK(report.functions[1].accuracy() == 1);
    CHECK_FALSE(report.functions[2].accuracy());
    CHECK_FALSE(analyzeFunctions({.items = 0, .workers = 1, .labels = 2, .list = {}}).coverage);
}

TEST_CASE("an item without a vote is as likely of any label") {
    const Answers votes = threeFunctions();
    const LabelModel& majority = *findLabelModel("majority");
    const auto result = majority.run(votes, votes, {});
    CHECK(result->probabilities == matrix({{0, 1}, {1, 0}, {0.5, 0.5}}));
    CHECK(findLabelModel("minority") == nullptr);
}

TEST_CASE("a label model says what votes lack, and has no opinion of a function that is silent") {
    const Answers votes = threeFunctions();
    const auto result = findLabelModel("dawid-skene")->run(votes, votes, {});
    CHECK(result->accuracies[0].has_value());
    CHECK_FALSE(result->accuracies[2]);
    Answers three = votes;
    three.labels = 3;
    CHECK(findLabelModel("triplet")->run(three, three, {}).error() ==
          "triplet tells two labels apart; these are 3");
    CHECK(findLabelModel("generative")
              ->run(votes, votes, {.balance = {1, 0}, .iterations = {}})
              .error() ==
          "generative needs a share above 0 for each label; leave out labels that never occur");
}

TEST_CASE("all models see that two good functions outweigh a bad one") {
    Answers votes{.items = 60, .workers = 4, .labels = 2, .list = {}};
    for (std::uint32_t item = 0; item < votes.items; ++item) {
        const std::uint32_t truth = item % 2;
        for (std::uint32_t function = 0; function < 3; ++function) {
            const bool isWrong = item % 10 == function;
            votes.list.push_back({item, function, isWrong ? 1 - truth : truth});
        }
        votes.list.push_back({item, 3, item / 2 % 2}); // nothing to do with the label
    }
    for (const LabelModel& model : labelModels()) {
        const auto result = model.run(votes, votes, {});
        const std::string name(model.name);
        INFO(name);
        REQUIRE(result);
        Gold gold;
        for (std::uint32_t item = 0; item < votes.items; ++item) {
            gold.emplace_back(item % 2);
        }
        CHECK(accuracyOf(result->probabilities, gold) > 0.89);
        if (!result->accuracies.empty()) {
            REQUIRE(result->accuracies[0]); // of the last one, triplets know none
            CHECK(*result->accuracies[0] > result->accuracies[3].value_or(0));
        }
    }
}

TEST_CASE("ties go to the first label, to none, or to one by the hash of the item's index") {
    const Matrix alike = matrix({{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}, {0.1, 0.9}});
    CHECK(labelsOf(alike, Ties::First) == Gold{0, 0, 0, 1});
    CHECK(labelsOf(alike, Ties::Abstain) == Gold{{}, {}, {}, 1});
    // The SHA-1 of "0" ends in …410c, of "1" in …28ab, of "2" in …10b0.
    CHECK(labelsOf(alike, Ties::Hash) == Gold{0, 1, 0, 1});
    CHECK(hashedBelow(123456, 1'000'003) == 55072);
}

TEST_CASE("published figures of weak supervision come out of the real votes") {
    const fs::path folder =
        fs::path(CARTOUCHE_SOURCE_DIR).parent_path() / "shared" / "quality" / "datasets" / "ws";
    if (!fs::exists(folder)) {
        MESSAGE("skipped: the datasets are not beside this checkout");
        return;
    }
    const Published kPublished[] = {
        {"youtube", 10, 2, "majority", false, 0.84},
        {"youtube", 10, 2, "dawid-skene", false, 0.832},
        {"youtube", 10, 2, "dawid-skene-missing", false, 0.528},
        {"youtube", 10, 2, "generative", false, 0.864},
        {"youtube", 10, 2, "triplet", false, 0.784},
        {"youtube", 10, 2, "triplet-median", false, 0.788},
        {"sms", 73, 2, "majority", true, 0.23967},
        {"sms", 73, 2, "dawid-skene", true, 0.04938},
        {"sms", 73, 2, "dawid-skene-missing", true, 0.05333},
        {"sms", 73, 2, "generative", true, 0.2459, 100},
        {"sms", 73, 2, "triplet", true, 0.23868},
        {"trec", 68, 6, "majority", false, 0.608},
        {"trec", 68, 6, "dawid-skene", false, 0.5},
        {"trec", 68, 6, "dawid-skene-missing", false, 0.278},
        {"semeval", 164, 9, "majority", false, 0.77333},
        {"semeval", 164, 9, "dawid-skene", false, 0.71},
        {"semeval", 164, 9, "dawid-skene-missing", false, 0.71},
    };
    for (const Published& row : kPublished) {
        const WeakData train =
            readWeakData(folder / row.data / "train.tsv", row.functions, row.labels);
        const WeakData test =
            readWeakData(folder / row.data / "test.tsv", row.functions, row.labels);
        const auto result = findLabelModel(row.model)->run(
            train.votes, test.votes, {.balance = {}, .iterations = row.iterations});
        REQUIRE(result);
        const std::string name = std::string(row.data) + " " + row.model;
        INFO(name);
        CHECK((row.isF1 ? f1Of : accuracyOf)(result->probabilities, test.gold) ==
              doctest::Approx(row.score).epsilon(0.001));
    }
}
