#pragma once

#include "core/config/tag.h"

namespace cartouche::editor {

/// How the points of shapes are drawn (spec/tags.md 4.2), in CSS pixels at any zoom.
struct PointLook {
    static constexpr double kLargest = 50; // radius

    double radius = 4.5; // of those that can be grabbed; of a square, half of its side
    bool isSquare = false;
    double restingRadius = 0; // of those of a shape that is not selected; 0: they are not drawn

    bool operator==(const PointLook&) const = default;
};

/// By the control that a shape is of: of Polygon and its labels `pointSize` and `pointStyle`, of
/// Vector and its labels `pointSizeEnabled` and `pointSizeDisabled` too, which win, of KeyPoint and
/// its labels `strokeWidth`. `control` may be nullptr.
PointLook pointLookOf(const config::Tag* control);

} // namespace cartouche::editor
