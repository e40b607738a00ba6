#pragma once

#include "core/geometry/pixels.h"
#include "core/geometry/shapes.h"
#include "editor/region_style.h"
#include "render/region_buffers.h"

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
};

/// Where a region's part lies. Lines: lines, corners and triangles, several of each. Masks: it is a
/// mask, which has a texture of its own.
enum class RegionPlace : std::uint8_t { None, Rectangles, Ellipses, Lines, Masks };

/// Adds a region behind what is there.
RegionPlace addRegion(RegionParts& parts, const geometry::Shape& shape,
                      const editor::RegionStyle& style, geometry::Size image);

} // namespace cartouche::ui
