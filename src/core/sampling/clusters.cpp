#include "core/sampling/clusters.h"

#include "core/sampling/diversity.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cartouche::sampling {

namespace {

using quality::Matrix;

/// A matrix of places, with their squared lengths.
struct Places {
    Matrix places;
    std::vector<double> squares;

    void measure() {
        squares.clear();
        for (std::size_t row = 0; row < places.rows(); ++row) {
            const auto place = places.row(row);
            squares.push_back(std::inner_product(place.begin(), place.end(), place.begin(), 0.0));
        }
    }
    double squaredDistance(const Points& points, std::uint32_t item, std::size_t place) const {
        return points.squaredDistanceTo(item, places.row(place), squares[place]);
    }
    std::uint32_t nearest(const Points& points, std::uint32_t item) const {
        std::uint32_t best = 0;
        double least = squaredDistance(points, item, 0);
        for (std::uint32_t place = 1; place < places.rows(); ++place) {
            const double distance = squaredDistance(points, item, place);
            best = distance < least ? place : best;
            least = std::min(least, distance);
        }
        return best;
    }
};

std::uint32_t nearestToMean(const Points& points, std::span<const std::uint32_t> items) {
    Places mean{Matrix(1, points.dimensions()), {}};
    for (const std::uint32_t item : items) {
        points.addTo(item, mean.places.row(0));
    }
    for (double& value : mean.places.values()) {
        value /= static_cast<double>(items.size());
    }
    mean.measure();
    return *std::ranges::min_element(
        items, {}, [&](std::uint32_t item) { return mean.squaredDistance(points, item, 0); });
}

Places startOf(const Points& points, std::span<const std::uint32_t> items, std::size_t count,
               const KMeansOptions& options) {
    Items starts{options.first               ? items[*options.first]
                 : options.random != nullptr ? items[options.random->below(items.size())]
                                             : nearestToMean(points, items)};
    const Cover others = pickByCover(points, starts, count - 1, items, options.random);
    starts.insert(starts.end(), others.picks.begin(), others.picks.end());
    Places centers{Matrix(starts.size(), points.dimensions()), {}};
    for (std::size_t place = 0; place < starts.size(); ++place) {
        points.addTo(starts[place], centers.places.row(place));
    }
    centers.measure();
    return centers;
}

void moveToMeans(const Points& points, std::span<const std::uint32_t> items,
                 std::span<const std::uint32_t> clusterOf, Places& centers) {
    Matrix sums(centers.places.rows(), centers.places.columns());
    std::vector<double> sizes(sums.rows());
    for (std::size_t at = 0; at < items.size(); ++at) {
        points.addTo(items[at], sums.row(clusterOf[at]));
        ++sizes[clusterOf[at]];
    }
    for (std::size_t place = 0; place < sums.rows(); ++place) {
        if (sizes[place] > 0) {
            std::ranges::transform(sums.row(place), centers.places.row(place).begin(),
                                   [&](double sum) { return sum / sizes[place]; });
        }
    }
    centers.measure();
}

/// 1 by the mean distance to the nearest others of the group.
double typicality(const Points& points, std::span<const std::uint32_t> group, std::uint32_t item,
                  std::size_t neighbours) {
    constexpr double kTiny = 1e-5;
    std::vector<double> distances;
    for (const std::uint32_t other : group) {
        if (other != item) {
            distances.push_back(points.squaredDistance(item, other));
        }
    }
    const std::size_t count = std::min(neighbours, group.size() / 2);
    std::ranges::partial_sort(distances, distances.begin() + static_cast<std::ptrdiff_t>(count));
    double sum = 0;
    for (std::size_t at = 0; at < count; ++at) {
        sum += std::sqrt(distances[at]);
    }
    return 1 / ((sum / static_cast<double>(std::max<std::size_t>(1, count))) + kTiny);
}

struct Group {
    Items all;
    /// Not labeled or picked.
    Items left;
    std::size_t labeled = 0;
};

/// Those that are large enough, and the others; in the order of picks.
struct Groups {
    std::vector<Group> large;
    std::vector<Group> small;
};

Groups groupsOf(const Points& points, std::span<const std::uint32_t> labeled, std::size_t count,
                const TypicalOptions& options) {
    Items items(points.size());
    std::iota(items.begin(), items.end(), 0U);
    std::vector<bool> isLabeled(points.size());
    for (const std::uint32_t item : labeled) {
        isLabeled[item] = true;
    }
    const std::size_t clusters = std::min(labeled.size() + count, options.mostClusters);
    const Clusters found = kMeans(points, items, clusters, options.groups);
    std::vector<Group> groups(found.centers.rows());
    for (const std::uint32_t item : items) {
        Group& group = groups[found.clusterOf[item]];
        group.all.push_back(item);
        group.labeled += isLabeled[item] ? 1 : 0;
        if (!isLabeled[item]) {
            group.left.push_back(item);
        }
    }
    const auto isLarge = [&](const Group& group) {
        return group.all.size() >= options.smallestCluster;
    };
    std::ranges::stable_sort(groups, [&](const Group& first, const Group& second) {
        return isLarge(first) != isLarge(second) ? isLarge(first)
               : first.labeled != second.labeled ? first.labeled < second.labeled
                                                 : first.all.size() > second.all.size();
    });
    const auto small = std::ranges::find_if_not(groups, isLarge);
    return {{groups.begin(), small}, {small, groups.end()}};
}

/// Until there are `count` picks, or all of these groups are labeled.
void pickInTurn(const Points& points, std::vector<Group>& groups, std::size_t count,
                const TypicalOptions& options, Items& picks) {
    while (picks.size() < count) {
        const std::size_t before = picks.size();
        for (Group& group : groups) {
            if (group.left.empty() || picks.size() == count) {
                continue;
            }
            const auto typical = std::ranges::max_element(group.left, {}, [&](std::uint32_t item) {
                return typicality(points, group.all, item, options.neighbours);
            });
            picks.push_back(*typical);
            group.left.erase(typical);
        }
        if (picks.size() == before) {
            return;
        }
    }
}

} // namespace

Clusters kMeans(const Points& points, std::span<const std::uint32_t> items, std::size_t count,
                const KMeansOptions& options) {
    Clusters result;
    result.clusterOf.resize(items.size());
    if (items.empty() || count == 0) {
        return result;
    }
    Places centers = startOf(points, items, std::min(count, items.size()), options);
    bool hasChanged = true;
    while (hasChanged && result.rounds < options.rounds) {
        hasChanged = result.rounds == 0;
        for (std::size_t at = 0; at < items.size(); ++at) {
            const std::uint32_t nearest = centers.nearest(points, items[at]);
            hasChanged = hasChanged || nearest != result.clusterOf[at];
            result.clusterOf[at] = nearest;
        }
        moveToMeans(points, items, result.clusterOf, centers);
        ++result.rounds;
    }
    result.centers = std::move(centers.places);
    return result;
}

Items pickByCenters(const Points& points, std::span<const std::uint32_t> candidates,
                    std::size_t count, const KMeansOptions& options) {
    const Clusters clusters = kMeans(points, candidates, count, options);
    Places centers{clusters.centers, {}};
    centers.measure();
    std::vector<std::optional<std::pair<double, std::uint32_t>>> best(centers.places.rows());
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        auto& nearest = best[clusters.clusterOf[at]];
        const double distance =
            centers.squaredDistance(points, candidates[at], clusters.clusterOf[at]);
        if (!nearest || distance < nearest->first) {
            nearest = {distance, candidates[at]};
        }
    }
    Items picks;
    for (const auto& nearest : best) {
        if (nearest) {
            picks.push_back(nearest->second);
        }
    }
    return picks;
}

Items pickTypical(const Points& points, std::span<const std::uint32_t> labeled, std::size_t count,
                  const TypicalOptions& options) {
    Groups groups = groupsOf(points, labeled, count, options);
    Items picks;
    pickInTurn(points, groups.large, count, options, picks);
    pickInTurn(points, groups.small, count, options, picks);
    return picks;
}

} // namespace cartouche::sampling
