#include "core/weak/abstaining_dawid_skene.h"

#include "core/quality/voting.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

namespace cartouche::weak {

namespace {

using quality::Answer;
using quality::Answers;
using quality::Matrix;

/// The logarithm of a product of probabilities, from which those that are 0 can be taken out again.
struct Product {
    double logarithm = 0;
    int zeros = 0;

    void multiply(double probability) {
        logarithm += probability > 0 ? std::log(probability) : 0;
        zeros += probability > 0 ? 0 : 1;
    }
    void divide(double probability) {
        logarithm -= probability > 0 ? std::log(probability) : 0;
        zeros -= probability > 0 ? 0 : 1;
    }
    double value() const {
        return zeros > 0 ? -std::numeric_limits<double>::infinity() : logarithm;
    }
};

/// All labels alike where none is possible.
void normalize(std::span<double> logarithms) {
    if (std::isinf(std::ranges::max(logarithms))) {
        std::ranges::fill(logarithms, 1 / static_cast<double>(logarithms.size()));
    } else {
        quality::normalizeLogarithms(logarithms);
    }
}

double sumOfChanges(std::span<const double> before, std::span<const double> after) {
    return std::transform_reduce(before.begin(), before.end(), after.begin(), 0.0, std::plus(),
                                 [](double was, double is) { return std::abs(was - is); });
}

/// A function that never voted tells nothing, whatever it says of other items.
void forgetSilent(AbstainingDawidSkene& model, const Answers& votes) {
    std::vector<bool> hasVoted(votes.workers);
    for (const Answer& vote : votes.list) {
        hasVoted[vote.worker] = true;
    }
    for (std::size_t row = 0; row < model.rates.rows(); ++row) {
        if (!hasVoted[row / votes.labels]) {
            std::ranges::fill(model.rates.row(row), 1 / static_cast<double>(votes.labels));
        }
    }
}

/// Priors and rates from probabilities.
void maximize(AbstainingDawidSkene& model, const Answers& votes) {
    const std::size_t labels = votes.labels;
    std::vector<double> sums(labels);
    for (std::size_t item = 0; item < votes.items; ++item) {
        for (std::size_t label = 0; label < labels; ++label) {
            sums[label] += model.probabilities(item, label);
        }
    }
    model.rates = Matrix(votes.workers * labels, labels + 1);
    for (const Answer& vote : votes.list) {
        for (std::size_t label = 0; label < labels; ++label) {
            model.rates((vote.worker * labels) + label, vote.label) +=
                model.probabilities(vote.item, label);
        }
    }
    for (std::size_t row = 0; row < model.rates.rows(); ++row) {
        const auto rates = model.rates.row(row);
        const double voted = std::accumulate(rates.begin(), rates.end(), 0.0);
        const bool tells = model.abstaining == Abstaining::Tells;
        const double all = tells ? sums[row % labels] : voted;
        rates.back() = std::max(0.0, all - voted);
        for (double& rate : rates) {
            rate = all > 0 ? rate / all : 0;
        }
    }
    if (model.abstaining == Abstaining::IsMissing) {
        forgetSilent(model, votes);
    }
    model.priors = std::move(sums);
    for (double& prior : model.priors) {
        prior /= std::max(1.0, static_cast<double>(votes.items));
    }
}

} // namespace

Matrix AbstainingDawidSkene::predict(const Answers& votes) const {
    const std::size_t labels = priors.size();
    const bool tells = abstaining == Abstaining::Tells;
    std::vector<Product> silent(labels); // as if nobody votes; what votes change is added
    for (std::size_t label = 0; label < labels; ++label) {
        silent[label].multiply(priors[label]);
    }
    for (std::size_t row = 0; tells && row < rates.rows(); ++row) {
        silent[row % labels].multiply(rates(row, labels));
    }
    const auto starts = quality::itemStarts(votes);
    Matrix result(votes.items, labels);
    for (std::size_t item = 0; item < votes.items; ++item) {
        for (std::size_t label = 0; label < labels; ++label) {
            Product product = silent[label];
            for (std::size_t at = starts[item]; at < starts[item + 1]; ++at) {
                const Answer& vote = votes.list[at];
                const auto own = rates.row((vote.worker * labels) + label);
                product.multiply(own[vote.label]);
                if (tells) {
                    product.divide(own.back());
                }
            }
            result(item, label) = product.value();
        }
        normalize(result.row(item));
    }
    return result;
}

AbstainingDawidSkene learnAbstainingDawidSkene(const Answers& votes,
                                               const AbstainingOptions& options) {
    AbstainingDawidSkene model;
    model.abstaining = options.abstaining;
    model.probabilities = quality::majorityVote(votes).probabilities;
    while (model.iterations < options.iterations) {
        const std::vector<double> priors = model.priors;
        const Matrix rates = model.rates;
        maximize(model, votes);
        model.probabilities = model.predict(votes);
        ++model.iterations;
        if (model.iterations > 1 && sumOfChanges(priors, model.priors) < options.change &&
            sumOfChanges(rates.values(), model.rates.values()) < options.change) {
            model.stop = quality::Stop::Settled;
            break;
        }
    }
    return model;
}

} // namespace cartouche::weak
