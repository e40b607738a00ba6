#pragma once

#include "core/quality/matrix.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

/// Krippendorff's alpha: agreement of any number of annotators, with answers missing, on values of
/// any kind that have a distance.
/// Source: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
namespace cartouche::quality {

/// The answers to each unit, in any order: indexes into the values that there are.
using Units = std::vector<std::vector<std::uint32_t>>;

/// How far two values are apart. Ordinal values stand in the order of their indexes; the distance
/// of two depends on how many answers lie between them.
struct NominalMetric {};
struct OrdinalMetric {};
/// The numbers of the values.
struct IntervalMetric {
    std::vector<double> numbers;
};
/// Of numbers above or equal 0.
struct RatioMetric {
    std::vector<double> numbers;
};
/// Of numbers on a circle such as hours, after which they begin anew: half a period is farthest.
struct CircularMetric {
    std::vector<double> numbers;
    double period = 1; // above 0
};
/// Of numbers on a scale between two opposite ends, at which a step counts more than in the middle.
struct BipolarMetric {
    std::vector<double> numbers; // from low to high
    double low = 0;
    double high = 1; // above low
};
/// Any other: the squared distance of each two values, 0 on the diagonal.
struct TableMetric {
    Matrix squaredDistances;
};

using Metric = std::variant<NominalMetric, OrdinalMetric, IntervalMetric, RatioMetric,
                            CircularMetric, BipolarMetric, TableMetric>;

struct Alpha {
    /// Units with at least two answers, and their answers; others do not count.
    std::size_t units = 0;
    std::size_t answers = 0;
    /// Mean squared distance within units, and of all answers. Nothing if there is no unit.
    std::optional<double> observed;
    std::optional<double> expected;
    /// 1 − observed / expected; nothing if all answers are the same (0/0), or numbers are too large
    /// to be squared.
    std::optional<double> value;
};

struct Interval {
    double low = 0;
    double high = 0;
};

/// `values` is how many there are: indexes are below it.
Alpha krippendorffAlpha(const Units& units, std::size_t values, const Metric& metric);

struct BootstrapOptions {
    int replicates = 1000;
    double confidence = 0.95;
    std::uint64_t seed = 0;
};

/// A percentile interval for alpha, by drawing units with replacement (Efron 1979). Replicates
/// without an alpha are left out; nothing if alpha itself is undefined.
std::optional<Interval> bootstrapAlpha(const Units& units, std::size_t values, const Metric& metric,
                                       const BootstrapOptions& options = {});

/// The squared distances of sets of labels, each sorted. Jaccard: 1 − |∩|/|∪|. MASI: the same,
/// with the quotient taken down by a third or two for subsets and for sets that merely overlap
/// (Passonneau 2006). As usual for sets, the distance itself is taken for its square.
enum class SetDistance { Jaccard, Masi };
TableMetric setMetric(std::span<const std::vector<std::uint32_t>> sets, SetDistance distance);

} // namespace cartouche::quality
