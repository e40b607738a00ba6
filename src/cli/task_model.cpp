#include "cli/task_model.h"

#include "cli/predictions_input.h"
#include "cli/task_agreement.h"
#include "core/sampling/committee.h"

#include <algorithm>
#include <format>
#include <utility>
#include <vector>

namespace cartouche::cli {

namespace {

const ControlAnswers& predictedOf(const TaskAnswers& answers, const ControlAnswers& control) {
    return *std::ranges::find(answers.predicted, control.control, &ControlAnswers::control);
}

/// What one model says of the tasks of a table.
std::vector<ScoredLabel> labelsBy(std::uint32_t model, const TaskAnswers& answers,
                                  const ControlAnswers& predicted,
                                  const quality::AnswerTable& table) {
    std::vector<ScoredLabel> labels;
    for (const ControlAnswer& answer : predicted.answers) {
        const auto item = table.items.find(answers.tasks[answer.task]);
        if (answer.annotator == model && item) {
            labels.push_back({*item, agreement::categoryOf(answer.answer), answer.score});
        }
    }
    return labels;
}

/// The labels that models name, too: behind those of the config, or in order.
void addPredictedLabels(const TaskAnswers& answers, const ControlAnswers& predicted,
                        quality::AnswerTable& table) {
    quality::Names labels;
    for (const ControlAnswer& answer : predicted.answers) {
        labels.indexOf(agreement::categoryOf(answer.answer));
    }
    if (answers.interface.findChoices(predicted.control->name) == nullptr) {
        addLabels(table, labels);
        return;
    }
    for (const std::string& label : labels) {
        table.labels.indexOf(label);
    }
    table.answers.labels = table.labels.size();
}

} // namespace

std::expected<quality::Matrix, std::string>
modelOf(const TaskAnswers& answers, const ControlAnswers& control, quality::AnswerTable& table) {
    const ControlAnswers& predicted = predictedOf(answers, control);
    if (predicted.answers.empty()) {
        return std::unexpected("no model says anything with this control");
    }
    addPredictedLabels(answers, predicted, table);
    std::vector<quality::Matrix> members;
    for (const std::uint32_t model : answers.models) {
        auto said =
            spreadScores(labelsBy(model, answers, predicted, table), table.items, table.labels);
        if (!said) {
            return std::unexpected(
                std::format("of {}: {}", answers.annotators[model], said.error()));
        }
        members.push_back(std::move(*said));
    }
    return sampling::consensus(members);
}

void checkPredictions(const std::string& path, TaskAnswers& answers) {
    const auto report = [&](std::string message) {
        answers.findings.push_back({path, {diagnostics::Code::BadTask, std::move(message), {}}});
    };
    bool hasAny = answers.models.empty(); // which is a finding already
    for (const ControlAnswers& control : answers.controls) {
        const bool isAsked =
            !control.answers.empty() &&
            measureOf(answers.interface, control) == agreement::MeasureKind::Category &&
            !predictedOf(answers, control).answers.empty();
        if (!isAsked) {
            continue;
        }
        hasAny = true;
        quality::AnswerTable table = categoriesOf(answers, control);
        if (const auto model = modelOf(answers, control, table); !model) {
            report(std::format("The predictions of \"{}\" tell no probabilities, {}",
                               control.control->name, model.error()));
        }
    }
    if (!hasAny) {
        report("No prediction is of a control with one choice that annotators answered");
    }
}

} // namespace cartouche::cli
