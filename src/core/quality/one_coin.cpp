#include "core/quality/one_coin.h"

#include "core/quality/voting.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cartouche::quality {

namespace {

constexpr double kLeast = 1e-10;

std::vector<double> skillsOf(const Answers& answers, const Matrix& probabilities) {
    std::vector<double> right(answers.workers);
    std::vector<double> all(answers.workers);
    for (const Answer& answer : answers.list) {
        right[answer.worker] += probabilities(answer.item, answer.label);
        all[answer.worker] += 1;
    }
    for (std::size_t worker = 0; worker < right.size(); ++worker) {
        right[worker] /= std::max(1.0, all[worker]);
    }
    return right;
}

std::vector<double> priorsOf(const Matrix& probabilities, bool learns) {
    const auto labels = static_cast<double>(probabilities.columns());
    std::vector<double> priors(probabilities.columns(), learns ? 0 : 1 / labels);
    for (std::size_t item = 0; learns && item < probabilities.rows(); ++item) {
        for (std::size_t label = 0; label < priors.size(); ++label) {
            priors[label] += probabilities(item, label) / static_cast<double>(probabilities.rows());
        }
    }
    return priors;
}

/// Returns the log-likelihood.
double expect(const Answers& answers, const OneCoin& model, Matrix& probabilities) {
    for (std::size_t item = 0; item < answers.items; ++item) {
        std::ranges::transform(model.priors, probabilities.row(item).begin(),
                               [](double prior) { return std::log(std::max(prior, kLeast)); });
    }
    std::vector<std::pair<double, double>> logarithms; // of being right, and of one wrong label
    const double wrongLabels = std::max(1.0, static_cast<double>(answers.labels) - 1);
    for (const double skill : model.consensus.skills) {
        const double right = std::clamp(skill, kLeast, 1 - kLeast);
        logarithms.emplace_back(std::log(right), std::log((1 - right) / wrongLabels));
    }
    for (const Answer& answer : answers.list) {
        const auto [right, wrong] = logarithms[answer.worker];
        for (std::uint32_t label = 0; label < answers.labels; ++label) {
            probabilities(answer.item, label) += label == answer.label ? right : wrong;
        }
    }
    double logLikelihood = 0;
    for (std::size_t item = 0; item < answers.items; ++item) {
        logLikelihood += normalizeLogarithms(probabilities.row(item));
    }
    return logLikelihood;
}

} // namespace

OneCoinOptions zenCrowdOptions() {
    return {.limits = {.iterations = 20, .change = 0, .gain = -1},
            .firstSkill = 0.7,
            .learnsPriors = false};
}

OneCoin oneCoin(const Answers& answers, const OneCoinOptions& options) {
    OneCoin model{.consensus = majorityVote(answers)};
    Matrix& probabilities = model.consensus.probabilities;
    pinGold(probabilities, options.gold);
    model.consensus.skills = options.firstSkill
                                 ? std::vector<double>(answers.workers, *options.firstSkill)
                                 : skillsOf(answers, probabilities);
    model.priors = priorsOf(probabilities, options.learnsPriors);
    Iteration iteration(options.limits);
    for (bool isOver = !iteration.hasNext(); !isOver;) {
        const Matrix before = probabilities;
        const double logLikelihood = expect(answers, model, probabilities);
        pinGold(probabilities, options.gold);
        model.consensus.skills = skillsOf(answers, probabilities);
        model.priors = priorsOf(probabilities, options.learnsPriors);
        isOver = iteration.isOver(before, probabilities, logLikelihood);
    }
    model.consensus.iterations = iteration.done();
    model.consensus.stop = iteration.stop();
    return model;
}

} // namespace cartouche::quality
