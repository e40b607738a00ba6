#include "cli/aggregate_command.h"

#include "cli/aggregate.h"
#include "cli/answer_options.h"
#include "cli/named_rows.h"
#include "cli/number_check.h"
#include "cli/predictions_input.h"
#include "cli/task_aggregate.h"
#include "cli/task_model.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <format>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace cartouche::cli {

namespace {

constexpr int kBadInput = 1;

struct Options {
    AnswerOptions input{.repeats = "distinct"};
    std::string method = "dawid-skene";
    std::string gold;
    std::string truth;
    std::vector<std::string> predictions;
    quality::MethodOptions choices;
};

int runTaskAggregate(const Options& options) {
    const quality::Method& method = *quality::findMethod(options.method);
    TaskAnswers answers = readTaskAnswers(
        options.input.config, options.input.answers,
        {method.needsModel ? PredictionsRead::All : PredictionsRead::None, options.input.models});
    const TaskAggregateOptions choices{method, options.choices, options.input.threshold};
    if (method.needsModel && !answers.isUnusable) {
        checkPredictions(options.input.answers, answers);
    }
    if (!isUsable(options.input.answers, answers)) {
        return kBadInput;
    }
    if (options.input.isJson) {
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

/// Of methods that weigh a model, a worker says one thing of an item.
AnswersInput readFor(const quality::Method& method, const AnswerOptions& options) {
    const quality::Repeats repeats = repeatsNamed(options.repeats);
    return readAnswers(options.answers, method.needsModel && repeats != quality::Repeats::First
                                            ? quality::Repeats::Last
                                            : repeats);
}

int runAggregate(const Options& options) {
    if (!options.input.config.empty()) {
        return runTaskAggregate(options);
    }
    const quality::Method& method = *quality::findMethod(options.method);
    AnswersInput input = readFor(method, options.input);
    quality::MethodOptions choices = options.choices;
    bool isGood = isUsable(options.input.answers, input);
    if (isGood && !options.predictions.empty()) {
        choices.model =
            readModel(options.predictions, input.table.items, input.table, input.findings);
        isGood = choices.model.has_value();
    }
    if (!isGood) {
        printFindings(input.findings);
        return kBadInput;
    }
    choices.gold = readTruth(options.gold, input.table, input.findings);
    const quality::Gold truth = readTruth(options.truth, input.table, input.findings);
    const bool isBad = printFindings(input.findings);
    const auto result = method.run(input.table.answers, choices);
    if (!result) {
        std::cerr << options.input.answers << ": " << result.error() << '\n';
        return kBadInput;
    }
    if (method.name == "gold-majority") {
        tellWorkersWithoutGold(options, input.table, choices.gold);
    }
    const Aggregate aggregate{method, input.table, *result, truth};
    if (options.input.isJson) {
        writeJson(std::cout, aggregate);
    } else {
        writeText(std::cout, aggregate);
    }
    return isBad ? kBadInput : 0;
}

/// Throws where predictions are named that nothing would look at.
void checkModels(const Options& options) {
    const bool isNamed = !options.predictions.empty() || !options.input.models.empty();
    if (isNamed && !quality::findMethod(options.method)->needsModel) {
        throw CLI::ValidationError(
            "predictions are weighed with the workers by --method crowdlab alone");
    }
}

void addModels(CLI::App& command, Options& options) {
    auto* predictions = command.add_option(
        "--predictions", options.predictions,
        "Of crowdlab: CSV with the columns item, label and probability, of a model that has not "
        "learned of these answers; of several the mean");
    auto* models = command.add_option("--models", options.input.models,
                                      "Of crowdlab: versions of models whose predictions in the "
                                      "tasks count, or all; of several the mean");
    predictions->delimiter(',')->excludes(command.get_option("--config"));
    models->delimiter(',')->needs(command.get_option("--config"));
}

} // namespace

void addAggregateCommand(CLI::App& app, std::function<int()>& run) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("aggregate", "Make one label of the answers of many");
    addAnswerOptions(*command, options->input);
    command->add_option("--method", options->method, "How")
        ->check(CLI::IsMember(namesOf(quality::methods())))
        ->capture_default_str();
    command->add_option("--gold", options->gold,
                        "CSV with the columns item and truth: labels that are known beforehand");
    command->add_option("--truth", options->truth,
                        "The same, only to tell how often the result is right");
    addModels(*command, *options);
    command
        ->add_option("--smoothing", options->choices.smoothing,
                     "Of dawid-skene: added to each count, such as 0.01")
        ->check(CLI::NonNegativeNumber)
        ->check(checkFinite);
    command->add_option("--iterations", options->choices.iterations, "Rounds at most")
        ->check(CLI::NonNegativeNumber)
        ->check(checkFinite);
    addRepeats(*command, options->input, {"all", "distinct", "first", "last"});
    command->footer("Methods, by what they think of workers:" + describeRows(quality::methods()));
    command->final_callback([options, &run] {
        checkModels(*options);
        run = [options] { return runAggregate(*options); };
    });
}

} // namespace cartouche::cli
