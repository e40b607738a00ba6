// Computes the reference vectors of data programming.

#include "core/quality/voting.h"
#include "core/weak/abstaining_dawid_skene.h"
#include "core/weak/function_analysis.h"
#include "core/weak/moment_matching.h"
#include "core/weak/tie_breaking.h"
#include "core/weak/triplets.h"
#include "quality/matrices.h"
#include "quality/reference_kinds.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cartouche::tests {

namespace {

using namespace weak;
using quality::Gold;
using quality::Matrix;

/// A row for each item, a column for each function; -1 is no vote.
Answers votesOf(const Json& input) {
    const Json& rows = input["L"];
    Answers votes{.items = rows.size(), .workers = 0, .labels = 0, .list = {}};
    for (std::uint32_t item = 0; item < rows.size(); ++item) {
        votes.workers = std::max<std::size_t>(votes.workers, rows[item].size());
        for (std::uint32_t function = 0; function < rows[item].size(); ++function) {
            if (rows[item][function] >= 0) {
                const auto label = rows[item][function].get<std::uint32_t>();
                votes.list.push_back({item, function, label});
                votes.labels = std::max<std::size_t>(votes.labels, label + 1);
            }
        }
    }
    for (const Json& label : input.value("Y", Json::array())) {
        votes.labels = std::max<std::size_t>(votes.labels, label.get<std::size_t>() + 1);
    }
    votes.labels = input.value("K", votes.labels);
    return votes;
}

Gold goldOf(const Json& input) {
    Gold gold;
    for (const Json& label : input.value("Y", Json::array())) {
        gold.emplace_back(label.get<std::uint32_t>());
    }
    return gold;
}

Json rowsOf(const Matrix& matrix, std::size_t most) {
    Json rows = Json::array();
    for (std::size_t row = 0; row < std::min(most, matrix.rows()); ++row) {
        rows.push_back(std::vector<double>(matrix.row(row).begin(), matrix.row(row).end()));
    }
    return rows;
}

constexpr std::size_t kAll = -1;
constexpr std::size_t kFirst = 10;

double accuracyOf(const Matrix& probabilities, const Gold& gold) {
    const auto labels = labelsOf(probabilities, Ties::Hash);
    double right = 0;
    for (std::size_t item = 0; item < labels.size(); ++item) {
        right += labels[item] == gold[item] ? 1 : 0;
    }
    return right / static_cast<double>(labels.size());
}

/// The vectors say 0 of a function that never votes, as Snorkel does; here that is undefined.
Json accuraciesOf(const VotesReport& report) {
    Json accuracies = Json::array();
    for (const FunctionReport& function : report.functions) {
        accuracies.push_back(function.accuracy().value_or(0));
    }
    return accuracies;
}

Json headline(const Vector& vector) {
    const VotesReport report = analyzeFunctions(votesOf(vector.input));
    return {jsonOf(report.coverage), jsonOf(report.overlap), jsonOf(report.conflict)};
}

Json analysis(const Vector& vector) {
    const VotesReport report = analyzeFunctions(votesOf(vector.input), goldOf(vector.input));
    Json functions = Json::array();
    for (const FunctionReport& function : report.functions) {
        functions.push_back({{"polarity", function.polarity},
                             {"coverage", function.coverage},
                             {"overlaps", function.overlaps},
                             {"conflicts", function.conflicts}});
    }
    return {{"coverage", jsonOf(report.coverage)},
            {"overlap", jsonOf(report.overlap)},
            {"conflict", jsonOf(report.conflict)},
            {"lf", functions},
            {"lf_accuracy", accuraciesOf(report)}};
}

Json majority(const Vector& vector) {
    return rowsOf(quality::majorityVote(votesOf(vector.input)).probabilities, kAll);
}

/// The share of the second label: the vector says from which share its labels were drawn.
double balanceOf(const Json& input) {
    if (input.contains("balance")) {
        return input["balance"].back().get<double>();
    }
    constexpr std::string_view kDrawn = "Bern(";
    const std::string source = input.value("gen", "");
    const std::size_t at = source.find(kDrawn);
    double balance = 0.5;
    if (at != std::string::npos) {
        std::from_chars(source.data() + at + kDrawn.size(), source.data() + source.size(), balance);
    }
    return balance;
}

Json synthetic(const Vector& vector) {
    const Answers votes = votesOf(vector.input);
    const Gold gold = goldOf(vector.input);
    const VotesReport report = analyzeFunctions(votes, gold);
    const MomentMatching moments = learnMomentMatching(votes);
    const Matrix byMoments = moments.predict(votes);
    const Triplets triplets = learnTriplets(votes, {.balance = balanceOf(vector.input)});
    const Matrix byTriplets = triplets.predict(votes);
    const AbstainingDawidSkene skene = learnAbstainingDawidSkene(votes);
    return {{"analysis",
             {{"coverage", jsonOf(report.coverage)},
              {"overlap", jsonOf(report.overlap)},
              {"conflict", jsonOf(report.conflict)}}},
            {"lf_acc", accuraciesOf(report)},
            {"mv_acc", accuracyOf(quality::majorityVote(votes).probabilities, gold)},
            {"snorkel",
             {{"mu", rowsOf(moments.rates, kAll)},
              {"loss", moments.loss},
              {"first10", rowsOf(byMoments, kFirst)},
              {"acc", accuracyOf(byMoments, gold)}}},
            {"flyingsquid_mean",
             {{"triplet_expectation", triplets.expectations},
              {"acc", triplets.accuracies},
              {"first10", rowsOf(byTriplets, kFirst)},
              {"accuracy", accuracyOf(byTriplets, gold)}}},
            {"ds",
             {{"prior", skene.priors},
              {"iters", skene.iterations},
              {"first10", rowsOf(skene.probabilities, kFirst)},
              {"accuracy", accuracyOf(skene.probabilities, gold)}}}};
}

constexpr std::array kKinds{
    Kind{"data_programming", "headline", headline},
    Kind{"data_programming", "lf_analysis", analysis},
    Kind{"data_programming", "mv_votes", majority},
    Kind{"data_programming", "synthetic", synthetic},
};

} // namespace

std::span<const Kind> weakKinds() {
    return kKinds;
}

} // namespace cartouche::tests
