#include "cli/dp_command.h"

#include "cli/answers_input.h"
#include "cli/budget_file.h"
#include "cli/json_stream.h"
#include "cli/number_check.h"
#include "cli/system_random.h"
#include "cli/table_input.h"
#include "cli/text_table.h"
#include "core/privacy/private_totals.h"

#include <CLI/CLI.hpp>

#include <format>
#include <functional>
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
using privacy::TotalQuery;

constexpr int kBadInput = 1;

struct Options {
    std::string file;
    std::string column;
    std::string sum;
    std::string mean;
    std::optional<double> low;
    std::optional<double> high;
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

/// What a query tells, and how it is written.
struct Release {
    privacy::Expense expense;
    std::function<void(JsonStream&)> writeJson;
    std::function<void()> writeText;
};

/// A column that is named, and is there.
std::optional<std::size_t> columnOf(const Options& options, const std::string& name,
                                    const privacy::Microdata& table,
                                    std::vector<Finding>& findings) {
    const auto column = table.find(name);
    if (!column) {
        report(options.file, std::format("There is no column \"{}\" here", name), findings);
    }
    return column;
}

privacy::Mechanism mechanismOf(const Options& options) {
    return options.mechanism == "gaussian" ? privacy::Mechanism::Gaussian
                                           : privacy::Mechanism::Laplace;
}

void writeCounts(JsonStream& json, const PrivateCounts& result) {
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
}

void printCounts(const PrivateCounts& result) {
    for (const privacy::PrivateCount& count : result.counts) {
        std::cout << cell(count.value) << count.count << '\n';
    }
    std::cout << std::format("each within {:.1f} of the truth, 95 of 100 times\n",
                             result.halfWidth);
    if (result.threshold > 0) {
        std::cout << std::format("values below {} are not told\n", result.threshold);
    }
}

std::optional<Release> countsOf(const Options& options, const privacy::Microdata& table,
                                std::size_t column, std::optional<std::size_t> person,
                                std::vector<Finding>& findings) {
    const CountQuery query{.column = column,
                           .person = person,
                           .mostValues = options.mostValues,
                           .epsilon = options.epsilon,
                           .delta = options.delta,
                           .mechanism = mechanismOf(options),
                           .values = options.values};
    if (auto problem = problemOf(query)) {
        report(options.file, std::move(*problem), findings);
        return std::nullopt;
    }
    const PrivateCounts result = privacy::countPrivately(table, query, systemRandom());
    const std::string threshold = result.threshold > 0 ? " with threshold" : "";
    return Release{{"counts of " + options.column, options.mechanism + threshold, options.epsilon,
                    options.delta, result.rho},
                   [result](JsonStream& json) { writeCounts(json, result); },
                   [result] { printCounts(result); }};
}

std::optional<Release> totalOf(const Options& options, const privacy::Microdata& table,
                               std::size_t column, std::optional<std::size_t> person,
                               std::vector<Finding>& findings) {
    if (!options.low || !options.high) {
        report(options.file,
               "A sum or a mean needs --low and --high: what one number may be at most is told by "
               "you, not by the data",
               findings);
        return std::nullopt;
    }
    const bool isSum = !options.sum.empty();
    const TotalQuery query{.column = column,
                           .person = person,
                           .mostRows = options.mostValues,
                           .low = *options.low,
                           .high = *options.high,
                           .epsilon = options.epsilon,
                           .delta = options.delta,
                           .mechanism = mechanismOf(options),
                           .statistic = isSum ? privacy::Statistic::Sum : privacy::Statistic::Mean};
    auto problem = problemOf(query);
    auto result = problem ? std::unexpected(std::move(*problem))
                          : privacy::totalPrivately(table, query, systemRandom());
    if (!result) {
        report(options.file, std::move(result.error()), findings);
        return std::nullopt;
    }
    const char* name = isSum ? "sum" : "mean";
    return Release{{std::format("{} of {}", name, isSum ? options.sum : options.mean),
                    options.mechanism, options.epsilon, options.delta, result->rho},
                   [total = *result, name](JsonStream& json) {
                       json.member(name, total.value);
                       json.member("low_95", total.low);
                       json.member("high_95", total.high);
                       json.member("scale", total.scale);
                   },
                   [total = *result, name] {
                       std::cout << std::format("{} {:.6g}, between {:.6g} and {:.6g} 95 of 100 "
                                                "times\n",
                                                name, total.value, total.low, total.high);
                   }};
}

std::optional<Release> releaseOf(const Options& options, const privacy::Microdata& table,
                                 std::vector<Finding>& findings) {
    const std::string& name = !options.column.empty() ? options.column
                              : !options.sum.empty()  ? options.sum
                                                      : options.mean;
    const auto column = columnOf(options, name, table, findings);
    std::optional<std::size_t> person;
    if (column && !options.person.empty()) {
        person = columnOf(options, options.person, table, findings);
    }
    if (!column || (!options.person.empty() && !person)) {
        return std::nullopt;
    }
    return (options.column.empty() ? totalOf : countsOf)(options, table, *column, person, findings);
}

void writeJson(const Release& release, const std::optional<PrivacyBudget>& budget) {
    JsonStream json(std::cout);
    json.open('{');
    release.writeJson(json);
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

void writeText(const Release& release, const std::optional<PrivacyBudget>& budget) {
    release.writeText();
    if (budget) {
        std::cout << std::format("spent: epsilon {} of {}, delta {} of {}\n",
                                 budget->spentEpsilon(), budget->epsilon(), budget->spentDelta(),
                                 budget->delta());
    }
}

/// The expense is written down before anything is told, so that a crash gives nothing away.
bool spend(const Options& options, const Release& release, PrivacyBudget& budget,
           std::vector<Finding>& findings) {
    if (auto refused = budget.spend(release.expense)) {
        report(options.budgetFile, std::move(*refused), findings);
        return false;
    }
    if (!writeBudget(options.budgetFile, budget)) {
        report(options.budgetFile, "This file cannot be written, so nothing is told", findings);
        return false;
    }
    return true;
}

/// Nothing, and findings, if nothing may be told.
std::optional<Release> releaseWithin(const Options& options, std::optional<PrivacyBudget>& budget,
                                     std::vector<Finding>& findings) {
    if (const auto problem = privacy::problemOfBudget(options.epsilon, options.delta)) {
        report(options.file, *problem, findings);
        return std::nullopt;
    }
    const auto table = readTable(options.file, findings);
    auto release = table ? releaseOf(options, *table, findings) : std::nullopt;
    if (!release || options.budgetFile.empty()) {
        return release;
    }
    budget = readBudget(options.budgetFile, options.budgetEpsilon, options.budgetDelta, findings);
    return budget && spend(options, *release, *budget, findings) ? release : std::nullopt;
}

int runDp(const Options& options) {
    std::vector<Finding> findings;
    std::optional<PrivacyBudget> budget;
    const auto release = releaseWithin(options, budget, findings);
    if (release) {
        (options.isJson ? writeJson : writeText)(*release, budget);
    }
    return printFindings(findings) || !release ? kBadInput : 0;
}

} // namespace

void addDpCommand(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "dp", "Count values, or sum numbers, so that nothing is told of single persons");
    command
        ->add_option("FILE", options->file,
                     "CSV with a header, or tasks (.json); - reads standard input")
        ->required();
    CLI::Option_group* what = command->add_option_group("what");
    what->add_option("--column", options->column, "Count each value of this column");
    what->add_option("--sum", options->sum, "Sum the numbers of this column");
    what->add_option("--mean", options->mean, "The mean of the numbers of this column");
    what->require_option(1);
    command->add_option("--low", options->low, "Numbers below count as this; for a sum or a mean");
    command->add_option("--high", options->high,
                        "Numbers above count as this; for a sum or a mean");
    command->add_option("--person", options->person,
                        "The column that tells whose row it is; without one, each is another's");
    command
        ->add_option("--most-values", options->mostValues,
                     "Of how many values, or numbers, one person is counted")
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
        ->check(checkFinite)
        ->capture_default_str();
    command->add_option("--budget-delta", options->budgetDelta, "Of a new budget")
        ->check(CLI::Range(0.0, 0.999))
        ->check(checkFinite)
        ->capture_default_str();
    command->add_flag("--json", options->isJson, "Print all there is as JSON");
    command->final_callback([options, &run] { run = [options] { return runDp(*options); }; });
}

} // namespace cartouche::cli
