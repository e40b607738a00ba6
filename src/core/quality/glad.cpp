#include "core/quality/glad.h"

#include "core/quality/special_functions.h"
#include "core/quality/voting.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cartouche::quality {

namespace {

constexpr double kPriorMean = 1;

/// Abilities of the workers, then log ease of the items.
using Parameters = std::vector<double>;

class Model {
public:
    explicit Model(const Answers& answers)
        : m_answers(answers), m_right(answers.list.size()),
          m_wrongLabels(std::max(1.0, static_cast<double>(answers.labels) - 1)) {}

    /// Sets the probabilities of labels. Returns the log-likelihood with the priors.
    double expect(const Parameters& parameters, Matrix& probabilities) {
        std::ranges::fill(probabilities.values(), 0);
        for (const Answer& answer : m_answers.list) {
            const double scale = scaleOf(parameters, answer);
            const double right = logLogistic(scale);
            const double wrong = logLogistic(-scale) - std::log(m_wrongLabels);
            const auto row = probabilities.row(answer.item);
            for (std::size_t label = 0; label < row.size(); ++label) {
                row[label] += label == answer.label ? right : wrong;
            }
        }
        double logLikelihood = logPrior(parameters);
        for (std::size_t item = 0; item < m_answers.items; ++item) {
            logLikelihood += normalizeLogarithms(probabilities.row(item));
        }
        for (std::size_t at = 0; at < m_right.size(); ++at) {
            m_right[at] = probabilities(m_answers.list[at].item, m_answers.list[at].label);
        }
        return logLikelihood;
    }

    /// What a round maximizes: the expected log-likelihood, with the priors.
    double value(const Parameters& parameters) const {
        double sum = logPrior(parameters);
        for (std::size_t at = 0; at < m_right.size(); ++at) {
            const double scale = scaleOf(parameters, m_answers.list[at]);
            sum += (m_right[at] * logLogistic(scale)) + ((1 - m_right[at]) * logLogistic(-scale));
        }
        return sum;
    }

    Parameters gradient(const Parameters& parameters) const {
        Parameters gradient(parameters.size());
        for (std::size_t at = 0; at < gradient.size(); ++at) {
            gradient[at] = kPriorMean - parameters[at];
        }
        for (std::size_t at = 0; at < m_right.size(); ++at) {
            const Answer& answer = m_answers.list[at];
            const std::size_t item = m_answers.workers + answer.item;
            const double ease = std::exp(parameters[item]);
            const double scale = parameters[answer.worker] * ease;
            const double miss = m_right[at] - logistic(scale);
            gradient[answer.worker] += miss * ease;
            gradient[item] += miss * scale;
        }
        return gradient;
    }

private:
    double scaleOf(const Parameters& parameters, const Answer& answer) const {
        return parameters[answer.worker] * std::exp(parameters[m_answers.workers + answer.item]);
    }

    static double logPrior(const Parameters& parameters) {
        return std::accumulate(parameters.begin(), parameters.end(), 0.0,
                               [](double sum, double value) {
                                   return sum - ((value - kPriorMean) * (value - kPriorMean) / 2);
                               });
    }

    const Answers& m_answers;
    std::vector<double> m_right; // of each answer: how probably it is right
    double m_wrongLabels;
};

double dot(const Parameters& first, const Parameters& second) {
    return std::inner_product(first.begin(), first.end(), second.begin(), 0.0);
}

/// From `parameters` along `direction`, by a step that raises the value (Armijo). Returns the step
/// that was made, 0 if there is none.
double climb(const Model& model, Parameters& parameters, const Parameters& direction, double slope,
             double step) {
    constexpr double kEnoughRise = 1e-4;
    constexpr double kShortest = 1e-12;
    const double start = model.value(parameters);
    for (; step > kShortest; step /= 2) {
        Parameters moved = parameters;
        for (std::size_t at = 0; at < moved.size(); ++at) {
            moved[at] += step * direction[at];
        }
        if (model.value(moved) >= start + (kEnoughRise * step * slope)) {
            parameters = std::move(moved);
            return step;
        }
    }
    return 0;
}

/// Conjugate gradients (Polak, Ribière), which begin anew where they would lead down.
void maximize(const Model& model, Parameters& parameters, int steps) {
    constexpr double kFlat = 1e-12;
    Parameters gradient = model.gradient(parameters);
    Parameters direction = gradient;
    double step = 1 / std::max(1.0, std::sqrt(dot(gradient, gradient)));
    for (int done = 0; done < steps && dot(gradient, gradient) > kFlat; ++done) {
        double slope = dot(gradient, direction);
        if (slope <= 0) {
            direction = gradient;
            slope = dot(gradient, gradient);
        }
        step = climb(model, parameters, direction, slope, 2 * step);
        if (step == 0) {
            return;
        }
        const Parameters next = model.gradient(parameters);
        const double factor =
            std::max(0.0, (dot(next, next) - dot(next, gradient)) / dot(gradient, gradient));
        for (std::size_t at = 0; at < direction.size(); ++at) {
            direction[at] = next[at] + (factor * direction[at]);
        }
        gradient = next;
    }
}

} // namespace

Glad glad(const Answers& answers, const GladOptions& options) {
    Glad result{.consensus = majorityVote(answers)};
    Matrix& probabilities = result.consensus.probabilities;
    Parameters parameters(answers.workers + answers.items, kPriorMean);
    Model model(answers);
    Iteration iteration(options.limits);
    for (bool isOver = false; !isOver;) {
        const Matrix before = probabilities;
        const double logLikelihood = model.expect(parameters, probabilities);
        isOver = iteration.isOver(before, probabilities, logLikelihood);
        if (!isOver) {
            maximize(model, parameters, options.steps);
        }
    }
    result.consensus.iterations = iteration.done();
    result.consensus.stop = iteration.stop();
    const auto items = parameters.begin() + static_cast<std::ptrdiff_t>(answers.workers);
    result.consensus.skills.assign(parameters.begin(), items);
    result.logEase.assign(items, parameters.end());
    return result;
}

std::vector<double> gladLabel(std::span<const std::uint32_t> itemAnswers,
                              std::span<const double> abilities, double logEase,
                              std::size_t labels) {
    Answers answers{.items = 1, .workers = itemAnswers.size(), .labels = labels, .list = {}};
    Parameters parameters(abilities.begin(), abilities.end());
    parameters.push_back(logEase);
    for (std::uint32_t worker = 0; worker < itemAnswers.size(); ++worker) {
        answers.list.push_back({0, worker, itemAnswers[worker]});
    }
    Matrix probabilities(1, labels);
    Model(answers).expect(parameters, probabilities);
    return {probabilities.values().begin(), probabilities.values().end()};
}

} // namespace cartouche::quality
