// Computes the reference vectors of regions and their matching.

#include "core/quality/matching.h"
#include "core/quality/overlap.h"
#include "quality/reference_kinds.h"

#include <array>
#include <numbers>

namespace cartouche::tests {

namespace {

using namespace quality;
using geometry::Bounds;
using geometry::Point;

Bounds fromSize(const Json& box) {
    const auto [x, y, width, height] = box.get<std::array<double, 4>>();
    return {x, y, x + width, y + height};
}

Bounds fromCorners(const Json& box) {
    const auto [left, top, right, bottom] = box.get<std::array<double, 4>>();
    return {left, top, right, bottom};
}

geometry::RotatedBox fromCenter(const Json& box) {
    const auto [x, y, width, height, radians] = box.get<std::array<double, 5>>();
    return {{x, y}, width, height, radians * 180 / std::numbers::pi};
}

std::vector<Point> ringOf(const Json& points) {
    std::vector<Point> ring;
    for (const Json& point : points) {
        ring.push_back({point[0].get<double>(), point[1].get<double>()});
    }
    return ring;
}

Json uprightIou(const Vector& vector) {
    return iou(fromSize(vector.input["a"]), fromSize(vector.input["b"]));
}

Json generalized(const Vector& vector) {
    return generalizedIou(fromCorners(vector.input["a"]), fromCorners(vector.input["b"]));
}

Json rotatedIou(const Vector& vector) {
    return iou(fromCenter(vector.input["a"]), fromCenter(vector.input["b"]));
}

Json polygonIou(const Vector& vector) {
    const auto first = ringOf(vector.input["a"]);
    const auto second = ringOf(vector.input["b"]);
    return {{"inter", intersectionArea(first, second)}, {"iou", iou(first, second)}};
}

Matrix similaritiesOf(const Json& first, const Json& second) {
    Matrix similarities(first.size(), second.size());
    for (std::size_t row = 0; row < first.size(); ++row) {
        for (std::size_t column = 0; column < second.size(); ++column) {
            similarities(row, column) = iou(fromSize(first[row]), fromSize(second[column]));
        }
    }
    return similarities;
}

Json matched(const Vector& vector) {
    const MatchScore score = scoreMatch(similaritiesOf(vector.input["a"], vector.input["b"]),
                                        vector.input["thr"].get<double>());
    return {{"tp", score.matched},
            {"fp", score.onlySecond},
            {"fn", score.onlyFirst},
            {"f1", score.f1},
            {"mean_sim", jsonOf(score.meanSimilarity)},
            {"pq", score.panopticQuality},
            {"pairs", score.pairs}};
}

/// What others do, for the comparison that the vector makes: the best pair first.
std::vector<Pair> greedyPairs(Matrix similarities, double threshold) {
    std::vector<Pair> pairs;
    while (true) {
        const auto values = similarities.values();
        const auto best =
            static_cast<std::size_t>(std::ranges::max_element(values) - values.begin());
        if (values.empty() || values[best] < threshold) {
            return pairs;
        }
        const Pair pair{best / similarities.columns(), best % similarities.columns()};
        pairs.push_back(pair);
        std::ranges::fill(similarities.row(pair.first), 0);
        for (std::size_t row = 0; row < similarities.rows(); ++row) {
            similarities(row, pair.second) = 0;
        }
    }
}

Json greedyAndOptimal(const Vector& vector) {
    const Json& rows = vector.input["sim"];
    Matrix similarities(rows.size(), rows[0].size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        std::ranges::copy(rows[row].get<std::vector<double>>(), similarities.row(row).begin());
    }
    const double threshold = vector.input["thr"].get<double>();
    return {{"greedy_pairs", greedyPairs(similarities, threshold)},
            {"optimal", matchPairs(similarities, threshold)}};
}

constexpr std::array kKinds{
    Kind{"geometry", "giou", generalized},
    Kind{"geometry", "iou_rotated", rotatedIou},
    Kind{"geometry", "iou_polygon", polygonIou},
    Kind{"geometry", "iou_xywh", uprightIou},
    Kind{"geometry", "matched_f1", matched},
    Kind{"geometry", "greedy_vs_hungarian", greedyAndOptimal},
};

} // namespace

std::span<const Kind> regionKinds() {
    return kKinds;
}

} // namespace cartouche::tests
