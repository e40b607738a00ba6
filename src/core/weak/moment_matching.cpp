#include "core/weak/moment_matching.h"

#include "core/quality/consensus.h"
#include "core/quality/matching.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace cartouche::weak {

namespace {

using quality::Answer;
using quality::Answers;
using quality::Matrix;

/// How often each two votes come together, as shares of all items.
Matrix momentsOf(const Answers& votes) {
    const std::size_t size = votes.workers * votes.labels;
    const auto starts = quality::itemStarts(votes);
    const double share = 1 / static_cast<double>(std::max<std::size_t>(1, votes.items));
    Matrix moments(size, size);
    for (std::size_t item = 0; item < votes.items; ++item) {
        const auto own =
            std::span(votes.list).subspan(starts[item], starts[item + 1] - starts[item]);
        for (const Answer& first : own) {
            for (const Answer& second : own) {
                moments((first.worker * votes.labels) + first.label,
                        (second.worker * votes.labels) + second.label) += share;
            }
        }
    }
    return moments;
}

class Learner {
public:
    Learner(const Answers& votes, const MomentMatchingOptions& options,
            const std::vector<double>& balance)
        : m_labels(votes.labels), m_options(options), m_balance(balance),
          m_moments(momentsOf(votes)), m_rates(m_moments.rows(), votes.labels), m_slopes(m_rates),
          m_speeds(m_rates) {
        constexpr double kShrink = 0.5; // Snorkel's is random
        for (std::size_t row = 0; row < m_rates.rows(); ++row) {
            const std::size_t label = row % m_labels;
            const double prior = std::max(m_balance[label], 1e-12);
            m_rates(row, label) =
                kShrink * std::clamp(m_moments(row, row) * options.precision / prior, 0.0, 1.0);
        }
    }

    /// Returns the loss before the step.
    double step() {
        const double loss = findSlopes();
        for (std::size_t at = 0; at < m_rates.values().size(); ++at) {
            double& speed = m_speeds.values()[at];
            speed = (m_options.momentum * speed) + m_slopes.values()[at];
            m_rates.values()[at] -= m_options.rate * speed;
        }
        return loss;
    }

    Matrix rates(std::size_t items) const {
        const double least = std::min(0.01, std::pow(10, -std::ceil(std::log10(static_cast<double>(
                                                             std::max<std::size_t>(1, items))))));
        Matrix clamped = m_rates;
        for (double& rate : clamped.values()) {
            rate = std::clamp(rate, least, 1 - least);
        }
        return clamped;
    }

private:
    /// Of the squared differences of the moments of different functions, and of each vote's share.
    double findSlopes() {
        Matrix weighted = m_rates;
        for (std::size_t at = 0; at < weighted.values().size(); ++at) {
            weighted.values()[at] *= m_balance[at % m_labels];
        }
        double loss = 0;
        for (std::size_t row = 0; row < m_rates.rows(); ++row) {
            const auto slopes = m_slopes.row(row);
            std::ranges::fill(slopes, 0);
            for (std::size_t other = 0; other < m_rates.rows(); ++other) {
                if (row / m_labels != other / m_labels) {
                    loss += addPair(row, other, weighted.row(other), slopes);
                }
            }
            const double miss = shareOf(row) - m_moments(row, row);
            loss += miss * miss;
            for (std::size_t label = 0; label < m_labels; ++label) {
                slopes[label] += 2 * miss * m_balance[label];
            }
        }
        return loss;
    }

    double addPair(std::size_t row, std::size_t other, std::span<const double> weighted,
                   std::span<double> slopes) const {
        const auto rates = m_rates.row(row);
        double miss = m_moments(row, other);
        for (std::size_t label = 0; label < m_labels; ++label) {
            miss -= rates[label] * weighted[label];
        }
        for (std::size_t label = 0; label < m_labels; ++label) {
            slopes[label] -= 4 * miss * weighted[label]; // the pair counts in both orders
        }
        return miss * miss;
    }

    double shareOf(std::size_t row) const {
        double share = 0;
        for (std::size_t label = 0; label < m_labels; ++label) {
            share += m_rates(row, label) * m_balance[label];
        }
        return share;
    }

    std::size_t m_labels;
    const MomentMatchingOptions& m_options;
    const std::vector<double>& m_balance;
    Matrix m_moments;
    Matrix m_rates;
    Matrix m_slopes;
    Matrix m_speeds;
};

/// Moments of labels that are as frequent stay the same when these are swapped. So, of each such
/// group, the columns stand where functions are right most often.
Matrix inBestOrder(const Matrix& rates, const std::vector<double>& balance) {
    std::map<double, std::vector<std::size_t>> groups;
    for (std::size_t label = 0; label < balance.size(); ++label) {
        groups[balance[label]].push_back(label);
    }
    Matrix ordered = rates;
    for (const auto& [share, group] : groups) {
        Matrix sums(group.size(), group.size());
        for (std::size_t row = 0; row < rates.rows(); ++row) {
            const auto vote = std::ranges::find(group, row % balance.size());
            for (std::size_t column = 0; vote != group.end() && column < group.size(); ++column) {
                sums(static_cast<std::size_t>(vote - group.begin()), column) +=
                    rates(row, group[column]);
            }
        }
        constexpr double kAny = 1e-300;
        for (const auto& [to, from] : quality::matchPairs(sums, kAny)) {
            for (std::size_t row = 0; row < rates.rows(); ++row) {
                ordered(row, group[to]) = rates(row, group[from]);
            }
        }
    }
    return ordered;
}

} // namespace

Matrix MomentMatching::predict(const Answers& votes) const {
    Matrix result(votes.items, balance.size());
    for (std::size_t item = 0; item < votes.items; ++item) {
        std::ranges::transform(balance, result.row(item).begin(),
                               [](double share) { return std::log(share); });
    }
    for (const Answer& vote : votes.list) {
        for (std::size_t label = 0; label < balance.size(); ++label) {
            result(vote.item, label) +=
                std::log(rates((vote.worker * balance.size()) + vote.label, label));
        }
    }
    for (std::size_t item = 0; item < votes.items; ++item) {
        quality::normalizeLogarithms(result.row(item));
    }
    return result;
}

MomentMatching learnMomentMatching(const Answers& votes, const MomentMatchingOptions& options) {
    MomentMatching model{.balance = options.balance, .rates = {}};
    if (model.balance.empty()) {
        model.balance.assign(votes.labels, 1 / static_cast<double>(votes.labels));
    }
    Learner learner(votes, options, model.balance);
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
        model.loss = learner.step();
    }
    model.rates = inBestOrder(learner.rates(votes.items), model.balance);
    return model;
}

} // namespace cartouche::weak
