#include "core/quality/crowdlab.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cartouche::quality {

namespace {

constexpr double kLeastWeight = 1e-6;

using Labels = std::vector<std::uint32_t>;

/// Keeps the candidates with the greatest score.
template <typename Score>
void keepBest(Labels& candidates, Score score) {
    if (candidates.size() < 2) {
        return;
    }
    double best = score(candidates.front());
    for (const std::uint32_t label : candidates) {
        best = std::max(best, score(label));
    }
    std::erase_if(candidates, [&](std::uint32_t label) { return score(label) < best; });
}

double shareOf(double part, double all, double otherwise) {
    return all > 0 ? part / all : otherwise;
}

/// Of each annotator, how often its answers are the only candidate left, among items with one.
std::vector<double> agreementWhereClear(const Answers& answers,
                                        const std::vector<Labels>& candidates) {
    std::vector<double> right(answers.workers);
    std::vector<double> all(answers.workers);
    for (const Answer& answer : answers.list) {
        if (candidates[answer.item].size() == 1) {
            all[answer.worker] += 1;
            right[answer.worker] += answer.label == candidates[answer.item].front() ? 1 : 0;
        }
    }
    for (std::size_t worker = 0; worker < right.size(); ++worker) {
        right[worker] = shareOf(right[worker], all[worker], 1);
    }
    return right;
}

/// Items by labels: the mean agreement of those who gave the label.
Matrix qualityOfVoters(const Answers& answers, const std::vector<double>& agreement,
                       const Matrix& votes) {
    Matrix means(votes.rows(), votes.columns());
    for (const Answer& answer : answers.list) {
        means(answer.item, answer.label) +=
            agreement[answer.worker] / votes(answer.item, answer.label);
    }
    return means;
}

std::vector<double> answersPerItem(const Answers& answers) {
    std::vector<double> counts(answers.items);
    for (const Answer& answer : answers.list) {
        counts[answer.item] += 1;
    }
    return counts;
}

/// One pass: weights by the labels that the items are held to have, then better labels by weights.
class Pass {
public:
    Pass(const Answers& answers, const Matrix& model, const Labels& labels)
        : m_answers(answers), m_model(model), m_labels(labels), m_counts(answersPerItem(answers)),
          m_votes(countLabels(answers)) {
        weigh();
    }

    Crowdlab run() const {
        Crowdlab result{.labels = m_labels,
                        .probabilities = posterior(),
                        .annotatorQualities = {},
                        .annotatorWeights = m_weights,
                        .modelWeight = m_modelWeight};
        relabel(result);
        result.annotatorQualities = qualities(result);
        return result;
    }

private:
    bool isShared(std::size_t item) const { return m_counts[item] > 1; }

    void weigh() {
        std::vector<double> frequencies(m_answers.labels);
        double shared = 0;
        double agreement = 0;
        double modelErrors = 0;
        const Labels modelLabels = labelsOf(m_model);
        for (std::size_t item = 0; item < m_answers.items; ++item) {
            if (isShared(item)) {
                shared += 1;
                frequencies[m_labels[item]] += 1;
                agreement += m_votes(item, m_labels[item]) / m_counts[item];
                modelErrors += modelLabels[item] != m_labels[item] ? 1 : 0;
            }
        }
        m_likelihood = shareOf(agreement, shared, 1);
        const double most = frequencies.empty() ? 0 : std::ranges::max(frequencies);
        m_simpleError = std::max(1 - shareOf(most, shared, 0), kLeastWeight);
        m_meanCount = shareOf(static_cast<double>(m_answers.list.size()),
                              static_cast<double>(m_answers.items), 0);
        m_modelWeight = weightOf(1 - shareOf(modelErrors, shared, 1)) * std::sqrt(m_meanCount);
        m_weights = agreementWithOthers();
        std::ranges::transform(m_weights, m_weights.begin(),
                               [this](double share) { return weightOf(share); });
    }

    /// How much better than always saying the most frequent label.
    double weightOf(double accuracy) const {
        return std::max(1 - ((1 - accuracy) / m_simpleError), kLeastWeight);
    }

    /// Who shares no item with others is as good as the others on average.
    std::vector<double> agreementWithOthers() const {
        std::vector<double> agreeing(m_answers.workers);
        std::vector<double> all(m_answers.workers);
        for (const Answer& answer : m_answers.list) {
            agreeing[answer.worker] += m_votes(answer.item, answer.label) - 1;
            all[answer.worker] += m_counts[answer.item] - 1;
        }
        double sum = 0;
        double known = 0;
        for (std::size_t worker = 0; worker < all.size(); ++worker) {
            agreeing[worker] = shareOf(agreeing[worker], all[worker], 0);
            sum += agreeing[worker];
            known += all[worker] > 0 ? 1 : 0;
        }
        for (std::size_t worker = 0; worker < all.size(); ++worker) {
            agreeing[worker] = all[worker] > 0 ? agreeing[worker] : shareOf(sum, known, 1);
        }
        return agreeing;
    }

    Matrix posterior() const {
        Matrix probabilities = m_model;
        for (double& value : probabilities.values()) {
            value *= m_modelWeight;
        }
        const double others = std::max(1.0, static_cast<double>(m_answers.labels) - 1);
        for (const Answer& answer : m_answers.list) {
            for (std::uint32_t label = 0; label < m_answers.labels; ++label) {
                probabilities(answer.item, label) +=
                    m_weights[answer.worker] *
                    (label == answer.label ? m_likelihood : (1 - m_likelihood) / others);
            }
        }
        normalizeRows(probabilities);
        return probabilities;
    }

    /// The most probable label; the old one where it is as probable.
    static void relabel(Crowdlab& result) {
        constexpr double kAlike = 1e-12;
        const Labels best = labelsOf(result.probabilities);
        for (std::size_t item = 0; item < best.size(); ++item) {
            if (result.probabilities(item, best[item]) >
                result.probabilities(item, result.labels[item]) + kAlike) {
                result.labels[item] = best[item];
            }
        }
    }

    std::vector<double> qualities(const Crowdlab& result) const {
        std::vector<double> confidence(m_answers.workers);
        std::vector<double> answered(m_answers.workers);
        std::vector<double> agreeing(m_answers.workers);
        std::vector<double> shared(m_answers.workers);
        for (const Answer& answer : m_answers.list) {
            confidence[answer.worker] += result.probabilities(answer.item, answer.label);
            answered[answer.worker] += 1;
            if (isShared(answer.item)) {
                shared[answer.worker] += 1;
                agreeing[answer.worker] += answer.label == result.labels[answer.item] ? 1 : 0;
            }
        }
        const double weights = std::accumulate(m_weights.begin(), m_weights.end(), 0.0);
        const double crowd =
            weights * m_meanCount / std::max(1.0, static_cast<double>(m_weights.size()));
        const double share = shareOf(m_modelWeight, m_modelWeight + crowd, 0);
        for (std::size_t worker = 0; worker < confidence.size(); ++worker) {
            const double mean = shareOf(confidence[worker], answered[worker], 0);
            confidence[worker] =
                (share * mean) + ((1 - share) * shareOf(agreeing[worker], shared[worker], mean));
        }
        return confidence;
    }

    const Answers& m_answers;
    const Matrix& m_model;
    const Labels& m_labels;
    std::vector<double> m_counts;
    Matrix m_votes;
    double m_likelihood = 1;
    double m_simpleError = 1;
    double m_meanCount = 0;
    double m_modelWeight = 0;
    std::vector<double> m_weights;
};

} // namespace

Labels majorityLabels(const Answers& answers, const Matrix* model) {
    const Matrix votes = countLabels(answers);
    std::vector<double> frequencies(answers.labels);
    for (const Answer& answer : answers.list) {
        frequencies[answer.label] += 1;
    }
    std::vector<Labels> candidates(answers.items, Labels(answers.labels));
    for (std::size_t item = 0; item < answers.items; ++item) {
        std::iota(candidates[item].begin(), candidates[item].end(), 0U);
        keepBest(candidates[item], [&](std::uint32_t label) { return votes(item, label); });
        if (model != nullptr) {
            keepBest(candidates[item], [&](std::uint32_t label) { return (*model)(item, label); });
        }
    }
    const Matrix quality =
        qualityOfVoters(answers, agreementWhereClear(answers, candidates), votes);
    Labels labels;
    for (std::size_t item = 0; item < answers.items; ++item) {
        keepBest(candidates[item], [&](std::uint32_t label) { return -frequencies[label]; });
        keepBest(candidates[item], [&](std::uint32_t label) { return quality(item, label); });
        labels.push_back(candidates[item].empty() ? 0 : candidates[item].front());
    }
    return labels;
}

Crowdlab crowdlab(const Answers& answers, const Matrix& model) {
    const Labels first = majorityLabels(answers, &model);
    const Labels second = Pass(answers, model, first).run().labels;
    return Pass(answers, model, second).run();
}

std::vector<double> activeLabScores(const Answers& answers, const Crowdlab& crowd,
                                    const Matrix& unlabeled) {
    const auto classes = static_cast<double>(std::max<std::size_t>(1, answers.labels));
    const double mean =
        shareOf(std::accumulate(crowd.annotatorWeights.begin(), crowd.annotatorWeights.end(), 0.0),
                static_cast<double>(crowd.annotatorWeights.size()), 0);
    std::vector<double> weights(answers.items, crowd.modelWeight);
    for (const Answer& answer : answers.list) {
        weights[answer.item] += crowd.annotatorWeights[answer.worker];
    }
    std::vector<double> scores;
    for (std::size_t item = 0; item < answers.items; ++item) {
        const double quality = crowd.probabilities(item, crowd.labels[item]);
        scores.push_back(((quality * weights[item]) + (mean / classes)) / (weights[item] + mean));
    }
    for (std::size_t item = 0; item < unlabeled.rows(); ++item) {
        const double most = std::ranges::max(unlabeled.row(item));
        scores.push_back(((most * crowd.modelWeight) + (mean / classes)) /
                         (crowd.modelWeight + mean));
    }
    return scores;
}

} // namespace cartouche::quality
