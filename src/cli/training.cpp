#include "cli/training.h"

#include "core/quality/consensus.h"
#include "core/quality/folds.h"
#include "core/quality/label_errors.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace cartouche::cli {

namespace {

using learn::LogisticRegression;
using learn::SparseMatrix;
using quality::Matrix;

struct Examples {
    SparseMatrix features;
    std::vector<std::uint32_t> labels;
    std::vector<std::uint32_t> items; // which these are
};

Examples selectExamples(const SparseMatrix& features, const quality::Gold& labels) {
    Examples examples{SparseMatrix(features.columns()), {}, {}};
    for (std::uint32_t item = 0; item < labels.size(); ++item) {
        if (labels[item]) {
            examples.features.addRow(features.row(item));
            examples.labels.push_back(*labels[item]);
            examples.items.push_back(item);
        }
    }
    return examples;
}

LogisticRegression trainOn(const Examples& examples, std::size_t classes, double c) {
    return learn::trainLogisticRegression(
        examples.features, examples.labels, classes,
        {.penalty = learn::penaltyOf(examples.labels.size(), c), .slope = 1e-6});
}

/// Stratified; items of equal features are in the fold of the first of them, as a model has seen
/// the others otherwise.
std::vector<std::uint32_t> foldsOf(const Examples& examples, std::uint32_t count) {
    std::vector<std::uint32_t> folds = quality::stratifiedFolds(examples.labels, count);
    std::map<std::vector<std::pair<std::uint32_t, double>>, std::uint32_t> first;
    for (std::size_t item = 0; item < folds.size(); ++item) {
        std::vector<std::pair<std::uint32_t, double>> key;
        for (const learn::Entry& entry : examples.features.row(item)) {
            key.emplace_back(entry.column, entry.value);
        }
        folds[item] = first.try_emplace(std::move(key), folds[item]).first->second;
    }
    return folds;
}

Matrix crossValidate(const Examples& examples, std::size_t classes,
                     const TrainingOptions& options) {
    const auto folds = foldsOf(examples, options.folds);
    Matrix probabilities(examples.labels.size(), classes);
    for (std::uint32_t fold = 0; fold < options.folds; ++fold) {
        std::vector<std::uint32_t> seen;
        std::vector<std::uint32_t> held;
        for (std::uint32_t item = 0; item < folds.size(); ++item) {
            (folds[item] == fold ? held : seen).push_back(item);
        }
        Examples part{examples.features.select(seen), {}, {}};
        for (const std::uint32_t item : seen) {
            part.labels.push_back(examples.labels[item]);
        }
        const Matrix said =
            trainOn(part, classes, options.c).predict(examples.features.select(held));
        for (std::size_t at = 0; at < held.size(); ++at) {
            std::ranges::copy(said.row(at), probabilities.row(held[at]).begin());
        }
    }
    return probabilities;
}

std::vector<DoubtfulLabel> findDoubtful(const Examples& examples, const Matrix& probabilities) {
    const auto own = quality::selfConfidences(examples.labels, probabilities);
    const auto guesses = quality::labelsOf(probabilities);
    std::vector<DoubtfulLabel> doubtful;
    for (const std::size_t at : quality::learnConfidently(examples.labels, probabilities).issues) {
        doubtful.push_back({examples.items[at], guesses[at], own[at]});
    }
    std::ranges::stable_sort(doubtful, {}, &DoubtfulLabel::probability);
    return doubtful;
}

} // namespace

Training train(const SparseMatrix& features, const ItemLabels& labels,
               const TrainingOptions& options) {
    const std::size_t classes = labels.names.size();
    const Examples examples = selectExamples(features, labels.labels);
    Training training{.model = trainOn(examples, classes, options.c),
                      .items = examples.labels.size(),
                      .scores = {},
                      .doubtful = {}};
    if (options.folds >= 2 && examples.labels.size() >= 2 * std::size_t{options.folds}) {
        Matrix probabilities = crossValidate(examples, classes, options);
        training.model.temperature = learn::fitTemperature(probabilities, examples.labels);
        for (double& value : probabilities.values()) {
            value = std::pow(value, 1 / training.model.temperature);
        }
        quality::normalizeRows(probabilities);
        training.scores = learn::scorePredictions(probabilities, examples.labels);
        training.doubtful = findDoubtful(examples, probabilities);
    }
    return training;
}

} // namespace cartouche::cli
