#include "cli/task_aggregate.h"

#include "cli/aggregate.h"
#include "cli/json_stream.h"
#include "cli/task_agreement.h"
#include "cli/task_consensus.h"
#include "cli/task_model.h"
#include "cli/text_table.h"

#include <algorithm>
#include <expected>
#include <format>
#include <ostream>
#include <ranges>
#include <string>
#include <vector>

namespace cartouche::cli {

namespace {

/// How the answers of a control are merged, by name.
std::string_view mergeName(MergeKind kind, const TaskAggregateOptions& options) {
    return kind == MergeKind::Number  ? "median"
           : kind == MergeKind::Boxes ? "box-fusion"
           : kind == MergeKind::Spans ? "majority"
                                      : options.method.name;
}

void writeBox(JsonStream& json, const MergedBox& box) {
    json.open('{');
    json.member("x", box.rectangle.x);
    json.member("y", box.rectangle.y);
    json.member("width", box.rectangle.width);
    json.member("height", box.rectangle.height);
    json.member("rotation", box.rectangle.rotation);
    json.key("label");
    json.text(box.label);
    json.key("support");
    json.count(box.support);
    json.member("score", box.score);
    json.close('}');
}

void writeSpan(JsonStream& json, const MergedSpan& span) {
    json.open('{');
    json.member("start", span.start);
    json.member("end", span.end);
    json.key("label");
    json.text(span.label);
    json.close('}');
}

void writeValue(JsonStream& json, const MergedAnswer& answer, MergeKind kind) {
    if (kind == MergeKind::Number) {
        json.number(answer.number);
        return;
    }
    json.open('[');
    for (const std::string& label : answer.labels) {
        json.text(label);
    }
    for (const MergedBox& box : answer.boxes) {
        writeBox(json, box);
    }
    for (const MergedSpan& span : answer.spans) {
        writeSpan(json, span);
    }
    json.close(']');
}

void writeMerged(JsonStream& json, const TaskAnswers& answers,
                 const std::vector<MergedAnswer>& merged, MergeKind kind) {
    json.key(kind == MergeKind::Labels   ? "labels"
             : kind == MergeKind::Number ? "values"
                                         : "regions");
    json.open('{');
    for (const MergedAnswer& answer : merged) {
        json.key(answers.tasks[answer.task]);
        writeValue(json, answer, kind);
    }
    json.close('}');
    if (kind == MergeKind::Labels) {
        json.key("confidence");
        json.open('{');
        for (const MergedAnswer& answer : merged) {
            json.member(answers.tasks[answer.task], answer.confidence);
        }
        json.close('}');
    }
}

void writeProblem(JsonStream& json, const std::string& problem) {
    json.key("problem");
    json.text(problem);
}

/// What the method makes of categories; the failure says what they lack.
struct Categories {
    quality::AnswerTable table;
    quality::MethodResult result;
};

std::expected<Categories, std::string> mergeCategories(const TaskAnswers& answers,
                                                       const ControlAnswers& control,
                                                       const TaskAggregateOptions& options) {
    quality::AnswerTable table = categoriesOf(answers, control);
    quality::MethodOptions choices = options.choices;
    if (options.method.needsModel) {
        auto model = modelOf(answers, control, table);
        if (!model) {
            return std::unexpected(std::format("{} weighs annotators with a model, but {}",
                                               options.method.name, model.error()));
        }
        choices.model = std::move(*model);
    }
    auto result = options.method.run(table.answers, choices);
    if (!result) {
        return std::unexpected(result.error());
    }
    return Categories{std::move(table), std::move(*result)};
}

std::expected<std::vector<MergedAnswer>, std::string>
mergeOthers(const TaskAnswers& answers, const ControlAnswers& control, MergeKind kind,
            const TaskAggregateOptions& options) {
    if (kind == MergeKind::Labels && options.method.needsModel) {
        return std::unexpected(std::format("{} is of controls with one choice, and this one has "
                                           "several; use another method",
                                           options.method.name));
    }
    return mergeAnswers(answers, control, kind, options.method, options.choices, options.threshold);
}

void writeControl(JsonStream& json, const TaskAnswers& answers, const ControlAnswers& control,
                  MergeKind kind, const TaskAggregateOptions& options) {
    if (kind == MergeKind::Categories) {
        if (const auto merged = mergeCategories(answers, control, options)) {
            writeMembers(json, {options.method, merged->table, merged->result,
                                quality::Gold(merged->table.items.size())});
        } else {
            writeProblem(json, merged.error());
        }
        return;
    }
    const auto merged = mergeOthers(answers, control, kind, options);
    if (!merged) {
        return writeProblem(json, merged.error());
    }
    json.key("method");
    json.text(mergeName(kind, options));
    writeMerged(json, answers, *merged, kind);
}

/// What is merged, in a few words.
std::string shownValue(const MergedAnswer& answer) {
    std::string text = answer.number ? std::format("{}", *answer.number) : "";
    const auto append = [&text](const std::string& part) {
        text += (text.empty() ? "" : ", ") + part;
    };
    for (const std::string& label : answer.labels) {
        append(label);
    }
    for (const MergedBox& box : answer.boxes) {
        append(std::format("{} at {:.1f},{:.1f} of {:.1f}x{:.1f}", box.label, box.rectangle.x,
                           box.rectangle.y, box.rectangle.width, box.rectangle.height));
    }
    for (const MergedSpan& span : answer.spans) {
        append(std::format("{} {}-{}", span.label, span.start, span.end));
    }
    return text.empty() ? "nothing" : text;
}

void writeControlText(std::ostream& out, const TaskAnswers& answers, const ControlAnswers& control,
                      MergeKind kind, const TaskAggregateOptions& options) {
    if (kind == MergeKind::Categories) {
        if (const auto merged = mergeCategories(answers, control, options)) {
            writeText(out, {options.method, merged->table, merged->result,
                            quality::Gold(merged->table.items.size())});
        } else {
            out << merged.error() << '\n';
        }
        return;
    }
    const auto merged = mergeOthers(answers, control, kind, options);
    if (!merged) {
        out << merged.error() << '\n';
        return;
    }
    out << std::format("{}: {} answers\n\n{}  {}\n", mergeName(kind, options),
                       control.answers.size(), cell("task"), "together");
    for (const MergedAnswer& answer : *merged | std::views::take(kMostRows)) {
        out << std::format("{}  {}\n", cell(answers.tasks[answer.task]), shownValue(answer));
    }
    if (merged->size() > kMostRows) {
        out << std::format("… and {} more; --json has all\n", merged->size() - kMostRows);
    }
}

} // namespace

void writeJson(std::ostream& out, const TaskAnswers& answers, const TaskAggregateOptions& options) {
    JsonStream json(out);
    std::vector<std::string> left;
    json.open('{');
    json.key("controls");
    json.open('{');
    for (const ControlAnswers& control : answers.controls) {
        const MergeKind kind = mergeKindOf(answers.interface, control);
        if (kind == MergeKind::None) {
            left.insert(left.end(), control.answers.empty() ? 0 : 1, control.control->name);
            continue;
        }
        json.key(control.control->name);
        json.open('{');
        json.key("type");
        json.text(control.control->tag->spelling());
        writeControl(json, answers, control, kind, options);
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

void writeText(std::ostream& out, const TaskAnswers& answers, const TaskAggregateOptions& options) {
    for (const ControlAnswers& control : answers.controls) {
        if (control.answers.empty()) {
            continue;
        }
        const MergeKind kind = mergeKindOf(answers.interface, control);
        out << std::format("== {} ({})\n", control.control->name, control.control->tag->spelling());
        if (kind == MergeKind::None) {
            out << "answers of this kind are not merged\n";
        } else {
            writeControlText(out, answers, control, kind, options);
        }
        out << '\n';
    }
}

} // namespace cartouche::cli
