#include "core/quality/kos.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cartouche::quality {

namespace {

using Messages = std::vector<double>; // one along each answer

double signOf(const Answer& answer) {
    return answer.label == 1 ? 1 : -1;
}

/// What each end has heard along all its answers.
template <typename EndOf>
std::vector<double> sums(const Answers& answers, const Messages& messages, std::size_t ends,
                         EndOf endOf) {
    std::vector<double> result(ends);
    for (std::size_t at = 0; at < messages.size(); ++at) {
        result[endOf(answers.list[at])] += signOf(answers.list[at]) * messages[at];
    }
    return result;
}

/// Each end passes on what it has heard along its other answers.
template <typename EndOf>
void passOn(const Answers& answers, Messages& messages, std::size_t ends, EndOf endOf) {
    const std::vector<double> heard = sums(answers, messages, ends, endOf);
    double greatest = 0;
    for (std::size_t at = 0; at < messages.size(); ++at) {
        const Answer& answer = answers.list[at];
        messages[at] = heard[endOf(answer)] - (signOf(answer) * messages[at]);
        greatest = std::max(greatest, std::abs(messages[at]));
    }
    for (double& message : messages) {
        message /= greatest > 0 ? greatest : 1;
    }
}

} // namespace

std::optional<Consensus> kos(const Answers& answers, int iterations) {
    if (answers.labels != 2) {
        return std::nullopt;
    }
    Messages messages(answers.list.size(), 1);
    for (int round = 0; round < iterations; ++round) {
        passOn(answers, messages, answers.items, [](const Answer& answer) { return answer.item; });
        passOn(answers, messages, answers.workers,
               [](const Answer& answer) { return answer.worker; });
    }
    Consensus consensus{.probabilities = Matrix(answers.items, 2),
                        .skills = std::vector<double>(answers.workers),
                        .iterations = iterations,
                        .stop = Stop::Iterations};
    std::vector<double> sizes(answers.items);
    std::vector<double> counts(answers.workers);
    for (std::size_t at = 0; at < messages.size(); ++at) {
        const Answer& answer = answers.list[at];
        sizes[answer.item] += std::abs(messages[at]);
        consensus.skills[answer.worker] += messages[at];
        counts[answer.worker] += 1;
    }
    const auto votes =
        sums(answers, messages, answers.items, [](const Answer& answer) { return answer.item; });
    for (std::size_t item = 0; item < votes.size(); ++item) {
        const double lead = sizes[item] > 0 ? votes[item] / sizes[item] : 0;
        consensus.probabilities(item, 0) = (1 - lead) / 2;
        consensus.probabilities(item, 1) = (1 + lead) / 2;
    }
    for (std::size_t worker = 0; worker < counts.size(); ++worker) {
        consensus.skills[worker] /= std::max(1.0, counts[worker]);
    }
    return consensus;
}

} // namespace cartouche::quality
