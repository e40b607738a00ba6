#include "core/quality/average_precision.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numeric>
#include <optional>

namespace cartouche::quality {

namespace {

constexpr std::size_t kThresholds = 10;
constexpr std::size_t kMostDetections = 100;

struct AreaRange {
    double least = 0;
    double most = 1e10;

    bool contains(double area) const { return area >= least && area <= most; }
};

constexpr AreaRange kAll{0, 1e10};
constexpr AreaRange kSmall{0, 32.0 * 32};
constexpr AreaRange kMedium{32.0 * 32, 96.0 * 96};
constexpr AreaRange kLarge{96.0 * 96, 1e10};

/// As numpy spaces them, digit by digit.
double thresholdAt(std::size_t index) {
    constexpr double kFirst = 0.5;
    constexpr double kLast = 0.95;
    return index + 1 == kThresholds
               ? kLast
               : kFirst + (static_cast<double>(index) * ((kLast - kFirst) / (kThresholds - 1)));
}

/// A detection that was judged at one threshold.
struct Judged {
    double score = 0;
    std::size_t rank = 0; // in its image
    bool isRight = false;
    bool isIgnored = false;
};

/// Gives each detection of an image the true object that it overlaps most and that is still free.
class ImageMatch {
public:
    ImageMatch(const DetectedImage& image, const AreaRange& range)
        : m_image(image), m_range(range), m_truth(image.truth.size()),
          m_detections(image.detections.size()) {
        std::iota(m_truth.begin(), m_truth.end(), std::size_t{0});
        std::ranges::stable_sort(m_truth, {}, [this](std::size_t at) { return isIgnored(at); });
        std::iota(m_detections.begin(), m_detections.end(), std::size_t{0});
        std::ranges::stable_sort(m_detections, std::ranges::greater(),
                                 [&image](std::size_t at) { return image.detections[at].score; });
        m_detections.resize(std::min(m_detections.size(), kMostDetections));
    }

    std::size_t countToFind() const {
        return static_cast<std::size_t>(
            std::ranges::count_if(m_truth, [this](std::size_t at) { return !isIgnored(at); }));
    }

    std::vector<Judged> judge(double threshold) const {
        std::vector<bool> isTaken(m_truth.size());
        std::vector<Judged> judged;
        for (const std::size_t detection : m_detections) {
            const auto found = findPartner(detection, threshold, isTaken);
            Judged one{m_image.detections[detection].score, judged.size(), found.has_value(),
                       false};
            if (found) {
                isTaken[*found] = true;
                one.isIgnored = isIgnored(*found);
            } else {
                one.isIgnored = !m_range.contains(m_image.detections[detection].area);
            }
            judged.push_back(one);
        }
        return judged;
    }

private:
    bool isIgnored(std::size_t truth) const {
        return m_image.truth[truth].isCrowd || !m_range.contains(m_image.truth[truth].area);
    }

    /// One that counts wins over any that is ignored; of equal overlaps the last.
    std::optional<std::size_t> findPartner(std::size_t detection, double threshold,
                                           const std::vector<bool>& isTaken) const {
        double most = std::min(threshold, 1 - 1e-10);
        std::optional<std::size_t> best;
        for (const std::size_t truth : m_truth) {
            if (isTaken[truth] && !m_image.truth[truth].isCrowd) {
                continue;
            }
            if (best && !isIgnored(*best) && isIgnored(truth)) {
                break;
            }
            if (m_image.overlaps(detection, truth) >= most) {
                most = m_image.overlaps(detection, truth);
                best = truth;
            }
        }
        return best;
    }

    const DetectedImage& m_image;
    const AreaRange& m_range;
    std::vector<std::size_t> m_truth;
    std::vector<std::size_t> m_detections;
};

/// Of one category, area and threshold.
struct Curve {
    double meanPrecision = 0;
    double recall = 0;
};

Curve curveOf(std::vector<Judged> judged, std::size_t toFind) {
    constexpr std::size_t kRecalls = 101;
    constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
    std::erase_if(judged, [](const Judged& one) { return one.isIgnored; });
    std::vector<double> recalls;
    std::vector<double> precisions;
    double right = 0;
    for (std::size_t at = 0; at < judged.size(); ++at) {
        right += judged[at].isRight ? 1 : 0;
        recalls.push_back(right / static_cast<double>(toFind));
        precisions.push_back(right / (static_cast<double>(at + 1) + kEpsilon));
    }
    for (std::size_t at = precisions.size(); at-- > 1;) {
        precisions[at - 1] = std::max(precisions[at - 1], precisions[at]);
    }
    Curve curve{0, recalls.empty() ? 0 : recalls.back()};
    for (std::size_t step = 0; step < kRecalls; ++step) {
        const auto at = std::ranges::lower_bound(recalls, static_cast<double>(step) * 0.01);
        curve.meanPrecision +=
            at == recalls.end() ? 0 : precisions[static_cast<std::size_t>(at - recalls.begin())];
    }
    curve.meanPrecision /= kRecalls;
    return curve;
}

using Categories = std::map<std::uint32_t, std::vector<const DetectedImage*>>;

/// By thresholds: the mean over the categories in which there is something to find.
std::optional<std::array<Curve, kThresholds>>
curves(const Categories& categories, const AreaRange& range, std::size_t mostDetections) {
    std::array<Curve, kThresholds> means{};
    double counted = 0;
    for (const auto& [category, images] : categories) {
        std::vector<ImageMatch> matches;
        std::size_t toFind = 0;
        for (const DetectedImage* image : images) {
            toFind += matches.emplace_back(*image, range).countToFind();
        }
        if (toFind == 0) {
            continue;
        }
        counted += 1;
        for (std::size_t threshold = 0; threshold < kThresholds; ++threshold) {
            std::vector<Judged> judged;
            for (const ImageMatch& match : matches) {
                const auto more = match.judge(thresholdAt(threshold));
                judged.insert(judged.end(), more.begin(), more.end());
            }
            std::erase_if(
                judged, [mostDetections](const Judged& one) { return one.rank >= mostDetections; });
            std::ranges::stable_sort(judged, std::ranges::greater(), &Judged::score);
            const Curve curve = curveOf(std::move(judged), toFind);
            means.at(threshold).meanPrecision += curve.meanPrecision;
            means.at(threshold).recall += curve.recall;
        }
    }
    for (Curve& mean : means) {
        mean.meanPrecision /= counted;
        mean.recall /= counted;
    }
    return counted > 0 ? std::optional(means) : std::nullopt;
}

struct Means {
    double precision = -1;
    double recall = -1;
};

Means meansOf(const Categories& categories, const AreaRange& range, std::size_t mostDetections) {
    const auto all = curves(categories, range, mostDetections);
    if (!all) {
        return {};
    }
    Means means{0, 0};
    for (const Curve& curve : *all) {
        means.precision += curve.meanPrecision / kThresholds;
        means.recall += curve.recall / kThresholds;
    }
    return means;
}

} // namespace

DetectionScores scoreDetections(const std::vector<DetectedImage>& images) {
    constexpr std::size_t kAt75 = 5;
    Categories categories;
    for (const DetectedImage& image : images) {
        categories[image.category].push_back(&image);
    }
    DetectionScores scores;
    if (const auto all = curves(categories, kAll, kMostDetections)) {
        scores.precisionAt50 = all->front().meanPrecision;
        scores.precisionAt75 = all->at(kAt75).meanPrecision;
    }
    const Means all = meansOf(categories, kAll, kMostDetections);
    const Means small = meansOf(categories, kSmall, kMostDetections);
    const Means medium = meansOf(categories, kMedium, kMostDetections);
    const Means large = meansOf(categories, kLarge, kMostDetections);
    scores.precision = all.precision;
    scores.precisionSmall = small.precision;
    scores.precisionMedium = medium.precision;
    scores.precisionLarge = large.precision;
    scores.recall1 = meansOf(categories, kAll, 1).recall;
    scores.recall10 = meansOf(categories, kAll, 10).recall;
    scores.recall100 = all.recall;
    scores.recallSmall = small.recall;
    scores.recallMedium = medium.recall;
    scores.recallLarge = large.recall;
    return scores;
}

} // namespace cartouche::quality
