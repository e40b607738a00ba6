#include "core/privacy/federated_average.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace cartouche::privacy {

namespace {

bool isUsable(std::span<const ClientUpdate> updates) {
    return !updates.empty() && std::ranges::all_of(updates, [&](const ClientUpdate& update) {
        return update.weights.size() == updates.front().weights.size() &&
               std::isfinite(update.examples) && update.examples > 0 &&
               std::ranges::all_of(update.weights, [](double w) { return std::isfinite(w); });
    });
}

/// One value of the sorted weights of all clients, for each place.
template <typename Reduce>
std::optional<std::vector<double>> reduceSorted(std::span<const ClientUpdate> updates,
                                                Reduce reduce) {
    if (!isUsable(updates)) {
        return std::nullopt;
    }
    std::vector<double> result;
    std::vector<double> column(updates.size());
    for (std::size_t at = 0; at < updates.front().weights.size(); ++at) {
        std::ranges::transform(updates, column.begin(),
                               [at](const ClientUpdate& update) { return update.weights[at]; });
        std::ranges::sort(column);
        result.push_back(reduce(std::span<const double>(column)));
    }
    return result;
}

double meanOf(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double squaredDistance(const std::vector<double>& a, const std::vector<double>& b) {
    return std::transform_reduce(a.begin(), a.end(), b.begin(), 0.0, std::plus{},
                                 [](double x, double y) { return (x - y) * (x - y); });
}

double krumScore(std::span<const ClientUpdate> updates, std::size_t own, std::size_t nearest) {
    std::vector<double> distances;
    for (std::size_t other = 0; other < updates.size(); ++other) {
        if (other != own) {
            distances.push_back(squaredDistance(updates[own].weights, updates[other].weights));
        }
    }
    std::ranges::sort(distances);
    distances.resize(std::min(nearest, distances.size()));
    return std::accumulate(distances.begin(), distances.end(), 0.0);
}

} // namespace

std::optional<std::vector<double>> federatedAverage(std::span<const ClientUpdate> updates) {
    if (!isUsable(updates)) {
        return std::nullopt;
    }
    std::vector<double> sums(updates.front().weights.size());
    double examples = 0;
    for (const ClientUpdate& update : updates) {
        examples += update.examples;
        for (std::size_t at = 0; at < sums.size(); ++at) {
            sums[at] += update.examples * update.weights[at];
        }
    }
    for (double& sum : sums) {
        sum /= examples;
    }
    return sums;
}

std::optional<std::vector<double>> coordinateMedian(std::span<const ClientUpdate> updates) {
    return reduceSorted(updates, [](std::span<const double> sorted) {
        const std::size_t middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    });
}

std::optional<std::vector<double>> trimmedMean(std::span<const ClientUpdate> updates,
                                               double share) {
    if (!(share >= 0 && share < 0.5)) {
        return std::nullopt;
    }
    const auto trimmed = static_cast<std::size_t>(share * static_cast<double>(updates.size()));
    return reduceSorted(updates, [trimmed](std::span<const double> sorted) {
        return meanOf(sorted.subspan(trimmed, sorted.size() - 2 * trimmed));
    });
}

std::optional<Krum> multiKrum(std::span<const ClientUpdate> updates, std::size_t malicious,
                              std::size_t keep) {
    if (!isUsable(updates) || keep == 0 || keep > updates.size()) {
        return std::nullopt;
    }
    const std::size_t nearest = updates.size() > malicious + 3 ? updates.size() - malicious - 2 : 1;
    Krum krum;
    std::vector<std::size_t> order;
    for (std::size_t client = 0; client < updates.size(); ++client) {
        krum.scores.push_back(krumScore(updates, client, nearest));
        order.push_back(client);
    }
    std::ranges::stable_sort(order, {},
                             [&krum](std::size_t client) { return krum.scores[client]; });
    std::vector<ClientUpdate> kept;
    for (std::size_t place = 0; place < keep; ++place) {
        kept.push_back({updates[order[place]].weights, 1});
    }
    krum.mean = *federatedAverage(kept);
    return krum;
}

std::vector<double> clipped(std::span<const double> weights, double most) {
    const double length =
        std::sqrt(std::transform_reduce(weights.begin(), weights.end(), 0.0, std::plus{},
                                        [](double weight) { return weight * weight; }));
    std::vector<double> result(weights.begin(), weights.end());
    if (length > most) {
        for (double& weight : result) {
            weight *= most / length;
        }
    }
    return result;
}

} // namespace cartouche::privacy
