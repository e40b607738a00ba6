#include "cli/task_aggregate.h"

#include "cli/aggregate.h"
#include "cli/control_measure.h"
#include "cli/json_stream.h"
#include "cli/task_agreement.h"
#include "core/quality/numeric_consensus.h"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace cartouche::cli {

namespace {

using quality::AnswerTable;

void writeProblem(JsonStream& json, const std::string& problem) {
    json.key("problem");
    json.text(problem);
}

void writeCategories(JsonStream& json, const AnswerTable& table, const quality::Method& method,
                     const quality::MethodOptions& options) {
    const auto result = method.run(table.answers, options);
    if (result) {
        writeMembers(json, {method, table, *result, quality::Gold(table.items.size())});
    } else {
        writeProblem(json, result.error());
    }
}

/// Whether each annotator chose one of several labels, as a problem of its own (binary relevance).
AnswerTable choiceOf(const TaskAnswers& answers, const ControlAnswers& control,
                     const std::string& label) {
    AnswerTable table;
    table.labels.indexOf("0");
    table.labels.indexOf("1");
    for (const ControlAnswer& answer : control.answers) {
        const bool isChosen = std::ranges::contains(choicesOf(answer.answer), label);
        table.add(answers.tasks[answer.task], answers.annotators[answer.annotator],
                  isChosen ? "1" : "0");
    }
    groupByItem(table.answers, quality::Repeats::Last);
    return table;
}

/// The labels that were ever chosen, in order.
std::vector<std::string> allChoices(const ControlAnswers& control) {
    std::vector<std::string> all;
    for (const ControlAnswer& answer : control.answers) {
        const auto chosen = choicesOf(answer.answer);
        all.insert(all.end(), chosen.begin(), chosen.end());
    }
    std::ranges::sort(all);
    const auto repeated = std::ranges::unique(all);
    all.erase(repeated.begin(), repeated.end());
    return all;
}

void writeSets(JsonStream& json, const TaskAnswers& answers, const ControlAnswers& control,
               const quality::Method& method, const quality::MethodOptions& options) {
    std::vector<std::vector<std::string>> labels(answers.tasks.size());
    std::vector<double> confidence(answers.tasks.size(), 1); // that all choices are right
    std::vector<bool> isAnswered(answers.tasks.size());
    for (const std::string& label : allChoices(control)) {
        const AnswerTable table = choiceOf(answers, control, label);
        const auto result = method.run(table.answers, options);
        if (!result) {
            return writeProblem(json, result.error());
        }
        const auto& probabilities = result->consensus.probabilities;
        const auto best = labelsOf(probabilities);
        for (std::uint32_t item = 0; item < best.size(); ++item) {
            const std::uint32_t task = *answers.tasks.find(table.items[item]);
            isAnswered[task] = true;
            confidence[task] *= probabilities(item, best[item]);
            if (best[item] == 1) {
                labels[task].push_back(label);
            }
        }
    }
    json.key("method");
    json.text(method.name);
    json.key("labels");
    json.open('{');
    for (std::size_t task = 0; task < labels.size(); ++task) {
        if (isAnswered[task]) {
            json.key(answers.tasks[task]);
            json.open('[');
            for (const std::string& label : labels[task]) {
                json.text(label);
            }
            json.close(']');
        }
    }
    json.close('}');
    json.key("confidence");
    json.open('{');
    for (std::size_t task = 0; task < labels.size(); ++task) {
        if (isAnswered[task]) {
            json.key(answers.tasks[task]);
            json.number(confidence[task]);
        }
    }
    json.close('}');
}

void writeNumbers(JsonStream& json, const TaskAnswers& answers, const ControlAnswers& control) {
    quality::NumericAnswers numbers{
        .items = answers.tasks.size(), .workers = answers.annotators.size(), .list = {}};
    for (const ControlAnswer& answer : control.answers) {
        if (const auto* number = std::get_if<double>(&answer.answer)) {
            numbers.list.push_back({answer.task, answer.annotator, *number});
        }
    }
    const auto medians = medianAnswers(numbers);
    json.key("method");
    json.text("median");
    json.key("values");
    json.open('{');
    for (std::size_t task = 0; task < medians.size(); ++task) {
        json.key(answers.tasks[task]);
        json.number(medians[task]);
    }
    json.close('}');
}

bool isAggregated(MeasureKind kind) {
    return kind == MeasureKind::Category || kind == MeasureKind::Set ||
           kind == MeasureKind::Paths || kind == MeasureKind::Number;
}

} // namespace

void writeTaskAggregate(std::ostream& out, const TaskAnswers& answers,
                        const quality::Method& method, const quality::MethodOptions& options) {
    JsonStream json(out);
    std::vector<std::string> left;
    json.open('{');
    json.key("controls");
    json.open('{');
    for (const ControlAnswers& control : answers.controls) {
        const MeasureKind kind = measureOf(answers.interface, control);
        if (control.answers.empty() || !isAggregated(kind)) {
            left.insert(left.end(), control.answers.empty() ? 0 : 1, control.control->name);
            continue;
        }
        json.key(control.control->name);
        json.open('{');
        json.key("type");
        json.text(control.control->tag->spelling());
        if (kind == MeasureKind::Category) {
            writeCategories(json, categoriesOf(answers, control), method, options);
        } else if (kind == MeasureKind::Number) {
            writeNumbers(json, answers, control);
        } else {
            writeSets(json, answers, control, method, options);
        }
        json.close('}');
    }
    json.close('}');
    json.key("notAggregated");
    json.open('[');
    for (const std::string& name : left) {
        json.text(name);
    }
    json.close(']');
    json.close('}');
    out << '\n';
}

} // namespace cartouche::cli
