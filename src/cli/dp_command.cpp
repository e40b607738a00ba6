#include "cli/dp_command.h"

#include "cli/answers_input.h"
#include "cli/budget_file.h"
#include "cli/json_stream.h"
#include "cli/system_random.h"
#include "cli/table_input.h"
#include "cli/text_table.h"
#include "core/privacy/private_counts.h"

#include <CLI/CLI.hpp>

#include <format>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cartouche::cli {

namespace {

using privacy::CountQuery;
using privacy::PrivacyBudget;
using privacy::PrivateCounts;

constexpr int kBadInput = 1;

struct Options {
    std::string file;
    std::string column;
    std::string person;
    std::size_t mostValues = 1;
    double epsilon = 1;
    double delta = 0;
    std::string mechanism = "laplace";
    std::vector<std::string> values;
    std::string budgetFile;
    double budgetEpsilon = 1;
    double budgetDelta = 0;
    bool isJson = false;
};

void report(const std::string& file, std::string message, std::vector<Finding>& findings) {
    findings.push_back({file, {diagnostics::Code::BadValue, std::move(message), {}}});
}

std::optional<CountQuery> queryOf(const Options& options, const privacy::Microdata& table,
                                  std::vector<Finding>& findings) {
    CountQuery query{.mostValues = options.mostValues,
                     .epsilon = options.epsilon,
                     .delta = options.delta,
                     .mechanism = options.mechanism == "gaussian" ? privacy::Mechanism::Gaussian
                                                                  : privacy::Mechanism::Laplace,
                     .values = options.values};
    const auto column = table.find(options.column);
    if (!options.person.empty()) {
        query.person = table.find(options.person);
    }
    if (!column || (!options.person.empty() && !query.person)) {
        report(
            options.file,
            std::format("There is no column \"{}\" here", column ? options.person : options.column),
            findings);
        return std::nullopt;
    }
    query.column = *column;
    if (auto problem = problemOf(query)) {
        report(options.file, std::move(*problem), findings);
        return std::nullopt;
    }
    return query;
}

void writeJson(const PrivateCounts& result, const std::optional<PrivacyBudget>& budget) {
    JsonStream json(std::cout);
    json.open('{');
    json.key("counts");
    json.open('{');
    for (const privacy::PrivateCount& count : result.counts) {
        json.key(count.value);
        json.number(static_cast<double>(count.count));
    }
    json.close('}');
    json.member("scale", result.scale);
    json.member("half_width_95", result.halfWidth);
    json.member("threshold", result.threshold > 0 ? std::optional(result.threshold) : std::nullopt);
    if (budget) {
        json.key("budget");
        json.open('{');
        json.member("epsilon", budget->epsilon());
        json.member("spent_epsilon", budget->spentEpsilon());
        json.member("delta", budget->delta());
        json.member("spent_delta", budget->spentDelta());
        json.member("zcdp_epsilon", budget->zcdpSpentEpsilon());
        json.close('}');
    }
    json.close('}');
    std::cout << '\n';
}

void writeText(const PrivateCounts& result, const std::optional<PrivacyBudget>& budget) {
    for (const privacy::PrivateCount& count : result.counts) {
        std::cout << cell(count.value) << count.count << '\n';
    }
    std::cout << std::format("each within {:.1f} of the truth, 95 of 100 times\n",
                             result.halfWidth);
    if (result.threshold > 0) {
        std::cout << std::format("values below {} are not told\n", result.threshold);
    }
    if (budget) {
        std::cout << std::format("spent: epsilon {} of {}, delta {} of {}\n",
                                 budget->spentEpsilon(), budget->epsilon(), budget->spentDelta(),
                                 budget->delta());
    }
}

/// The expense is written down before anything is told, so that a crash gives nothing away.
bool spend(const Options& options, const PrivateCounts& result, PrivacyBudget& budget,
           std::vector<Finding>& findings) {
    const std::string threshold = result.threshold > 0 ? " with threshold" : "";
    auto refused = budget.spend({"counts of " + options.column, options.mechanism + threshold,
                                 options.epsilon, options.delta, result.rho});
    if (refused) {
        report(options.budgetFile, std::move(*refused), findings);
        return false;
    }
    if (!writeBudget(options.budgetFile, budget)) {
        report(options.budgetFile, "This file cannot be written, so nothing is told", findings);
        return false;
    }
    return true;
}

int runDp(const Options& options) {
    std::vector<Finding> findings;
    if (const auto problem = privacy::problemOfBudget(options.epsilon, options.delta)) {
        report(options.file, *problem, findings);
        printFindings(findings);
        return kBadInput;
    }
    const auto table = readTable(options.file, findings);
    const auto query = table ? queryOf(options, *table, findings) : std::nullopt;
    std::optional<PrivacyBudget> budget;
    if (query && !options.budgetFile.empty()) {
        budget =
            readBudget(options.budgetFile, options.budgetEpsilon, options.budgetDelta, findings);
    }
    if (!query || (!options.budgetFile.empty() && !budget)) {
        printFindings(findings);
        return kBadInput;
    }
    const PrivateCounts result = privacy::countPrivately(*table, *query, systemRandom());
    if (budget && !spend(options, result, *budget, findings)) {
        printFindings(findings);
        return kBadInput;
    }
    if (options.isJson) {
        writeJson(result, budget);
    } else {
        writeText(result, budget);
    }
    return printFindings(findings) ? kBadInput : 0;
}

} // namespace

void addDpCommand(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "dp", "Count the values of a column so that nothing is told of single persons");
    command
        ->add_option("FILE", options->file,
                     "CSV with a header, or tasks (.json); - reads standard input")
        ->required();
    command->add_option("--column", options->column, "What to count")->required();
    command->add_option("--person", options->person,
                        "The column that tells whose row it is; without one, each is another's");
    command
        ->add_option("--most-values", options->mostValues,
                     "Of how many values one person is counted")
        ->capture_default_str();
    command->add_option("--epsilon", options->epsilon, "What it may tell: the less, the more noise")
        ->capture_default_str();
    command
        ->add_option("--delta", options->delta,
                     "The probability that it tells more; needed for gaussian, and for values that "
                     "are not named")
        ->capture_default_str();
    command->add_option("--mechanism", options->mechanism, "The noise")
        ->check(CLI::IsMember({"laplace", "gaussian"}))
        ->capture_default_str();
    command->add_option("--values", options->values, "All values that there can be, by commas")
        ->delimiter(',');
    command->add_option("--budget", options->budgetFile,
                        "File that says what may be spent, and was; made if it is not there");
    command->add_option("--budget-epsilon", options->budgetEpsilon, "Of a new budget")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--budget-delta", options->budgetDelta, "Of a new budget")
        ->check(CLI::Range(0.0, 0.999))
        ->capture_default_str();
    command->add_flag("--json", options->isJson, "Print all there is as JSON");
    command->final_callback([options, &run] { run = [options] { return runDp(*options); }; });
}

} // namespace cartouche::cli
