#include "core/sampling/committee.h"

#include "core/quality/consensus.h"
#include "core/sampling/uncertainty.h"

#include <algorithm>
#include <cmath>

namespace cartouche::sampling {

using quality::Matrix;

Matrix consensus(Committee members) {
    Matrix mean(members.front().rows(), members.front().columns());
    for (const Matrix& member : members) {
        for (std::size_t at = 0; at < mean.values().size(); ++at) {
            mean.values()[at] += member.values()[at] / static_cast<double>(members.size());
        }
    }
    return mean;
}

std::vector<double> voteEntropy(Committee members) {
    Matrix votes(members.front().rows(), members.front().columns());
    for (const Matrix& member : members) {
        const auto labels = quality::labelsOf(member);
        for (std::size_t item = 0; item < labels.size(); ++item) {
            votes(item, labels[item]) += 1 / static_cast<double>(members.size());
        }
    }
    return entropy(votes);
}

std::vector<double> consensusEntropy(Committee members) {
    return entropy(consensus(members));
}

std::vector<double> greatestDivergence(Committee members) {
    const Matrix mean = consensus(members);
    std::vector<double> greatest(mean.rows());
    for (const Matrix& member : members) {
        for (std::size_t item = 0; item < mean.rows(); ++item) {
            double divergence = 0;
            for (std::size_t label = 0; label < mean.columns(); ++label) {
                const double own = member(item, label);
                divergence += own > 0 ? own * std::log(own / mean(item, label)) : 0;
            }
            greatest[item] = std::max(greatest[item], divergence);
        }
    }
    return greatest;
}

std::vector<double> disagreement(Committee members) {
    std::vector<double> scores = consensusEntropy(members);
    for (const Matrix& member : members) {
        const auto own = entropy(member);
        for (std::size_t item = 0; item < scores.size(); ++item) {
            scores[item] -= own[item] / static_cast<double>(members.size());
        }
    }
    return scores;
}

} // namespace cartouche::sampling
