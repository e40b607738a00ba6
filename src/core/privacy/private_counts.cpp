#include "core/privacy/private_counts.h"

#include "core/privacy/discrete_noise.h"
#include "core/privacy/privacy_accounting.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace cartouche::privacy {

namespace {

constexpr double kMostWidth = 0x1p17;
constexpr std::uint64_t kDenominator = 1024; // of sigma² and of scales: rounding up costs little

/// How many persons have each value, by code; of each at most `mostValues` values count.
std::vector<std::int64_t> boundedCounts(const Microdata& table, const CountQuery& query,
                                        const RandomBytes& random) {
    const Column& column = table.columns()[query.column];
    std::map<std::uint32_t, std::set<std::uint32_t>> valuesOf; // by person
    for (std::uint32_t row = 0; row < table.rowCount(); ++row) {
        const std::uint32_t person = query.person ? table.columns()[*query.person].codes[row] : row;
        valuesOf[person].insert(column.codes[row]);
    }
    std::vector<std::int64_t> counts(column.values.size());
    for (const auto& [person, all] : valuesOf) {
        std::vector<std::uint32_t> values(all.begin(), all.end());
        const std::size_t kept = std::min(values.size(), query.mostValues);
        for (std::size_t at = 0; at < kept; ++at) {
            if (values.size() > kept) {
                std::swap(values[at], values[at + randomBelow(values.size() - at, random)]);
            }
            ++counts[values[at]];
        }
    }
    return counts;
}

Contribution contributionOf(const CountQuery& query) {
    return {query.mostValues, 1};
}

/// The variance of the noise, as a fraction that is at least what is needed. The delta of a
/// discrete Gaussian does not fall everywhere: a little more is taken until it holds.
Ratio varianceFor(double sigma, double epsilon, double delta, std::size_t mostValues) {
    constexpr double kChecked = 1000; // behind it, it is the continuous one to all digits
    Ratio variance = ratioAbove(sigma * sigma, kDenominator);
    // One number that a person changes by 1 can be looked at exactly.
    while (mostValues == 1 && sigma < kChecked) {
        const double root =
            std::sqrt(static_cast<double>(variance.numerator) / static_cast<double>(kDenominator));
        if (DiscreteGaussian(root).delta(epsilon, 1) <= delta) {
            break;
        }
        variance.numerator += variance.numerator / 256 + 1;
    }
    return variance;
}

} // namespace

std::optional<std::string> problemOf(const CountQuery& query) {
    if (auto problem = problemOfBudget(query.epsilon, query.delta)) {
        return problem;
    }
    if (query.mostValues == 0 || query.mostValues > 1'000'000) {
        return "A person must count for 1 to 1,000,000 values";
    }
    if (query.delta == 0 && query.mechanism == Mechanism::Gaussian) {
        return "Gaussian noise needs a delta above 0";
    }
    if (query.delta == 0 && query.values.empty()) {
        return "Which values occur would tell of single persons. Name all values that there can "
               "be, or give a delta above 0 for leaving out rare ones";
    }
    const double width =
        query.mechanism == Mechanism::Laplace
            ? laplaceScale(contributionOf(query), query.epsilon)
            : gaussianSigma(contributionOf(query).l2(), query.epsilon, query.delta / 2);
    if (width > kMostWidth) {
        return "The noise of this epsilon would be above a hundred thousand: nothing would be left "
               "to see";
    }
    return std::nullopt;
}

PrivateCounts countPrivately(const Microdata& table, const CountQuery& query,
                             const RandomBytes& random) {
    const Contribution contribution = contributionOf(query);
    const bool isSelecting = query.values.empty();
    const bool isLaplace = query.mechanism == Mechanism::Laplace;
    const double selectionDelta = !isSelecting ? 0 : isLaplace ? query.delta : query.delta / 2;
    PrivateCounts result{.noiseDelta = isLaplace ? 0 : query.delta - selectionDelta};
    Ratio scale;
    Ratio variance;
    if (isLaplace) {
        scale = ratioAbove(laplaceScale(contribution, query.epsilon), kDenominator);
        result.scale = static_cast<double>(scale.numerator) / static_cast<double>(kDenominator);
        result.halfWidth = laplaceHalfWidth(result.scale, 0.05);
        result.rho = pureRho(query.epsilon);
    } else {
        const double sigma = gaussianSigma(contribution.l2(), query.epsilon, result.noiseDelta);
        variance = varianceFor(sigma, query.epsilon, result.noiseDelta, query.mostValues);
        result.scale =
            std::sqrt(static_cast<double>(variance.numerator) / static_cast<double>(kDenominator));
        result.halfWidth = gaussianHalfWidth(result.scale, 0.05);
        result.rho = gaussianRho(contribution.l2(), result.scale);
    }
    if (isSelecting) {
        // The tails of noise of whole numbers are at most those of real noise one step farther in.
        result.threshold =
            std::ceil(isLaplace ? laplaceThreshold(contribution, contribution.l1() / result.scale,
                                                   selectionDelta)
                                : gaussianThreshold(contribution, result.scale, selectionDelta)) +
            1;
    }
    const std::vector<std::int64_t> counts = boundedCounts(table, query, random);
    const Column& column = table.columns()[query.column];
    std::map<std::string, std::int64_t> wanted;
    for (const std::string& value : query.values) {
        wanted[value] = 0;
    }
    for (std::size_t code = 0; code < counts.size(); ++code) {
        if (isSelecting || wanted.contains(column.values[code])) {
            wanted[column.values[code]] = counts[code];
        }
    }
    for (const auto& [value, count] : wanted) {
        const std::int64_t noisy = count + (isLaplace ? drawDiscreteLaplace(scale, random)
                                                      : drawDiscreteGaussian(variance, random));
        if (!isSelecting || static_cast<double>(noisy) >= result.threshold) {
            result.counts.push_back({value, noisy});
        }
    }
    return result;
}

} // namespace cartouche::privacy
