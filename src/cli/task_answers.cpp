#include "cli/task_answers.h"

#include "cli/input.h"
#include "core/annotation/record.h"
#include "core/annotation/result_types.h"
#include "core/json/cursor.h"
#include "core/json/members.h"
#include "core/task/task.h"

#include <algorithm>
#include <format>
#include <string>
#include <utility>

namespace cartouche::cli {

namespace {

using annotation::Document;
using annotation::Record;

class Reader {
public:
    TaskAnswers run(const std::string& configPath, const std::string& tasksPath) {
        const auto config = readInput(configPath);
        const auto tasks = readInput(tasksPath);
        const auto value = tasks ? json::checkJson(tasks->text) : std::unexpected(tasks.error());
        if (!config) {
            report(configPath, config.error());
        }
        if (!value) {
            report(tasksPath, value.error());
        }
        m_result.isUnusable = !config || !value;
        if (m_result.isUnusable) {
            return std::move(m_result);
        }
        m_result.interface = config::parseLabelConfig(config->text);
        for (const auto& problem : m_result.interface.diagnostics()) {
            report(config->name, problem);
        }
        m_result.controls = agreement::controlsOf(m_result.interface);
        m_tasksName = tasks->name;
        readList(*value);
        agreement::dropMissing(m_result.controls);
        return std::move(m_result);
    }

private:
    void report(const std::string& file, diagnostics::Diagnostic diagnostic,
                std::string_view place = "") {
        diagnostic.where.pointer.insert(0, place);
        m_result.findings.push_back({file, std::move(diagnostic)});
    }

    void readList(const json::CheckedText& value) {
        std::size_t index = 0;
        if (json::Cursor(value.text()).kind() != json::Kind::List) {
            readTask(value, index, "");
            return;
        }
        json::Cursor(value).readList([&](json::Cursor& item) {
            const std::string place = std::format("/{}", index);
            readTask(value.part(item.skip()), index++, place);
        });
    }

    void readTask(const json::CheckedText& value, std::size_t index, const std::string& place) {
        const auto task = task::readTask(value);
        if (!task) {
            report(m_tasksName, task.error(), place);
            return;
        }
        const std::uint32_t name = m_result.tasks.indexOf(nameOf(*task, index));
        // The last annotation of each annotator, in the order of the first ones.
        std::vector<std::pair<std::uint32_t, Record>> last;
        for (std::size_t at = 0; at < task->annotations.size(); ++at) {
            Record record =
                annotation::readRecord(task->annotations[at], annotation::RecordKind::Annotation);
            if (record.isSkipped) {
                continue;
            }
            const std::uint32_t who = m_result.annotators.indexOf(annotatorOf(record, at));
            const auto known =
                std::ranges::find(last, who, &std::pair<std::uint32_t, Record>::first);
            if (known == last.end()) {
                last.emplace_back(who, std::move(record));
            } else if (record.createdAt >= known->second.createdAt) {
                known->second = std::move(record);
            }
        }
        std::vector<std::uint32_t> annotators;
        std::vector<Document> documents;
        for (const auto& [who, record] : last) {
            diagnostics::Diagnostics ignored; // `cartouche check` tells them
            annotators.push_back(who);
            documents.push_back(
                annotation::readDocument(record, [] { return std::string(); }, ignored));
            reportUnknownTypes(record, place);
        }
        agreement::addAnswers(m_result.controls, m_result.interface, documents, name, annotators);
    }

    /// Results that nobody can compare, each type once: figures leave them out.
    void reportUnknownTypes(const Record& record, std::string_view place) {
        if (json::Cursor(record.result).kind() != json::Kind::List) {
            return;
        }
        json::Cursor(record.result).readList([&](json::Cursor& item) {
            const std::string type = json::Members(item.skip()).text("type");
            if (type.empty() || type == "relation" ||
                annotation::findResultType(type) != annotation::ResultType::Unknown ||
                !m_result.unknownTypes.insert(type).second) {
                return;
            }
            report(m_tasksName,
                   {diagnostics::Code::BadResult,
                    std::format("Results of the type \"{}\" are not known, and are not compared",
                                type),
                    {}},
                   place);
        });
    }

    TaskAnswers m_result;
    std::string m_tasksName;
};

} // namespace

/// `completed_by` may be an object with what is known of the person.
std::string annotatorOf(const Record& record, std::size_t index) {
    if (!record.createdBy.empty()) {
        return record.createdBy;
    }
    const json::Members members(record.source.text());
    if (const auto person = members.find("completed_by")) {
        const json::Members known(*person);
        const auto id = known.find("id");
        return id ? std::string(*id) : known.text("email");
    }
    return std::format("annotation {}", index + 1);
}

std::string nameOf(const task::Task& task, std::size_t index) {
    return task.id.is_string()   ? task.id.get<std::string>()
           : task.id.is_number() ? json::writeJson(task.id)
                                 : std::format("#{}", index);
}

TaskAnswers readTaskAnswers(const std::string& configPath, const std::string& tasksPath) {
    return Reader().run(configPath, tasksPath);
}

} // namespace cartouche::cli
