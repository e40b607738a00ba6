// Masks on an image, painted and erased stroke by stroke (spec/tags.md 5.3).

#include "core/geometry/mask.h"
#include "editor/image_workspace.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

namespace cartouche::editor {

namespace {

constexpr double kLeastBrush = 1; // CSS pixels
constexpr double kMostBrush = 50;
constexpr double kBrushStep = 5;

} // namespace

/// The one selected brush region, which strokes go on with.
std::optional<annotation::AreaHandle> ImageWorkspace::paintedRegion() const {
    const auto& selection = m_regions.selection();
    const geometry::Shape* shape = selection.size() == 1 ? shapeOf(selection.front()) : nullptr;
    const bool isBrush = shape != nullptr && std::holds_alternative<geometry::BrushMask>(*shape) &&
                         m_regions.isEditable(selection.front());
    return isBrush ? std::optional(selection.front()) : std::nullopt;
}

bool ImageWorkspace::startPainting(const Pointer& pointer) {
    const bool isErasing = m_tool == ImageTool::Eraser;
    const auto region = paintedRegion();
    const config::Control* control = region ? nullptr : drawingControl();
    if (!region && (isErasing || control == nullptr)) {
        return false;
    }
    const auto width = static_cast<int>(m_viewport.image().width);
    const auto height = static_cast<int>(m_viewport.image().height);
    const geometry::Mask* before =
        region ? m_masks.find(*region, *document().areas().find(*region), m_viewport.image())
               : nullptr;
    m_draftControl = control;
    m_painting.emplace(before == nullptr ? geometry::MaskCanvas(width, height)
                                         : geometry::MaskCanvas(width, height, *before));
    m_painting->region = region;
    m_painting->brush =
        isErasing ? geometry::MaskCanvas::Brush::Erase : geometry::MaskCanvas::Brush::Paint;
    m_painting->changed = {0, 0, width, height};
    if (region) {
        m_dirty.regions.push_back(*region);
    }
    m_painting->last = m_viewport.toImage(pointer.at);
    paintTo(pointer);
    return true;
}

void ImageWorkspace::paintTo(const Pointer& pointer) {
    const geometry::Point pixel = m_viewport.toImage(pointer.at);
    const double pressed = pointer.isPen && m_isPressureSized ? 2 * pointer.pressure : 1;
    const double radius = pressed * m_brushSize / 2 / m_viewport.scale();
    const auto area = m_painting->canvas.stroke(m_painting->last, pixel, radius, m_painting->brush);
    m_painting->last = pixel;
    m_painting->changed = m_painting->changed.unite(area);
}

void ImageWorkspace::finishPainting() {
    const Painting painting = std::move(*m_painting);
    m_painting.reset();
    const geometry::Size image = m_viewport.image();
    const geometry::Mask mask = painting.canvas.cropped();
    geometry::BrushMask shape{.rle = geometry::encode(mask, static_cast<int>(image.width),
                                                      static_cast<int>(image.height))};
    if (painting.region) {
        m_dirty.regions.push_back(*painting.region);
        const bool isErasing = painting.brush == geometry::MaskCanvas::Brush::Erase;
        m_regions.setShapes(isErasing ? "Erase" : "Paint", {{*painting.region, std::move(shape)}});
    } else if (mask.width > 0) {
        create(std::move(shape));
    }
    dropDraft();
}

void ImageWorkspace::setBrushSize(double size) {
    m_brushSize = std::clamp(size, kLeastBrush, kMostBrush);
}

void ImageWorkspace::stepBrushSize(int steps) {
    setBrushSize(m_brushSize + kBrushStep * steps);
}

} // namespace cartouche::editor
