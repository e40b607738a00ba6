#include "core/learn/logistic_regression.h"

#include "core/learn/minimize.h"
#include "core/quality/consensus.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace cartouche::learn {

namespace {

using quality::Matrix;

/// The columns that any item has, and the items with these alone.
struct Compact {
    std::vector<std::uint32_t> columns;
    SparseMatrix features;

    explicit Compact(const SparseMatrix& all) {
        std::vector<bool> isUsed(all.columns());
        for (std::size_t item = 0; item < all.rows(); ++item) {
            for (const Entry& entry : all.row(item)) {
                isUsed[entry.column] = true;
            }
        }
        std::vector<std::uint32_t> places(all.columns());
        for (std::uint32_t column = 0; column < all.columns(); ++column) {
            places[column] = static_cast<std::uint32_t>(columns.size());
            if (isUsed[column]) {
                columns.push_back(column);
            }
        }
        features = SparseMatrix(columns.size());
        std::vector<Entry> row;
        for (std::size_t item = 0; item < all.rows(); ++item) {
            row.assign(all.row(item).begin(), all.row(item).end());
            for (Entry& entry : row) {
                entry.column = places[entry.column];
            }
            features.addRow(row);
        }
    }
};

/// The loss and its slopes, as functions of all weights and then all biases.
class Objective {
public:
    Objective(const SparseMatrix& features, const Matrix& targets, double penalty)
        : m_features(features), m_targets(targets), m_penalty(penalty) {}

    double operator()(const std::vector<double>& parameters, std::vector<double>& slopes) const {
        const std::size_t width = m_features.columns();
        const std::size_t classes = m_targets.columns();
        std::ranges::fill(slopes, 0);
        std::vector<double> scores(classes);
        double loss = 0;
        for (std::size_t item = 0; item < m_features.rows(); ++item) {
            loss += addItem(item, parameters, scores, slopes);
        }
        for (std::size_t at = 0; at < classes * width; ++at) {
            loss += m_penalty / 2 * parameters[at] * parameters[at];
            slopes[at] += m_penalty * parameters[at];
        }
        return loss;
    }

private:
    double addItem(std::size_t item, const std::vector<double>& parameters,
                   std::vector<double>& scores, std::vector<double>& slopes) const {
        const std::size_t width = m_features.columns();
        const std::size_t classes = scores.size();
        const auto row = m_features.row(item);
        const auto targets = m_targets.row(item);
        const auto count = static_cast<double>(m_features.rows());
        double own = 0;
        for (std::size_t label = 0; label < classes; ++label) {
            scores[label] = parameters[(classes * width) + label];
            for (const Entry& entry : row) {
                scores[label] += parameters[(label * width) + entry.column] * entry.value;
            }
            own += targets[label] * scores[label];
        }
        const double all = quality::normalizeLogarithms(scores);
        for (std::size_t label = 0; label < classes; ++label) {
            const double miss = (scores[label] - targets[label]) / count;
            for (const Entry& entry : row) {
                slopes[(label * width) + entry.column] += miss * entry.value;
            }
            slopes[(classes * width) + label] += miss;
        }
        return (all - own) / count;
    }

    const SparseMatrix& m_features;
    const Matrix& m_targets; // rows sum up to 1
    double m_penalty;
};

} // namespace

Matrix LogisticRegression::predict(const SparseMatrix& features) const {
    Matrix probabilities(features.rows(), biases.size());
    for (std::size_t item = 0; item < features.rows(); ++item) {
        for (std::size_t label = 0; label < biases.size(); ++label) {
            double& score = probabilities(item, label);
            score = biases[label];
            for (const Entry& entry : features.row(item)) {
                score += weights(label, entry.column) * entry.value;
            }
            score /= temperature;
        }
        quality::normalizeLogarithms(probabilities.row(item));
    }
    return probabilities;
}

double penaltyOf(std::size_t items, double c) {
    return 1 / (c * static_cast<double>(std::max<std::size_t>(1, items)));
}

LogisticRegression trainLogisticRegression(const SparseMatrix& features, const Matrix& targets,
                                           const LogisticRegressionOptions& options,
                                           const LogisticRegression* start) {
    const Compact compact(features);
    const std::size_t width = compact.columns.size();
    const std::size_t classes = targets.columns();
    std::vector<double> parameters(classes * (width + 1));
    for (std::size_t label = 0; start != nullptr && label < classes; ++label) {
        for (std::size_t at = 0; at < width; ++at) {
            parameters[(label * width) + at] = start->weights(label, compact.columns[at]);
        }
        parameters[(classes * width) + label] = start->biases[label];
    }
    LogisticRegression model{.weights = Matrix(classes, features.columns()), .biases = {}};
    model.loss = minimize(Objective(compact.features, targets, options.penalty), parameters,
                          {options.iterations, options.slope});
    for (std::size_t label = 0; label < classes; ++label) {
        for (std::size_t at = 0; at < width; ++at) {
            model.weights(label, compact.columns[at]) = parameters[(label * width) + at];
        }
    }
    model.biases.assign(parameters.end() - static_cast<std::ptrdiff_t>(classes), parameters.end());
    return model;
}

LogisticRegression trainLogisticRegression(const SparseMatrix& features,
                                           std::span<const std::uint32_t> labels,
                                           std::size_t classes,
                                           const LogisticRegressionOptions& options,
                                           const LogisticRegression* start) {
    Matrix targets(labels.size(), classes);
    for (std::size_t item = 0; item < labels.size(); ++item) {
        targets(item, labels[item]) = 1;
    }
    return trainLogisticRegression(features, targets, options, start);
}

void OnlineLearner::add(std::span<const Entry> row, std::uint32_t label) {
    m_features.addRow(row);
    m_labels.push_back(label);
}

const LogisticRegression& OnlineLearner::refine(int steps) {
    m_model = trainLogisticRegression(
        m_features, m_labels, m_classes,
        {.penalty = penaltyOf(m_labels.size()), .iterations = steps, .slope = 1e-6},
        m_model ? &*m_model : nullptr);
    return *m_model;
}

Matrix standardized(Matrix features) {
    const auto count = static_cast<double>(std::max<std::size_t>(1, features.rows()));
    for (std::size_t feature = 0; feature < features.columns(); ++feature) {
        double mean = 0;
        for (std::size_t item = 0; item < features.rows(); ++item) {
            mean += features(item, feature) / count;
        }
        double variance = 0;
        for (std::size_t item = 0; item < features.rows(); ++item) {
            features(item, feature) -= mean;
            variance += features(item, feature) * features(item, feature) / count;
        }
        for (std::size_t item = 0; item < features.rows(); ++item) {
            features(item, feature) =
                variance > 0 ? features(item, feature) / std::sqrt(variance) : 0;
        }
    }
    return features;
}

} // namespace cartouche::learn
