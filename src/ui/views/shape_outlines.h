#pragma once

#include "core/geometry/shapes.h"
#include "editor/viewport.h"
#include "ui/draw.h"

#include <vector>

namespace cartouche::ui {

/// A line on the canvas around a shape, or along a part of it.
struct Outline {
    std::vector<ImVec2> points;
    bool isClosed = true;

    int count() const { return static_cast<int>(points.size()); }
    ImDrawFlags flags() const { return isClosed ? ImDrawFlags_Closed : 0; }
};

/// One, but of a Vector one an edge. `stage` is the box that shows the image. `pointRadius` as in
/// editor::RegionStyle.
std::vector<Outline> outlinesOf(const geometry::Shape& shape, const editor::Viewport& view,
                                const Box& stage, double pointRadius);

} // namespace cartouche::ui
