// Computes the reference vectors of the COCO data: masks of polygons, and average precision.

#include "core/quality/average_precision.h"
#include "core/quality/coco_mask.h"
#include "core/quality/overlap.h"
#include "quality/reference_kinds.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace cartouche::tests {

namespace {

using namespace quality;
using geometry::Bounds;
using geometry::Point;

std::vector<Point> ringOf(const Json& numbers) {
    std::vector<Point> ring;
    for (std::size_t at = 0; at + 1 < numbers.size(); at += 2) {
        ring.push_back({numbers[at].get<double>(), numbers[at + 1].get<double>()});
    }
    return ring;
}

Json polygonCounts(const Vector& vector) {
    const GridSize size{vector.input["w"].get<std::size_t>(), vector.input["h"].get<std::size_t>()};
    const auto counts = cocoCounts(cocoMask(ringOf(vector.input["polygon"]), size), size);
    CHECK(countsOfText(cocoText(counts)) == counts);
    CHECK(cocoCounts(maskOfCounts(counts), size) == counts);
    return {{"counts", counts}, {"string", cocoText(counts)}};
}

Json readJson(const Vector& vector, const char* key) {
    const auto path = vector.datasets / vector.input[key].get<std::string>();
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file, path.string() << " cannot be read");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return *json::parseJson(text);
}

/// One region of either kind.
struct Region {
    Bounds box;
    RunMask mask;
};

RunMask maskOf(const Json& segmentation, GridSize size) {
    if (segmentation.is_array()) {
        std::vector<RunMask> parts;
        for (const Json& polygon : segmentation) {
            parts.push_back(cocoMask(ringOf(polygon), size));
        }
        return united(parts);
    }
    const Json& counts = segmentation["counts"];
    return maskOfCounts(counts.is_string() ? countsOfText(counts.get<std::string>()).value()
                                           : counts.get<std::vector<std::uint32_t>>());
}

Region regionOf(const Json& object, bool isMask, const std::map<int, GridSize>& sizes) {
    if (isMask) {
        return {{}, maskOf(object["segmentation"], sizes.at(object["image_id"].get<int>()))};
    }
    const auto [x, y, width, height] = object["bbox"].get<std::array<double, 4>>();
    return {{x, y, x + width, y + height}, {}};
}

double areaOf(const Region& region, bool isMask) {
    return isMask ? static_cast<double>(quality::areaOf(region.mask))
                  : region.box.width() * region.box.height();
}

double overlapOf(const Region& detection, const Region& truth, bool isMask, bool isCrowd) {
    if (!isCrowd) {
        return isMask ? iou(detection.mask, truth.mask) : iou(detection.box, truth.box);
    }
    const Bounds shared{std::max(detection.box.left, truth.box.left),
                        std::max(detection.box.top, truth.box.top),
                        std::min(detection.box.right, truth.box.right),
                        std::min(detection.box.bottom, truth.box.bottom)};
    const double intersection =
        isMask             ? static_cast<double>(intersectionArea(detection.mask, truth.mask))
        : shared.isEmpty() ? 0
                           : shared.width() * shared.height();
    return intersection / areaOf(detection, isMask);
}

struct Group {
    std::vector<Json> truth;
    std::vector<Json> detections;
};

DetectedImage detectedImage(std::uint32_t category, const Group& group, bool isMask,
                            const std::map<int, GridSize>& sizes) {
    DetectedImage image{.category = category,
                        .truth = {},
                        .detections = {},
                        .overlaps = Matrix(group.detections.size(), group.truth.size())};
    std::vector<Region> truth;
    for (const Json& object : group.truth) {
        truth.push_back(regionOf(object, isMask, sizes));
        image.truth.push_back({object["area"].get<double>(), object["iscrowd"].get<int>() != 0});
    }
    for (std::size_t row = 0; row < group.detections.size(); ++row) {
        const Region region = regionOf(group.detections[row], isMask, sizes);
        image.detections.push_back(
            {group.detections[row]["score"].get<double>(), areaOf(region, isMask)});
        for (std::size_t column = 0; column < truth.size(); ++column) {
            image.overlaps(row, column) =
                overlapOf(region, truth[column], isMask, image.truth[column].isCrowd);
        }
    }
    return image;
}

Json evaluate(const Vector& vector) {
    const Json truth = readJson(vector, "gt");
    const Json detections = readJson(vector, "dt");
    const bool isMask = detections[0].contains("segmentation");
    std::map<int, GridSize> sizes;
    for (const Json& image : truth["images"]) {
        sizes[image["id"].get<int>()] = {image["width"].get<std::size_t>(),
                                         image["height"].get<std::size_t>()};
    }
    std::map<std::pair<int, int>, Group> groups; // by category, then image
    for (const Json& object : truth["annotations"]) {
        groups[{object["category_id"].get<int>(), object["image_id"].get<int>()}].truth.push_back(
            object);
    }
    for (const Json& object : detections) {
        groups[{object["category_id"].get<int>(), object["image_id"].get<int>()}]
            .detections.push_back(object);
    }
    std::vector<DetectedImage> images;
    for (const auto& [key, group] : groups) {
        images.push_back(
            detectedImage(static_cast<std::uint32_t>(key.first), group, isMask, sizes));
    }
    const DetectionScores scores = scoreDetections(images);
    return {{"AP", scores.precision},        {"AP50", scores.precisionAt50},
            {"AP75", scores.precisionAt75},  {"APs", scores.precisionSmall},
            {"APm", scores.precisionMedium}, {"APl", scores.precisionLarge},
            {"AR1", scores.recall1},         {"AR10", scores.recall10},
            {"AR100", scores.recall100},     {"ARs", scores.recallSmall},
            {"ARm", scores.recallMedium},    {"ARl", scores.recallLarge}};
}

constexpr std::array kKinds{
    Kind{"geometry", "coco_rle_of_polygon", polygonCounts},
    Kind{"geometry", "coco_eval", evaluate},
};

} // namespace

std::span<const Kind> cocoKinds() {
    return kKinds;
}

} // namespace cartouche::tests

TEST_CASE("detections of nothing score nothing, and texts that are no counts are refused") {
    using namespace cartouche::quality;
    CHECK(scoreDetections({}).precision == -1);
    DetectedImage image{
        .category = 1, .truth = {{50, false}}, .detections = {}, .overlaps = Matrix(0, 1)};
    CHECK(scoreDetections({image}).precision == 0);
    CHECK(scoreDetections({image}).recallLarge == -1);
    CHECK_FALSE(countsOfText("~"));
    CHECK_FALSE(countsOfText("P"));
    CHECK_FALSE(countsOfText("oooooooooo"));
    CHECK(cocoCounts({}, {2, 3}) == std::vector<std::uint32_t>{6});
    CHECK(cocoMask({}, {2, 3}).empty());
}
