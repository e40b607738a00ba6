#include "cli/task_answers.h"

#include "cli/input.h"
#include "core/annotation/binding.h"
#include "core/annotation/record.h"
#include "core/json/cursor.h"
#include "core/json/members.h"
#include "core/task/task.h"

#include <algorithm>
#include <format>
#include <map>
#include <utility>

namespace cartouche::cli {

namespace {

using annotation::Area;
using annotation::Document;
using annotation::Record;
using annotation::Result;

geometry::Size sizeOf(const Area& area) {
    constexpr double kUnknown = 100; // percent are as good as pixels then
    return area.medium.width > 0 && area.medium.height > 0
               ? geometry::Size{static_cast<double>(area.medium.width),
                                static_cast<double>(area.medium.height)}
               : geometry::Size{kUnknown, kUnknown};
}

std::string labelOf(const Result& result) {
    std::string text;
    for (const std::string& label : result.labels()) {
        text += (text.empty() ? "" : ", ") + label;
    }
    return text;
}

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
        prepareControls();
        m_tasksName = tasks->name;
        readList(*value);
        dropMissing();
        return std::move(m_result);
    }

private:
    void report(const std::string& file, diagnostics::Diagnostic diagnostic,
                std::string_view place = "") {
        diagnostic.where.pointer.insert(0, place);
        m_result.findings.push_back({file, std::move(diagnostic)});
    }

    void prepareControls() {
        for (const config::Control& control : m_result.interface.controls()) {
            m_result.controls.push_back({.control = &control});
        }
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
        for (const auto& [who, record] : last) {
            readAnnotation(name, who, record);
        }
    }

    void readAnnotation(std::uint32_t task, std::uint32_t who, const Record& record) {
        diagnostics::Diagnostics ignored; // `cartouche check` tells them
        const Document document =
            annotation::readDocument(record, [] { return std::string(); }, ignored);
        std::map<const config::Control*, ControlAnswer> answers;
        for (const Area& area : document.areas().all()) {
            for (const Result& result : area.results) {
                readResult(area, result, answers);
            }
        }
        for (ControlAnswers& control : m_result.controls) {
            ControlAnswer& answer = answers[control.control];
            answer.task = task;
            answer.annotator = who;
            control.answers.push_back(std::move(answer));
        }
    }

    void readResult(const Area& area, const Result& result,
                    std::map<const config::Control*, ControlAnswer>& answers) {
        const config::Control* control = annotation::findControl(m_result.interface, area, result);
        if (control == nullptr) {
            return;
        }
        ControlAnswers& all =
            *std::ranges::find(m_result.controls, control, &ControlAnswers::control);
        if (!area.isRegion()) {
            answers[control].answer = result.answer;
            return;
        }
        const bool isAboutRegion =
            result.labels().empty() && !std::holds_alternative<std::monostate>(result.answer);
        if (isAboutRegion) {
            return; // an answer about a region is compared only with regions, which have no names
        }
        all.isOfRegions = true;
        if (auto shape = quality::comparableShape(*area.shape, sizeOf(area))) {
            answers[control].regions.push_back({std::move(*shape), sizeOf(area), labelOf(result)});
        } else {
            ++all.notCompared;
        }
    }

    /// Who says nothing of the whole object has not answered; who draws nothing has.
    void dropMissing() {
        for (ControlAnswers& control : m_result.controls) {
            if (!control.isOfRegions) {
                std::erase_if(control.answers, [](const ControlAnswer& answer) {
                    return std::holds_alternative<std::monostate>(answer.answer);
                });
            }
        }
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
