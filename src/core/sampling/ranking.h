#pragma once

#include "core/sampling/points.h"

#include <cstdint>
#include <set>
#include <span>
#include <utility>
#include <vector>

/// Several reasons to label an item next, as one order; and a queue that keeps it.
namespace cartouche::sampling {

/// Scores and how much they weigh; higher scores come first.
struct ScoreComponent {
    std::vector<double> scores;
    double weight = 1;
};

/// The weighted mean of each item's places, from 1 for the first to 0 for the last; items with one
/// score share the mean of their places (Borda). So components of different units can be mixed.
std::vector<double> combinedScores(std::span<const ScoreComponent> components);

/// The `count` items with the highest scores, first item first of those alike. Linear in the items
/// but for the picks.
Items topItems(std::span<const double> scores, std::span<const std::uint32_t> candidates,
               std::size_t count);

/// Picks one after another by α (1 - 1 / (1 + distance)) + (1 - α) score, the distance to the
/// nearest that is labeled or picked and α the share of all that is not labeled: far ones first,
/// uncertain ones once much is labeled. Source: Cardoso et al., "Ranked batch-mode active learning"
/// (2017), as in modAL.
Items pickRankedBatch(const Points& points, std::span<const double> scores,
                      std::span<const std::uint32_t> labeled, std::size_t count);

/// Items by score, highest first, that change one by one: each change takes the logarithm of their
/// number.
class Queue {
public:
    explicit Queue(std::span<const double> scores);

    void update(std::uint32_t item, double score);
    /// It was labeled.
    void remove(std::uint32_t item);
    std::size_t size() const { return m_order.size(); }
    Items first(std::size_t count) const;

private:
    struct Before {
        bool operator()(const std::pair<double, std::uint32_t>& first,
                        const std::pair<double, std::uint32_t>& second) const {
            return first.first != second.first ? first.first > second.first
                                               : first.second < second.second;
        }
    };

    std::vector<double> m_scores;
    std::set<std::pair<double, std::uint32_t>, Before> m_order;
};

} // namespace cartouche::sampling
