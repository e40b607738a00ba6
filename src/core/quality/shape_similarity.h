#pragma once

#include "core/geometry/pixels.h"
#include "core/geometry/rotated_box.h"
#include "core/geometry/shapes.h"
#include "core/quality/run_mask.h"
#include "core/quality/spans.h"

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

using ComparableShape = std::variant<geometry::RotatedBox, std::vector<geometry::Point>, RunMask,
                                     ComparablePoint, ComparableSpan>;

/// Nothing for kinds that are not compared: open lines, bitmasks, tracks of videos, times written
/// as texts, and masks whose code is damaged. Ellipses become polygons of 64 corners.
std::optional<ComparableShape> comparableShape(const geometry::Shape& shape, geometry::Size size);

/// From 0 to 1: intersection over union; of key points exp(−d / 0.01 diagonal). Shapes of kinds
/// that do not compare, such as a mask and a box, share nothing.
double shapeSimilarity(const ComparableShape& first, const ComparableShape& second);

} // namespace cartouche::quality
