#include "cli/model_report.h"

#include "cli/task_consensus.h"
#include "cli/text_table.h"
#include "core/agreement/control_measure.h"

#include <algorithm>
#include <format>
#include <ostream>

namespace cartouche::cli {

namespace {

using Together = ModelAgreement::Together;

bool isModel(const std::vector<std::uint32_t>& models, std::uint32_t worker) {
    return std::ranges::contains(models, worker);
}

/// The other one of a pair, if one is the model and the other an annotator.
std::optional<std::uint32_t> partnerOf(std::uint32_t model,
                                       const std::vector<std::uint32_t>& models,
                                       std::uint32_t first, std::uint32_t second) {
    if (first != model && second != model) {
        return std::nullopt;
    }
    const std::uint32_t partner = first == model ? second : first;
    return isModel(models, partner) ? std::nullopt : std::optional(partner);
}

Together togetherOf(const quality::MajorityAgreement& agreement) {
    Together together{.items = agreement.items,
                      .agreement = std::nullopt,
                      .interval = std::nullopt,
                      .kappa = agreement.kappa.agreement.value,
                      .split = agreement.split};
    if (agreement.items > 0) {
        const auto alike = static_cast<double>(agreement.alike);
        const auto items = static_cast<double>(agreement.items);
        together.agreement = alike / items;
        together.interval = quality::wilsonInterval(alike, items);
    }
    return together;
}

/// The answers of annotators alone.
ControlAnswers withoutModels(const TaskAnswers& answers, const ControlAnswers& control) {
    ControlAnswers people = control;
    std::erase_if(people.answers, [&answers](const ControlAnswer& answer) {
        return isModel(answers.models, answer.annotator);
    });
    return people;
}

/// How alike each model's answers are to what annotators say together, by the model's index;
/// nothing if that cannot be merged.
std::optional<std::vector<quality::MeanSimilarity>>
similarityToMerged(const TaskAnswers& answers, const ControlAnswers& control, double threshold) {
    const auto merged = consensusAnswers(answers, withoutModels(answers, control), threshold);
    if (!merged) {
        return std::nullopt;
    }
    ControlAnswers all = control;
    all.answers.insert(all.answers.end(), merged->begin(), merged->end());
    const auto similarity = similarityOf(all, measureOf(answers.interface, control), threshold);
    std::vector<std::optional<std::size_t>> places(answers.tasks.size()); // of what is merged
    for (std::size_t at = control.answers.size(); at < all.answers.size(); ++at) {
        places[all.answers[at].task] = at;
    }
    std::vector<quality::MeanSimilarity> means(answers.annotators.size());
    for (std::size_t at = 0; at < control.answers.size(); ++at) {
        const ControlAnswer& answer = control.answers[at];
        if (isModel(answers.models, answer.annotator) && places[answer.task]) {
            means[answer.annotator].add(similarity(at, *places[answer.task]));
        }
    }
    return means;
}

void writeInterval(JsonStream& json, const std::optional<quality::ScoreInterval>& interval) {
    json.key("interval95");
    if (!interval) {
        json.number(std::nullopt);
        return;
    }
    json.open('[');
    json.number(interval->low);
    json.number(interval->high);
    json.close(']');
}

void writeTogether(JsonStream& json, const ModelAgreement& model) {
    json.key("consensus");
    if (!model.together) {
        json.number(std::nullopt);
        return;
    }
    json.open('{');
    json.key("items");
    json.count(model.together->items);
    json.member("agreement", model.together->agreement);
    if (model.isOfCategories) {
        writeInterval(json, model.together->interval);
        json.member("kappa", model.together->kappa);
        json.key("split");
        json.count(model.together->split);
    }
    json.close('}');
}

void writeRow(std::ostream& out, const ModelAgreement& model, const std::string& other,
              std::size_t items, std::optional<double> agreement, std::optional<double> kappa) {
    out << std::format("{}  {}  {:7}  {:>9}", cell(model.name), cell(other), items,
                       shown(agreement));
    out << (model.isOfCategories ? std::format("  {:>9}\n", shown(kappa)) : "\n");
}

void writeModel(std::ostream& out, const ModelAgreement& model) {
    out << std::format("\n{}  {}    items  agreement{}\n", cell("model"), cell("and annotator"),
                       model.isOfCategories ? "      kappa" : "");
    const std::size_t rows = std::min(model.annotators.size(), kMostRows);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto& [name, items, agreement, kappa] = model.annotators[row];
        writeRow(out, model, name, items, agreement, kappa);
    }
    if (model.annotators.size() > rows) {
        out << std::format("… and {} annotators more; --json has all\n",
                           model.annotators.size() - rows);
    }
    if (!model.together) {
        out << "answers of this kind are not merged, so nothing is said of all together\n";
        return;
    }
    const Together& together = *model.together;
    writeRow(out, model, "all of them together", together.items, together.agreement,
             together.kappa);
    if (together.interval) {
        out << std::format("with all together {:.4f} to {:.4f} (Wilson's interval, 95 %)\n",
                           together.interval->low, together.interval->high);
    }
    if (together.split > 0) {
        out << std::format("{} items do not count there: annotators are split\n", together.split);
    }
}

} // namespace

std::vector<ModelAgreement> modelsOnCategories(const quality::AnswerTable& table,
                                               const quality::CategoryAgreement& agreement,
                                               const std::vector<std::uint32_t>& models,
                                               quality::Weights weights) {
    std::vector<bool> isAnnotator(table.workers.size(), true);
    for (const std::uint32_t model : models) {
        isAnnotator[model] = false;
    }
    std::vector<ModelAgreement> result;
    for (const std::uint32_t model : models) {
        ModelAgreement one{.name = table.workers[model],
                           .annotators = {},
                           .together = togetherOf(quality::agreementWithMajority(
                               table.answers, model, isAnnotator, weights)),
                           .isOfCategories = true};
        for (const quality::PairAgreement& pair : agreement.pairs) {
            if (const auto partner = partnerOf(model, models, pair.first, pair.second)) {
                const quality::Agreement& kappa = pair.kappa.agreement;
                one.annotators.push_back(
                    {table.workers[*partner], kappa.count, kappa.observed, kappa.value});
            }
        }
        result.push_back(std::move(one));
    }
    return result;
}

std::vector<ModelAgreement> modelsOnSimilarities(const TaskAnswers& answers,
                                                 const ControlAnswers& control,
                                                 const quality::SimilarityAgreement& agreement,
                                                 double threshold) {
    if (answers.models.empty()) {
        return {};
    }
    const auto means = similarityToMerged(answers, control, threshold);
    std::vector<ModelAgreement> result;
    for (const std::uint32_t model : answers.models) {
        ModelAgreement one{
            .name = answers.annotators[model], .annotators = {}, .together = std::nullopt};
        for (const auto& [pair, mean] : agreement.pairs) {
            if (const auto partner = partnerOf(model, answers.models, pair.first, pair.second)) {
                one.annotators.push_back(
                    {answers.annotators[*partner], mean.count, mean.mean(), std::nullopt});
            }
        }
        if (means) {
            one.together = Together{.items = (*means)[model].count,
                                    .agreement = (*means)[model].mean(),
                                    .interval = std::nullopt,
                                    .kappa = std::nullopt};
        }
        result.push_back(std::move(one));
    }
    return result;
}

void writeModels(JsonStream& json, const std::vector<ModelAgreement>& models) {
    if (models.empty()) {
        return;
    }
    json.key("models");
    json.open('{');
    for (const ModelAgreement& model : models) {
        json.key(model.name);
        json.open('{');
        json.key("annotators");
        json.open('[');
        for (const auto& [name, items, agreement, kappa] : model.annotators) {
            json.open('{');
            json.key("worker");
            json.text(name);
            json.key("items");
            json.count(items);
            json.member("agreement", agreement);
            if (model.isOfCategories) {
                json.member("kappa", kappa);
            }
            json.close('}');
        }
        json.close(']');
        writeTogether(json, model);
        json.close('}');
    }
    json.close('}');
}

void writeModels(std::ostream& out, const std::vector<ModelAgreement>& models) {
    for (const ModelAgreement& model : models) {
        writeModel(out, model);
    }
}

} // namespace cartouche::cli
