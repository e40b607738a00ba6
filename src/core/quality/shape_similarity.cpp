#include "core/quality/shape_similarity.h"

#include "core/geometry/brush_rle.h"
#include "core/geometry/ellipse_outline.h"
#include "core/geometry/path_lines.h"
#include "core/quality/overlap.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <type_traits>
#include <utility>

namespace cartouche::quality {

namespace {

using geometry::Point;
using geometry::RotatedBox;
using geometry::Size;
using Ring = std::vector<Point>;
using Comparable = std::optional<ComparableShape>;

/// Two lines or points that are so far apart, as a share of their image's diagonal, are alike by
/// 1/e.
constexpr double kReach = 0.01;

Comparable comparable(Lines lines, Size size) {
    geometry::Bounds bounds = geometry::Bounds::nothing();
    for (const auto& line : lines) {
        for (const Point point : line) {
            bounds = bounds.unite(geometry::Bounds::of(point));
        }
    }
    constexpr double kFarthest = 1e12; // no image has as many pixels
    if (!(bounds.width() < kFarthest && bounds.height() < kFarthest) || bounds.isEmpty()) {
        return std::nullopt;
    }
    return ComparableLines{std::move(lines), bounds, std::hypot(size.width, size.height)};
}

/// Makes a shape of any kind comparable.
struct Converter {
    Size size;
    double lastFrame = 0;

    Comparable operator()(const geometry::Rectangle& shape) const {
        return geometry::boxOf(shape, size);
    }
    Comparable operator()(const geometry::Ellipse& shape) const {
        constexpr int kCorners = 64;
        return geometry::ellipseOutline(geometry::boxOf(shape, size), kCorners);
    }
    Comparable operator()(const geometry::Polygon& shape) const {
        Ring ring;
        for (const Point point : shape.points) {
            ring.push_back(geometry::toPixels(point, size));
        }
        return shape.isClosed ? Comparable(ring) : comparable({ring}, size);
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
    Comparable operator()(const geometry::Path& shape) const {
        if (Ring ring = geometry::ringOf(shape, size); !ring.empty()) {
            return ring;
        }
        Lines lines;
        for (const geometry::Edge edge : geometry::edgesOf(shape)) {
            lines.push_back(geometry::lineOf(shape, edge, size));
        }
        if (lines.empty() && shape.vertices.size() == 1) {
            lines.push_back({geometry::toPixels(shape.vertices.front().place, size)});
        }
        return comparable(std::move(lines), size);
    }
    /// One that was painted here is the code of a mask; of an image of another size it is damaged.
    Comparable operator()(const geometry::BitmaskImage& shape) const {
        return shape.rle.empty() ? std::nullopt : (*this)(geometry::BrushMask{.rle = shape.rle});
    }
    /// The last frame of a range belongs to it.
    Comparable operator()(const geometry::FrameRanges& shape) const {
        ComparableRanges ranges;
        for (const geometry::FrameRange& range : shape.ranges) {
            if (!(std::abs(range.start) <= kMostFrames && std::abs(range.end) <= kMostFrames)) {
                return std::nullopt;
            }
            ranges.spans.push_back({range.start, range.end + 1});
        }
        return ranges.spans.size() == 1 ? Comparable(ComparableSpan{ranges.spans.front(), {}, {}})
                                        : Comparable(std::move(ranges));
    }
    Comparable operator()(const geometry::Track& shape) const {
        return stretchesOf(shape, lastFrame);
    }
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
    const Point apart = second.px - first.px;
    return std::exp(-std::hypot(apart.x, apart.y) / (kReach * first.diagonal));
}

double lineSimilarity(const ComparableLines& first, const ComparableLines& second) {
    constexpr double kFar = 20;
    const double reach = kReach * first.diagonal;
    return first.bounds.grown(kFar * reach).intersects(second.bounds)
               ? std::exp(-chamferDistance(first.lines, second.lines) / reach)
               : 0;
}

struct Similarity {
    template <typename First, typename Second>
    double operator()(const First& first, const Second& second) const {
        using Single = std::bool_constant<std::is_same_v<First, Second>>;
        if constexpr (Single::value && std::is_same_v<First, ComparableSpan>) {
            return spanSimilarity(first, second);
        } else if constexpr (Single::value && std::is_same_v<First, ComparablePoint>) {
            return pointSimilarity(first, second);
        } else if constexpr (Single::value && std::is_same_v<First, ComparableLines>) {
            return lineSimilarity(first, second);
        } else if constexpr (Single::value && std::is_same_v<First, ComparableRanges>) {
            return coveredIou(first.spans, second.spans);
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
    double operator()(const ComparableSpan& first, const ComparableRanges& second) const {
        return coveredIou({&first.span, 1}, second.spans);
    }
    double operator()(const ComparableRanges& first, const ComparableSpan& second) const {
        return coveredIou(first.spans, {&second.span, 1});
    }
};

} // namespace

std::optional<ComparableShape> comparableShape(const geometry::Shape& shape, Size size,
                                               double lastFrame) {
    return std::visit(Converter{size, lastFrame}, shape);
}

double shapeSimilarity(const ComparableShape& first, const ComparableShape& second) {
    return std::visit(Similarity{}, first, second);
}

} // namespace cartouche::quality
