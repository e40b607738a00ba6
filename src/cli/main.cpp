// The command-line tool `cartouche`. Exits 0 (usable), 1 (bad input) or 2 (bad usage).

#include "cli/aggregate_command.h"
#include "cli/agreement_command.h"
#include "cli/anonymity_command.h"
#include "cli/check.h"
#include "cli/check_report.h"
#include "cli/dp_command.h"
#include "cli/input.h"
#include "cli/learn_command.h"
#include "cli/normalize.h"
#include "cli/redact_command.h"
#include "cli/sample_command.h"
#include "cli/tags_report.h"
#include "cli/weak_command.h"

#include <CLI/CLI.hpp>

#include <fstream>
#include <functional>
#include <iostream>
#include <string>

namespace {

using cartouche::json::writeJson;

constexpr int kBadInput = 1;
constexpr int kBadUsage = 2;

struct Options {
    std::string config;
    std::string task;
    std::string annotations;
    std::string out;
    bool isJson = false;
    bool isStrict = false;
};

/// At most one of the inputs can be standard input.
void requireOneStandardInput(const std::initializer_list<std::string>& paths) {
    if (std::ranges::count(paths, "-") > 1) {
        throw CLI::ValidationError("only one of the files can be standard input");
    }
}

int runCheck(const Options& options) {
    const auto result = cartouche::cli::check(options.config, options.task);
    if (options.isJson) {
        std::cout << writeJson(cartouche::cli::writeReport(result)) << '\n';
    } else {
        std::cout << cartouche::cli::writeText(result);
    }
    return result.hasErrors() ? kBadInput : 0;
}

/// To the file that --out names, or to standard output.
int writeOut(const Options& options, const std::string& text) {
    if (options.out.empty()) {
        std::cout << text << '\n';
        return 0;
    }
    std::ofstream file(options.out, std::ios::binary);
    file << text << '\n';
    if (!file.flush()) {
        std::cerr << options.out << ": this file cannot be written\n";
        return kBadInput;
    }
    return 0;
}

/// Everything but the result is for people, and goes to standard error.
int runNormalize(const Options& options) {
    const auto checked = cartouche::cli::check(options.config, options.task);
    for (const auto& finding : checked.findings) {
        std::cerr << formatDiagnostic(finding.file, finding.diagnostic) << '\n';
    }
    const auto input = cartouche::cli::readInput(options.annotations);
    const auto value =
        input ? cartouche::json::checkJson(input->text) : std::unexpected(input.error());
    if (!value) {
        std::cerr << formatDiagnostic(options.annotations, value.error()) << '\n';
        return kBadInput;
    }
    const auto result = cartouche::cli::normalize(checked.interface, *value);
    for (const auto& problem : result.problems) {
        std::cerr << formatDiagnostic(options.annotations, problem) << '\n';
    }
    if (options.isStrict) {
        for (const std::string& pointer : result.differences) {
            std::cerr << options.annotations << '#' << pointer << ": differs\n";
        }
    }
    const int written = writeOut(options, result.annotations);
    return written != 0 || checked.hasErrors() || (options.isStrict && !result.differences.empty())
               ? kBadInput
               : 0;
}

int runTags(const Options& options) {
    std::cout << (options.isJson ? writeJson(cartouche::cli::writeTagsJson()) + "\n"
                                 : cartouche::cli::writeTagsText());
    return 0;
}

void addCheck(CLI::App& app, Options& options, std::function<int()>& run) {
    CLI::App* command =
        app.add_subcommand("check", "Check a labeling config, and a task against it");
    command->add_option("CONFIG", options.config, "The config, XML; - reads standard input")
        ->required();
    command->add_option("--task", options.task,
                        "A task or a list of tasks, JSON; - reads standard input");
    command->add_flag("--json", options.isJson,
                      "Print the interface that was understood and all problems as JSON");
    command->final_callback([&] {
        requireOneStandardInput({options.config, options.task});
        run = [&options] { return runCheck(options); };
    });
}

void addNormalize(CLI::App& app, Options& options, std::function<int()>& run) {
    CLI::App* command =
        app.add_subcommand("normalize", "Load annotations as the editor does, and save them again");
    command->add_option("CONFIG", options.config, "The config, XML; - reads standard input")
        ->required();
    command->add_option("--task", options.task, "The task, JSON; - reads standard input");
    command
        ->add_option("--annotations", options.annotations,
                     "A list of objects with a result, JSON; - reads standard input")
        ->required();
    command->add_flag(
        "--strict", options.isStrict,
        "Print every difference by its JSON pointer, and exit with 1 if there is one");
    command->add_option("--out", options.out, "Write to this file instead of standard output");
    command->final_callback([&] {
        requireOneStandardInput({options.config, options.task, options.annotations});
        run = [&options] { return runNormalize(options); };
    });
}

void addTags(CLI::App& app, Options& options, std::function<int()>& run) {
    CLI::App* command = app.add_subcommand("tags", "Print the reference of the labeling language");
    command->add_flag("--json", options.isJson, "As JSON instead of Markdown");
    command->final_callback([&] { run = [&options] { return runTags(options); }; });
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Labeling configs, tasks and annotations, checked without a browser.",
                 "cartouche");
    app.set_version_flag("--version", "cartouche " CARTOUCHE_VERSION);
    app.footer("Exits 0 if a person could label with it, 1 for bad input, 2 for bad usage.");
    app.require_subcommand(1);
    Options options;
    std::function<int()> run;
    addCheck(app, options, run);
    addNormalize(app, options, run);
    addTags(app, options, run);
    cartouche::cli::addAggregateCommand(app, run);
    cartouche::cli::addAgreementCommand(app, run);
    cartouche::cli::addWeakCommand(app, run);
    cartouche::cli::addRedactCommand(app, run);
    cartouche::cli::addAnonymityCommand(app, run);
    cartouche::cli::addDpCommand(app, run);
    cartouche::cli::addSampleCommand(app, run);
    cartouche::cli::addLearnCommand(app, run);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0
                                    : kBadUsage; // it prints help, the version, or what is wrong
    }
    return run();
}
