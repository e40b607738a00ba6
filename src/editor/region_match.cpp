#include "editor/region_match.h"

#include "core/geometry/image_shape.h"
#include "core/geometry/mask.h"
#include "core/geometry/overlap.h"

#include <algorithm>
#include <vector>

namespace cartouche::editor {

namespace {

using annotation::AreaHandle;
using geometry::Bounds;
using geometry::Cover;
using geometry::Point;

/// Of so many, whose boxes overlap most, the shapes are compared.
constexpr std::size_t kMostCompared = 8;

struct Candidate {
    AreaHandle region;
    double overlap = 0; // of the boxes
};

bool isUprightBox(const geometry::Shape& shape) {
    const auto* rectangle = std::get_if<geometry::Rectangle>(&shape);
    return rectangle != nullptr && rectangle->rotation == 0;
}

Cover coverOf(ImageWorkspace& image, AreaHandle region, const Bounds& bounds) {
    const geometry::Shape& shape = *image.shapeOf(region);
    if (isUprightBox(shape)) {
        return {bounds, {}};
    }
    if (const geometry::Mask* mask = geometry::isMask(shape) ? image.maskOf(region) : nullptr) {
        return {bounds, [mask](Point px) { return geometry::covers(*mask, px); }};
    }
    return {bounds, [&shape, size = image.viewport().image()](Point px) {
                return geometry::isHit(shape, size, px, 0);
            }};
}

/// Those whose boxes overlap that one's, the most first.
std::vector<Candidate> candidatesIn(const ImageWorkspace& image,
                                    const annotation::Document& document, const Bounds& box) {
    std::vector<Candidate> candidates;
    image.index().query(box, [&](std::uint32_t index) {
        const AreaHandle region{index};
        const bool isSeen = !document.areas().find(region)->isHidden;
        const double overlap = geometry::overlapOf(box, *image.index().find(index));
        if (isSeen && overlap > 0) {
            candidates.push_back({region, overlap});
        }
    });
    const std::size_t most = std::min(candidates.size(), kMostCompared);
    std::ranges::partial_sort(candidates, candidates.begin() + static_cast<std::ptrdiff_t>(most),
                              std::ranges::greater(), &Candidate::overlap);
    candidates.resize(most);
    return candidates;
}

} // namespace

std::optional<RegionMatch> findMatch(ImageWorkspace& image, AreaHandle region,
                                     ImageWorkspace& other, const annotation::Document& document) {
    const Bounds* found = image.index().find(region.index);
    if (found == nullptr || image.shapeOf(region) == nullptr || image.item() != other.item()) {
        return std::nullopt;
    }
    const Bounds box = *found;
    const Cover cover = coverOf(image, region, box);
    std::optional<RegionMatch> best;
    for (const Candidate& candidate : candidatesIn(other, document, box)) {
        const Bounds bounds = *other.index().find(candidate.region.index);
        const double overlap = geometry::overlapOf(cover, coverOf(other, candidate.region, bounds));
        if (overlap > (best ? best->overlap : 0)) {
            best = {candidate.region, overlap};
        }
    }
    return best;
}

} // namespace cartouche::editor
