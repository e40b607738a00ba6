#include "cli/weak_command.h"

#include "cli/answers_input.h"
#include "cli/input.h"
#include "cli/named_rows.h"
#include "cli/number_check.h"
#include "cli/records_input.h"
#include "cli/weak_report.h"
#include "core/weak/labeling_functions.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <format>
#include <iostream>
#include <memory>
#include <numeric>

namespace cartouche::cli {

namespace {

constexpr int kBadInput = 1;

struct Options {
    std::string data;
    std::string functions;
    std::string apply; // empty: the data itself is labeled
    std::string control;
    std::string model = "majority";
    std::string gold;
    std::string truth;
    std::vector<std::string> balance;
    std::string ties = "abstain";
    double least = 0;
    std::optional<int> iterations;
    bool isJson = false;
};

diagnostics::Diagnostic badValue(std::string message) {
    return {diagnostics::Code::BadValue, std::move(message), {}};
}

/// The labels' shares of `label=share`, or of the gold labels for `gold`; empty for none.
std::expected<std::vector<double>, std::string>
balanceOf(const Options& options, const quality::Names& labels, const quality::Gold& gold) {
    std::vector<double> shares(options.balance.empty() ? 0 : labels.size());
    if (options.balance == std::vector<std::string>{"gold"}) {
        for (const auto& label : gold) {
            if (label) {
                ++shares[*label];
            }
        }
    } else {
        for (const std::string& pair : options.balance) {
            const std::size_t equals = pair.rfind('=');
            const auto label = labels.find(pair.substr(0, equals));
            const auto share = equals == std::string::npos
                                   ? std::nullopt
                                   : quality::numberOf(pair.substr(equals + 1));
            if (!label || !share || *share < 0) {
                return std::unexpected(std::format(
                    "\"{}\" is no label with its share, such as {}=0.5", pair, labels[0]));
            }
            shares[*label] = *share;
        }
    }
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    if (!shares.empty() && !(sum > 0 && std::isfinite(sum))) {
        return std::unexpected("The shares of the labels sum up to nothing");
    }
    for (double& share : shares) {
        share /= sum;
    }
    return shares;
}

weak::Ties tiesNamed(const std::string& name) {
    return name == "first"  ? weak::Ties::First
           : name == "hash" ? weak::Ties::Hash
                            : weak::Ties::Abstain;
}

/// What the functions say of the items of a file.
std::optional<quality::AnswerTable> readVotes(const Options& options, const std::string& path,
                                              std::vector<Finding>& findings) {
    RecordsInput input = readRecords(path, options.control);
    findings.insert(findings.end(), input.findings.begin(), input.findings.end());
    const auto source = readInput(options.functions);
    const auto tree = source ? json::parseJson(source->text) : std::unexpected(source.error());
    if (!tree) {
        findings.push_back({options.functions, tree.error()});
    }
    if (!tree || input.isUnusable) {
        return std::nullopt;
    }
    const weak::LabelingFunctions functions = readLabelingFunctions(*tree, input.table);
    for (const auto& problem : functions.problems) {
        findings.push_back({options.functions, problem});
    }
    return functions.problems.empty() ? std::optional(applyFunctions(functions, input.table))
                                      : std::nullopt;
}

int fail(std::vector<Finding> findings, const std::string& file, std::string message) {
    findings.push_back({file, badValue(std::move(message))});
    printFindings(findings);
    return kBadInput;
}

int runWeak(const Options& options) {
    std::vector<Finding> findings;
    const auto votes = readVotes(options, options.data, findings);
    const auto others =
        votes && !options.apply.empty() ? readVotes(options, options.apply, findings) : votes;
    if (!votes || !others) {
        printFindings(findings);
        return kBadInput;
    }
    const quality::Gold gold = readTruth(options.gold, *votes, findings);
    const quality::Gold truth = readTruth(options.truth, *others, findings);
    const auto balance = balanceOf(options, votes->labels, gold);
    if (!balance) {
        return fail(findings, "--balance", balance.error());
    }
    if (votes->answers.list.empty()) {
        return fail(findings, options.data, "No labeling function has a vote on any item");
    }
    const weak::LabelModel& model = *weak::findLabelModel(options.model);
    auto result = model.run(votes->answers, others->answers, {*balance, options.iterations});
    if (!result) {
        return fail(findings, options.functions, result.error());
    }
    const bool isBad = printFindings(findings);
    const WeakResult weak{model,
                          *votes,
                          *others,
                          weak::analyzeFunctions(votes->answers, gold),
                          std::move(*result),
                          tiesNamed(options.ties),
                          options.least,
                          truth};
    if (options.isJson) {
        writeJson(std::cout, weak);
    } else {
        writeText(std::cout, weak);
    }
    return isBad ? kBadInput : 0;
}

std::string help() {
    return "Models, by what they think of functions:" + describeRows(weak::labelModels()) +
           "\nFunctions are JSON: {\"labels\": [...], \"functions\": [{\"name\", \"type\", "
           "\"label\", ...}]}. Types:" +
           describeRows(weak::functionTypes());
}

} // namespace

void addWeakCommand(CLI::App& app, std::function<int()>& run) {
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("weak", "Label items by rules, and see how good the rules are");
    command
        ->add_option("--data", options->data,
                     "Items with fields: CSV with a header, or tasks, JSON; - reads standard input")
        ->required();
    command->add_option("--functions", options->functions, "Labeling functions, JSON")->required();
    command->add_option("--apply", options->apply,
                        "Other items to label, by what the model learned of the functions");
    command->add_option("--control", options->control,
                        "Of tasks: whose choices annotators and predictions made");
    command->add_option("--model", options->model, "How one label is made of votes")
        ->check(CLI::IsMember(namesOf(weak::labelModels())))
        ->capture_default_str();
    command->add_option("--gold", options->gold,
                        "CSV with the columns item and truth, to tell how good functions are");
    command->add_option("--truth", options->truth,
                        "The same of the items that are labeled, to tell how good the labels are");
    command
        ->add_option("--balance", options->balance,
                     "The shares of the labels: label=share for each, or gold")
        ->delimiter(',');
    command->add_option("--ties", options->ties, "Which of labels that are as probable")
        ->check(CLI::IsMember({"abstain", "first", "hash"}))
        ->capture_default_str();
    command->add_option("--least", options->least, "Leave out labels less probable than this")
        ->check(CLI::Range(0.0, 1.0))
        ->check(checkFinite);
    command->add_option("--iterations", options->iterations, "Rounds at most")
        ->check(CLI::NonNegativeNumber)
        ->check(checkFinite);
    command->add_flag("--json", options->isJson, "Print all there is as JSON");
    command->footer(help());
    command->final_callback([options, &run] { run = [options] { return runWeak(*options); }; });
}

} // namespace cartouche::cli
