#include "cli/check.h"

#include "cli/input.h"
#include "core/annotation/binding.h"
#include "core/annotation/record.h"
#include "core/json/cursor.h"
#include "core/task/task.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <utility>

namespace cartouche::cli {

namespace {

using diagnostics::Diagnostic;
using json::Json;

class Checker {
public:
    CheckResult run(const std::string& configPath, const std::string& taskPath) {
        const auto input = readInput(configPath);
        m_configName = input ? input->name : configPath;
        if (!input) {
            report(configPath, input.error());
        }
        readTasks(taskPath);
        // Repeaters and answers from the data need a task; of several, the first one.
        const Json* data = m_tasks.empty() ? nullptr : &m_tasks.front().task.data;
        m_result.interface = config::parseLabelConfig(input ? input->text : "", data);
        for (const Diagnostic& problem : m_result.interface.diagnostics()) {
            report(m_configName, problem);
        }
        for (const PlacedTask& placed : m_tasks) {
            checkTask(placed);
        }
        if (!m_tasks.empty()) {
            m_result.task = std::move(m_tasks.front().task);
        }
        return std::move(m_result);
    }

private:
    struct PlacedTask {
        task::Task task;
        std::string place; // JSON pointer of the task in its file
    };

    void report(const std::string& file, Diagnostic diagnostic, std::string_view place = "") {
        diagnostic.where.pointer.insert(0, place);
        m_result.findings.push_back({file, std::move(diagnostic)});
    }

    void readTasks(const std::string& path) {
        if (path.empty()) {
            return;
        }
        const auto input = readInput(path);
        if (!input) {
            report(path, input.error());
            return;
        }
        m_taskName = input->name;
        const auto value = json::checkJson(input->text);
        if (!value) {
            report(m_taskName, value.error());
        } else if (json::Cursor(value->text()).kind() == json::Kind::List) {
            std::size_t index = 0;
            json::Cursor(value->text()).readList([&](json::Cursor& item) {
                readTask(value->part(item.skip()), std::format("/{}", index++));
            });
        } else {
            readTask(*value, "");
        }
    }

    void readTask(const json::CheckedText& value, std::string place) {
        auto task = task::readTask(value);
        if (task) {
            m_tasks.push_back({std::move(*task), std::move(place)});
        } else {
            report(m_taskName, task.error(), place);
        }
    }

    void checkTask(const PlacedTask& placed) {
        for (Diagnostic& problem : task::checkTask(m_result.interface, placed.task)) {
            // The line is the config's; of several tasks, the text says which.
            problem.message += placed.place.empty() ? "" : std::format(" (task {})", placed.place);
            report(m_configName, std::move(problem));
        }
        using annotation::RecordKind;
        checkRecords(placed.task.annotations, RecordKind::Annotation,
                     placed.place + "/annotations");
        checkRecords(placed.task.predictions, RecordKind::Prediction,
                     placed.place + "/predictions");
    }

    void checkRecords(const std::vector<json::CheckedText>& records, annotation::RecordKind kind,
                      const std::string& place) {
        for (std::size_t index = 0; index < records.size(); ++index) {
            diagnostics::Diagnostics problems;
            annotation::readDocument(
                annotation::readRecord(records[index], kind), [] { return std::string(); },
                problems);
            for (Diagnostic& problem : problems) {
                report(m_taskName, std::move(problem), std::format("{}/{}", place, index));
            }
        }
    }

    CheckResult m_result;
    std::string m_configName;
    std::string m_taskName;
    std::vector<PlacedTask> m_tasks;
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
