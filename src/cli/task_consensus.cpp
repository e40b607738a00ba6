#include "cli/task_consensus.h"

#include "core/geometry/rotated_box.h"
#include "core/quality/numeric_consensus.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace cartouche::cli {

namespace {

using agreement::choicesOf;
using agreement::MeasureKind;

using quality::AnswerTable;
using quality::LabeledBox;
using quality::LabeledSpan;
using Merged = std::vector<MergedAnswer>;

/// Whether each annotator chose one of several labels, as a problem of its own.
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

/// One for each task that has an answer.
Merged emptyAnswers(const TaskAnswers& answers, const ControlAnswers& control) {
    std::vector<bool> isAnswered(answers.tasks.size());
    for (const ControlAnswer& answer : control.answers) {
        isAnswered[answer.task] = true;
    }
    Merged merged;
    for (std::uint32_t task = 0; task < isAnswered.size(); ++task) {
        if (isAnswered[task]) {
            merged.push_back({.task = task});
        }
    }
    return merged;
}

std::expected<Merged, std::string> mergeLabels(const TaskAnswers& answers,
                                               const ControlAnswers& control,
                                               const quality::Method& method,
                                               const quality::MethodOptions& options) {
    Merged merged = emptyAnswers(answers, control);
    for (const std::string& label : allChoices(control)) {
        const AnswerTable table = choiceOf(answers, control, label);
        const auto result = method.run(table.answers, options);
        if (!result) {
            return std::unexpected(result.error());
        }
        const auto& probabilities = result->consensus.probabilities;
        const auto best = labelsOf(probabilities);
        for (MergedAnswer& answer : merged) {
            const std::uint32_t item = *table.items.find(answers.tasks[answer.task]);
            answer.confidence *= probabilities(item, best[item]);
            if (best[item] == 1) {
                answer.labels.push_back(label);
            }
        }
    }
    return merged;
}

Merged mergeNumbers(const TaskAnswers& answers, const ControlAnswers& control) {
    quality::NumericAnswers numbers{
        .items = answers.tasks.size(), .workers = answers.annotators.size(), .list = {}};
    for (const ControlAnswer& answer : control.answers) {
        if (const auto* number = std::get_if<double>(&answer.answer)) {
            numbers.list.push_back({answer.task, answer.annotator, *number});
        }
    }
    const auto medians = medianAnswers(numbers);
    Merged merged = emptyAnswers(answers, control);
    for (MergedAnswer& answer : merged) {
        answer.number = medians[answer.task];
    }
    return merged;
}

using Given = std::vector<const ControlAnswer*>;

/// By task, the answers of those who saw it.
std::vector<Given> answersByTask(const TaskAnswers& answers, const ControlAnswers& control) {
    std::vector<Given> byTask(answers.tasks.size());
    for (const ControlAnswer& answer : control.answers) {
        byTask[answer.task].push_back(&answer);
    }
    return byTask;
}

void mergeBoxes(MergedAnswer& merged, const Given& answers, double threshold) {
    quality::Names labels;
    geometry::Size size;
    std::vector<std::vector<LabeledBox>> annotators;
    for (const ControlAnswer* answer : answers) {
        annotators.emplace_back();
        for (const ComparedRegion& region : answer->regions) {
            size = region.size;
            annotators.back().push_back(
                {std::get<geometry::RotatedBox>(region.shape), labels.indexOf(region.label)});
        }
    }
    const std::vector<double> weights(annotators.size(), 1);
    for (const quality::FusedBox& fused : quality::fuseBoxes(annotators, weights, threshold)) {
        const geometry::RotatedBox& box = fused.mean.box;
        merged.boxes.push_back(
            {geometry::rectangleFrom(box.center, box.width, box.height, box.rotation, size),
             labels[fused.mean.label], fused.support, fused.score});
    }
}

void mergeSpans(MergedAnswer& merged, const Given& answers) {
    quality::Names labels;
    std::vector<std::vector<LabeledSpan>> annotators;
    for (const ControlAnswer* answer : answers) {
        annotators.emplace_back();
        for (const ComparedRegion& region : answer->regions) {
            LabeledSpan span = std::get<quality::ComparableSpan>(region.shape).span;
            span.label = labels.indexOf(region.label);
            annotators.back().push_back(span);
        }
    }
    for (const LabeledSpan& span : quality::majoritySpans(annotators)) {
        merged.spans.push_back({span.begin, span.end, labels[span.label]});
    }
}

/// Whether the regions of all annotators are shapes that `isOne` takes.
template <typename IsOne>
bool areAll(const ControlAnswers& control, IsOne isOne) {
    return control.notCompared == 0 &&
           std::ranges::all_of(control.answers, [&isOne](const ControlAnswer& answer) {
               return std::ranges::all_of(answer.regions, [&isOne](const ComparedRegion& region) {
                   return isOne(region.shape);
               });
           });
}

MergeKind kindOfRegions(const ControlAnswers& control) {
    const bool areBoxes = areAll(control, [](const quality::ComparableShape& shape) {
        return std::holds_alternative<geometry::RotatedBox>(shape);
    });
    const bool areSpans = areAll(control, [](const quality::ComparableShape& shape) {
        const auto* span = std::get_if<quality::ComparableSpan>(&shape);
        return span != nullptr && span->start.empty() && span->end.empty();
    });
    return areBoxes ? MergeKind::Boxes : areSpans ? MergeKind::Spans : MergeKind::None;
}

/// The paths of a taxonomy that were ever chosen, by their texts.
std::map<std::string, annotation::Path> allPaths(const ControlAnswers& control) {
    std::map<std::string, annotation::Path> paths;
    for (const ControlAnswer& answer : control.answers) {
        if (const auto* chosen = std::get_if<std::vector<annotation::Path>>(&answer.answer)) {
            for (const annotation::Path& path : *chosen) {
                paths.emplace(choicesOf(std::vector<annotation::Path>{path}).front(), path);
            }
        }
    }
    return paths;
}

std::vector<annotation::Path> chosenPaths(const MergedAnswer& merged,
                                          const std::map<std::string, annotation::Path>& paths) {
    std::vector<annotation::Path> chosen;
    for (const std::string& label : merged.labels) {
        if (const auto path = paths.find(label); path != paths.end()) {
            chosen.push_back(path->second);
        }
    }
    return chosen;
}

/// What is merged as regions, on the image of those that it was made of.
std::vector<ComparedRegion> regionsOf(const MergedAnswer& merged, const Given& given) {
    std::vector<ComparedRegion> regions;
    geometry::Size size;
    for (const ControlAnswer* answer : given) {
        size = answer->regions.empty() ? size : answer->regions.back().size;
    }
    for (const MergedBox& box : merged.boxes) {
        regions.push_back({geometry::boxOf(box.rectangle, size), size, box.label, {}});
    }
    for (const MergedSpan& span : merged.spans) {
        regions.push_back(
            {quality::ComparableSpan{{span.start, span.end}, "", ""}, size, span.label, {}});
    }
    return regions;
}

} // namespace

MergeKind mergeKindOf(const config::LabelingInterface& interface, const ControlAnswers& control) {
    switch (measureOf(interface, control)) {
    case MeasureKind::Category:
        return control.answers.empty() ? MergeKind::None : MergeKind::Categories;
    case MeasureKind::Set:
    case MeasureKind::Paths:
        return MergeKind::Labels;
    case MeasureKind::Number:
        return MergeKind::Number;
    case MeasureKind::Regions:
        return kindOfRegions(control);
    case MeasureKind::Text:
    case MeasureKind::Ranking:
        break;
    }
    return MergeKind::None;
}

std::expected<Merged, std::string> mergeAnswers(const TaskAnswers& answers,
                                                const ControlAnswers& control, MergeKind kind,
                                                const quality::Method& method,
                                                const quality::MethodOptions& options,
                                                double threshold) {
    if (kind == MergeKind::Labels) {
        return mergeLabels(answers, control, method, options);
    }
    if (kind == MergeKind::Number) {
        return mergeNumbers(answers, control);
    }
    Merged merged = emptyAnswers(answers, control);
    const auto byTask = answersByTask(answers, control);
    for (MergedAnswer& answer : merged) {
        if (kind == MergeKind::Boxes) {
            mergeBoxes(answer, byTask[answer.task], threshold);
        } else {
            mergeSpans(answer, byTask[answer.task]);
        }
    }
    return merged;
}

std::optional<std::vector<ControlAnswer>>
consensusAnswers(const TaskAnswers& answers, const ControlAnswers& control, double threshold) {
    const MergeKind kind = mergeKindOf(answers.interface, control);
    if (kind == MergeKind::None || kind == MergeKind::Categories) {
        return std::nullopt;
    }
    const auto merged =
        mergeAnswers(answers, control, kind, *quality::findMethod("majority"), {}, threshold);
    if (!merged) {
        return std::nullopt;
    }
    const bool areSets = measureOf(answers.interface, control) == MeasureKind::Set;
    const auto paths = allPaths(control);
    const auto byTask = answersByTask(answers, control);
    std::vector<ControlAnswer> result;
    for (const MergedAnswer& one : *merged) {
        ControlAnswer answer{.task = one.task};
        if (one.number) {
            answer.answer = *one.number;
        } else if (kind != MergeKind::Labels) {
            answer.regions = regionsOf(one, byTask[one.task]);
        } else if (areSets) {
            answer.answer = one.labels;
        } else {
            answer.answer = chosenPaths(one, paths);
        }
        result.push_back(std::move(answer));
    }
    return result;
}

} // namespace cartouche::cli
