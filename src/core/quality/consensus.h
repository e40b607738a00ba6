#pragma once

#include "core/quality/answers.h"
#include "core/quality/matrix.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// What all ways to make one answer of many have in common.
namespace cartouche::quality {

/// Why an iteration ended: nothing changed any more, the likelihood did not grow any more, or it
/// had run as often as it may.
enum class Stop { Settled, LikelihoodSettled, Iterations };

/// When an iteration ends: when no probability changes by `change` or more, when the log-likelihood
/// grows by less than `gain` of itself, or after so many rounds.
struct Limits {
    int iterations = 100;
    double change = 1e-6;
    double gain = 1e-7;
};

/// One answer for each item, and how good each worker is.
struct Consensus {
    /// Items by labels; rows sum up to 1. Of an item without answers, all labels are as likely as
    /// the method's prior says.
    Matrix probabilities;
    /// Of each worker: its meaning is the method's; higher is better. Empty: it has none.
    std::vector<double> skills;
    int iterations = 0;
    Stop stop = Stop::Settled;
};

/// Known answers: the label of an item, or nothing.
using Gold = std::vector<std::optional<std::uint32_t>>;

/// The most probable label of each item; of labels alike to 12 digits the first.
std::vector<std::uint32_t> labelsOf(const Matrix& probabilities);

/// How many items have no single most probable label.
std::size_t countTies(const Matrix& probabilities);

/// How often each item got each label: items by labels.
Matrix countLabels(const Answers& answers);

/// Makes every row sum up to 1, the same share for all where it sums up to 0.
void normalizeRows(Matrix& matrix);

/// From logarithms that lack a common summand to probabilities. Returns the logarithm of their sum.
double normalizeLogarithms(std::span<double> row);

/// Puts certainty where the answer is known.
void pinGold(Matrix& probabilities, const Gold& gold);

/// Keeps count of an iteration, and ends it.
class Iteration {
public:
    explicit Iteration(const Limits& limits) : m_limits(limits) {}

    /// After a round: whether it was the last, given the probabilities from before it.
    bool isOver(const Matrix& before, const Matrix& after,
                std::optional<double> logLikelihood = std::nullopt);
    /// Whether there is a round to come.
    bool hasNext() const { return m_done < m_limits.iterations; }

    int done() const { return m_done; }
    Stop stop() const { return m_stop; }

private:
    Limits m_limits;
    int m_done = 0;
    Stop m_stop = Stop::Iterations;
    std::optional<double> m_logLikelihood;
};

} // namespace cartouche::quality
