// The command-line tool `cartouche`. Exits 0 (usable), 1 (bad input) or 2 (bad usage).

#include "cli/check.h"
#include "cli/check_report.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <string>

namespace {

constexpr int kBadInput = 1;
constexpr int kBadUsage = 2;

struct CheckOptions {
    std::string config;
    std::string task;
    bool isJson = false;
};

void addCheck(CLI::App& app, CheckOptions& options) {
    CLI::App* command =
        app.add_subcommand("check", "Check a labeling config, and a task against it");
    command->add_option("CONFIG", options.config, "The config, XML; - reads standard input")
        ->required();
    command->add_option("--task", options.task,
                        "A task or a list of tasks, JSON; - reads standard input");
    command->add_flag("--json", options.isJson,
                      "Print the interface that was understood and all problems as JSON");
    command->final_callback([&options] {
        if (options.config == "-" && options.task == "-") {
            throw CLI::ValidationError("CONFIG and --task cannot both be standard input");
        }
    });
}

int runCheck(const CheckOptions& options) {
    const auto result = cartouche::cli::check(options.config, options.task);
    if (options.isJson) {
        std::cout << cartouche::json::writeJson(cartouche::cli::writeReport(result)) << '\n';
    } else {
        std::cout << cartouche::cli::writeText(result);
    }
    return result.hasErrors() ? kBadInput : 0;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Labeling configs, tasks and annotations, checked without a browser.",
                 "cartouche");
    app.set_version_flag("--version", "cartouche " CARTOUCHE_VERSION);
    app.footer("Exits 0 if a person could label with it, 1 for bad input, 2 for bad usage.");
    app.require_subcommand(1);
    CheckOptions options;
    addCheck(app, options);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0
                                    : kBadUsage; // it prints help, the version, or what is wrong
    }
    return runCheck(options);
}
