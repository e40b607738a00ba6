#include "core/sampling/ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace cartouche::sampling {

namespace {

/// From 1 for the highest to 0 for the lowest.
std::vector<double> placesOf(const std::vector<double>& scores) {
    std::vector<std::uint32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](std::uint32_t item) { return scores[item]; });
    std::vector<double> places(scores.size());
    const double last = std::max(1.0, static_cast<double>(scores.size()) - 1);
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from + 1;
        while (to < order.size() && scores[order[to]] == scores[order[from]]) {
            ++to;
        }
        const double mean = static_cast<double>(from + to - 1) / 2;
        for (; from < to; ++from) {
            places[order[from]] = 1 - (mean / last);
        }
    }
    return places;
}

} // namespace

std::vector<double> combinedScores(std::span<const ScoreComponent> components) {
    std::vector<double> combined(components.empty() ? 0 : components.front().scores.size());
    double weights = 0;
    for (const ScoreComponent& component : components) {
        const auto places = placesOf(component.scores);
        for (std::size_t item = 0; item < combined.size(); ++item) {
            combined[item] += component.weight * places[item];
        }
        weights += component.weight;
    }
    for (double& score : combined) {
        score /= weights > 0 ? weights : 1;
    }
    return combined;
}

Items topItems(std::span<const double> scores, std::span<const std::uint32_t> candidates,
               std::size_t count) {
    Items items(candidates.begin(), candidates.end());
    const auto isBefore = [&scores](std::uint32_t first, std::uint32_t second) {
        return scores[first] != scores[second] ? scores[first] > scores[second] : first < second;
    };
    count = std::min(count, items.size());
    std::ranges::partial_sort(items, items.begin() + static_cast<std::ptrdiff_t>(count), isBefore);
    items.resize(count);
    return items;
}

Items pickRankedBatch(const Points& points, std::span<const double> scores,
                      std::span<const std::uint32_t> labeled, std::size_t count) {
    std::vector<double> distances(points.size(), std::numeric_limits<double>::infinity());
    std::vector<bool> isTaken(points.size());
    const auto take = [&](std::uint32_t chosen) {
        isTaken[chosen] = true;
        for (std::size_t item = 0; item < points.size(); ++item) {
            distances[item] = std::min(distances[item], points.squaredDistance(item, chosen));
        }
    };
    std::ranges::for_each(labeled, take);
    Items picks;
    while (labeled.size() + picks.size() < points.size() && picks.size() < count) {
        const double left = static_cast<double>(points.size() - labeled.size() - picks.size());
        const double share = left / static_cast<double>(points.size());
        std::uint32_t best = 0;
        double most = -std::numeric_limits<double>::infinity();
        for (std::uint32_t item = 0; item < points.size(); ++item) {
            const double far = 1 - (1 / (1 + std::sqrt(distances[item])));
            const double score = (share * far) + ((1 - share) * scores[item]);
            if (!isTaken[item] && score > most) {
                most = score;
                best = item;
            }
        }
        picks.push_back(best);
        take(best);
    }
    return picks;
}

Queue::Queue(std::span<const double> scores) : m_scores(scores.begin(), scores.end()) {
    for (std::uint32_t item = 0; item < m_scores.size(); ++item) {
        m_order.emplace(m_scores[item], item);
    }
}

void Queue::update(std::uint32_t item, double score) {
    m_order.erase({m_scores[item], item});
    m_scores[item] = score;
    m_order.emplace(score, item);
}

void Queue::remove(std::uint32_t item) {
    m_order.erase({m_scores[item], item});
}

Items Queue::first(std::size_t count) const {
    Items items;
    for (auto at = m_order.begin(); at != m_order.end() && items.size() < count; ++at) {
        items.push_back(at->second);
    }
    return items;
}

} // namespace cartouche::sampling
