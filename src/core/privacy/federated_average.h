#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

/// One model of the weights that many have trained, each on their own data.
namespace cartouche::privacy {

/// The weights that one client sends, and the number of examples behind them, above 0.
struct ClientUpdate {
    std::vector<double> weights;
    double examples = 1;
};

/// All of these return nothing of no updates, of updates of different lengths, and of weights or
/// numbers of examples that are not finite, or not above 0.

/// The mean, by examples (McMahan et al., "Communication-Efficient Learning of Deep Networks from
/// Decentralized Data", 2017).
std::optional<std::vector<double>> federatedAverage(std::span<const ClientUpdate> updates);

// What a few clients who send anything at all cannot pull away; examples do not count here.

/// The median of each weight.
std::optional<std::vector<double>> coordinateMedian(std::span<const ClientUpdate> updates);
/// The mean of each weight without the floor(share * n) lowest and highest; share in [0, 0.5).
std::optional<std::vector<double>> trimmedMean(std::span<const ClientUpdate> updates, double share);

struct Krum {
    /// Of each client: the sum of squared distances to its n - f - 2 nearest, at least one.
    std::vector<double> scores;
    std::vector<double> mean; // of the clients with the lowest scores
};
/// Multi-Krum (Blanchard et al. 2017) against `malicious` clients (f), keeping `keep` of at
/// least 1.
std::optional<Krum> multiKrum(std::span<const ClientUpdate> updates, std::size_t malicious,
                              std::size_t keep);

/// Shortened to this length, if it is longer; `most` above 0.
std::vector<double> clipped(std::span<const double> weights, double most);

} // namespace cartouche::privacy
