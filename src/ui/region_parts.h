#pragma once

#include "core/geometry/pixels.h"
#include "core/geometry/shapes.h"
#include "editor/region_style.h"
#include "render/region_buffers.h"
#include "ui/region_runs.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cartouche::ui {

/// What regions are drawn from, as the buffers of render/ take it. Places are in pixels of the
/// image.
struct RegionParts {
    std::vector<render::ShapeInstance> rectangles;
    std::vector<render::ShapeInstance> ellipses; // and key points
    std::vector<render::LineInstance> lines;
    std::vector<render::FillVertex> corners;
    std::vector<std::uint32_t> triangles;
    /// Of each polygon or path, where its lines and triangles end.
    struct LineEnd {
        std::size_t line = 0;
        std::size_t triangle = 0; // an index in `triangles`
    };
    std::vector<LineEnd> lineEnds;

    /// What was added last is of the next polygon or path; it may be nothing.
    void endLines() { lineEnds.push_back({lines.size(), triangles.size()}); }
};

RegionPlace placeOf(const geometry::Shape& shape);

/// Adds a region behind what is there.
RegionPlace addRegion(RegionParts& parts, const geometry::Shape& shape,
                      const editor::RegionStyle& style, geometry::Size image);

} // namespace cartouche::ui
