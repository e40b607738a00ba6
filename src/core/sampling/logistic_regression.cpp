#include "core/sampling/logistic_regression.h"

#include "core/quality/consensus.h"
#include "core/sampling/minimize.h"

#include <algorithm>
#include <cmath>

namespace cartouche::sampling {

namespace {

using quality::Matrix;

/// The loss and its slopes, as functions of all weights and then all biases.
class Objective {
public:
    Objective(const Matrix& features, std::span<const std::uint32_t> labels, std::size_t classes,
              double penalty)
        : m_features(features), m_labels(labels), m_classes(classes), m_penalty(penalty) {}

    std::size_t size() const { return m_classes * (m_features.columns() + 1); }

    double operator()(const std::vector<double>& parameters, std::vector<double>& slopes) const {
        const std::size_t width = m_features.columns();
        const auto count = static_cast<double>(std::max<std::size_t>(1, m_labels.size()));
        std::ranges::fill(slopes, 0);
        std::vector<double> scores(m_classes);
        double loss = 0;
        for (std::size_t item = 0; item < m_labels.size(); ++item) {
            const auto row = m_features.row(item);
            score(parameters, row, scores);
            const double own = scores[m_labels[item]];
            loss += (quality::normalizeLogarithms(scores) - own) / count;
            for (std::size_t label = 0; label < m_classes; ++label) {
                const double miss = (scores[label] - (label == m_labels[item] ? 1 : 0)) / count;
                for (std::size_t feature = 0; feature < width; ++feature) {
                    slopes[(label * width) + feature] += miss * row[feature];
                }
                slopes[(m_classes * width) + label] += miss;
            }
        }
        for (std::size_t at = 0; at < m_classes * width; ++at) {
            loss += m_penalty / 2 * parameters[at] * parameters[at];
            slopes[at] += m_penalty * parameters[at];
        }
        return loss;
    }

    void score(const std::vector<double>& parameters, std::span<const double> row,
               std::span<double> scores) const {
        for (std::size_t label = 0; label < m_classes; ++label) {
            scores[label] = parameters[(m_classes * row.size()) + label];
            for (std::size_t feature = 0; feature < row.size(); ++feature) {
                scores[label] += parameters[(label * row.size()) + feature] * row[feature];
            }
        }
    }

private:
    const Matrix& m_features;
    std::span<const std::uint32_t> m_labels;
    std::size_t m_classes;
    double m_penalty;
};

} // namespace

Matrix LogisticRegression::predict(const Matrix& features) const {
    Matrix probabilities(features.rows(), biases.size());
    for (std::size_t item = 0; item < features.rows(); ++item) {
        const auto row = features.row(item);
        for (std::size_t label = 0; label < biases.size(); ++label) {
            double& score = probabilities(item, label);
            score = biases[label];
            for (std::size_t feature = 0; feature < row.size(); ++feature) {
                score += weights(label, feature) * row[feature];
            }
        }
        quality::normalizeLogarithms(probabilities.row(item));
    }
    return probabilities;
}

LogisticRegression trainLogisticRegression(const Matrix& features,
                                           std::span<const std::uint32_t> labels,
                                           std::size_t classes,
                                           const LogisticRegressionOptions& options) {
    constexpr double kFlat = 1e-7;
    const Objective objective(features, labels, classes, options.penalty);
    std::vector<double> parameters(objective.size());
    LogisticRegression model{.weights = Matrix(classes, features.columns()), .biases = {}};
    model.loss = minimize(objective, parameters, {options.iterations, kFlat});
    const std::size_t weights = model.weights.values().size();
    std::copy_n(parameters.begin(), weights, model.weights.values().begin());
    model.biases.assign(parameters.begin() + static_cast<std::ptrdiff_t>(weights),
                        parameters.end());
    return model;
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

} // namespace cartouche::sampling
