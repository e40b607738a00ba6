#include "cli/answer_options.h"

#include "cli/number_check.h"
#include "cli/text_table.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <format>

namespace cartouche::cli {

namespace {

using quality::Repeats;

/// Why there is nothing to compare.
std::string whyNothing(const TaskAnswers& answers) {
    if (answers.unknownTypes.empty()) {
        return "No annotation of these tasks has an answer of a control of the config. Is it the "
               "config that they were labeled with?";
    }
    return std::format("No annotation of these tasks has an answer of a control of the config: "
                       "results of the type {} are not known",
                       quotedList(answers.unknownTypes));
}

} // namespace

Repeats repeatsNamed(const std::string& name) {
    return name == "all"     ? Repeats::All
           : name == "first" ? Repeats::First
           : name == "last"  ? Repeats::Last
                             : Repeats::Distinct;
}

bool isUsable(const std::string& path, AnswersInput& input) {
    const std::size_t items = input.table.items.size();
    const std::size_t labels = input.table.labels.size();
    if (!input.isUnusable && isTooMuch(items, labels)) {
        input.findings.push_back(
            {path, {diagnostics::Code::BadValue, tooManyLabels(items, labels), {}}});
        input.isUnusable = true;
    }
    return !input.isUnusable;
}

bool isUsable(const std::string& path, TaskAnswers& answers) {
    const bool hasAny = std::ranges::any_of(
        answers.controls, [](const ControlAnswers& control) { return !control.answers.empty(); });
    if (!hasAny && !answers.isUnusable) {
        answers.findings.push_back({path, {diagnostics::Code::BadTask, whyNothing(answers), {}}});
    }
    return !printFindings(answers.findings) && hasAny;
}

void addAnswerOptions(CLI::App& command, AnswerOptions& options) {
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

void addRepeats(CLI::App& command, AnswerOptions& options, const std::vector<std::string>& names) {
    command
        .add_option("--repeats", options.repeats,
                    "What to keep of several answers of a worker to an item")
        ->check(CLI::IsMember(names))
        ->capture_default_str();
}

} // namespace cartouche::cli
