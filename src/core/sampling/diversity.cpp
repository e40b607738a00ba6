#include "core/sampling/diversity.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace cartouche::sampling {

namespace {

using quality::Matrix;

double squaredDistance(std::span<const double> first, std::span<const double> second) {
    double sum = 0;
    for (std::size_t at = 0; at < first.size(); ++at) {
        sum += (first[at] - second[at]) * (first[at] - second[at]);
    }
    return sum;
}

double dot(std::span<const double> first, std::span<const double> second) {
    return std::inner_product(first.begin(), first.end(), second.begin(), 0.0);
}

/// Of each item, how far it is from the nearest that was chosen; squared.
class Nearest {
public:
    explicit Nearest(std::size_t items)
        : m_distances(items, std::numeric_limits<double>::infinity()) {}

    template <typename Distance>
    void choose(std::size_t chosen, Distance squared) {
        for (std::size_t item = 0; item < m_distances.size(); ++item) {
            m_distances[item] =
                item == chosen ? 0 : std::min(m_distances[item], squared(item, chosen));
        }
    }
    std::size_t farthest() const {
        return static_cast<std::size_t>(std::ranges::max_element(m_distances) -
                                        m_distances.begin());
    }
    double at(std::size_t item) const { return m_distances[item]; }

private:
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

Cover pickByCover(const Matrix& features, std::span<const std::uint32_t> labeled,
                  std::size_t count) {
    const auto squared = [&features](std::size_t first, std::size_t second) {
        return squaredDistance(features.row(first), features.row(second));
    };
    Nearest nearest(features.rows());
    for (const std::uint32_t item : labeled) {
        nearest.choose(item, squared);
    }
    Cover cover;
    while (cover.picks.size() < std::min(count, features.rows())) {
        const std::size_t item = nearest.farthest();
        cover.picks.push_back(static_cast<std::uint32_t>(item));
        cover.distances.push_back(std::sqrt(nearest.at(item)));
        nearest.choose(item, squared);
    }
    cover.radius = features.rows() == 0 ? 0 : std::sqrt(nearest.at(nearest.farthest()));
    return cover;
}

std::vector<double> informationDensity(const Matrix& features,
                                       std::span<const std::uint32_t> references) {
    std::vector<std::uint32_t> all(references.empty() ? features.rows() : 0);
    std::iota(all.begin(), all.end(), 0U);
    const auto others = references.empty() ? std::span<const std::uint32_t>(all) : references;
    std::vector<double> densities(features.rows());
    for (std::size_t item = 0; item < features.rows(); ++item) {
        for (const std::uint32_t other : others) {
            densities[item] +=
                1 / (1 + std::sqrt(squaredDistance(features.row(item), features.row(other))));
        }
        densities[item] /= static_cast<double>(others.size());
    }
    return densities;
}

BallCover pickByBalls(const Matrix& features, double radius, std::size_t count) {
    std::vector<Items> balls(features.rows());
    for (std::uint32_t item = 0; item < features.rows(); ++item) {
        for (std::uint32_t other = 0; other < features.rows(); ++other) {
            if (squaredDistance(features.row(item), features.row(other)) <= radius * radius) {
                balls[item].push_back(other);
            }
        }
    }
    std::vector<bool> isCovered(features.rows());
    BallCover cover;
    while (cover.picks.size() < std::min(count, features.rows())) {
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

std::vector<double> gradientLengths(const Matrix& features, const Matrix& probabilities) {
    const Matrix gradients = misses(probabilities);
    std::vector<double> lengths;
    for (std::size_t item = 0; item < features.rows(); ++item) {
        lengths.push_back(dot(gradients.row(item), gradients.row(item)) *
                          dot(features.row(item), features.row(item)));
    }
    return lengths;
}

Items pickByGradients(const Matrix& features, const Matrix& probabilities, std::size_t count) {
    const Matrix gradients = misses(probabilities);
    const std::vector<double> lengths = gradientLengths(features, probabilities);
    const auto squared = [&](std::size_t first, std::size_t second) {
        return std::max(0.0, lengths[first] + lengths[second] -
                                 (2 * dot(gradients.row(first), gradients.row(second)) *
                                  dot(features.row(first), features.row(second))));
    };
    Items picks;
    Nearest nearest(features.rows());
    while (picks.size() < std::min(count, features.rows())) {
        const std::size_t item =
            picks.empty()
                ? static_cast<std::size_t>(std::ranges::max_element(lengths) - lengths.begin())
                : nearest.farthest();
        picks.push_back(static_cast<std::uint32_t>(item));
        nearest.choose(item, squared);
    }
    return picks;
}

} // namespace cartouche::sampling
