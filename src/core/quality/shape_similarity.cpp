#include "core/quality/shape_similarity.h"

#include "core/geometry/brush_rle.h"
#include "core/quality/overlap.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>
#include <type_traits>

namespace cartouche::quality {

namespace {

using geometry::Point;
using geometry::RotatedBox;
using geometry::Size;
using Ring = std::vector<Point>;
using Comparable = std::optional<ComparableShape>;

/// Makes a shape of any kind comparable.
struct Converter {
    Size size;

    Comparable operator()(const geometry::Rectangle& shape) const {
        return geometry::boxOf(shape, size);
    }
    Comparable operator()(const geometry::Ellipse& shape) const {
        constexpr int kCorners = 64;
        const RotatedBox box = geometry::boxOf(shape, size);
        Ring ring;
        for (int corner = 0; corner < kCorners; ++corner) {
            const double angle = 2 * std::numbers::pi * corner / kCorners;
            const Point inBox{std::cos(angle) * box.width / 2, std::sin(angle) * box.height / 2};
            ring.push_back(box.center + geometry::rotated(inBox, box.rotation));
        }
        return ring;
    }
    Comparable operator()(const geometry::Polygon& shape) const {
        Ring ring;
        for (const Point point : shape.points) {
            ring.push_back(geometry::toPixels(point, size));
        }
        return shape.isClosed ? Comparable(ring) : std::nullopt;
    }
    Comparable operator()(const geometry::KeyPoint& shape) const {
        return ComparablePoint{geometry::toPixels({shape.x, shape.y}, size),
                               std::hypot(size.width, size.height)};
    }
    Comparable operator()(const geometry::BrushMask& shape) const {
        const auto pixels = static_cast<std::size_t>(size.width * size.height);
        const auto runs = geometry::decodeMaskRuns(shape.rle, pixels);
        if (!runs) {
            return std::nullopt;
        }
        RunMask mask;
        std::size_t at = 0;
        for (const geometry::AlphaRun& run : *runs) {
            const std::size_t end = at + run.count;
            if (run.alpha != 0 && !mask.empty() && mask.back().end == at) {
                mask.back().end = end;
            } else if (run.alpha != 0) {
                mask.push_back({at, end});
            }
            at = end;
        }
        return mask;
    }
    Comparable operator()(const geometry::Span& shape) const {
        return ComparableSpan{{shape.start, shape.end}, {}, {}};
    }
    Comparable operator()(const geometry::PlacedSpan& shape) const {
        return ComparableSpan{{shape.startOffset, shape.endOffset}, shape.start, shape.end};
    }
    Comparable operator()(const geometry::SeriesSpan& shape) const {
        const auto* start = std::get_if<double>(&shape.start);
        const auto* end = std::get_if<double>(&shape.end);
        return start != nullptr && end != nullptr
                   ? Comparable(ComparableSpan{{*start, *end}, {}, {}})
                   : std::nullopt;
    }
    Comparable operator()(const geometry::Path&) const { return std::nullopt; }
    Comparable operator()(const geometry::BitmaskImage&) const { return std::nullopt; }
    /// Of one range, as its last frame belongs to it.
    Comparable operator()(const geometry::FrameRanges& shape) const {
        return shape.ranges.size() == 1
                   ? Comparable(ComparableSpan{
                         {shape.ranges.front().start, shape.ranges.front().end + 1}, {}, {}})
                   : std::nullopt;
    }
    Comparable operator()(const geometry::Track&) const { return std::nullopt; }
    Comparable operator()(const geometry::Message&) const { return std::nullopt; }
};

/// Offsets count from places that must be the same; within one place they can be compared.
double spanSimilarity(const ComparableSpan& first, const ComparableSpan& second) {
    if (first.start != second.start || first.end != second.end) {
        return 0;
    }
    const bool isWithinOne = first.start == first.end;
    return isWithinOne || first.span == second.span ? iou(first.span, second.span) : 0;
}

double pointSimilarity(const ComparablePoint& first, const ComparablePoint& second) {
    constexpr double kReach = 0.01;
    const Point apart = second.px - first.px;
    return std::exp(-std::hypot(apart.x, apart.y) / (kReach * first.diagonal));
}

struct Similarity {
    template <typename First, typename Second>
    double operator()(const First& first, const Second& second) const {
        using Single = std::bool_constant<std::is_same_v<First, Second>>;
        if constexpr (Single::value && std::is_same_v<First, ComparableSpan>) {
            return spanSimilarity(first, second);
        } else if constexpr (Single::value && std::is_same_v<First, ComparablePoint>) {
            return pointSimilarity(first, second);
        } else if constexpr (Single::value && std::is_same_v<First, Ring>) {
            return iou(std::span<const Point>(first), std::span<const Point>(second));
        } else if constexpr (Single::value) {
            return iou(first, second);
        } else {
            return 0;
        }
    }
    double operator()(const RotatedBox& first, const Ring& second) const {
        return iou(geometry::cornersOf(first), second);
    }
    double operator()(const Ring& first, const RotatedBox& second) const {
        return iou(first, geometry::cornersOf(second));
    }
};

} // namespace

std::optional<ComparableShape> comparableShape(const geometry::Shape& shape, Size size) {
    return std::visit(Converter{size}, shape);
}

double shapeSimilarity(const ComparableShape& first, const ComparableShape& second) {
    return std::visit(Similarity{}, first, second);
}

} // namespace cartouche::quality
