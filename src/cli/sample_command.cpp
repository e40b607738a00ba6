#include "cli/sample_command.h"

#include "cli/active_lab.h"
#include "cli/answers_input.h"
#include "cli/named_rows.h"
#include "cli/number_check.h"
#include "cli/predictions_input.h"
#include "cli/sample_report.h"
#include "cli/simulation.h"
#include "cli/training.h"
#include "core/sampling/committee.h"
#include "core/sampling/ranking.h"
#include "core/sampling/strategies.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <format>
#include <iostream>
#include <memory>
#include <numeric>

namespace cartouche::cli {

namespace {

using quality::Matrix;
using sampling::Items;
using sampling::Pool;
using sampling::Strategy;

constexpr int kBadInput = 1;
constexpr std::string_view kAuto = "auto";
constexpr std::string_view kActiveLab = "active-lab";

struct CommitteeStrategy {
    std::string_view name;
    std::string_view about;
    std::vector<double> (*score)(sampling::Committee members);
};

constexpr std::array kCommittees{
    CommitteeStrategy{"vote-entropy", "models vote for different labels", sampling::voteEntropy},
    CommitteeStrategy{"consensus-entropy", "models are unsure together",
                      sampling::consensusEntropy},
    CommitteeStrategy{"greatest-divergence", "one model differs from all",
                      sampling::greatestDivergence},
    CommitteeStrategy{"disagreement", "models are sure, of different labels (BALD)",
                      sampling::disagreement},
};

struct Options {
    std::string data;
    std::string labels;
    std::string answers;
    std::string control;
    std::vector<std::string> predictions;
    FeatureOptions features;
    std::string strategy{kAuto};
    std::size_t count = 10;
    std::uint64_t seed = 0;
    double c = 10;
    // To see how it would have gone:
    std::string truth;
    std::string test;
    std::string testTruth;
    std::size_t until = 200;
    std::uint64_t seeds = 10;
    bool isJson = false;
};

int fail(std::vector<Finding>& findings, const std::string& file, std::string message) {
    if (!message.empty()) {
        findings.push_back({file, {diagnostics::Code::BadValue, std::move(message), {}}});
    }
    printFindings(findings);
    return kBadInput;
}

/// With few labels what is typical, with more what is unsure.
const Strategy& chosenStrategy(const Options& options, const Pool& pool) {
    constexpr std::size_t kCold = 10;
    if (options.strategy != kAuto) {
        return *sampling::findStrategy(options.strategy);
    }
    const bool isCold = pool.probabilities == nullptr ||
                        (options.predictions.empty() && pool.labeled.size() < kCold);
    return *sampling::findStrategy(isCold && pool.points != nullptr ? "typiclust" : "margin");
}

/// All that a strategy may look at, with what it points to.
struct Ready {
    std::optional<ItemFeatures> features;
    std::optional<sampling::SparsePoints> points;
    std::vector<Matrix> members;
    Matrix mean; // of the members
    Pool pool;
};

/// Nothing, with findings, if something cannot be read.
std::unique_ptr<Ready> prepare(const Options& options, const RecordsInput& input,
                               std::vector<Finding>& findings) {
    auto ready = std::make_unique<Ready>();
    ItemLabels labels{{}, quality::Gold(input.table.items.size())};
    if (!options.labels.empty()) {
        labels = readItemLabels(options.labels, input.table.items, findings);
    }
    for (std::uint32_t item = 0; item < labels.labels.size(); ++item) {
        (labels.labels[item] ? ready->pool.labeled : ready->pool.candidates).push_back(item);
    }
    if (!options.predictions.empty()) {
        auto members = readPredictions(options.predictions, input.table.items, findings);
        if (!members) {
            return nullptr;
        }
        ready->members = std::move(members->members);
    }
    if (options.features.isAny()) {
        ready->features = makeFeatures(options.data, input, options.features, findings);
        if (!ready->features) {
            return nullptr;
        }
        ready->points.emplace(ready->features->features);
        ready->pool.points = &*ready->points;
        if (ready->members.empty() && labels.names.size() >= 2) {
            ready->members.push_back(train(ready->features->features, labels, {options.c, 5})
                                         .model.predict(ready->features->features));
        }
    }
    if (!ready->members.empty()) {
        ready->mean = sampling::consensus(ready->members);
        ready->pool.probabilities = &ready->mean;
    }
    return ready;
}

/// What the strategy lacks; "" for nothing.
std::string lackOf(const Strategy& strategy, const Pool& pool) {
    if (strategy.needsPoints && pool.points == nullptr) {
        return std::format("{} looks at features: name them by --text, --image or --numbers",
                           strategy.name);
    }
    if (strategy.needsProbabilities && pool.probabilities == nullptr) {
        return std::format("{} asks a model: name --predictions, or --labels of two labels or "
                           "more with the features to learn from",
                           strategy.name);
    }
    return "";
}

int write(const Options& options, const quality::Names& items, std::size_t labeled,
          const Picks& picks, const std::vector<Finding>& findings) {
    const bool isBad = printFindings(findings);
    (options.isJson ? writePicksJson : writePicksText)(std::cout, items, labeled, picks);
    return isBad ? kBadInput : 0;
}

/// Of all items, as one that is labeled may need another answer.
int runActiveLab(const Options& options, const RecordsInput& input,
                 std::vector<Finding>& findings) {
    const auto lab = activeLab({.data = options.data,
                                .answers = options.answers,
                                .control = options.control,
                                .predictions = options.predictions,
                                .features = options.features,
                                .c = options.c},
                               input, findings);
    if (!lab) {
        return fail(findings, "", "");
    }
    std::vector<double> worth;
    for (const double score : lab->scores) {
        worth.push_back(-score);
    }
    Items all(worth.size());
    std::iota(all.begin(), all.end(), 0U);
    const Picks picks{.strategy = kActiveLab,
                      .items = sampling::topItems(worth, all, options.count),
                      .scores = lab->scores};
    return write(options, input.table.items, lab->answered, picks, findings);
}

int runPick(const Options& options, const RecordsInput& input, std::vector<Finding>& findings) {
    const auto ready = prepare(options, input, findings);
    if (!ready) {
        return fail(findings, "", "");
    }
    Pool& pool = ready->pool;
    const auto committee =
        std::ranges::find(kCommittees, options.strategy, &CommitteeStrategy::name);
    Picks picks;
    if (committee != kCommittees.end()) {
        if (ready->members.size() < 2) {
            return fail(findings, options.data,
                        std::format("{} compares models: name two or more by --predictions",
                                    committee->name));
        }
        picks.strategy = committee->name;
        picks.scores = committee->score(ready->members);
        picks.items = sampling::topItems(picks.scores, pool.candidates, options.count);
    } else {
        const Strategy& strategy = chosenStrategy(options, pool);
        if (std::string lack = lackOf(strategy, pool); !lack.empty()) {
            return fail(findings, options.data, std::move(lack));
        }
        if (strategy.needsPoints) {
            pool.densities = sampling::pooledDensities(*pool.points, options.seed);
        }
        quality::Random random(options.seed);
        picks.strategy = strategy.name;
        picks.items = strategy.pick(pool, options.count, random);
        picks.scores = strategy.score != nullptr ? strategy.score(pool) : std::vector<double>();
    }
    return write(options, input.table.items, pool.labeled.size(), picks, findings);
}

/// The labels of items that have one, and which these are.
struct Known {
    Items items;
    std::vector<std::uint32_t> labels;

    explicit Known(const quality::Gold& gold) {
        for (std::uint32_t item = 0; item < gold.size(); ++item) {
            if (gold[item]) {
                items.push_back(item);
                labels.push_back(*gold[item]);
            }
        }
    }
};

int runSimulation(const Options& options, const RecordsInput& input,
                  std::vector<Finding>& findings) {
    const Strategy* strategy = sampling::findStrategy(options.strategy);
    if (strategy == nullptr) {
        return fail(findings, options.data,
                    "To simulate, choose a --strategy other than auto, active-lab and those of "
                    "committees");
    }
    const RecordsInput test = readRecords(options.test);
    findings.insert(findings.end(), test.findings.begin(), test.findings.end());
    const ItemLabels truth = readItemLabels(options.truth, input.table.items, findings);
    const ItemLabels testTruth =
        readItemLabels(options.testTruth, test.table.items, findings, truth.names);
    const auto made = makeFeatures(options.data, input, options.features, findings);
    const auto other =
        made ? makeFeatures(options.test, test, made->recipe, findings) : std::nullopt;
    if (!other) {
        return fail(findings, "", "");
    }
    const Known pool(truth.labels);
    const Known held(testTruth.labels);
    if (truth.names.size() < 2 || held.items.empty()) {
        return fail(findings, options.truth,
                    "To simulate, two labels or more must be known, and some of the test");
    }
    const auto poolFeatures = made->features.select(pool.items);
    const auto testFeatures = other->select(held.items);
    const bool isBad = printFindings(findings);
    const auto curve = simulate({.strategy = *strategy,
                                 .pool = poolFeatures,
                                 .poolLabels = pool.labels,
                                 .test = testFeatures,
                                 .testLabels = held.labels,
                                 .classes = testTruth.names.size(),
                                 .batch = options.count,
                                 .until = options.until,
                                 .seeds = options.seeds,
                                 .c = options.c});
    if (options.isJson) {
        writeCurveJson(std::cout, options.strategy, curve);
    } else {
        std::cout << std::format("{} by {}, {} runs\n\n", options.count, options.strategy,
                                 options.seeds);
        writeCurveText(std::cout, curve);
    }
    return isBad ? kBadInput : 0;
}

int runSample(const Options& options) {
    const RecordsInput input = readRecords(options.data, options.control);
    std::vector<Finding> findings = input.findings;
    if (input.isUnusable) {
        return fail(findings, "", "");
    }
    if (options.strategy == kActiveLab && options.truth.empty()) {
        return runActiveLab(options, input, findings);
    }
    return options.truth.empty() ? runPick(options, input, findings)
                                 : runSimulation(options, input, findings);
}

std::vector<std::string> strategyNames() {
    std::vector<std::string> names{std::string(kAuto)};
    names.append_range(namesOf(sampling::strategies()));
    names.append_range(namesOf(kCommittees));
    names.emplace_back(kActiveLab);
    return names;
}

std::string help() {
    return "Strategies, by what they pick:" +
           describeRow(kAuto, "typiclust while there are less than 10 labels, then margin") +
           describeRows(sampling::strategies()) + describeRows(kCommittees) +
           describeRow(kActiveLab, "another answer is worth most, to labeled items, too; lowest "
                                   "scores first");
}

void addAnswers(CLI::App& command, Options& options) {
    command.add_option("--answers", options.answers,
                       "Of active-lab: CSV with the columns item, worker and label; without it the "
                       "annotations of tasks");
    command.add_option("--control", options.control,
                       "Of active-lab: the name of the Choices of tasks that count");
}

/// Throws where answers or labels are named that the strategy does not look at.
void checkAnswers(const Options& options) {
    const bool isActiveLab = options.strategy == kActiveLab;
    if (isActiveLab && !options.labels.empty()) {
        throw CLI::ValidationError(
            "active-lab looks at who answered what: name --answers instead of --labels");
    }
    if (!isActiveLab && !(options.answers.empty() && options.control.empty())) {
        throw CLI::ValidationError("--answers and --control are of --strategy active-lab alone");
    }
}

void addSimulation(CLI::App& command, Options& options) {
    auto* truth = command.add_option(
        "--truth", options.truth,
        "CSV with the columns item and label: see how it would have gone with these labels");
    auto* test = command.add_option("--test", options.test, "Items that the model is measured on");
    auto* testTruth = command.add_option("--test-truth", options.testTruth, "Their labels");
    truth->needs(test)->needs(testTruth);
    command.add_option("--until", options.until, "Labels at most")->capture_default_str();
    command.add_option("--seeds", options.seeds, "Runs")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
}

} // namespace

void addSampleCommand(CLI::App& app, std::function<int()>& run) {
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("sample", "What to label next, so that few labels teach much");
    command
        ->add_option("--data", options->data,
                     "Items with fields: CSV with a header, or tasks, JSON; - reads standard input")
        ->required();
    command->add_option("--labels", options->labels,
                        "CSV with the columns item and label: what is labeled already");
    command
        ->add_option("--predictions", options->predictions,
                     "CSV with the columns item, label and probability; several models are a "
                     "committee")
        ->delimiter(',');
    addAnswers(*command, *options);
    addFeatureOptions(*command, options->features);
    command->add_option("--strategy", options->strategy, "How")
        ->check(CLI::IsMember(strategyNames()))
        ->capture_default_str();
    command->add_option("--count", options->count, "How many")
        ->check(CLI::Range(1, 10'000'000))
        ->capture_default_str();
    command->add_option("--seed", options->seed, "Of what is random")->capture_default_str();
    command->add_option("--strength", options->c, "How far the model follows the labels")
        ->check(CLI::PositiveNumber)
        ->check(checkFinite)
        ->capture_default_str();
    addSimulation(*command, *options);
    command->add_flag("--json", options->isJson, "Print all there is as JSON");
    command->footer(help());
    command->final_callback([options, &run] {
        checkAnswers(*options);
        run = [options] { return runSample(*options); };
    });
}

} // namespace cartouche::cli
