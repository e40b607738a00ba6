#include "core/quality/krippendorff.h"

#include "core/quality/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace cartouche::quality {

namespace {

/// A value, and how often it was given.
struct Counted {
    std::uint32_t value = 0;
    double count = 0;
};

using Counts = std::vector<Counted>;

double totalOf(const Counts& counts) {
    return std::accumulate(counts.begin(), counts.end(), 0.0,
                           [](double sum, const Counted& one) { return sum + one.count; });
}

/// The sum of squared differences over all ordered pairs of numbers, without going through them.
double sumOfSquaredDifferences(const Counts& counts, std::span<const double> numbers) {
    if (counts.size() < 2) { // exactly 0, where the mean could be rounded
        return 0;
    }
    const double total = totalOf(counts);
    double mean = 0;
    for (const auto& [value, count] : counts) {
        mean += count * numbers[value] / total;
    }
    double sum = 0;
    for (const auto& [value, count] : counts) {
        sum += count * (numbers[value] - mean) * (numbers[value] - mean);
    }
    return 2 * total * sum;
}

template <typename Distance>
double sumOfPairs(const Counts& counts, Distance squaredDistance) {
    double sum = 0;
    for (std::size_t first = 0; first < counts.size(); ++first) {
        for (std::size_t second = 0; second < first; ++second) {
            sum += 2 * counts[first].count * counts[second].count *
                   squaredDistance(counts[first].value, counts[second].value);
        }
    }
    return sum;
}

/// The sum of squared distances over all ordered pairs of answers, of a unit or of all.
struct PairSum {
    const Counts& counts;
    /// Of ordinal values, where each stands among all answers.
    std::span<const double> ranks;

    double operator()(const NominalMetric&) const {
        const double total = totalOf(counts);
        return std::accumulate(
            counts.begin(), counts.end(), total * total,
            [](double sum, const Counted& one) { return sum - (one.count * one.count); });
    }
    double operator()(const OrdinalMetric&) const { return sumOfSquaredDifferences(counts, ranks); }
    double operator()(const IntervalMetric& metric) const {
        return sumOfSquaredDifferences(counts, metric.numbers);
    }
    double operator()(const RatioMetric& metric) const {
        return sumOfPairs(counts, [&metric](std::uint32_t first, std::uint32_t second) {
            const double sum = metric.numbers[first] + metric.numbers[second];
            const double ratio =
                sum == 0 ? 0 : (metric.numbers[first] - metric.numbers[second]) / sum;
            return ratio * ratio;
        });
    }
    /// The squared sine of half the angle between two.
    double operator()(const CircularMetric& metric) const {
        return sumOfPairs(counts, [&metric](std::uint32_t first, std::uint32_t second) {
            const double apart =
                std::remainder(metric.numbers[first] - metric.numbers[second], metric.period);
            const double sine = std::sin(std::numbers::pi * apart / metric.period);
            return sine * sine;
        });
    }
    double operator()(const BipolarMetric& metric) const {
        return sumOfPairs(counts, [&metric](std::uint32_t first, std::uint32_t second) {
            const double one = metric.numbers[first];
            const double other = metric.numbers[second];
            const double fromLow = (one - metric.low) + (other - metric.low);
            const double fromHigh = (metric.high - one) + (metric.high - other);
            return one == other ? 0 : (one - other) * (one - other) / (fromLow * fromHigh);
        });
    }
    double operator()(const TableMetric& metric) const {
        return sumOfPairs(counts, [&metric](std::uint32_t first, std::uint32_t second) {
            return metric.squaredDistances(first, second);
        });
    }
};

/// The answers of a unit, counted; the space is used again from one unit to the next.
void countInto(Counts& counts, const std::vector<std::uint32_t>& unit) {
    counts.clear();
    for (const std::uint32_t value : unit) {
        const auto known = std::ranges::find(counts, value, &Counted::value);
        if (known == counts.end()) {
            counts.push_back({value, 1});
        } else {
            known->count += 1;
        }
    }
}

/// `times`: how often each unit counts, which is how replicates are drawn.
Counts countAll(const Units& units, std::span<const double> times, std::size_t values) {
    std::vector<double> sums(values);
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        if (units[unit].size() >= 2) {
            for (const std::uint32_t value : units[unit]) {
                sums[value] += times[unit];
            }
        }
    }
    Counts counts;
    for (std::size_t value = 0; value < values; ++value) {
        if (sums[value] > 0) {
            counts.push_back({static_cast<std::uint32_t>(value), sums[value]});
        }
    }
    return counts;
}

/// An ordinal distance is the difference of these: the answers below a value, and half of those
/// that gave it.
std::vector<double> ranksOf(const Counts& all, std::size_t values) {
    std::vector<double> ranks(values);
    double below = 0;
    for (const auto& [value, count] : all) {
        ranks[value] = below + (count / 2);
        below += count;
    }
    return ranks;
}

class AlphaComputation {
public:
    AlphaComputation(const Units& units, std::size_t values, const Metric& metric)
        : m_units(units), m_values(values), m_metric(metric), m_within(units.size()) {
        if (!std::holds_alternative<OrdinalMetric>(metric)) {
            sumWithin({});
        }
    }

    Alpha run(std::span<const double> times) {
        const Counts all = countAll(m_units, times, m_values);
        const double answers = totalOf(all);
        Alpha alpha{.answers = static_cast<std::size_t>(answers)};
        if (answers == 0) {
            return alpha;
        }
        const std::vector<double> ranks = ranksOf(all, m_values);
        if (std::holds_alternative<OrdinalMetric>(m_metric)) {
            sumWithin(ranks);
        }
        double within = 0;
        for (std::size_t unit = 0; unit < m_units.size(); ++unit) {
            if (m_units[unit].size() >= 2) {
                alpha.units += static_cast<std::size_t>(times[unit]);
                within += times[unit] * m_within[unit];
            }
        }
        alpha.observed = within / answers;
        alpha.expected = std::visit(PairSum{all, ranks}, m_metric) / (answers * (answers - 1));
        if (*alpha.expected > 0 && std::isfinite(*alpha.expected) &&
            std::isfinite(*alpha.observed)) {
            alpha.value = 1 - (*alpha.observed / *alpha.expected);
        }
        return alpha;
    }

private:
    /// Of each unit; the same in every replicate unless the values are ordinal.
    void sumWithin(std::span<const double> ranks) {
        Counts counts;
        for (std::size_t unit = 0; unit < m_units.size(); ++unit) {
            if (m_units[unit].size() >= 2) {
                countInto(counts, m_units[unit]);
                m_within[unit] = std::visit(PairSum{counts, ranks}, m_metric) /
                                 static_cast<double>(m_units[unit].size() - 1);
            }
        }
    }

    const Units& m_units;
    std::size_t m_values;
    const Metric& m_metric;
    std::vector<double> m_within;
};

/// Between the two nearest of the sorted numbers.
double quantile(std::span<const double> sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], place - static_cast<double>(below));
}

double setDistance(const std::vector<std::uint32_t>& first,
                   const std::vector<std::uint32_t>& second, SetDistance distance) {
    std::vector<std::uint32_t> both;
    std::ranges::set_intersection(first, second, std::back_inserter(both));
    const auto shared = static_cast<double>(both.size());
    const double all = static_cast<double>(first.size() + second.size()) - shared;
    const double jaccard = all == 0 ? 1 : shared / all;
    if (distance == SetDistance::Jaccard) {
        return 1 - jaccard;
    }
    const bool isSubset = both.size() == std::min(first.size(), second.size());
    const double monotonicity = first == second ? 1 : isSubset ? 0.67 : shared > 0 ? 0.33 : 0;
    return 1 - (jaccard * monotonicity);
}

} // namespace

Alpha krippendorffAlpha(const Units& units, std::size_t values, const Metric& metric) {
    return AlphaComputation(units, values, metric).run(std::vector<double>(units.size(), 1));
}

std::optional<Interval> bootstrapAlpha(const Units& units, std::size_t values, const Metric& metric,
                                       const BootstrapOptions& options) {
    AlphaComputation computation(units, values, metric);
    if (!computation.run(std::vector<double>(units.size(), 1)).value) {
        return std::nullopt;
    }
    Random random(options.seed);
    std::vector<double> alphas;
    std::vector<double> times(units.size());
    for (int replicate = 0; replicate < options.replicates; ++replicate) {
        std::ranges::fill(times, 0);
        for (std::size_t drawn = 0; drawn < units.size(); ++drawn) {
            times[random.below(units.size())] += 1;
        }
        if (const auto alpha = computation.run(times).value) {
            alphas.push_back(*alpha);
        }
    }
    if (alphas.empty()) {
        return std::nullopt;
    }
    std::ranges::sort(alphas);
    const double tail = (1 - options.confidence) / 2;
    return Interval{quantile(alphas, tail), quantile(alphas, 1 - tail)};
}

TableMetric setMetric(std::span<const std::vector<std::uint32_t>> sets, SetDistance distance) {
    TableMetric metric{Matrix(sets.size(), sets.size())};
    for (std::size_t first = 0; first < sets.size(); ++first) {
        for (std::size_t second = 0; second < sets.size(); ++second) {
            metric.squaredDistances(first, second) =
                setDistance(sets[first], sets[second], distance);
        }
    }
    return metric;
}

} // namespace cartouche::quality
