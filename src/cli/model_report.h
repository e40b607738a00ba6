#pragma once

#include "cli/json_stream.h"
#include "cli/task_answers.h"
#include "core/quality/category_agreement.h"
#include "core/quality/honeypots.h"
#include "core/quality/similarity_agreement.h"

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

/// A model beside annotators: how far it agrees with each of them, and with all together.
namespace cartouche::cli {

struct ModelAgreement {
    struct Annotator {
        std::string name;
        std::size_t items = 0; // that both answered
        std::optional<double> agreement;
        std::optional<double> kappa; // of categories
    };

    std::string name;
    /// Those who answered an item that the model answered.
    std::vector<Annotator> annotators;
    /// With what annotators say together: the label of most of them, or what `aggregate` makes of
    /// answers by majority. Nothing: answers of this kind are not merged.
    struct Together {
        std::size_t items = 0;
        std::optional<double> agreement;
        /// Of categories: Wilson's interval of the agreement, Cohen's kappa, and the items that do
        /// not count as annotators are split.
        std::optional<quality::ScoreInterval> interval;
        std::optional<double> kappa;
        std::size_t split = 0;
    };
    std::optional<Together> together;
    bool isOfCategories = false;
};

/// Of each model (a worker's index) on categories, of which `agreement` is known.
std::vector<ModelAgreement> modelsOnCategories(const quality::AnswerTable& table,
                                               const quality::CategoryAgreement& agreement,
                                               const std::vector<std::uint32_t>& models,
                                               quality::Weights weights);

/// Of each model on answers that are alike in part, of which `agreement` is known. Regions are
/// matched at `threshold`.
std::vector<ModelAgreement> modelsOnSimilarities(const TaskAnswers& answers,
                                                 const ControlAnswers& control,
                                                 const quality::SimilarityAgreement& agreement,
                                                 double threshold);

/// A member `"models": {name: {"annotators": [{"worker", "items", "agreement", "kappa"}],
/// "consensus": {"items", "agreement", "interval95", "kappa", "split"}}}`; kappa, the interval and
/// how many were split of categories alone, null is undefined. Nothing without models.
void writeModels(JsonStream& json, const std::vector<ModelAgreement>& models);

/// A table for people; nothing without models.
void writeModels(std::ostream& out, const std::vector<ModelAgreement>& models);

} // namespace cartouche::cli
