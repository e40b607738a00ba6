#include "cli/task_agreement.h"

#include "cli/agreement_report.h"
#include "cli/json_stream.h"
#include "cli/model_report.h"
#include "cli/text_table.h"
#include "core/quality/similarity_agreement.h"

#include <algorithm>
#include <format>
#include <ostream>

namespace cartouche::cli {

namespace {

using agreement::MeasureKind;

/// What is said of a control whose answers are alike in part.
struct Similarity {
    MeasureKind kind = MeasureKind::Set;
    quality::SimilarityAgreement agreement;
    quality::MeanSimilarity overlap; // of regions that were matched
    std::optional<quality::Alpha> alpha;
    std::vector<ModelAgreement> models;
};

Similarity compare(const TaskAnswers& answers, const ControlAnswers& control, MeasureKind kind,
                   const TaskAgreementOptions& options) {
    std::vector<quality::AnswerPlace> places;
    for (const ControlAnswer& answer : control.answers) {
        places.push_back({answer.task, answer.annotator});
    }
    Similarity result{.kind = kind, .agreement = {}, .overlap = {}, .alpha = {}, .models = {}};
    const auto similarity = similarityOf(control, kind, options.threshold);
    result.agreement = quality::similarityAgreement(
        places, answers.tasks.size(), [&](std::size_t first, std::size_t second) {
            if (kind == MeasureKind::Regions) {
                const auto match = matchRegions(control.answers[first], control.answers[second],
                                                options.threshold);
                if (match.meanSimilarity) {
                    result.overlap.add(*match.meanSimilarity);
                }
                return match.f1;
            }
            return similarity(first, second);
        });
    result.alpha = alphaOf(control, kind, answers.tasks.size(), options.numbers);
    result.models = modelsOnSimilarities(answers, control, result.agreement, options.threshold);
    return result;
}

/// What is said of a control whose answers are categories.
struct Categories {
    quality::AnswerTable table;
    quality::CategoryAgreement agreement;
    std::vector<ModelAgreement> models;
};

Categories compareCategories(const TaskAnswers& answers, const ControlAnswers& control,
                             const quality::CategoryAgreementOptions& options) {
    Categories result{.table = categoriesOf(answers, control), .agreement = {}, .models = {}};
    result.agreement = quality::categoryAgreement(result.table.answers, options);
    std::vector<std::uint32_t> models;
    for (const std::uint32_t model : answers.models) {
        if (const auto worker = result.table.workers.find(answers.annotators[model])) {
            models.push_back(*worker);
        }
    }
    result.models = modelsOnCategories(result.table, result.agreement, models, options.weights);
    return result;
}

void writeSimilarity(JsonStream& json, const TaskAnswers& answers, const ControlAnswers& control,
                     const Similarity& similarity) {
    json.key("items");
    json.count(similarity.agreement.all.count);
    json.member("value", similarity.agreement.all.mean());
    if (similarity.kind == MeasureKind::Regions) {
        json.member("meanOverlap", similarity.overlap.mean());
        json.key("notCompared");
        json.count(control.notCompared);
    }
    if (similarity.alpha) {
        json.member("alpha", similarity.alpha->value);
    }
    json.key("pairs");
    json.open('[');
    for (const auto& [pair, mean] : similarity.agreement.pairs) {
        json.open('{');
        json.pair("workers", answers.annotators[pair.first], answers.annotators[pair.second]);
        json.key("items");
        json.count(mean.count);
        json.member("agreement", mean.mean());
        json.close('}');
    }
    json.close(']');
    writeModels(json, similarity.models);
    json.key("itemAgreement");
    json.open('{');
    for (std::size_t task = 0; task < answers.tasks.size(); ++task) {
        json.member(answers.tasks[task], similarity.agreement.items[task].mean());
    }
    json.close('}');
}

void writeControl(JsonStream& json, const TaskAnswers& answers, const ControlAnswers& control,
                  const TaskAgreementOptions& options) {
    const MeasureKind kind = measureOf(answers.interface, control);
    json.key(control.control->name);
    json.open('{');
    json.key("type");
    json.text(control.control->tag->spelling());
    json.key("measure");
    json.text(measureName(kind));
    if (kind == MeasureKind::Category) {
        const Categories said = compareCategories(answers, control, options.categories);
        writeMembers(json, said.table, said.agreement);
        writeModels(json, said.models);
    } else {
        writeSimilarity(json, answers, control, compare(answers, control, kind, options));
    }
    json.close('}');
}

void writeSimilarityText(std::ostream& out, const TaskAnswers& answers,
                         const ControlAnswers& control, const Similarity& similarity) {
    out << std::format("{} answers; {} tasks have two or more\n\n", control.answers.size(),
                       similarity.agreement.all.count);
    out << std::format("{}  {:>9}\n", cell(measureName(similarity.kind)),
                       shown(similarity.agreement.all.mean()));
    if (similarity.kind == MeasureKind::Regions) {
        out << std::format("{}  {:>9}\n", cell("overlap of the matched"),
                           shown(similarity.overlap.mean()));
    }
    if (similarity.alpha) {
        out << std::format("{}  {:>9}\n", cell("Krippendorff's alpha"),
                           shown(similarity.alpha->value));
    }
    if (control.notCompared > 0) {
        out << std::format("{} regions are not compared, for their kind or as the size of their "
                           "image is not known\n",
                           control.notCompared);
    }
    out << std::format("\n{}  {}    items  agreement\n", cell("annotator"), cell("and annotator"));
    std::size_t rows = 0;
    for (const auto& [pair, mean] : similarity.agreement.pairs) {
        if (rows++ == kMostRows) {
            out << std::format("… and {} pairs more; --json has all\n",
                               similarity.agreement.pairs.size() - kMostRows);
            break;
        }
        out << std::format("{}  {}  {:7}  {:>9}\n", cell(answers.annotators[pair.first]),
                           cell(answers.annotators[pair.second]), mean.count, shown(mean.mean()));
    }
    writeModels(out, similarity.models);
}

} // namespace

quality::AnswerTable categoriesOf(const TaskAnswers& answers, const ControlAnswers& control) {
    quality::AnswerTable table;
    if (const auto* choices = answers.interface.findChoices(control.control->name)) {
        for (const config::Choice& choice : choices->choices) {
            table.labels.indexOf(choice.stored);
        }
    }
    for (const ControlAnswer& answer : control.answers) {
        table.add(answers.tasks[answer.task], answers.annotators[answer.annotator],
                  agreement::categoryOf(answer.answer));
    }
    if (answers.interface.findChoices(control.control->name) == nullptr) {
        sortLabels(table);
    }
    groupByItem(table.answers, quality::Repeats::Last);
    return table;
}

void writeJson(std::ostream& out, const TaskAnswers& answers, const TaskAgreementOptions& options) {
    JsonStream json(out);
    json.open('{');
    json.key("controls");
    json.open('{');
    for (const ControlAnswers& control : answers.controls) {
        if (!control.answers.empty()) {
            writeControl(json, answers, control, options);
        }
    }
    json.close('}');
    json.close('}');
    out << '\n';
}

void writeText(std::ostream& out, const TaskAnswers& answers, const TaskAgreementOptions& options) {
    for (const ControlAnswers& control : answers.controls) {
        if (control.answers.empty()) {
            continue;
        }
        const MeasureKind kind = measureOf(answers.interface, control);
        out << std::format("== {} ({})\n", control.control->name, control.control->tag->spelling());
        if (kind == MeasureKind::Category) {
            const Categories said = compareCategories(answers, control, options.categories);
            writeText(out, said.table, said.agreement);
            writeModels(out, said.models);
        } else {
            writeSimilarityText(out, answers, control, compare(answers, control, kind, options));
        }
        out << '\n';
    }
}

} // namespace cartouche::cli
