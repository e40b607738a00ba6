#include "core/quality/mace.h"

#include "core/quality/special_functions.h"
#include "core/quality/voting.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace cartouche::quality {

namespace {

/// The priors of variational Bayes.
constexpr double kCompetencePrior = 0.5;
constexpr double kStrategyPrior = 10;

class Model {
public:
    Model(const Answers& answers, MaceInference inference)
        : m_answers(answers), m_inference(inference), m_knowing(answers.workers, 0.5),
          m_guessing(answers.workers, 0.5),
          m_strategies(answers.workers, answers.labels, 1 / static_cast<double>(answers.labels)) {}

    /// Returns the log-likelihood.
    double expect(Matrix& probabilities) const {
        const double prior = -std::log(static_cast<double>(m_answers.labels));
        std::ranges::fill(probabilities.values(), prior);
        for (const Answer& answer : m_answers.list) {
            const double guessed = guess(answer);
            const double right = std::log(m_knowing[answer.worker] + guessed);
            const double wrong = std::log(guessed);
            const auto row = probabilities.row(answer.item);
            for (std::size_t label = 0; label < row.size(); ++label) {
                row[label] += label == answer.label ? right : wrong;
            }
        }
        double logLikelihood = 0;
        for (std::size_t item = 0; item < m_answers.items; ++item) {
            logLikelihood += normalizeLogarithms(probabilities.row(item));
        }
        return logLikelihood;
    }

    void maximize(const Matrix& probabilities) {
        std::vector<double> known(m_answers.workers);
        std::vector<double> all(m_answers.workers);
        Matrix guessed(m_answers.workers, m_answers.labels);
        for (const Answer& answer : m_answers.list) {
            const double knowing = m_knowing[answer.worker];
            const double share =
                probabilities(answer.item, answer.label) * knowing / (knowing + guess(answer));
            known[answer.worker] += share;
            all[answer.worker] += 1;
            guessed(answer.worker, answer.label) += 1 - share;
        }
        for (std::size_t worker = 0; worker < m_answers.workers; ++worker) {
            std::array counts{all[worker] - known[worker], known[worker]};
            normalize(counts, kCompetencePrior);
            m_guessing[worker] = counts[0];
            m_knowing[worker] = counts[1];
            std::ranges::copy(guessed.row(worker), m_strategies.row(worker).begin());
            normalize(m_strategies.row(worker), kStrategyPrior);
        }
    }

    const std::vector<double>& competences() const { return m_knowing; }
    const Matrix& strategies() const { return m_strategies; }

private:
    double guess(const Answer& answer) const {
        return m_guessing[answer.worker] * m_strategies(answer.worker, answer.label);
    }

    void normalize(std::span<double> counts, double prior) const {
        const bool isEm = m_inference == MaceInference::Em;
        const double added = isEm ? 0.01 / static_cast<double>(m_answers.labels) : prior;
        const double sum = std::accumulate(counts.begin(), counts.end(), 0.0) +
                           (added * static_cast<double>(counts.size()));
        for (double& count : counts) {
            count = isEm ? (count + added) / sum : std::exp(digamma(count + added) - digamma(sum));
        }
    }

    const Answers& m_answers;
    MaceInference m_inference;
    std::vector<double> m_knowing;
    std::vector<double> m_guessing;
    Matrix m_strategies;
};

} // namespace

Mace mace(const Answers& answers, const MaceOptions& options) {
    Mace result{.consensus = majorityVote(answers)};
    Matrix& probabilities = result.consensus.probabilities;
    Model model(answers, options.inference);
    result.logLikelihood = model.expect(probabilities);
    Iteration iteration(options.limits);
    for (bool isOver = !iteration.hasNext(); !isOver;) {
        const Matrix before = probabilities;
        model.maximize(probabilities);
        result.logLikelihood = model.expect(probabilities);
        isOver = iteration.isOver(before, probabilities, result.logLikelihood);
    }
    result.consensus.iterations = iteration.done();
    result.consensus.stop = iteration.stop();
    result.consensus.skills = model.competences();
    result.strategies = model.strategies();
    return result;
}

} // namespace cartouche::quality
