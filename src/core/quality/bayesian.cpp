#include "core/quality/bayesian.h"

#include "core/quality/special_functions.h"
#include "core/quality/voting.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cartouche::quality {

namespace {

bool isClose(std::span<const double> before, std::span<const double> after, double absolute,
             double relative) {
    return std::ranges::equal(before, after, [&](double first, double second) {
        return std::abs(first - second) <= absolute + (relative * std::abs(second));
    });
}

/// The counts that a Dirichlet distribution has for each worker, true label and answer. A row is an
/// answer of a worker, a column a true label.
class Ibcc {
public:
    Ibcc(const Answers& answers, const IbccOptions& options)
        : m_answers(answers), m_options(options), m_labels(answers.labels) {}

    void update(Matrix& probabilities) {
        countInto(probabilities);
        Matrix logarithms = m_counts;
        for (std::size_t worker = 0; worker < m_answers.workers; ++worker) {
            for (std::size_t truth = 0; truth < m_labels; ++truth) {
                const double sum = digamma(sumOf(worker, truth));
                for (std::size_t answer = 0; answer < m_labels; ++answer) {
                    double& value = logarithms((worker * m_labels) + answer, truth);
                    value = digamma(value) - sum;
                }
            }
        }
        for (std::size_t item = 0; item < m_answers.items; ++item) {
            std::ranges::transform(m_priors, probabilities.row(item).begin(), digamma);
        }
        for (const Answer& answer : m_answers.list) {
            const auto row = probabilities.row(answer.item);
            const auto says = logarithms.row(rowOf(answer));
            for (std::size_t label = 0; label < row.size(); ++label) {
                row[label] += says[label];
            }
        }
        for (std::size_t item = 0; item < m_answers.items; ++item) {
            normalizeLogarithms(probabilities.row(item));
        }
    }

    std::vector<double> skills() const {
        const double sum = std::accumulate(m_priors.begin(), m_priors.end(), 0.0);
        std::vector<double> skills(m_answers.workers);
        for (std::size_t worker = 0; worker < skills.size(); ++worker) {
            for (std::size_t label = 0; label < m_labels; ++label) {
                skills[worker] += m_priors[label] / sum *
                                  m_counts((worker * m_labels) + label, label) /
                                  sumOf(worker, label);
            }
        }
        return skills;
    }

private:
    std::size_t rowOf(const Answer& answer) const {
        return (std::size_t{answer.worker} * m_labels) + answer.label;
    }

    double sumOf(std::size_t worker, std::size_t truth) const {
        double sum = 0;
        for (std::size_t answer = 0; answer < m_labels; ++answer) {
            sum += m_counts((worker * m_labels) + answer, truth);
        }
        return sum;
    }

    void countInto(const Matrix& probabilities) {
        m_counts = Matrix(m_answers.workers * m_labels, m_labels, m_options.priorWrong);
        for (std::size_t worker = 0; worker < m_answers.workers; ++worker) {
            for (std::size_t label = 0; label < m_labels; ++label) {
                m_counts((worker * m_labels) + label, label) = m_options.priorRight;
            }
        }
        m_priors.assign(m_labels, m_options.priorOfLabels);
        for (std::size_t item = 0; item < m_answers.items; ++item) {
            for (std::size_t label = 0; label < m_labels; ++label) {
                m_priors[label] += probabilities(item, label);
            }
        }
        for (const Answer& answer : m_answers.list) {
            const auto counts = m_counts.row(rowOf(answer));
            for (std::size_t label = 0; label < m_labels; ++label) {
                counts[label] += probabilities(answer.item, label);
            }
        }
    }

    const Answers& m_answers;
    const IbccOptions& m_options;
    std::size_t m_labels;
    Matrix m_counts;
    std::vector<double> m_priors;
};

/// One label of a Bayesian weighted average: which answers gave it, and how far that is true of
/// each item.
class LabelAverage {
public:
    LabelAverage(const Answers& answers, std::uint32_t label, const BwaOptions& options)
        : m_answers(answers), m_label(label), m_options(options), m_precisions(answers.workers),
          m_answered(answers.workers) {
        for (const Answer& answer : answers.list) {
            m_answered[answer.worker] += 1;
        }
    }

    /// `values` begins as the shares of votes.
    void run(std::vector<double>& values) {
        double spread = 0;
        for (const Answer& answer : m_answers.list) {
            spread += values[answer.item] * (1 - values[answer.item]);
        }
        const auto labels = static_cast<double>(m_answers.labels);
        const double priorSpread = m_options.priorAnswers * spread /
                                   static_cast<double>(m_answers.list.size()) * 4 *
                                   (1 - (1 / labels));
        std::vector<double> before;
        do {
            before = values;
            weigh(values, priorSpread);
            average(values);
            ++m_rounds;
        } while (m_rounds < m_options.iterations && !isClose(before, values, 1e-8, 1e-3));
    }

    const std::vector<double>& precisions() const { return m_precisions; }
    int rounds() const { return m_rounds; }

private:
    double gave(const Answer& answer) const { return answer.label == m_label ? 1 : 0; }

    void weigh(const std::vector<double>& values, double priorSpread) {
        std::vector<double> spreads(m_answers.workers, priorSpread);
        for (const Answer& answer : m_answers.list) {
            const double apart = values[answer.item] - gave(answer);
            spreads[answer.worker] += apart * apart;
        }
        for (std::size_t worker = 0; worker < spreads.size(); ++worker) {
            // All agree on this label, so that all weigh the same.
            m_precisions[worker] =
                spreads[worker] > 0
                    ? (m_options.priorAnswers + m_answered[worker]) / spreads[worker]
                    : 1;
        }
    }

    void average(std::vector<double>& values) const {
        const double mean =
            std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
        std::vector<double> weights(values.size(), m_options.priorWeight);
        std::ranges::fill(values, m_options.priorWeight * mean);
        for (const Answer& answer : m_answers.list) {
            weights[answer.item] += m_precisions[answer.worker];
            values[answer.item] += m_precisions[answer.worker] * gave(answer);
        }
        for (std::size_t item = 0; item < values.size(); ++item) {
            values[item] /= weights[item];
        }
    }

    const Answers& m_answers;
    std::uint32_t m_label;
    const BwaOptions& m_options;
    std::vector<double> m_precisions;
    std::vector<double> m_answered;
    int m_rounds = 0;
};

} // namespace

Consensus ibcc(const Answers& answers, const IbccOptions& options) {
    Consensus consensus = majorityVote(answers);
    Ibcc model(answers, options);
    consensus.stop = Stop::Iterations;
    while (consensus.iterations < options.iterations) {
        const Matrix before = consensus.probabilities;
        model.update(consensus.probabilities);
        ++consensus.iterations;
        if (isClose(before.values(), consensus.probabilities.values(), 1e-3, 1e-5)) {
            consensus.stop = Stop::Settled;
            break;
        }
    }
    consensus.skills = model.skills();
    return consensus;
}

Consensus bayesianWeightedAverage(const Answers& answers, const BwaOptions& options) {
    Consensus consensus = majorityVote(answers);
    if (answers.list.empty()) {
        return consensus;
    }
    consensus.skills.assign(answers.workers, 0);
    for (std::uint32_t label = 0; label < answers.labels; ++label) {
        std::vector<double> values(answers.items);
        for (std::size_t item = 0; item < values.size(); ++item) {
            values[item] = consensus.probabilities(item, label);
        }
        LabelAverage average(answers, label, options);
        average.run(values);
        for (std::size_t item = 0; item < values.size(); ++item) {
            consensus.probabilities(item, label) = values[item];
        }
        for (std::size_t worker = 0; worker < answers.workers; ++worker) {
            consensus.skills[worker] +=
                average.precisions()[worker] / static_cast<double>(answers.labels);
        }
        consensus.iterations = std::max(consensus.iterations, average.rounds());
    }
    consensus.stop = consensus.iterations < options.iterations ? Stop::Settled : Stop::Iterations;
    normalizeRows(consensus.probabilities);
    return consensus;
}

} // namespace cartouche::quality
