#include "cli/task_answers.h"

#include "cli/input.h"
#include "cli/text_table.h"
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

/// The annotation or prediction of somebody that counts, and its place in the list.
struct Made {
    std::uint32_t who = 0;
    std::size_t at = 0;
    Record record;
};

class Reader {
public:
    explicit Reader(const PredictionOptions& predictions) : m_predictions(predictions) {}

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
        if (m_predictions.read != PredictionsRead::None) {
            checkModels();
        }
        if (m_predictions.read == PredictionsRead::All) {
            setApart();
        }
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
        std::vector<Made> made = lastAnnotations(*task);
        if (m_predictions.read != PredictionsRead::None) {
            addPredictions(*task, made);
        }
        std::vector<std::uint32_t> annotators;
        std::vector<Document> documents;
        for (const auto& [who, at, record] : made) {
            diagnostics::Diagnostics problems;
            annotators.push_back(who);
            documents.push_back(annotation::readDocument(
                record, [] { return std::string(); }, problems));
            reportProblems(record, std::move(problems), place, at);
        }
        agreement::addAnswers(m_result.controls, m_result.interface, documents, name, annotators);
        for (ControlAnswers& control : m_result.controls) {
            auto answer = control.answers.end() - static_cast<std::ptrdiff_t>(made.size());
            for (const Made& one : made) {
                const bool isPrediction = one.record.kind == annotation::RecordKind::Prediction;
                (answer++)->score = isPrediction ? one.record.score : std::nullopt;
            }
        }
    }

    /// The last one of each annotator, in the order of the first ones.
    std::vector<Made> lastAnnotations(const task::Task& task) {
        std::vector<Made> last;
        for (std::size_t at = 0; at < task.annotations.size(); ++at) {
            Record record =
                annotation::readRecord(task.annotations[at], annotation::RecordKind::Annotation);
            if (record.isSkipped) {
                continue;
            }
            const std::uint32_t who = m_result.annotators.indexOf(annotatorOf(record, at));
            m_people.insert(who);
            const auto known = std::ranges::find(last, who, &Made::who);
            if (known == last.end()) {
                last.push_back({who, at, std::move(record)});
            } else if (record.createdAt >= known->record.createdAt) {
                *known = {who, at, std::move(record)};
            }
        }
        return last;
    }

    void addPredictions(const task::Task& task, std::vector<Made>& made) {
        const auto first = static_cast<std::ptrdiff_t>(made.size());
        for (std::size_t at = 0; at < task.predictions.size(); ++at) {
            Record record =
                annotation::readRecord(task.predictions[at], annotation::RecordKind::Prediction);
            const std::string version = record.createdBy.empty() ? "model" : record.createdBy;
            m_versions.insert(version);
            if (!isChosen(version)) {
                continue;
            }
            const std::uint32_t who = m_result.annotators.indexOf(version);
            if (!std::ranges::contains(m_result.models, who)) {
                m_result.models.push_back(who);
            }
            const auto known =
                m_predictions.read == PredictionsRead::All
                    ? made.end()
                    : std::ranges::find(made.begin() + first, made.end(), who, &Made::who);
            constexpr double kNone = -1;
            if (known == made.end()) {
                made.push_back({who, at, std::move(record)});
            } else if (record.score.value_or(kNone) >= known->record.score.value_or(kNone)) {
                *known = {who, at, std::move(record)};
            }
        }
    }

    bool isChosen(const std::string& version) const {
        const auto& models = m_predictions.models;
        return models.empty() || models == std::vector<std::string>{"all"} ||
               std::ranges::contains(models, version);
    }

    void checkModels() {
        const auto reportModels = [this](std::string message) {
            report(m_tasksName, {diagnostics::Code::BadTask, std::move(message), {}});
        };
        if (m_versions.empty()) {
            return reportModels("No task has predictions, so there is no model to look at");
        }
        if (m_predictions.models.empty() && m_versions.size() > 1) {
            reportModels(std::format("The predictions are by several models, {}; name those that "
                                     "count with --models",
                                     quotedList(m_versions)));
        }
        for (const std::string& model : m_predictions.models) {
            if (model != "all" && !m_versions.contains(model)) {
                reportModels(std::format("No prediction is by the model \"{}\"; there are those of "
                                         "{}",
                                         model, quotedList(m_versions)));
            }
        }
        for (const std::uint32_t model : m_result.models) {
            if (m_people.contains(model)) {
                reportModels(std::format("An annotator and a model are both called \"{}\", so that "
                                         "their answers cannot be told apart",
                                         m_result.annotators[model]));
            }
        }
    }

    void setApart() {
        m_result.predicted = agreement::controlsOf(m_result.interface);
        for (std::size_t at = 0; at < m_result.controls.size(); ++at) {
            auto& answers = m_result.controls[at].answers;
            const auto predicted =
                std::ranges::stable_partition(answers, [this](const ControlAnswer& answer) {
                    return !std::ranges::contains(m_result.models, answer.annotator);
                });
            m_result.predicted[at].isOfRegions = m_result.controls[at].isOfRegions;
            m_result.predicted[at].answers.assign(predicted.begin(), predicted.end());
            answers.erase(predicted.begin(), predicted.end());
        }
    }

    /// Results that cannot be compared, as figures leave them out: those of types that are not
    /// known once for each type, those that cannot be read one by one, the first ones.
    void reportProblems(const Record& record, diagnostics::Diagnostics problems,
                        std::string_view place, std::size_t annotation) {
        if (json::Cursor(record.result).kind() == json::Kind::List) {
            std::size_t index = 0;
            json::Cursor(record.result).readList([&](json::Cursor& item) {
                const std::string type = json::Members(item.skip()).text("type");
                const std::string pointer = std::format("/result/{}", index++);
                if (type == "relation" || reportUnknownType(type, place)) {
                    std::erase_if(problems, [&pointer](const diagnostics::Diagnostic& problem) {
                        return problem.where.pointer == pointer;
                    });
                }
            });
        }
        for (diagnostics::Diagnostic& problem : problems) {
            if (m_told++ < kMostTold) {
                problem.message += ", and not compared";
                report(m_tasksName, std::move(problem),
                       std::format("{}/{}/{}", place,
                                   record.kind == annotation::RecordKind::Prediction
                                       ? "predictions"
                                       : "annotations",
                                   annotation));
            }
        }
    }

    /// Returns whether it is one.
    bool reportUnknownType(const std::string& type, std::string_view place) {
        const bool isUnknown =
            !type.empty() && annotation::findResultType(type) == annotation::ResultType::Unknown;
        if (isUnknown && m_result.unknownTypes.insert(type).second) {
            report(m_tasksName,
                   {diagnostics::Code::BadResult,
                    std::format("Results of the type \"{}\" are not known, and are not compared",
                                type),
                    {}},
                   place);
        }
        return isUnknown;
    }

    static constexpr std::size_t kMostTold = 20;

    const PredictionOptions& m_predictions;
    TaskAnswers m_result;
    std::string m_tasksName;
    std::set<std::uint32_t> m_people;
    std::set<std::string> m_versions; // of models
    std::size_t m_told = 0;
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

TaskAnswers readTaskAnswers(const std::string& configPath, const std::string& tasksPath,
                            const PredictionOptions& predictions) {
    return Reader(predictions).run(configPath, tasksPath);
}

} // namespace cartouche::cli
