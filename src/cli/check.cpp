#include "cli/check.h"

#include "cli/input.h"
#include "core/annotation/result_json.h"
#include "core/json/json.h"
#include "core/task/task.h"

#include <algorithm>
#include <format>
#include <utility>

namespace cartouche::cli {

namespace {

using diagnostics::Diagnostic;
using json::Json;

class Checker {
public:
    CheckResult run(const std::string& configPath, const std::string& taskPath) {
        readConfig(configPath);
        if (!taskPath.empty()) {
            readTasks(taskPath);
        }
        return std::move(m_result);
    }

private:
    void report(const std::string& file, Diagnostic diagnostic, std::string_view place = "") {
        diagnostic.where.pointer.insert(0, place);
        m_result.findings.push_back({file, std::move(diagnostic)});
    }

    void readConfig(const std::string& path) {
        const auto input = readInput(path);
        m_result.interface = config::parseLabelConfig(input ? input->text : "");
        m_configName = input ? input->name : path;
        if (!input) {
            report(path, input.error());
        }
        for (const Diagnostic& problem : m_result.interface.diagnostics()) {
            report(m_configName, problem);
        }
    }

    void readTasks(const std::string& path) {
        const auto input = readInput(path);
        if (!input) {
            report(path, input.error());
            return;
        }
        const auto value = json::parseJson(input->text);
        if (!value) {
            report(input->name, value.error());
        } else if (value->is_array()) {
            for (std::size_t index = 0; index < value->size(); ++index) {
                checkTask(input->name, (*value)[index], std::format("/{}", index));
            }
        } else {
            checkTask(input->name, *value, "");
        }
    }

    /// `place` is the JSON pointer of the task in its file.
    void checkTask(const std::string& file, const Json& value, const std::string& place) {
        const auto task = task::readTask(value);
        if (!task) {
            report(file, task.error(), place);
            return;
        }
        for (Diagnostic& problem : task::checkTask(m_result.interface, *task)) {
            // The line is the config's; of several tasks, the text says which.
            problem.message += place.empty() ? "" : std::format(" (task {})", place);
            report(m_configName, std::move(problem));
        }
        checkResults(file, task->annotations, place + "/annotations");
        checkResults(file, task->predictions, place + "/predictions");
    }

    void checkResults(const std::string& file, const Json& annotations, const std::string& place) {
        for (std::size_t index = 0; index < annotations.size(); ++index) {
            const Json& annotation = annotations[index];
            diagnostics::Diagnostics problems;
            annotation::readResults(
                annotation.is_object() ? annotation.value("result", Json()) : annotation,
                [] { return std::string(); }, problems);
            for (Diagnostic& problem : problems) {
                report(file, std::move(problem), std::format("{}/{}", place, index));
            }
        }
    }

    CheckResult m_result;
    std::string m_configName;
};

} // namespace

bool CheckResult::hasErrors() const {
    return std::ranges::any_of(findings, [](const Finding& finding) {
        return diagnostics::severityOf(finding.diagnostic.code) == diagnostics::Severity::Error;
    });
}

CheckResult check(const std::string& configPath, const std::string& taskPath) {
    return Checker().run(configPath, taskPath);
}

} // namespace cartouche::cli
