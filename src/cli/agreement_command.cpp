#include "cli/agreement_command.h"

#include "cli/agreement_report.h"
#include "cli/answer_options.h"
#include "cli/metric_options.h"
#include "cli/model_report.h"
#include "cli/number_check.h"
#include "cli/task_agreement.h"
#include "cli/text_table.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <expected>
#include <format>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cartouche::cli {

namespace {

constexpr int kBadInput = 1;

struct Options {
    AnswerOptions input{.repeats = "last"};
    MetricOptions metric;
    quality::BootstrapOptions bootstrap;
};

Finding badValue(const std::string& path, std::string message) {
    return {path, {diagnostics::Code::BadValue, std::move(message), {}}};
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
    choices.weights = weightsOf(options.metric);
    std::vector<double> numbers;
    if (options.metric.metric != "nominal") {
        auto labels = numbersOf(input.table.labels);
        if (!labels) {
            input.findings.push_back(
                badValue(options.input.answers,
                         std::format("\"{}\" is no number, but --metric {} needs numbers",
                                     labels.error(), options.metric.metric)));
            return false;
        }
        numbers = std::move(*labels);
    }
    auto metric = metricOf(options.metric, std::move(numbers));
    if (!metric) {
        input.findings.push_back(badValue(options.input.answers, metric.error()));
        return false;
    }
    choices.metric = std::move(*metric);
    return true;
}

/// The workers that are models; nothing, with a finding, if there is none of such a name.
std::optional<std::vector<std::uint32_t>> findModels(const Options& options, AnswersInput& input) {
    std::vector<std::uint32_t> models;
    for (const std::string& name : options.input.models) {
        const auto worker = input.table.workers.find(name);
        if (!worker) {
            input.findings.push_back(
                badValue(options.input.answers,
                         std::format("--models names \"{}\", but no answer is by it", name)));
            return std::nullopt;
        }
        if (!std::ranges::contains(models, *worker)) {
            models.push_back(*worker);
        }
    }
    return models;
}

/// Whether the metric takes all numbers that were answered; which it does not are findings.
bool fitsNumbers(const Options& options, TaskAnswers& answers) {
    bool isGood = true;
    for (const ControlAnswers& control : answers.controls) {
        if (measureOf(answers.interface, control) == agreement::MeasureKind::Number) {
            const auto metric = metricOf(options.metric, numbersOf(control));
            if (!metric) {
                answers.findings.push_back(badValue(
                    options.input.answers, std::format("Of the control \"{}\": {}",
                                                       control.control->name, metric.error())));
                isGood = false;
            }
        }
    }
    return isGood;
}

TaskAgreementOptions taskOptions(const Options& options) {
    TaskAgreementOptions choices{
        .threshold = options.input.threshold,
        .categories = {.weights = weightsOf(options.metric), .bootstrap = options.bootstrap},
        .numbers = nullptr};
    if (options.metric.metric == "ordinal") {
        choices.categories.metric = quality::OrdinalMetric{};
    }
    if (options.metric.metric != "nominal") {
        choices.numbers = [metric = options.metric](std::vector<double> numbers) {
            return *metricOf(metric, std::move(numbers));
        };
    }
    return choices;
}

int runTaskAgreement(const Options& options) {
    TaskAnswers answers = readTaskAnswers(
        options.input.config, options.input.answers,
        {options.input.models.empty() ? PredictionsRead::None : PredictionsRead::Best,
         options.input.models});
    const bool fits = fitsNumbers(options, answers);
    if (!isUsable(options.input.answers, answers) || !fits) {
        return kBadInput;
    }
    const TaskAgreementOptions choices = taskOptions(options);
    if (options.input.isJson) {
        writeJson(std::cout, answers, choices);
    } else {
        writeText(std::cout, answers, choices);
    }
    return 0;
}

int runAgreement(const Options& options) {
    if (!options.input.config.empty()) {
        return runTaskAgreement(options);
    }
    AnswersInput input = readAnswers(options.input.answers, repeatsNamed(options.input.repeats));
    quality::CategoryAgreementOptions choices{.bootstrap = options.bootstrap};
    const bool isGood =
        isUsable(options.input.answers, input) && setMetric(options, input, choices);
    const auto models = isGood ? findModels(options, input) : std::nullopt;
    const bool isBad = printFindings(input.findings);
    if (!models) {
        return kBadInput;
    }
    const auto agreement = quality::categoryAgreement(input.table.answers, choices);
    const auto beside = modelsOnCategories(input.table, agreement, *models, choices.weights);
    if (options.input.isJson) {
        writeJson(std::cout, input.table, agreement, beside);
    } else {
        writeText(std::cout, input.table, agreement);
        writeModels(std::cout, beside);
    }
    return isBad ? kBadInput : 0;
}

} // namespace

void addAgreementCommand(CLI::App& app, std::function<int()>& run) {
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("agreement", "How far annotators agree, beyond what chance explains");
    addAnswerOptions(*command, options->input);
    command
        ->add_option("--models", options->input.models,
                     "Workers that are models, to see how far they agree with each annotator and "
                     "with all together; with --config versions of models whose predictions are "
                     "answers, too, or all")
        ->delimiter(',');
    addMetricOptions(*command, options->metric);
    command->add_option("--seed", options->bootstrap.seed, "Of the draws for alpha's interval");
    command->add_option("--replicates", options->bootstrap.replicates, "How many draws")
        ->check(CLI::NonNegativeNumber)
        ->check(checkFinite)
        ->capture_default_str();
    addRepeats(*command, options->input, {"first", "last"});
    command->final_callback([options, &run] {
        checkMetric(options->metric);
        run = [options] { return runAgreement(*options); };
    });
}

} // namespace cartouche::cli
