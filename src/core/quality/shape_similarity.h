#pragma once

#include "core/geometry/pixels.h"
#include "core/geometry/rotated_box.h"
#include "core/geometry/shapes.h"
#include "core/quality/line_distance.h"
#include "core/quality/run_mask.h"
#include "core/quality/spans.h"
#include "core/quality/track_overlap.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cartouche::quality {

/// A key point; how far apart two may be is measured by the image's diagonal.
struct ComparablePoint {
    geometry::Point px;
    double diagonal = 1;
};

/// A region in the form in which it is compared: in pixels of its image, as the painted pixels of a
/// mask, or as a span, with the places of texts that are not counted through in `start` and `end`.
struct ComparableSpan {
    LabeledSpan span;
    std::string start;
    std::string end;
};

/// Several ranges of one region.
struct ComparableRanges {
    std::vector<LabeledSpan> spans;
};

/// What is drawn without covering anything; how far apart two may be is measured as of key points.
struct ComparableLines {
    Lines lines;
    geometry::Bounds bounds;
    double diagonal = 1;
};

using ComparableShape =
    std::variant<geometry::RotatedBox, std::vector<geometry::Point>, RunMask, ComparablePoint,
                 ComparableLines, ComparableSpan, ComparableRanges, TrackStretches>;

/// Nothing for kinds that are not compared: messages, bitmasks that are PNGs (core/image decodes
/// them), tracks of turned boxes, times written as texts, and masks whose code is damaged. Ellipses
/// become polygons of 64 corners, and so do vectors that are closed; others are lines. `lastFrame`:
/// of the video.
std::optional<ComparableShape> comparableShape(const geometry::Shape& shape, geometry::Size size,
                                               double lastFrame = 0);

/// From 0 to 1: intersection over union, of tracks over all frames, of ranges over what they cover
/// together; of key points exp(−d / 0.01 diagonal), and of lines the same with their
/// chamferDistance, which is 0 beyond 20 times as far. Shapes of kinds that do not compare, such as
/// a mask and a box, share nothing.
double shapeSimilarity(const ComparableShape& first, const ComparableShape& second);

} // namespace cartouche::quality
