#include "core/quality/structured_agreement.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace cartouche::quality {

namespace {

std::set<TaxonomyPath> nodesOf(std::span<const TaxonomyPath> paths) {
    std::set<TaxonomyPath> nodes;
    for (const TaxonomyPath& path : paths) {
        TaxonomyPath node;
        for (const std::string& name : path) {
            node.push_back(name);
            nodes.insert(node);
        }
    }
    return nodes;
}

int signOf(double value) {
    return (value > 0 ? 1 : 0) - (value < 0 ? 1 : 0);
}

} // namespace

double taxonomyF1(std::span<const TaxonomyPath> first, std::span<const TaxonomyPath> second) {
    const auto one = nodesOf(first);
    const auto other = nodesOf(second);
    std::vector<TaxonomyPath> both;
    std::ranges::set_intersection(one, other, std::back_inserter(both));
    const std::size_t all = one.size() + other.size();
    return all == 0 ? 1 : 2 * static_cast<double>(both.size()) / static_cast<double>(all);
}

std::optional<double> kendallTau(std::span<const double> first, std::span<const double> second) {
    double agreeing = 0;
    double orderedInFirst = 0;
    double orderedInSecond = 0;
    for (std::size_t one = 0; one < std::min(first.size(), second.size()); ++one) {
        for (std::size_t other = 0; other < one; ++other) {
            const int inFirst = signOf(first[one] - first[other]);
            const int inSecond = signOf(second[one] - second[other]);
            agreeing += inFirst * inSecond;
            orderedInFirst += std::abs(inFirst);
            orderedInSecond += std::abs(inSecond);
        }
    }
    const double all = std::sqrt(orderedInFirst * orderedInSecond);
    return all > 0 ? std::optional(agreeing / all) : std::nullopt;
}

} // namespace cartouche::quality
