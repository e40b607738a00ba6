#include "core/weak/triplets.h"

#include "core/quality/consensus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>

namespace cartouche::weak {

namespace {

using quality::Answer;
using quality::Answers;
using quality::Matrix;

constexpr std::size_t kLabels = 2;
constexpr std::size_t kStates = 3; // of a vote: the first label, none, the second

double signOf(std::uint32_t label) {
    return label == 0 ? -1 : 1;
}

std::size_t stateOf(std::uint32_t label) {
    return label == 0 ? 0 : 2;
}

/// E[vote × vote] of each two functions.
Matrix productsOf(const Answers& votes) {
    const auto starts = quality::itemStarts(votes);
    Matrix products(votes.workers, votes.workers);
    for (std::size_t item = 0; item < votes.items; ++item) {
        const auto own =
            std::span(votes.list).subspan(starts[item], starts[item + 1] - starts[item]);
        for (const Answer& first : own) {
            for (const Answer& second : own) {
                products(first.worker, second.worker) += signOf(first.label) * signOf(second.label);
            }
        }
    }
    for (double& product : products.values()) {
        product /= static_cast<double>(std::max<std::size_t>(1, votes.items));
    }
    return products;
}

/// What each two others say of a function; those that never vote together say nothing.
std::vector<double> estimatesOf(const Matrix& products, std::size_t function) {
    std::vector<double> estimates;
    for (std::size_t first = 0; first < products.rows(); ++first) {
        for (std::size_t second = first + 1; second < products.rows(); ++second) {
            const double both = products(first, second);
            if (first != function && second != function && both != 0) {
                estimates.push_back(std::sqrt(
                    std::abs(products(function, first) * products(function, second) / both)));
            }
        }
    }
    return estimates;
}

double middleOf(std::vector<double> values, TripletMean mean) {
    if (values.empty()) {
        return 0;
    }
    const auto count = static_cast<double>(values.size());
    if (mean == TripletMean::Mean) {
        return std::accumulate(values.begin(), values.end(), 0.0) / count;
    }
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// How often each function votes -1, not at all and 1: functions by states.
Matrix sharesOf(const Answers& votes) {
    Matrix shares(votes.workers, kStates);
    for (const Answer& vote : votes.list) {
        shares(vote.worker, stateOf(vote.label)) += 1;
    }
    const double items = static_cast<double>(std::max<std::size_t>(1, votes.items));
    for (std::size_t function = 0; function < votes.workers; ++function) {
        shares(function, 0) /= items;
        shares(function, 2) /= items;
        shares(function, 1) = 1 - shares(function, 0) - shares(function, 2);
    }
    return shares;
}

/// Fills in P(vote, label) from its sums over votes and over labels, and from how often both are
/// alike; whether a function votes does not depend on the label.
void fillJoint(std::span<double> joint, std::span<const double> shares, double accuracy,
               double balance) {
    const double voted = balance * (1 - shares[1]);
    const double bothSecond = (accuracy - shares[0] + voted) / 2;
    joint[0] = shares[0] - (voted - bothSecond);
    joint[1] = shares[1] * (1 - balance);
    joint[2] = shares[2] - bothSecond;
    joint[kStates] = voted - bothSecond;
    joint[kStates + 1] = shares[1] * balance;
    joint[kStates + 2] = bothSecond;
}

} // namespace

Matrix Triplets::predict(const Answers& votes) const {
    constexpr double kLeast = 1e-12; // estimates of a few votes may be below 0
    const std::array priors{1 - balance, balance};
    Matrix result(votes.items, kLabels);
    for (std::size_t item = 0; item < votes.items; ++item) {
        for (std::size_t label = 0; label < kLabels; ++label) {
            result(item, label) = std::log(priors.at(label));
        }
    }
    for (const Answer& vote : votes.list) {
        for (std::size_t label = 0; label < kLabels; ++label) {
            const double joint = joints(vote.worker, (label * kStates) + stateOf(vote.label));
            result(vote.item, label) += std::log(std::max(kLeast, joint) / priors.at(label));
        }
    }
    for (std::size_t item = 0; item < votes.items; ++item) {
        quality::normalizeLogarithms(result.row(item));
    }
    return result;
}

Triplets learnTriplets(const Answers& votes, const TripletOptions& options) {
    Triplets model{.balance = options.balance,
                   .expectations = {},
                   .accuracies = {},
                   .joints = Matrix(votes.workers, kLabels * kStates)};
    const Matrix products = productsOf(votes);
    const Matrix shares = sharesOf(votes);
    for (std::size_t function = 0; function < votes.workers; ++function) {
        model.expectations.push_back(middleOf(estimatesOf(products, function), options.mean));
        model.accuracies.push_back((1 + model.expectations.back() - shares(function, 1)) / 2);
        fillJoint(model.joints.row(function), shares.row(function), model.accuracies.back(),
                  options.balance);
    }
    return model;
}

} // namespace cartouche::weak
