#include "core/sampling/diversity.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace cartouche::sampling {

namespace {

using quality::Matrix;

double dot(std::span<const double> first, std::span<const double> second) {
    return std::inner_product(first.begin(), first.end(), second.begin(), 0.0);
}

std::vector<std::uint32_t> allOr(std::span<const std::uint32_t> some, std::size_t count) {
    std::vector<std::uint32_t> items(some.begin(), some.end());
    if (items.empty()) {
        items.resize(count);
        std::iota(items.begin(), items.end(), 0U);
    }
    return items;
}

/// Of each candidate, how far it is from the nearest that was chosen; squared.
class Nearest {
public:
    explicit Nearest(std::vector<std::uint32_t> candidates)
        : m_items(std::move(candidates)),
          m_distances(m_items.size(), std::numeric_limits<double>::infinity()) {}

    template <typename Distance>
    void choose(std::uint32_t chosen, Distance squared) {
        for (std::size_t at = 0; at < m_items.size(); ++at) {
            const double distance = m_items[at] == chosen ? kChosen : squared(m_items[at], chosen);
            m_distances[at] = std::min(m_distances[at], distance);
        }
    }
    /// Its place among the candidates.
    std::size_t farthest() const {
        return static_cast<std::size_t>(std::ranges::max_element(m_distances) -
                                        m_distances.begin());
    }
    /// One in proportion to its squared distance; the farthest if all are chosen.
    std::size_t draw(quality::Random& random) const {
        const double sum = std::accumulate(
            m_distances.begin(), m_distances.end(), 0.0,
            [](double before, double distance) { return before + std::max(0.0, distance); });
        double rest = static_cast<double>(random.next() >> 11U) * 0x1p-53 * sum;
        for (std::size_t at = 0; at < m_distances.size(); ++at) {
            rest -= std::max(0.0, m_distances[at]);
            if (rest < 0) {
                return at;
            }
        }
        return farthest();
    }
    std::size_t size() const { return m_items.size(); }
    std::uint32_t item(std::size_t at) const { return m_items[at]; }
    double distance(std::size_t at) const { return std::max(0.0, m_distances[at]); }

private:
    /// Below all distances, so that nothing is chosen twice while there are others.
    static constexpr double kChosen = -1;

    std::vector<std::uint32_t> m_items;
    std::vector<double> m_distances;
};

Matrix misses(Matrix probabilities) {
    for (std::size_t item = 0; item < probabilities.rows(); ++item) {
        const auto row = probabilities.row(item);
        *std::ranges::max_element(row) -= 1;
    }
    return probabilities;
}

} // namespace

Cover pickByCover(const Points& points, std::span<const std::uint32_t> labeled, std::size_t count,
                  std::span<const std::uint32_t> candidates, quality::Random* random) {
    const auto squared = [&points](std::size_t first, std::size_t second) {
        return points.squaredDistance(first, second);
    };
    Nearest nearest(allOr(candidates, points.size()));
    for (const std::uint32_t item : labeled) {
        nearest.choose(item, squared);
    }
    Cover cover;
    while (cover.picks.size() < std::min(count, nearest.size())) {
        const std::size_t at = random == nullptr ? nearest.farthest() : nearest.draw(*random);
        cover.picks.push_back(nearest.item(at));
        cover.distances.push_back(std::sqrt(nearest.distance(at)));
        nearest.choose(nearest.item(at), squared);
    }
    cover.radius = nearest.size() == 0 ? 0 : std::sqrt(nearest.distance(nearest.farthest()));
    return cover;
}

std::vector<double> informationDensity(const Points& points,
                                       std::span<const std::uint32_t> references) {
    const auto others = allOr(references, points.size());
    std::vector<double> densities(points.size());
    for (std::size_t item = 0; item < points.size(); ++item) {
        for (const std::uint32_t other : others) {
            densities[item] += 1 / (1 + std::sqrt(points.squaredDistance(item, other)));
        }
        densities[item] /= static_cast<double>(others.size());
    }
    return densities;
}

BallCover pickByBalls(const Points& points, double radius, std::size_t count) {
    std::vector<Items> balls(points.size());
    for (std::uint32_t item = 0; item < points.size(); ++item) {
        for (std::uint32_t other = 0; other < points.size(); ++other) {
            if (points.squaredDistance(item, other) <= radius * radius) {
                balls[item].push_back(other);
            }
        }
    }
    std::vector<bool> isCovered(points.size());
    BallCover cover;
    while (cover.picks.size() < std::min(count, points.size())) {
        const auto gain = [&isCovered](const Items& ball) {
            return std::ranges::count_if(ball,
                                         [&](std::uint32_t item) { return !isCovered[item]; });
        };
        const auto best = std::ranges::max_element(balls, {}, gain);
        if (gain(*best) == 0) { // all is covered
            break;
        }
        cover.picks.push_back(static_cast<std::uint32_t>(best - balls.begin()));
        for (const std::uint32_t item : *best) {
            isCovered[item] = true;
        }
    }
    cover.covered = static_cast<double>(std::ranges::count(isCovered, true)) /
                    std::max(1.0, static_cast<double>(isCovered.size()));
    return cover;
}

std::vector<double> gradientLengths(const Points& points, const Matrix& probabilities) {
    const Matrix gradients = misses(probabilities);
    std::vector<double> lengths;
    for (std::size_t item = 0; item < points.size(); ++item) {
        lengths.push_back(dot(gradients.row(item), gradients.row(item)) *
                          points.product(item, item));
    }
    return lengths;
}

Items pickByGradients(const Points& points, const Matrix& probabilities, std::size_t count,
                      std::span<const std::uint32_t> candidates, quality::Random* random) {
    const Matrix gradients = misses(probabilities);
    const std::vector<double> lengths = gradientLengths(points, probabilities);
    const auto squared = [&](std::size_t first, std::size_t second) {
        return std::max(0.0, lengths[first] + lengths[second] -
                                 (2 * dot(gradients.row(first), gradients.row(second)) *
                                  points.product(first, second)));
    };
    Nearest nearest(allOr(candidates, points.size()));
    Items picks;
    while (picks.size() < std::min(count, nearest.size())) {
        std::size_t at = picks.empty()       ? 0
                         : random != nullptr ? nearest.draw(*random)
                                             : nearest.farthest();
        for (std::size_t other = 1; picks.empty() && other < nearest.size(); ++other) {
            at = lengths[nearest.item(other)] > lengths[nearest.item(at)] ? other : at;
        }
        picks.push_back(nearest.item(at));
        nearest.choose(nearest.item(at), squared);
    }
    return picks;
}

} // namespace cartouche::sampling
