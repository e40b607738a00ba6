#include "cli/training.h"

#include "core/quality/consensus.h"
#include "core/quality/folds.h"
#include "core/quality/label_errors.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

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

using Features = std::vector<std::pair<std::uint32_t, double>>;

/// Of each item the first one of equal features.
std::vector<std::uint32_t> firstAlike(const Examples& examples) {
    std::map<Features, std::uint32_t> first;
    std::vector<std::uint32_t> result;
    for (std::uint32_t item = 0; item < examples.labels.size(); ++item) {
        Features key;
        for (const learn::Entry& entry : examples.features.row(item)) {
            key.emplace_back(entry.column, entry.value);
        }
        result.push_back(first.try_emplace(std::move(key), item).first->second);
    }
    return result;
}

/// Items that are to stay together.
class Groups {
public:
    explicit Groups(std::size_t items) : m_parents(items) {
        std::iota(m_parents.begin(), m_parents.end(), 0U);
    }

    void join(std::uint32_t first, std::uint32_t second) {
        m_parents[rootOf(second)] = rootOf(first);
    }

    /// Of each item, counted in their order.
    std::vector<std::uint32_t> numbers() {
        std::map<std::uint32_t, std::uint32_t> known;
        std::vector<std::uint32_t> result;
        for (std::uint32_t item = 0; item < m_parents.size(); ++item) {
            const auto next = static_cast<std::uint32_t>(known.size());
            result.push_back(known.try_emplace(rootOf(item), next).first->second);
        }
        return result;
    }

private:
    std::uint32_t rootOf(std::uint32_t item) {
        while (m_parents[item] != item) {
            m_parents[item] = m_parents[m_parents[item]];
            item = m_parents[item];
        }
        return item;
    }

    std::vector<std::uint32_t> m_parents;
};

/// Items of equal features stay together, as a model has seen the others otherwise, and so do those
/// of one group of the options.
std::vector<std::uint32_t> groupsOf(const Examples& examples, const TrainingOptions& options,
                                    const std::vector<std::uint32_t>& alike) {
    Groups groups(alike.size());
    std::map<std::uint32_t, std::uint32_t> first;
    for (std::uint32_t item = 0; item < alike.size(); ++item) {
        groups.join(alike[item], item);
        const std::uint32_t group = options.groups[examples.items[item]];
        groups.join(first.try_emplace(group, item).first->second, item);
    }
    return groups.numbers();
}

/// Stratified.
std::vector<std::uint32_t> foldsOf(const Examples& examples, const TrainingOptions& options,
                                   std::size_t& groupCount) {
    const std::vector<std::uint32_t> alike = firstAlike(examples);
    if (!options.groups.empty()) {
        const auto groups = groupsOf(examples, options, alike);
        groupCount = std::ranges::max(groups) + std::size_t{1};
        return quality::groupedFolds(examples.labels, groups, options.folds);
    }
    std::vector<std::uint32_t> folds = quality::stratifiedFolds(examples.labels, options.folds);
    for (std::size_t item = 0; item < folds.size(); ++item) {
        folds[item] = folds[alike[item]];
    }
    return folds;
}

Matrix crossValidate(const Examples& examples, std::size_t classes, const TrainingOptions& options,
                     const std::vector<std::uint32_t>& folds) {
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
                      .heldOut = {},
                      .groups = 0,
                      .doubtful = {}};
    if (options.folds < 2 || examples.labels.size() < 2 * std::size_t{options.folds}) {
        return training;
    }
    const auto folds = foldsOf(examples, options, training.groups);
    if (std::ranges::min(folds) != std::ranges::max(folds)) {
        Matrix probabilities = crossValidate(examples, classes, options, folds);
        training.model.temperature = learn::fitTemperature(probabilities, examples.labels);
        for (double& value : probabilities.values()) {
            value = std::pow(value, 1 / training.model.temperature);
        }
        quality::normalizeRows(probabilities);
        training.scores = learn::scorePredictions(probabilities, examples.labels);
        training.doubtful = findDoubtful(examples, probabilities);
        training.heldOut = std::move(probabilities);
    }
    return training;
}

} // namespace cartouche::cli
