#include "core/quality/dawid_skene.h"

#include "core/quality/voting.h"

#include <algorithm>
#include <cmath>

namespace cartouche::quality {

namespace {

constexpr double kLeast = 1e-10;

class Model {
public:
    Model(const Answers& answers, const DawidSkeneOptions& options)
        : m_answers(answers), m_options(options), m_priors(answers.labels),
          m_rates(answers.workers * answers.labels, answers.labels) {}

    /// Rates from probabilities.
    void maximize(const Matrix& probabilities) {
        std::ranges::fill(m_priors, 0);
        for (std::size_t item = 0; item < m_answers.items; ++item) {
            for (std::size_t label = 0; label < m_answers.labels; ++label) {
                m_priors[label] += probabilities(item, label);
            }
        }
        for (double& prior : m_priors) {
            prior /= std::max(1.0, static_cast<double>(m_answers.items));
        }
        std::ranges::fill(m_rates.values(), m_options.smoothing);
        for (const Answer& answer : m_answers.list) {
            const auto rates = m_rates.row(rowOf(answer));
            const auto shares = probabilities.row(answer.item);
            for (std::size_t label = 0; label < rates.size(); ++label) {
                rates[label] += shares[label];
            }
        }
        normalizeRates();
    }

    /// Probabilities from rates. Returns the log-likelihood of the answers.
    double expect(Matrix& probabilities) const {
        for (std::size_t item = 0; item < m_answers.items; ++item) {
            std::ranges::transform(m_priors, probabilities.row(item).begin(),
                                   [](double prior) { return std::log(std::max(prior, kLeast)); });
        }
        Matrix logarithms = m_rates;
        for (double& value : logarithms.values()) {
            value = std::log(value);
        }
        for (const Answer& answer : m_answers.list) {
            const auto shares = probabilities.row(answer.item);
            const auto rates = logarithms.row(rowOf(answer));
            for (std::size_t label = 0; label < shares.size(); ++label) {
                shares[label] += rates[label];
            }
        }
        double logLikelihood = 0;
        for (std::size_t item = 0; item < m_answers.items; ++item) {
            logLikelihood += normalizeLogarithms(probabilities.row(item));
        }
        pinGold(probabilities, m_options.gold);
        return logLikelihood;
    }

    const std::vector<double>& priors() const { return m_priors; }

    Matrix confusions() const {
        Matrix confusions(m_rates.rows(), m_rates.columns());
        const std::size_t labels = m_answers.labels;
        for (std::size_t worker = 0; worker < m_answers.workers; ++worker) {
            for (std::size_t truth = 0; truth < labels; ++truth) {
                for (std::size_t answer = 0; answer < labels; ++answer) {
                    confusions((worker * labels) + truth, answer) =
                        m_rates((worker * labels) + answer, truth);
                }
            }
        }
        return confusions;
    }

private:
    /// A row of rates holds one answer of one worker, with a column for each true label, so that
    /// what an answer says about all labels lies side by side.
    std::size_t rowOf(const Answer& answer) const {
        return (std::size_t{answer.worker} * m_answers.labels) + answer.label;
    }

    void normalizeRates() {
        const std::size_t labels = m_answers.labels;
        for (std::size_t worker = 0; worker < m_answers.workers; ++worker) {
            for (std::size_t truth = 0; truth < labels; ++truth) {
                double sum = 0;
                for (std::size_t answer = 0; answer < labels; ++answer) {
                    double& rate = m_rates((worker * labels) + answer, truth);
                    rate = std::max(rate, kLeast);
                    sum += rate;
                }
                for (std::size_t answer = 0; answer < labels; ++answer) {
                    m_rates((worker * labels) + answer, truth) /= sum;
                }
            }
        }
    }

    const Answers& m_answers;
    const DawidSkeneOptions& m_options;
    std::vector<double> m_priors;
    Matrix m_rates;
};

std::vector<double> expectedAccuracies(const DawidSkene& result) {
    const std::size_t labels = result.priors.size();
    std::vector<double> skills(labels == 0 ? 0 : result.confusions.rows() / labels);
    for (std::size_t worker = 0; worker < skills.size(); ++worker) {
        for (std::size_t label = 0; label < labels; ++label) {
            skills[worker] +=
                result.priors[label] * result.confusions((worker * labels) + label, label);
        }
    }
    return skills;
}

} // namespace

DawidSkene dawidSkene(const Answers& answers, const DawidSkeneOptions& options) {
    DawidSkene result{.consensus = majorityVote(answers)};
    Matrix& probabilities = result.consensus.probabilities;
    pinGold(probabilities, options.gold);
    Model model(answers, options);
    model.maximize(probabilities);
    Iteration iteration(options.limits);
    Matrix before;
    for (bool isOver = !iteration.hasNext(); !isOver;) {
        before = probabilities;
        result.logLikelihood = model.expect(probabilities);
        model.maximize(probabilities);
        isOver = iteration.isOver(before, probabilities, result.logLikelihood);
    }
    result.consensus.iterations = iteration.done();
    result.consensus.stop = iteration.stop();
    result.priors = model.priors();
    result.confusions = model.confusions();
    result.consensus.skills = expectedAccuracies(result);
    return result;
}

} // namespace cartouche::quality
