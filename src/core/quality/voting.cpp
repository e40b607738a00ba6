#include "core/quality/voting.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace cartouche::quality {

namespace {

struct Hits {
    double right = 0;
    double all = 0;
};

Matrix weightedCounts(const Answers& answers, const std::vector<double>& skills) {
    Matrix counts(answers.items, answers.labels);
    for (const Answer& answer : answers.list) {
        counts(answer.item, answer.label) += skills[answer.worker];
    }
    return counts;
}

/// Of each worker: answers that are the label of their item.
std::vector<double> accuracies(const Answers& answers, const std::vector<std::uint32_t>& labels) {
    std::vector<Hits> hits(answers.workers);
    for (const Answer& answer : answers.list) {
        hits[answer.worker].all += 1;
        hits[answer.worker].right += answer.label == labels[answer.item] ? 1 : 0;
    }
    std::vector<double> shares(answers.workers);
    std::ranges::transform(hits, shares.begin(), [](const Hits& worker) {
        return worker.all > 0 ? worker.right / worker.all : 0;
    });
    return shares;
}

double entropy(std::span<const double> probabilities) {
    return std::accumulate(
        probabilities.begin(), probabilities.end(), 0.0,
        [](double sum, double p) { return p > 0 ? sum - (p * std::log(p)) : sum; });
}

} // namespace

Consensus majorityVote(const Answers& answers) {
    Consensus consensus{.probabilities = countLabels(answers)};
    normalizeRows(consensus.probabilities);
    return consensus;
}

Consensus weightedVote(const Answers& answers, std::vector<double> skills) {
    Matrix counts = weightedCounts(answers, skills);
    const Matrix votes = countLabels(answers);
    for (std::size_t item = 0; item < counts.rows(); ++item) {
        const auto row = counts.row(item);
        if (std::ranges::all_of(row, [](double weight) { return weight <= 0; })) {
            std::ranges::copy(votes.row(item), row.begin());
        }
    }
    normalizeRows(counts);
    return {.probabilities = std::move(counts), .skills = std::move(skills)};
}

Consensus wawa(const Answers& answers) {
    Answers distinct = answers;
    groupByItem(distinct, Repeats::Distinct);
    return weightedVote(answers, accuracies(distinct, labelsOf(countLabels(answers))));
}

Consensus zeroBasedSkill(const Answers& answers) {
    constexpr int kRounds = 100;
    constexpr int kRoundsOfRate = 20;
    double rate = 1;
    std::vector<double> skills(answers.workers,
                               (1 / static_cast<double>(std::max<std::size_t>(1, answers.labels))) +
                                   1e-5);
    for (int round = 1; round <= kRounds; ++round) {
        const auto right = accuracies(answers, labelsOf(weightedCounts(answers, skills)));
        for (std::size_t worker = 0; worker < skills.size(); ++worker) {
            skills[worker] += rate * (right[worker] - skills[worker]);
        }
        rate /= round % kRoundsOfRate == 0 ? 2 : 1;
    }
    Consensus consensus = weightedVote(answers, std::move(skills));
    consensus.iterations = kRounds;
    consensus.stop = Stop::Iterations;
    return consensus;
}

Consensus goldMajorityVote(const Answers& answers, const Gold& gold) {
    std::vector<Hits> hits(answers.workers);
    for (const Answer& answer : answers.list) {
        if (answer.item < gold.size() && gold[answer.item]) {
            hits[answer.worker].all += 1;
            hits[answer.worker].right += answer.label == *gold[answer.item] ? 1 : 0;
        }
    }
    double sum = 0;
    double known = 0;
    for (const Hits& worker : hits) {
        sum += worker.all > 0 ? worker.right / worker.all : 0;
        known += worker.all > 0 ? 1 : 0;
    }
    std::vector<double> skills(answers.workers);
    std::ranges::transform(hits, skills.begin(), [&](const Hits& worker) {
        return worker.all > 0 ? worker.right / worker.all : known > 0 ? sum / known : 1;
    });
    return weightedVote(answers, std::move(skills));
}

std::optional<double> goldAccuracy(const Answers& answers, const Gold& gold) {
    Hits hits;
    for (const Answer& answer : answers.list) {
        if (answer.item < gold.size() && gold[answer.item]) {
            hits.all += 1;
            hits.right += answer.label == *gold[answer.item] ? 1 : 0;
        }
    }
    return hits.all > 0 ? std::optional(hits.right / hits.all) : std::nullopt;
}

double meanUncertainty(const Answers& answers, const std::vector<double>& skills) {
    const Matrix probabilities = weightedVote(answers, skills).probabilities;
    double sum = 0;
    for (std::size_t item = 0; item < probabilities.rows(); ++item) {
        sum += entropy(probabilities.row(item));
    }
    return sum / std::max(1.0, static_cast<double>(probabilities.rows()));
}

} // namespace cartouche::quality
