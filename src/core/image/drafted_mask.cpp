#include "core/image/drafted_mask.h"

#include "core/geometry/mask.h"
#include "core/geometry/mask_canvas.h"
#include "core/geometry/pixels.h"
#include "core/image/bitmask.h"

#include <algorithm>

namespace cartouche::image {

namespace {

using geometry::MaskCanvas;

/// A line with round ends and joins; of a single point, a dot.
void draw(MaskCanvas& canvas, const geometry::Stroke& stroke) {
    const geometry::Size size{static_cast<double>(canvas.width()),
                              static_cast<double>(canvas.height())};
    const auto brush = stroke.isErasing ? MaskCanvas::Brush::Erase : MaskCanvas::Brush::Paint;
    const double radius = stroke.width / 200 * size.width;
    for (std::size_t at = 0; at < stroke.points.size(); ++at) {
        const geometry::Point from = stroke.points[at == 0 ? 0 : at - 1];
        canvas.stroke(geometry::toPixels(from, size), geometry::toPixels(stroke.points[at], size),
                      radius, brush);
    }
}

} // namespace

std::optional<geometry::BrushMask> flattened(const geometry::BrushMask& draft, int imageWidth,
                                             int imageHeight) {
    if ((draft.strokes.empty() && draft.dataUrl.empty()) || imageWidth <= 0 || imageHeight <= 0) {
        return std::nullopt;
    }
    const auto before = geometry::decode(draft, imageWidth, imageHeight);
    if (!before) {
        return std::nullopt;
    }
    MaskCanvas canvas(imageWidth, imageHeight, *before);
    if (const auto picture = decode({.dataUrl = draft.dataUrl}, imageWidth, imageHeight)) {
        canvas.add(*picture);
    }
    std::ranges::for_each(draft.strokes, [&canvas](const auto& stroke) { draw(canvas, stroke); });
    return geometry::BrushMask{.rle = geometry::encode(canvas.cropped(), imageWidth, imageHeight)};
}

} // namespace cartouche::image
