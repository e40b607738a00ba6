// Computes the reference vectors of annotators and labels that are in doubt.

#include "core/quality/crowdlab.h"
#include "core/quality/folds.h"
#include "core/quality/honeypots.h"
#include "core/quality/label_errors.h"
#include "quality/reference_kinds.h"

#include <array>

namespace cartouche::tests {

namespace {

using namespace quality;

Matrix matrixOf(const Json& rows) {
    Matrix matrix(rows.size(), rows[0].size());
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        std::ranges::copy(rows[row].get<std::vector<double>>(), matrix.row(row).begin());
    }
    return matrix;
}

/// Items by annotators; null is a missing answer.
Answers answersOf(const Json& rows) {
    Answers answers{.items = rows.size(), .workers = rows[0].size(), .labels = 0, .list = {}};
    for (std::uint32_t item = 0; item < rows.size(); ++item) {
        for (std::uint32_t worker = 0; worker < rows[item].size(); ++worker) {
            if (!rows[item][worker].is_null()) {
                const auto label = rows[item][worker].get<std::uint32_t>();
                answers.list.push_back({item, worker, label});
                answers.labels = std::max<std::size_t>(answers.labels, label + 1);
            }
        }
    }
    return answers;
}

Json withoutTies(const Vector& vector) {
    return majorityLabels(answersOf(vector.input["L"]));
}

Json rowsOf(const Matrix& matrix) {
    Json rows = Json::array();
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        rows.push_back(std::vector<double>(matrix.row(row).begin(), matrix.row(row).end()));
    }
    return rows;
}

Json confidentJoint(const Vector& vector) {
    return rowsOf(learnConfidently(vector.input["labels"].get<std::vector<std::uint32_t>>(),
                                   matrixOf(vector.input["pred_probs"]))
                      .joint);
}

Json labelQuality(const Vector& vector) {
    const auto labels = vector.input["labels"].get<std::vector<std::uint32_t>>();
    const Matrix probabilities = matrixOf(vector.input["pred_probs"]);
    const ConfidentLearning learned = learnConfidently(labels, probabilities);
    return {{"thresholds", learned.thresholds},
            {"off_diagonal", learned.issues},
            {"self_confidence", selfConfidences(labels, probabilities)},
            {"normalized_margin", normalizedMargins(labels, probabilities)}};
}

Json honeypotScores(const Vector& vector) {
    Json out{{"wilson95", Json::array()},
             {"beta11_mean", Json::array()},
             {"p_below_080", Json::array()}};
    for (std::size_t index = 0; index < vector.input["n"].size(); ++index) {
        const double right = vector.input["correct"][index].get<double>();
        const double count = vector.input["n"][index].get<double>();
        const ScoreInterval interval = wilsonInterval(right, count);
        out["wilson95"].push_back({interval.low, interval.high});
        out["beta11_mean"].push_back(posteriorAccuracy(right, count));
        out["p_below_080"].push_back(probabilityBelow(0.8, right, count));
    }
    return out;
}

Json sequential(const Vector& vector) {
    const Json& input = vector.input;
    const SequentialResult result = runSequentialTest(
        input["sequence"].get<std::vector<int>>(), {.poorAccuracy = input["p0"].get<double>(),
                                                    .goodAccuracy = input["p1"].get<double>(),
                                                    .falsePasses = input["alpha"].get<double>(),
                                                    .falseFailures = input["beta"].get<double>()});
    constexpr std::array kNames{"open", "good", "poor"};
    return {kNames.at(static_cast<std::size_t>(result.verdict)), result.answers, result.logRatio};
}

Json folds(const Vector& vector) {
    return stratifiedFolds(vector.input["y"].get<std::vector<std::uint32_t>>(),
                           vector.input["k"].get<std::uint32_t>());
}

Json crowd(const Vector& vector) {
    const Json& input = vector.input;
    const Crowdlab result = crowdlab(answersOf(input["L"]), matrixOf(input["pred_probs"]));
    return {{"consensus_label", result.labels},
            {"posterior", rowsOf(result.probabilities)},
            {"annotator_quality", result.annotatorQualities},
            {"annotator_weight", result.annotatorWeights},
            {"model_weight", result.modelWeight}};
}

/// What `score` says of an item without answers whose most probable label has `most`: it lies
/// between that and chance, by the ratio of the annotators' mean weight to the model's.
double weightRatio(double score, double most, double chance) {
    return (most - score) / (score - chance);
}

/// A vector that names only items without answers cannot tell the scores of the others; the ratio
/// of weights follows from its first score, and must yield all others.
Json unlabeledScores(const Matrix& unlabeled, const Json& expected) {
    const double ratio = weightRatio(expected[0].get<double>(), std::ranges::max(unlabeled.row(0)),
                                     1 / static_cast<double>(unlabeled.columns()));
    const Answers none{.items = 0, .workers = 1, .labels = unlabeled.columns(), .list = {}};
    Crowdlab weights;
    weights.modelWeight = 1;
    weights.annotatorWeights = {ratio};
    return {{kNotInTheInput, {"labelled"}},
            {"unlabelled", activeLabScores(none, weights, unlabeled)}};
}

/// The input with the answers and the model's probabilities that the scores are of: its own, else
/// those of CROWDLAB's vector in its group; nullptr if there are none for so many items.
const Json* findAnswers(const Vector& vector) {
    const auto fits = [&vector](const Json& input) {
        return input.is_object() && input.contains("L") && input.contains("pred_probs") &&
               input["L"].size() == vector.expect["labelled"].size();
    };
    if (vector.input.contains("L")) {
        return &vector.input;
    }
    const auto beside = std::ranges::find_if(
        vector.group, [&fits](const Json& other) { return fits(other["input"]); });
    return beside == vector.group.end() ? nullptr : &(*beside)["input"];
}

Json activeLearning(const Vector& vector) {
    const Matrix unlabeled = matrixOf(vector.input["unlabeled"]);
    const Json* input = findAnswers(vector);
    if (input == nullptr) {
        return unlabeledScores(unlabeled, vector.expect["unlabelled"]);
    }
    const Answers answers = answersOf((*input)["L"]);
    const auto scores =
        activeLabScores(answers, crowdlab(answers, matrixOf((*input)["pred_probs"])), unlabeled);
    const auto middle = scores.begin() + static_cast<std::ptrdiff_t>(answers.items);
    return {{"labelled", std::vector<double>(scores.begin(), middle)},
            {"unlabelled", std::vector<double>(middle, scores.end())}};
}

constexpr std::array kKinds{
    Kind{"quality_control", "mv_tiebreak", withoutTies},
    Kind{"quality_control", "confident_joint", confidentJoint},
    Kind{"quality_control", "label_quality_scores", labelQuality},
    Kind{"quality_control", "honeypot", honeypotScores},
    Kind{"quality_control", "sprt", sequential},
    Kind{"quality_control", "stratified_folds", folds},
    Kind{"quality_control", "crowdlab_active_learning", activeLearning},
    Kind{"quality_control", "crowdlab", crowd},
};

} // namespace

std::span<const Kind> doubtKinds() {
    return kKinds;
}

} // namespace cartouche::tests
