#include "cli/quality_commands.h"

#include "cli/aggregate.h"
#include "cli/agreement_report.h"
#include "cli/answers_input.h"
#include "cli/number_check.h"
#include "cli/task_aggregate.h"
#include "cli/task_agreement.h"
#include "cli/task_answers.h"

#include <CLI/CLI.hpp>

#include <format>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace cartouche::cli {

namespace {

using quality::Repeats;

constexpr int kBadInput = 1;

struct Options {
    std::string answers;
    std::string config; // empty: answers are CSV
    double threshold = 0.5;
    std::string method = "dawid-skene";
    std::string gold;
    std::string truth;
    std::string metric = "nominal";
    std::string weights = "nominal";
    std::string repeats = "distinct";
    quality::MethodOptions choices;
    quality::BootstrapOptions bootstrap;
    bool isJson = false;
};

std::vector<std::string> methodNames() {
    std::vector<std::string> names;
    for (const quality::Method& method : quality::methods()) {
        names.emplace_back(method.name);
    }
    return names;
}

std::string methodHelp() {
    std::string help = "Methods, by what they think of workers:";
    for (const quality::Method& method : quality::methods()) {
        help += std::format("\n  {:18}{}", method.name, method.about);
    }
    return help;
}

Repeats repeatsNamed(const std::string& name) {
    return name == "all"     ? Repeats::All
           : name == "first" ? Repeats::First
           : name == "last"  ? Repeats::Last
                             : Repeats::Distinct;
}

/// Probabilities of all labels of all items would not fit in memory.
bool hasTooManyLabels(const quality::AnswerTable& table) {
    constexpr std::size_t kMostCells = 500'000'000;
    return table.labels.size() > kMostCells / std::max<std::size_t>(1, table.items.size());
}

bool isUsable(const std::string& path, AnswersInput& input) {
    if (!input.isUnusable && hasTooManyLabels(input.table)) {
        input.findings.push_back(
            {path,
             {diagnostics::Code::BadValue,
              std::format("{} labels of {} items are too many to tell apart. Is the label column "
                          "free text?",
                          input.table.labels.size(), input.table.items.size()),
              {}}});
        input.isUnusable = true;
    }
    return !input.isUnusable;
}

/// Why there is nothing to compare.
std::string whyNothing(const TaskAnswers& answers) {
    if (answers.unknownTypes.empty()) {
        return "No annotation of these tasks has an answer of a control of the config. Is it the "
               "config that they were labeled with?";
    }
    std::string types;
    for (const std::string& type : answers.unknownTypes) {
        types += std::format("{}\"{}\"", types.empty() ? "" : ", ", type);
    }
    return std::format("No annotation of these tasks has an answer of a control of the config: "
                       "results of the type {} are not known",
                       types);
}

/// Whether the tasks hold anything to compare; what is wrong with them is printed.
bool isUsable(const std::string& path, TaskAnswers& answers) {
    const bool hasAny = std::ranges::any_of(
        answers.controls, [](const ControlAnswers& control) { return !control.answers.empty(); });
    if (!hasAny && !answers.isUnusable) {
        answers.findings.push_back({path, {diagnostics::Code::BadTask, whyNothing(answers), {}}});
    }
    return !printFindings(answers.findings) && hasAny;
}

int runTaskAggregate(const Options& options) {
    TaskAnswers answers = readTaskAnswers(options.config, options.answers);
    if (!isUsable(options.answers, answers)) {
        return kBadInput;
    }
    const TaskAggregateOptions choices{*quality::findMethod(options.method), options.choices,
                                       options.threshold};
    if (options.isJson) {
        writeJson(std::cout, answers, choices);
    } else {
        writeText(std::cout, answers, choices);
    }
    return 0;
}

/// Nothing is known of how good they are.
void tellWorkersWithoutGold(const Options& options, const quality::AnswerTable& table,
                            const quality::Gold& gold) {
    std::vector<bool> isKnown(table.workers.size());
    for (const quality::Answer& answer : table.answers.list) {
        isKnown[answer.worker] = isKnown[answer.worker] || gold[answer.item].has_value();
    }
    const auto unknown = std::ranges::find(isKnown, false);
    if (unknown != isKnown.end()) {
        std::cerr << std::format(
            "{}: {} of {} workers, the first \"{}\", answered no item that is known; what they say "
            "counts as of the others on average\n",
            options.gold, std::ranges::count(isKnown, false), isKnown.size(),
            table.workers[static_cast<std::size_t>(unknown - isKnown.begin())]);
    }
}

int runAggregate(const Options& options) {
    if (!options.config.empty()) {
        return runTaskAggregate(options);
    }
    AnswersInput input = readAnswers(options.answers, repeatsNamed(options.repeats));
    if (!isUsable(options.answers, input)) {
        printFindings(input.findings);
        return kBadInput;
    }
    quality::MethodOptions choices = options.choices;
    choices.gold = readTruth(options.gold, input.table, input.findings);
    const quality::Gold truth = readTruth(options.truth, input.table, input.findings);
    const bool isBad = printFindings(input.findings);
    const quality::Method& method = *quality::findMethod(options.method);
    const auto result = method.run(input.table.answers, choices);
    if (!result) {
        std::cerr << options.answers << ": " << result.error() << '\n';
        return kBadInput;
    }
    if (method.name == "gold-majority") {
        tellWorkersWithoutGold(options, input.table, choices.gold);
    }
    const Aggregate aggregate{method, input.table, *result, truth};
    if (options.isJson) {
        writeJson(std::cout, aggregate);
    } else {
        writeText(std::cout, aggregate);
    }
    return isBad ? kBadInput : 0;
}

/// The numbers that labels are; the failure is the first that is none.
std::expected<std::vector<double>, std::string> numbersOf(const quality::Names& labels) {
    std::vector<double> numbers;
    for (const std::string& label : labels) {
        const auto number = quality::numberOf(label);
        if (!number) {
            return std::unexpected(label);
        }
        numbers.push_back(*number);
    }
    return numbers;
}

/// Returns whether the labels are of a kind that it can be computed for.
bool setMetric(const Options& options, AnswersInput& input,
               quality::CategoryAgreementOptions& choices) {
    choices.weights = options.weights == "linear"      ? quality::Weights::Linear
                      : options.weights == "quadratic" ? quality::Weights::Quadratic
                                                       : quality::Weights::Nominal;
    if (options.metric == "nominal") {
        return true;
    }
    auto numbers = numbersOf(input.table.labels);
    if (!numbers) {
        input.findings.push_back({options.answers,
                                  {diagnostics::Code::BadValue,
                                   std::format("\"{}\" is no number, but --metric {} needs numbers",
                                               numbers.error(), options.metric),
                                   {}}});
        return false;
    }
    if (options.metric == "ordinal") {
        choices.metric = quality::OrdinalMetric{};
    } else if (options.metric == "interval") {
        choices.metric = quality::IntervalMetric{std::move(*numbers)};
    } else {
        choices.metric = quality::RatioMetric{std::move(*numbers)};
    }
    return true;
}

int runTaskAgreement(const Options& options) {
    TaskAnswers answers = readTaskAnswers(options.config, options.answers);
    if (!isUsable(options.answers, answers)) {
        return kBadInput;
    }
    const TaskAgreementOptions choices{.threshold = options.threshold,
                                       .categories = {.bootstrap = options.bootstrap}};
    if (options.isJson) {
        writeJson(std::cout, answers, choices);
    } else {
        writeText(std::cout, answers, choices);
    }
    return 0;
}

int runAgreement(const Options& options) {
    if (!options.config.empty()) {
        return runTaskAgreement(options);
    }
    AnswersInput input = readAnswers(options.answers, repeatsNamed(options.repeats));
    quality::CategoryAgreementOptions choices{.bootstrap = options.bootstrap};
    if (!isUsable(options.answers, input) || !setMetric(options, input, choices)) {
        printFindings(input.findings);
        return kBadInput;
    }
    const bool isBad = printFindings(input.findings);
    const auto agreement = quality::categoryAgreement(input.table.answers, choices);
    if (options.isJson) {
        writeJson(std::cout, input.table, agreement);
    } else {
        writeText(std::cout, input.table, agreement);
    }
    return isBad ? kBadInput : 0;
}

void addAnswers(CLI::App& command, Options& options) {
    command
        .add_option("--answers", options.answers,
                    "CSV with the columns item, worker and label, or with --config tasks with "
                    "their annotations, JSON; - reads standard input")
        ->required();
    command.add_option("--config", options.config, "The config that the tasks were labeled with");
    command
        .add_option("--threshold", options.threshold,
                    "Of regions in tasks: the overlap (IoU) from which on two are the same")
        ->check(CLI::Range(0.01, 1.0))
        ->check(checkFinite)
        ->capture_default_str();
    command.add_flag("--json", options.isJson, "Print all there is as JSON");
}

void addRepeats(CLI::App& command, Options& options, const std::vector<std::string>& names) {
    command
        .add_option("--repeats", options.repeats,
                    "What to keep of several answers of a worker to an item")
        ->check(CLI::IsMember(names))
        ->capture_default_str();
}

void addAggregate(CLI::App& app, const std::shared_ptr<Options>& options,
                  std::function<int()>& run) {
    CLI::App* command = app.add_subcommand("aggregate", "Make one label of the answers of many");
    addAnswers(*command, *options);
    command->add_option("--method", options->method, "How")
        ->check(CLI::IsMember(methodNames()))
        ->capture_default_str();
    command->add_option("--gold", options->gold,
                        "CSV with the columns item and truth: labels that are known beforehand");
    command->add_option("--truth", options->truth,
                        "The same, only to tell how often the result is right");
    command
        ->add_option("--smoothing", options->choices.smoothing,
                     "Of dawid-skene: added to each count, such as 0.01")
        ->check(CLI::NonNegativeNumber)
        ->check(checkFinite);
    command->add_option("--iterations", options->choices.iterations, "Rounds at most")
        ->check(CLI::NonNegativeNumber)
        ->check(checkFinite);
    addRepeats(*command, *options, {"all", "distinct", "first", "last"});
    command->footer(methodHelp());
    command->final_callback(
        [options, &run] { run = [options] { return runAggregate(*options); }; });
}

void addAgreement(CLI::App& app, const std::shared_ptr<Options>& options,
                  std::function<int()>& run) {
    CLI::App* command =
        app.add_subcommand("agreement", "How far annotators agree, beyond what chance explains");
    addAnswers(*command, *options);
    command->add_option("--metric", options->metric, "What labels are, for Krippendorff's alpha")
        ->check(CLI::IsMember({"nominal", "ordinal", "interval", "ratio"}))
        ->capture_default_str();
    command
        ->add_option("--weights", options->weights, "What a disagreement weighs, for Cohen's kappa")
        ->check(CLI::IsMember({"nominal", "linear", "quadratic"}))
        ->capture_default_str();
    command->add_option("--seed", options->bootstrap.seed, "Of the draws for alpha's interval");
    command->add_option("--replicates", options->bootstrap.replicates, "How many draws")
        ->check(CLI::NonNegativeNumber)
        ->check(checkFinite)
        ->capture_default_str();
    options->repeats = "last";
    addRepeats(*command, *options, {"first", "last"});
    command->final_callback(
        [options, &run] { run = [options] { return runAgreement(*options); }; });
}

} // namespace

void addQualityCommands(CLI::App& app, std::function<int()>& run) {
    addAggregate(app, std::make_shared<Options>(), run);
    addAgreement(app, std::make_shared<Options>(), run);
}

} // namespace cartouche::cli
