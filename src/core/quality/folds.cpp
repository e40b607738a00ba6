#include "core/quality/folds.h"

#include "core/quality/matrix.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

namespace cartouche::quality {

namespace {

/// The labels by the order in which they first occur.
std::vector<std::size_t> ranked(std::span<const std::uint32_t> labels) {
    std::vector<std::uint32_t> order;
    std::vector<std::size_t> ranks;
    for (const std::uint32_t label : labels) {
        const auto known = std::ranges::find(order, label);
        ranks.push_back(static_cast<std::size_t>(known - order.begin()));
        if (known == order.end()) {
            order.push_back(label);
        }
    }
    return ranks;
}

/// How far counts are from being alike: their deviation by how many they are, and exact as long as
/// they are whole numbers.
double deviationOf(double count, double sum, double squares) {
    return std::sqrt(std::max(0.0, (count * squares) - (sum * sum))) / count;
}

double deviationOf(std::span<const double> values) {
    return deviationOf(static_cast<double>(values.size()),
                       std::accumulate(values.begin(), values.end(), 0.0),
                       std::inner_product(values.begin(), values.end(), values.begin(), 0.0));
}

/// How often each label occurs in each fold so far.
class FoldCounts {
public:
    FoldCounts(std::uint32_t count, std::vector<double> totals)
        : m_counts(count, totals.size()), m_totals(std::move(totals)), m_sums(m_totals.size()),
          m_squares(m_totals.size()), m_sizes(count) {}

    /// Puts a group with so many of each label into the fold that this makes most even; of folds
    /// alike into the smallest, then the first.
    std::uint32_t put(std::span<const double> group) {
        constexpr double kAlike = 1e-8;
        std::size_t best = 0;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t fold = 0; fold < m_sizes.size(); ++fold) {
            const double unevenness = unevennessWith(group, fold);
            const bool isAlike = std::abs(unevenness - least) <= kAlike;
            if (isAlike ? m_sizes[fold] < m_sizes[best] : unevenness < least) {
                best = fold;
                least = unevenness;
            }
        }
        for (std::size_t label = 0; label < group.size(); ++label) {
            m_squares[label] += squaresGained(group, best, label);
            m_sums[label] += group[label];
            m_sizes[best] += group[label];
            m_counts(best, label) += group[label];
        }
        return static_cast<std::uint32_t>(best);
    }

private:
    double squaresGained(std::span<const double> group, std::size_t fold, std::size_t label) const {
        return group[label] * ((2 * m_counts(fold, label)) + group[label]);
    }

    /// The mean over labels of the deviation of their shares.
    double unevennessWith(std::span<const double> group, std::size_t fold) const {
        double sum = 0;
        for (std::size_t label = 0; label < group.size(); ++label) {
            sum += deviationOf(static_cast<double>(m_sizes.size()), m_sums[label] + group[label],
                               m_squares[label] + squaresGained(group, fold, label)) /
                   m_totals[label];
        }
        return sum / static_cast<double>(group.size());
    }

    Matrix m_counts; // folds by labels
    std::vector<double> m_totals;
    std::vector<double> m_sums; // of each label over folds, and of its squares
    std::vector<double> m_squares;
    std::vector<double> m_sizes;
};

} // namespace

std::vector<std::uint32_t> stratifiedFolds(std::span<const std::uint32_t> labels,
                                           std::uint32_t count) {
    const std::vector<std::size_t> ranks = ranked(labels);
    std::vector<std::size_t> sorted = ranks;
    std::ranges::sort(sorted);
    const std::size_t classes = sorted.empty() ? 0 : sorted.back() + 1;
    // How many items of each label each fold gets: dealt round from the sorted labels.
    std::vector<std::vector<std::size_t>> quotas(classes, std::vector<std::size_t>(count));
    for (std::size_t at = 0; at < sorted.size(); ++at) {
        ++quotas[sorted[at]][at % count];
    }
    std::vector<std::uint32_t> folds;
    for (const std::size_t label : ranks) {
        auto& quota = quotas[label];
        const auto open = std::ranges::find_if(quota, [](std::size_t left) { return left > 0; });
        --*open;
        folds.push_back(static_cast<std::uint32_t>(open - quota.begin()));
    }
    return folds;
}

std::vector<std::uint32_t> groupedFolds(std::span<const std::uint32_t> labels,
                                        std::span<const std::uint32_t> groups,
                                        std::uint32_t count) {
    const std::vector<std::size_t> ranks = ranked(labels);
    const std::size_t classes = ranks.empty() ? 0 : std::ranges::max(ranks) + 1;
    Matrix byGroup(groups.empty() ? 0 : std::ranges::max(groups) + std::size_t{1}, classes);
    std::vector<double> totals(classes);
    for (std::size_t item = 0; item < ranks.size(); ++item) {
        byGroup(groups[item], ranks[item]) += 1;
        totals[ranks[item]] += 1;
    }
    std::vector<std::size_t> order(byGroup.rows());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater(), [&byGroup](std::size_t group) {
        return deviationOf(byGroup.row(group));
    });
    FoldCounts folds(count, std::move(totals));
    std::vector<std::uint32_t> foldOf(byGroup.rows());
    for (const std::size_t group : order) {
        foldOf[group] = folds.put(byGroup.row(group));
    }
    std::vector<std::uint32_t> result;
    for (const std::uint32_t group : groups) {
        result.push_back(foldOf[group]);
    }
    return result;
}

} // namespace cartouche::quality
