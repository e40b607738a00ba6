// Computes the reference vectors of making one answer of many.

#include "core/quality/bayesian.h"
#include "core/quality/bradley_terry.h"
#include "core/quality/dawid_skene.h"
#include "core/quality/glad.h"
#include "core/quality/kos.h"
#include "core/quality/mace.h"
#include "core/quality/numeric_consensus.h"
#include "core/quality/one_coin.h"
#include "core/quality/voting.h"
#include "quality/crowd_data.h"
#include "quality/reference_kinds.h"

#include <array>
#include <cmath>

namespace cartouche::tests {

namespace {

using namespace quality;

/// So close that what is left does not show in the digits of a vector.
constexpr Limits kToTheEnd{.iterations = 2000, .change = 1e-12, .gain = -1};

Answers answersOf(const Json& input) {
    Answers answers;
    for (const Json& triple : input.contains("data") ? input["data"] : input["answers"]) {
        const auto [item, worker, label] = triple.get<std::array<std::uint32_t, 3>>();
        answers.list.push_back({item, worker, label});
        answers.items = std::max<std::size_t>(answers.items, item + 1);
        answers.workers = std::max<std::size_t>(answers.workers, worker + 1);
        answers.labels = std::max<std::size_t>(answers.labels, label + 1);
    }
    if (input.contains("labels")) {
        answers.labels = input["labels"].size();
    }
    return answers;
}

Gold goldOf(const Json& input, std::size_t items) {
    Gold gold(items);
    for (const auto& [item, label] : input.value("gold", Json::object()).items()) {
        gold[std::stoul(item)] = label.get<std::uint32_t>();
    }
    return gold;
}

Json rowsOf(const Matrix& matrix) {
    Json rows = Json::array();
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        rows.push_back(std::vector<double>(matrix.row(row).begin(), matrix.row(row).end()));
    }
    return rows;
}

Json writeConsensus(const Consensus& consensus) {
    return {{"probas", rowsOf(consensus.probabilities)},
            {"labels", labelsOf(consensus.probabilities)},
            {"skills", consensus.skills},
            {"competence", consensus.skills},
            {"alpha", consensus.skills},
            {"iters", consensus.iterations}};
}

Json majority(const Vector& vector) {
    const Consensus consensus = majorityVote(answersOf(vector.input));
    return vector.expect.is_object() ? writeConsensus(consensus) : rowsOf(consensus.probabilities);
}

Json goldMajority(const Vector& vector) {
    const Answers answers = answersOf(vector.input);
    return writeConsensus(goldMajorityVote(answers, goldOf(vector.input, answers.items)));
}

Json majorityOfOne(const Vector& vector) {
    Answers answers{.items = 1, .workers = vector.input["labels"].size(), .labels = 0, .list = {}};
    for (const Json& label : vector.input["labels"]) {
        const auto index = label.get<std::uint32_t>();
        answers.list.push_back({0, static_cast<std::uint32_t>(answers.list.size()), index});
        answers.labels = std::max<std::size_t>(answers.labels, index + 1);
    }
    return rowsOf(majorityVote(answers).probabilities);
}

Json agreementWithAggregate(const Vector& vector) {
    return writeConsensus(wawa(answersOf(vector.input)));
}

Json skillFromZero(const Vector& vector) {
    return writeConsensus(zeroBasedSkill(answersOf(vector.input)));
}

Json dawidAndSkene(const Vector& vector) {
    const Answers answers = answersOf(vector.input);
    DawidSkeneOptions options{.limits = kToTheEnd, .gold = goldOf(vector.input, answers.items)};
    options.limits.iterations = vector.input.value("n_iter", options.limits.iterations);
    options.limits.change = vector.input.value("tol", options.limits.change);
    options.smoothing = vector.input.value("smoothing", options.smoothing);
    const DawidSkene result = dawidSkene(answers, options);
    Json out = writeConsensus(result.consensus);
    out["priors"] = result.priors;
    out["loglik"] = result.logLikelihood;
    out["errors_w_truth_answer"] = Json::array();
    const Json rows = rowsOf(result.confusions);
    for (std::size_t row = 0; row < rows.size(); row += answers.labels) {
        out["errors_w_truth_answer"].push_back(
            std::vector<Json>(rows.begin() + static_cast<std::ptrdiff_t>(row),
                              rows.begin() + static_cast<std::ptrdiff_t>(row + answers.labels)));
    }
    return out;
}

Json oneCoinDawidSkene(const Vector& vector) {
    const Answers answers = answersOf(vector.input);
    const OneCoin result =
        oneCoin(answers, {.limits = kToTheEnd, .gold = goldOf(vector.input, answers.items)});
    Json out = writeConsensus(result.consensus);
    out["priors"] = result.priors;
    return out;
}

Json gladOf(const Vector& vector) {
    const Glad result = glad(answersOf(vector.input), {.limits = kToTheEnd});
    Json out = writeConsensus(result.consensus);
    out["log_beta"] = result.logEase;
    return out;
}

Json gladStep(const Vector& vector) {
    const Json& given = vector.input["answers"];
    std::vector<std::string> names;
    std::vector<std::uint32_t> labels;
    for (const Json& answer : given) {
        const auto known = std::ranges::find(names, answer.get<std::string>());
        labels.push_back(static_cast<std::uint32_t>(known - names.begin()));
        if (known == names.end()) {
            names.push_back(answer.get<std::string>());
        }
    }
    const std::vector<double> abilities(labels.size(), vector.input["alpha"].get<double>());
    return gladLabel(labels, abilities, vector.input["log_beta"].get<double>(), names.size());
}

Json maceOf(const Vector& vector) {
    MaceOptions options;
    options.inference = vector.input.value("method", "vb") == "em"
                            ? MaceInference::Em
                            : MaceInference::VariationalBayes;
    options.limits.iterations = vector.input.value("iters", options.limits.iterations);
    return writeConsensus(mace(answersOf(vector.input), options).consensus);
}

Json ibccOf(const Vector& vector) {
    return writeConsensus(ibcc(answersOf(vector.input)));
}

Json bwaOf(const Vector& vector) {
    return rowsOf(bayesianWeightedAverage(answersOf(vector.input),
                                          {.priorAnswers = vector.input.value("a_v", 15.0),
                                           .priorWeight = vector.input.value("lam", 1.0)})
                      .probabilities);
}

double shareOfRight(const std::vector<std::uint32_t>& labels, const Json& truth) {
    double right = 0;
    for (std::size_t item = 0; item < labels.size(); ++item) {
        right += truth[item].get<std::uint32_t>() == labels[item] ? 1 : 0;
    }
    return right / static_cast<double>(labels.size());
}

Json kosOf(const Vector& vector) {
    const Answers answers = answersOf(vector.input);
    const auto labels =
        labelsOf(kos(answers, vector.input.value("iters", 100)).value().probabilities);
    const auto votes = labelsOf(majorityVote(answers).probabilities);
    return {{"labels", labels},
            {"accuracy", shareOfRight(labels, vector.input["truth"])},
            {"mv_accuracy", shareOfRight(votes, vector.input["truth"])}};
}

Json uncertaintyOf(const Vector& vector) {
    return meanUncertainty(answersOf(vector.input),
                           vector.input["skills"].get<std::vector<double>>());
}

Json goldAccuracyOf(const Vector& vector) {
    const Answers answers = answersOf(vector.input);
    return jsonOf(goldAccuracy(answers, goldOf(vector.input, answers.items)));
}

Json bradleyTerryOf(const Vector& vector) {
    const Json& rows = vector.input["wins"];
    Matrix wins(rows.size(), rows.size());
    for (std::size_t row = 0; row < wins.rows(); ++row) {
        for (std::size_t column = 0; column < wins.columns(); ++column) {
            wins(row, column) = rows[row][column].get<double>();
        }
    }
    return bradleyTerry(wins);
}

CrowdData dataOf(const Vector& vector) {
    return readCrowdData(vector.datasets / vector.input["dataset"].get<std::string>());
}

Json errorsOf(const std::vector<double>& values, const std::vector<std::optional<double>>& truth) {
    double absolute = 0;
    double squared = 0;
    double known = 0;
    for (std::size_t item = 0; item < values.size(); ++item) {
        if (truth[item]) {
            absolute += std::abs(values[item] - *truth[item]);
            squared += (values[item] - *truth[item]) * (values[item] - *truth[item]);
            known += 1;
        }
    }
    return {{"mae", absolute / known}, {"rmse", std::sqrt(squared / known)}};
}

Json meanOf(const Vector& vector) {
    const auto data =
        readNumericCrowdData(vector.datasets / vector.input["dataset"].get<std::string>());
    return errorsOf(meanAnswers(data.answers), data.truth);
}

Json medianOf(const Vector& vector) {
    const auto data =
        readNumericCrowdData(vector.datasets / vector.input["dataset"].get<std::string>());
    return errorsOf(medianAnswers(data.answers), data.truth);
}

Json learnedFromCrowd(const Vector& vector) {
    const auto data =
        readNumericCrowdData(vector.datasets / vector.input["dataset"].get<std::string>());
    return errorsOf(learnFromCrowds(data.answers, vector.input.value("iters", 100)).values,
                    data.truth);
}

Json bayesianAccuracies(const Vector& vector) {
    const CrowdData data = dataOf(vector);
    return {{"ibcc", accuracyOf(data, ibcc(data.table.answers).probabilities)},
            {"bwa", accuracyOf(data, bayesianWeightedAverage(data.table.answers).probabilities)}};
}

Json zenCrowd(const Vector& vector) {
    const CrowdData data = dataOf(vector);
    return 100 *
           accuracyOf(data, oneCoin(data.table.answers, zenCrowdOptions()).consensus.probabilities);
}

Json votesAndKos(const Vector& vector) {
    const CrowdData data = dataOf(vector);
    const Answers& answers = data.table.answers;
    return {{"mv", accuracyOf(data, majorityVote(answers).probabilities)},
            {"wawa", accuracyOf(data, wawa(answers).probabilities)},
            {"kos", accuracyOf(data, kos(answers).value().probabilities)}};
}

constexpr std::array kKinds{
    Kind{"aggregation", "single_item_mv", majorityOfOne},
    Kind{"aggregation", "mv_wawa_kos", votesAndKos},
    Kind{"aggregation", "ibcc_bwa", bayesianAccuracies},
    Kind{"aggregation", "zencrowd", zenCrowd},
    Kind{"aggregation", "gold_majority", goldMajority},
    Kind{"aggregation", "gold_mv", goldMajority},
    Kind{"aggregation", "_mv", majority},
    Kind{"aggregation", "majority", majority},
    Kind{"aggregation", "wawa", agreementWithAggregate},
    Kind{"aggregation", "zbs", skillFromZero},
    Kind{"aggregation", "zero_based", skillFromZero},
    Kind{"aggregation", "one_coin", oneCoinDawidSkene},
    Kind{"aggregation", "onecoin", oneCoinDawidSkene},
    Kind{"aggregation", "_ds_", dawidAndSkene},
    Kind{"aggregation", "dawid_skene", dawidAndSkene},
    Kind{"aggregation", "glad_estep", gladStep},
    Kind{"aggregation", "glad", gladOf},
    Kind{"aggregation", "mace", maceOf},
    Kind{"aggregation", "ibcc", ibccOf},
    Kind{"aggregation", "bwa", bwaOf},
    Kind{"aggregation", "kos", kosOf},
    Kind{"aggregation", "uncertainty", uncertaintyOf},
    Kind{"aggregation", "golden_set_accuracy", goldAccuracyOf},
    Kind{"aggregation", "bradley_terry", bradleyTerryOf},
    Kind{"aggregation", "median", medianOf},
    Kind{"aggregation", "lfc_n", learnedFromCrowd},
    Kind{"aggregation", "mean", meanOf},
};

} // namespace

std::span<const Kind> aggregationKinds() {
    return kKinds;
}

} // namespace cartouche::tests
