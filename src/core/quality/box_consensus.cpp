#include "core/quality/box_consensus.h"

#include "core/quality/overlap.h"

#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>

namespace cartouche::quality {

namespace {

using geometry::RotatedBox;

/// Boxes that stand for one object.
class Cluster {
public:
    Cluster(const LabeledBox& first, std::size_t annotator, double weight) : m_label(first.label) {
        add(first.box, annotator, weight);
    }

    void add(const RotatedBox& box, std::size_t annotator, double weight) {
        m_lastAnnotator = annotator;
        ++m_support;
        m_weight += weight;
        m_center = m_center + box.center * weight;
        m_width += weight * box.width;
        m_height += weight * box.height;
        // Twice the angle is the same for a box and the box turned by half a circle.
        const double twice = 2 * box.rotation * std::numbers::pi / 180;
        m_direction = m_direction + geometry::Point{std::cos(twice), std::sin(twice)} * weight;
    }

    RotatedBox mean() const {
        const double degrees =
            std::atan2(m_direction.y, m_direction.x) * 180 / std::numbers::pi / 2;
        return {m_center * (1 / m_weight), m_width / m_weight, m_height / m_weight,
                degrees < 0 ? degrees + 180 : degrees};
    }

    bool canTake(const LabeledBox& box, std::size_t annotator) const {
        return box.label == m_label && m_lastAnnotator != annotator;
    }

    FusedBox fused(double allWeight) const {
        return {{mean(), m_label}, m_support, m_weight / allWeight};
    }

private:
    std::uint32_t m_label;
    std::size_t m_lastAnnotator = 0;
    std::size_t m_support = 0;
    double m_weight = 0;
    geometry::Point m_center;
    double m_width = 0;
    double m_height = 0;
    geometry::Point m_direction;
};

Cluster* findCluster(std::vector<Cluster>& clusters, const LabeledBox& box, std::size_t annotator,
                     double threshold) {
    Cluster* best = nullptr;
    double most = threshold;
    for (Cluster& cluster : clusters) {
        if (!cluster.canTake(box, annotator)) {
            continue;
        }
        const double overlap = iou(cluster.mean(), box.box);
        if (best == nullptr ? overlap >= most : overlap > most) {
            best = &cluster;
            most = overlap;
        }
    }
    return best;
}

} // namespace

std::vector<FusedBox> fuseBoxes(std::span<const std::vector<LabeledBox>> annotators,
                                std::span<const double> weights, double threshold) {
    std::vector<Cluster> clusters;
    for (std::size_t annotator = 0; annotator < annotators.size(); ++annotator) {
        for (const LabeledBox& box : annotators[annotator]) {
            if (weights[annotator] <= 0) {
                continue;
            }
            if (Cluster* cluster = findCluster(clusters, box, annotator, threshold)) {
                cluster->add(box.box, annotator, weights[annotator]);
            } else {
                clusters.emplace_back(box, annotator, weights[annotator]);
            }
        }
    }
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<FusedBox> kept;
    for (const Cluster& cluster : clusters) {
        const FusedBox fused = cluster.fused(all);
        if (fused.score > 0.5) {
            kept.push_back(fused);
        }
    }
    return kept;
}

} // namespace cartouche::quality
