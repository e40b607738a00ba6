// Buffers of regions, drawn run by run. Compiled for the web only.

#include "ui/gl_region_layer.h"

namespace cartouche::ui {

namespace {

/// How far the buffers are drawn.
struct Drawn {
    std::size_t rectangle = 0;
    std::size_t ellipse = 0;
    std::size_t lineRegion = 0;
    std::size_t mask = 0;
};

void drawLines(render::RegionLayer& layer, const RegionBuffers& buffers, std::size_t first,
               std::size_t count) {
    if (buffers.lineEnds.size() < first + count || count == 0) {
        return;
    }
    const RegionParts::LineEnd from =
        first == 0 ? RegionParts::LineEnd() : buffers.lineEnds[first - 1];
    const RegionParts::LineEnd to = buffers.lineEnds[first + count - 1];
    if (to.triangle > from.triangle) {
        layer.drawFills(buffers.fills, from.triangle, to.triangle - from.triangle);
    }
    if (to.line > from.line) {
        layer.drawLines(buffers.lines, from.line, to.line - from.line);
    }
}

} // namespace

void RegionBuffers::assign(const RegionParts& parts, std::span<const DrawnRegion> regions) {
    rectangles.assign(parts.rectangles);
    ellipses.assign(parts.ellipses);
    assignLines(parts);
    runs = runsOf(regions);
    masks.clear();
    for (const DrawnRegion& one : regions) {
        if (one.place == RegionPlace::Masks) {
            masks.push_back(one.region);
        }
    }
}

void RegionBuffers::assignLines(const RegionParts& parts) {
    lines.assign(parts.lines);
    fills.assign(parts.corners, parts.triangles);
    lineEnds = parts.lineEnds;
}

void RegionBuffers::restore() {
    rectangles.restore();
    ellipses.restore();
    lines.restore();
    fills.restore();
    lineEnds.clear();
    masks.clear();
    runs.clear();
}

void RegionBuffers::draw(render::RegionLayer& layer, const MaskPictures& pictures,
                         const std::set<std::uint32_t>& hidden) const {
    Drawn drawn;
    for (const RegionRun& run : runs) {
        switch (run.place) {
        case RegionPlace::Rectangles:
            layer.drawShapes(render::ShapeKind::rectangle, rectangles, drawn.rectangle, run.count);
            drawn.rectangle += run.count;
            break;
        case RegionPlace::Ellipses:
            layer.drawShapes(render::ShapeKind::ellipse, ellipses, drawn.ellipse, run.count);
            drawn.ellipse += run.count;
            break;
        case RegionPlace::Lines:
            drawLines(layer, *this, drawn.lineRegion, run.count);
            drawn.lineRegion += run.count;
            break;
        case RegionPlace::Masks:
            for (const std::size_t end = drawn.mask + run.count; drawn.mask < end; ++drawn.mask) {
                if (!hidden.contains(masks[drawn.mask].index)) {
                    pictures.draw(layer, masks[drawn.mask]);
                }
            }
            break;
        case RegionPlace::None:
            break;
        }
    }
}

} // namespace cartouche::ui
