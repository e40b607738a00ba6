#include "cli/anonymity_command.h"

#include "cli/anonymity_report.h"
#include "cli/answers_input.h"
#include "cli/csv_writing.h"
#include "cli/number_check.h"
#include "cli/table_input.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <format>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace cartouche::cli {

namespace {

using diagnostics::Code;
using privacy::Hierarchy;
using privacy::Microdata;

constexpr int kBadInput = 1;

struct Options {
    std::string file;
    std::vector<std::string> quasi;
    std::string sensitive;
    std::string distance = "equal";
    std::vector<std::string> hierarchies; // COLUMN=FILE
    std::size_t k = 0;                    // 0: only the report
    std::size_t l = 1;
    double closeness = 1;
    double percent = 0;
    std::string out;
    bool isJson = false;
};

/// What the options name, found in the table.
struct Plan {
    std::vector<std::size_t> quasi;
    std::vector<Hierarchy> hierarchies; // of `quasi`
    std::optional<privacy::Sensitive> sensitive;
};

class Planner {
public:
    Planner(const Options& options, const Microdata& table, std::vector<Finding>& findings)
        : m_options(options), m_table(table), m_findings(findings) {}

    /// Nothing if something is wrong, which is a finding then.
    std::optional<Plan> run() {
        Plan plan;
        for (const std::string& name : m_options.quasi) {
            if (const auto column = columnNamed(name)) {
                plan.quasi.push_back(*column);
                addHierarchy(name, *column, plan);
            }
        }
        plan.sensitive = sensitive();
        return m_isBad ? std::nullopt : std::optional(std::move(plan));
    }

    /// The sensitive column; nothing if none is named.
    std::optional<privacy::Sensitive> sensitive() {
        const auto column =
            m_options.sensitive.empty() ? std::nullopt : columnNamed(m_options.sensitive);
        if (!column) {
            return std::nullopt;
        }
        privacy::Sensitive result{.column = *column};
        if (m_options.distance == "ordered") {
            result.distance = privacy::OrderedDistance{};
        } else if (m_options.distance == "hierarchical") {
            auto hierarchy = readHierarchy(m_options.sensitive, *column);
            if (hierarchy && hierarchy->groupCount(hierarchy->levels() - 1) > 1) {
                report(m_options.file, "The last level of the sensitive column's hierarchy must be "
                                       "one for all values");
            } else if (hierarchy) {
                result.distance = privacy::HierarchicalDistance{std::move(*hierarchy)};
            }
        }
        return result;
    }

private:
    void report(const std::string& file, std::string message) {
        m_findings.push_back({file, {Code::BadValue, std::move(message), {}}});
        m_isBad = true;
    }

    std::optional<std::size_t> columnNamed(const std::string& name) {
        const auto column = m_table.find(name);
        if (!column) {
            report(m_options.file, std::format("There is no column \"{}\" here", name));
        }
        return column;
    }

    /// The file that --hierarchy names for a column; "" if there is none.
    std::string hierarchyFile(const std::string& name) const {
        for (const std::string& pair : m_options.hierarchies) {
            if (pair.starts_with(name + "=")) {
                return pair.substr(name.size() + 1);
            }
        }
        return "";
    }

    std::optional<Hierarchy> readHierarchy(const std::string& name, std::size_t column) {
        const std::string file = hierarchyFile(name);
        const privacy::Column& values = m_table.columns()[column];
        if (file.empty()) {
            return Hierarchy::suppression(values);
        }
        const auto rows = readRows(file, m_findings);
        auto hierarchy = rows ? Hierarchy::fromRows(values, *rows)
                              : std::unexpected(std::string("it is not there"));
        if (!hierarchy) {
            report(file, "This hierarchy cannot be used: " + hierarchy.error());
            return std::nullopt;
        }
        if (!hierarchy->isTree()) {
            report(file, "Values that are one on a level must stay one on those behind it");
        }
        return std::move(*hierarchy);
    }

    void addHierarchy(const std::string& name, std::size_t column, Plan& plan) {
        if (auto hierarchy = readHierarchy(name, column)) {
            plan.hierarchies.push_back(std::move(*hierarchy));
        }
    }

    const Options& m_options;
    const Microdata& m_table;
    std::vector<Finding>& m_findings;
    bool m_isBad = false;
};

std::vector<std::string> namesOf(const Microdata& table) {
    std::vector<std::string> names;
    for (const privacy::Column& column : table.columns()) {
        names.push_back(column.name);
    }
    return names;
}

/// The table with coarser quasi-identifiers, without the rows that are suppressed.
Microdata released(const Microdata& table, const Plan& plan, const std::vector<std::size_t>& levels,
                   const std::vector<bool>& suppressed) {
    Microdata result(namesOf(table));
    std::vector<std::string_view> cells(table.columns().size());
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        if (suppressed[row]) {
            continue;
        }
        for (std::size_t index = 0; index < cells.size(); ++index) {
            const privacy::Column& column = table.columns()[index];
            cells[index] = column.values[column.codes[row]];
        }
        for (std::size_t at = 0; at < plan.quasi.size(); ++at) {
            const privacy::Column& column = table.columns()[plan.quasi[at]];
            const Hierarchy& hierarchy = plan.hierarchies[at];
            cells[plan.quasi[at]] =
                hierarchy.groupName(levels[at], hierarchy.groupOf(levels[at], column.codes[row]));
        }
        result.addRow(cells);
    }
    return result;
}

bool writeTable(const std::string& path, const Microdata& table) {
    std::ofstream file(path, std::ios::binary);
    const std::vector<std::string> names = namesOf(table);
    writeCsvRow(file, std::vector<std::string_view>(names.begin(), names.end()), ',');
    std::vector<std::string_view> cells(names.size());
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        for (std::size_t index = 0; index < cells.size(); ++index) {
            const privacy::Column& column = table.columns()[index];
            cells[index] = column.values[column.codes[row]];
        }
        writeCsvRow(file, cells, ',');
    }
    return static_cast<bool>(file.flush());
}

privacy::AnonymityGoal goalOf(const Options& options, std::size_t rows) {
    return {.k = options.k,
            .l = options.l,
            .closeness = options.closeness < 1 ? std::optional(options.closeness) : std::nullopt,
            .mostSuppressed =
                static_cast<std::size_t>(static_cast<double>(rows) * options.percent / 100)};
}

int runAnonymity(const Options& options) {
    std::vector<Finding> findings;
    auto table = readTable(options.file, findings);
    const auto plan = table ? Planner(options, *table, findings).run() : std::nullopt;
    if (!plan) {
        printFindings(findings);
        return kBadInput;
    }
    AnonymityReport report{.quasiIdentifiers = options.quasi};
    if (options.k > 0) {
        const auto goal = goalOf(options, table->rowCount());
        auto found =
            privacy::generalize(*table, plan->quasi, plan->hierarchies, plan->sensitive, goal);
        if (!found) {
            std::cerr << options.file << ": " << found.error() << '\n';
            return kBadInput;
        }
        report.generalization = std::move(*found);
        const auto& levels = report.generalization->levels;
        table = released(*table, *plan, levels,
                         privacy::rowsToSuppress(*table, plan->quasi, plan->hierarchies,
                                                 plan->sensitive, goal, levels));
        if (!options.out.empty() && !writeTable(options.out, *table)) {
            std::cerr << options.out << ": this file cannot be written\n";
            return kBadInput;
        }
    }
    const privacy::Classes classes = privacy::equivalenceClasses(*table, plan->quasi);
    report.identity = privacy::identityRisk(classes);
    if (plan->sensitive && report.identity) {
        // Its hierarchy is one of the values that are left.
        const auto sensitive = Planner(options, *table, findings).sensitive();
        report.attribute = privacy::attributeRisk(classes, table->columns()[sensitive->column],
                                                  sensitive->distance);
    }
    if (options.isJson) {
        writeJson(std::cout, report);
    } else {
        writeText(std::cout, report);
    }
    return printFindings(findings) ? kBadInput : 0;
}

} // namespace

void addAnonymityCommand(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "anonymity", "How well people hide in a table (k, l, t), and how to hide them");
    command
        ->add_option("FILE", options->file,
                     "CSV with a row a person, or tasks (.json); - reads standard input")
        ->required();
    command
        ->add_option("--quasi", options->quasi,
                     "Columns that others may know of somebody, separated by commas")
        ->delimiter(',')
        ->required();
    command->add_option("--sensitive", options->sensitive, "The column that must stay unknown");
    command
        ->add_option("--distance", options->distance,
                     "Between sensitive values, for t: all equal, in their order, by hierarchy")
        ->check(CLI::IsMember({"equal", "ordered", "hierarchical"}))
        ->capture_default_str();
    command->add_option("--hierarchy", options->hierarchies,
                        "COLUMN=FILE: CSV lines of a value and what it becomes, level by level; "
                        "without one it becomes *");
    command->add_option("--k", options->k, "Make each class at least that large")
        ->check(CLI::PositiveNumber)
        ->check(checkFinite);
    command->add_option("--l", options->l, "With --k: so many sensitive values in each class")
        ->check(CLI::PositiveNumber)
        ->check(checkFinite);
    command->add_option("--t", options->closeness, "With --k: no class farther from all than this")
        ->check(CLI::Range(0.0, 1.0))
        ->check(checkFinite);
    command
        ->add_option("--suppress", options->percent,
                     "With --k: leave out at most that many percent of the rows")
        ->check(CLI::Range(0.0, 100.0))
        ->check(checkFinite)
        ->capture_default_str();
    command->add_option("--out", options->out, "With --k: CSV file to write the result to");
    command->add_flag("--json", options->isJson, "Print all there is as JSON");
    command->final_callback([options, &run] {
        if ((options->l > 1 || options->closeness < 1) && options->sensitive.empty()) {
            throw CLI::ValidationError("--l and --t need --sensitive");
        }
        run = [options] { return runAnonymity(*options); };
    });
}

} // namespace cartouche::cli
