#pragma once

#include "cli/answers_input.h"
#include "cli/task_answers.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace cartouche::cli {

/// What commands that look at answers have in common.
struct AnswerOptions {
    std::string answers;
    std::string config; // empty: answers are CSV
    double threshold = 0.5;
    std::string repeats;
    std::vector<std::string> models;
    bool isJson = false;
};

/// Adds `--answers`, `--config`, `--threshold` and `--json`.
void addAnswerOptions(CLI::App& command, AnswerOptions& options);

/// Adds `--repeats`, of these names, the default of which is in the options.
void addRepeats(CLI::App& command, AnswerOptions& options, const std::vector<std::string>& names);

quality::Repeats repeatsNamed(const std::string& name);

/// Whether answers can be looked at; why not is a finding.
bool isUsable(const std::string& path, AnswersInput& input);

/// Whether the tasks hold anything to compare; what is wrong with them is printed.
bool isUsable(const std::string& path, TaskAnswers& answers);

} // namespace cartouche::cli
