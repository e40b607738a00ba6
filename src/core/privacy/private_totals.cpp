#include "core/privacy/private_totals.h"

#include "core/privacy/discrete_noise.h"
#include "core/privacy/privacy_accounting.h"

#include <algorithm>
#include <cmath>
#include <fast_float/fast_float.h>
#include <format>
#include <map>
#include <numeric>
#include <vector>

namespace cartouche::privacy {

namespace {

constexpr std::uint64_t kDenominator = 1024; // of scales and variances: rounding up costs little
constexpr std::size_t kMostRows = 1'000'000;
constexpr double kWidestBound = 1e12;
/// Bounds are at most so many steps of the grid, so that sums of all rows fit.
constexpr double kFinestSteps = 0x1p30;

/// A number beside the noise that hides it.
struct Noisy {
    double value = 0;
    double scale = 0;
    double halfWidth = 0;
    double rho = 0;
};

/// What is spent on one number.
struct Share {
    double epsilon = 0;
    double delta = 0;
    Mechanism mechanism = Mechanism::Laplace;
};

/// The noise for what one person changes by `sensitivity`: Laplace's scale, or sigma.
double widthOf(const Share& share, double sensitivity) {
    return share.mechanism == Mechanism::Laplace
               ? laplaceScale({1, sensitivity}, share.epsilon)
               : gaussianSigma(sensitivity, share.epsilon, share.delta);
}

/// A power of two, at most a millionth of the noise's width or so: sums are multiples of it.
double stepOf(const Share& share, double bound, double sensitivity) {
    constexpr double kLaplaceSteps = 0x1p40;
    constexpr double kGaussianSteps = 0x1p20;
    const bool isLaplace = share.mechanism == Mechanism::Laplace;
    const double fine =
        std::max(widthOf(share, sensitivity) / (isLaplace ? kLaplaceSteps : kGaussianSteps),
                 bound / kFinestSteps);
    return std::exp2(std::ceil(std::log2(fine)));
}

/// The noise added to whole steps, of which one person changes `sensitivity`.
Noisy addNoise(std::int64_t steps, double sensitivity, double step, const Share& share,
               double alpha, const RandomBytes& random) {
    Noisy result;
    std::int64_t noise = 0;
    double scale = 0; // in steps
    if (share.mechanism == Mechanism::Laplace) {
        const Ratio ratio = ratioAbove(widthOf(share, sensitivity), kDenominator);
        scale = static_cast<double>(ratio.numerator) / static_cast<double>(kDenominator);
        noise = drawDiscreteLaplace(ratio, random);
        result.halfWidth = laplaceHalfWidth(scale, alpha) * step;
        result.rho = pureRho(share.epsilon);
    } else {
        const double sigma = widthOf(share, sensitivity);
        const bool isWide = sigma > kDenominator;
        const Ratio variance = ratioAbove(sigma * sigma, isWide ? 1 : kDenominator);
        scale = std::sqrt(static_cast<double>(variance.numerator) /
                          static_cast<double>(variance.denominator));
        noise = drawDiscreteGaussian(variance, random);
        result.halfWidth = gaussianHalfWidth(scale, alpha) * step;
        result.rho = gaussianRho(sensitivity, scale);
    }
    result.value = static_cast<double>(steps + noise) * step;
    result.scale = scale * step;
    return result;
}

/// The numbers of a column by code; nothing for an empty cell.
using Numbers = std::vector<std::optional<double>>;

std::expected<Numbers, std::string> numbersOf(const Column& column) {
    Numbers numbers;
    for (const std::string& text : column.values) {
        numbers.emplace_back();
        if (text.empty()) {
            continue;
        }
        double number = 0;
        const char* end = text.data() + text.size();
        const auto [stop, error] = fast_float::from_chars(text.data(), end, number);
        if (error != std::errc() || stop != end || !std::isfinite(number)) {
            return std::unexpected(std::format(
                "\"{}\" in the column \"{}\" is no number. Numbers are needed for a sum or a mean; "
                "leave a cell empty where there is none",
                text.substr(0, 40), column.name));
        }
        numbers.back() = number;
    }
    return numbers;
}

/// Of each person at most `mostRows` numbers.
std::vector<double> boundedNumbers(const Microdata& table, const TotalQuery& query,
                                   const Numbers& numbers, const RandomBytes& random) {
    const Column& column = table.columns()[query.column];
    std::map<std::uint32_t, std::vector<double>> numbersOf; // by person
    for (std::uint32_t row = 0; row < table.rowCount(); ++row) {
        if (const auto number = numbers[column.codes[row]]) {
            numbersOf[query.person ? table.columns()[*query.person].codes[row] : row].push_back(
                *number);
        }
    }
    std::vector<double> kept;
    for (auto& [person, all] : numbersOf) {
        const std::size_t most = std::min(all.size(), query.mostRows);
        for (std::size_t at = 0; at < most; ++at) {
            if (all.size() > most) {
                std::swap(all[at], all[at + randomBelow(all.size() - at, random)]);
            }
            kept.push_back(all[at]);
        }
    }
    return kept;
}

/// The sum of distances from `origin`, of numbers within the bounds.
Noisy noisySum(const std::vector<double>& numbers, const TotalQuery& query, double origin,
               const Share& share, double alpha, const RandomBytes& random) {
    const double low = query.low - origin;
    const double high = query.high - origin;
    const double bound = std::max(std::abs(low), std::abs(high));
    const auto rows = static_cast<double>(query.mostRows);
    const double step = stepOf(share, bound, rows * bound);
    std::int64_t steps = 0;
    for (const double number : numbers) {
        steps += std::llround(std::clamp(number - origin, low, high) / step);
    }
    const double most =
        std::max(std::abs(std::round(low / step)), std::abs(std::round(high / step)));
    return addNoise(steps, rows * most, step, share, alpha, random);
}

Noisy noisyCount(std::size_t count, const TotalQuery& query, const Share& share, double alpha,
                 const RandomBytes& random) {
    const auto rows = static_cast<double>(query.mostRows);
    const double step = std::min(1.0, stepOf(share, 1, rows));
    const auto perRow = static_cast<std::int64_t>(1 / step);
    return addNoise(static_cast<std::int64_t>(count) * perRow, rows / step, step, share, alpha,
                    random);
}

PrivateTotal sumOf(const std::vector<double>& numbers, const TotalQuery& query,
                   const RandomBytes& random) {
    const Noisy sum =
        noisySum(numbers, query, 0, {query.epsilon, query.delta, query.mechanism}, 0.05, random);
    return {sum.value, sum.value - sum.halfWidth, sum.value + sum.halfWidth, sum.scale, sum.rho};
}

PrivateTotal meanOf(const std::vector<double>& numbers, const TotalQuery& query,
                    const RandomBytes& random) {
    const Share half{query.epsilon / 2, query.delta / 2, query.mechanism};
    constexpr double kAlpha = 0.025; // of each of two: 0.05 that one is beyond
    const double middle = std::midpoint(query.low, query.high);
    const Noisy sum = noisySum(numbers, query, middle, half, kAlpha, random);
    const Noisy count = noisyCount(numbers.size(), query, half, kAlpha, random);
    const double most = std::max(1.0, count.value + count.halfWidth);
    const double fewest = std::max(1.0, count.value - count.halfWidth);
    const auto within = [&](double part, double all) {
        return std::clamp(middle + (part / all), query.low, query.high);
    };
    const double below = sum.value - sum.halfWidth;
    const double above = sum.value + sum.halfWidth;
    return {.value = within(sum.value, std::max(1.0, count.value)),
            .low = within(below, below < 0 ? fewest : most),
            .high = within(above, above > 0 ? fewest : most),
            .scale = sum.scale,
            .rho = sum.rho + count.rho};
}

} // namespace

std::optional<std::string> problemOf(const TotalQuery& query) {
    if (auto problem = problemOfBudget(query.epsilon, query.delta)) {
        return problem;
    }
    if (query.mostRows == 0 || query.mostRows > kMostRows) {
        return "A person must count for 1 to 1,000,000 rows";
    }
    if (!(query.low < query.high) || std::abs(query.low) > kWidestBound ||
        std::abs(query.high) > kWidestBound) {
        return "The bounds of the numbers must be a lower and a higher number, at most 10^12 from "
               "0";
    }
    if ((query.delta == 0) == (query.mechanism == Mechanism::Gaussian)) {
        return query.delta == 0 ? "Gaussian noise needs a delta above 0"
                                : "Laplace noise needs no delta for a sum or a mean; leave it out";
    }
    constexpr double kMostWidth = 0x1p17; // beside what one number changes
    const Share share{query.epsilon / 2, query.delta / 2, query.mechanism};
    if (widthOf(share, static_cast<double>(query.mostRows)) > kMostWidth) {
        return "The noise of this epsilon would be more than a hundred thousand times what one "
               "number changes: nothing would be left to see";
    }
    return std::nullopt;
}

std::expected<PrivateTotal, std::string>
totalPrivately(const Microdata& table, const TotalQuery& query, const RandomBytes& random) {
    const auto numbers = numbersOf(table.columns()[query.column]);
    if (!numbers) {
        return std::unexpected(numbers.error());
    }
    const auto kept = boundedNumbers(table, query, *numbers, random);
    return query.statistic == Statistic::Sum ? sumOf(kept, query, random)
                                             : meanOf(kept, query, random);
}

} // namespace cartouche::privacy
