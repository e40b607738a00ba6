// Masks on an image, painted and erased stroke by stroke (spec/tags.md 5.3).

#include "core/geometry/mask.h"
#include "core/language/message.h"
#include "editor/image_workspace.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

namespace cartouche::editor {

namespace {

constexpr double kLeastBrush = 1;
constexpr double kMostBrush = 50;
constexpr double kBrushStep = 5;

} // namespace

/// The one selected region that strokes of the tool in hand go on with.
std::optional<annotation::AreaHandle> ImageWorkspace::paintedRegion() const {
    const bool isPainting = m_tool != ImageTool::Bitmask && selectedShape<geometry::BrushMask>();
    const bool isBitmask = (m_tool == ImageTool::Bitmask || m_tool == ImageTool::Eraser) &&
                           selectedShape<geometry::BitmaskImage>();
    return isPainting || isBitmask ? std::optional(m_regions.selection().front()) : std::nullopt;
}

/// A canvas with what the painted region has; false if there is nothing to paint on or for.
bool ImageWorkspace::preparePainting() {
    const bool isErasing = m_tool == ImageTool::Eraser;
    const auto region = paintedRegion();
    const config::Control* control = region || isErasing ? nullptr : drawingControl();
    const geometry::Mask* before = region ? maskOf(*region) : nullptr;
    if ((!region && control == nullptr) || (region && before == nullptr)) {
        return false; // a mask that cannot be shown is not painted over
    }
    const auto width = static_cast<int>(m_viewport.image().width);
    const auto height = static_cast<int>(m_viewport.image().height);
    m_draftControl = control;
    m_painting.emplace(before == nullptr ? geometry::MaskCanvas(width, height)
                                         : geometry::MaskCanvas(width, height, *before));
    m_painting->region = region;
    m_painting->isBitmask =
        region ? selectedShape<geometry::BitmaskImage>() != nullptr : m_tool == ImageTool::Bitmask;
    m_painting->brush =
        isErasing ? geometry::MaskCanvas::Brush::Erase : geometry::MaskCanvas::Brush::Paint;
    m_painting->changed = {0, 0, width, height};
    if (region) {
        m_dirty.regions.push_back(*region);
    }
    return true;
}

bool ImageWorkspace::startPainting(const Pointer& pointer) {
    if (m_tool == ImageTool::Eraser && !paintedRegion()) {
        if (const auto region = find(pointer.at, reachOf(pointer))) {
            m_regions.select({*region}); // it takes away from what it is set on
        }
    }
    if (!preparePainting()) {
        return false;
    }
    m_painting->last = m_viewport.toImage(pointer.at);
    paintTo(pointer);
    return true;
}

ImageWorkspace::Painting* ImageWorkspace::painting() {
    fillByWand();
    return m_painting ? &*m_painting : nullptr;
}

double ImageWorkspace::brushRadius() const {
    const bool isBitmask = m_tool == ImageTool::Bitmask ||
                           (m_tool == ImageTool::Eraser && selectedShape<geometry::BitmaskImage>());
    if (isBitmask) {
        return brushSize() <= 1 ? 0 : brushSize(); // one is a single pixel
    }
    return brushSize() / 2 / m_viewport.scale();
}

void ImageWorkspace::paintTo(const Pointer& pointer) {
    const geometry::Point pixel = m_viewport.toImage(pointer.at);
    const double pressed = pointer.isPen && m_isPressureSized ? 2 * pointer.pressure : 1;
    const double radius = pressed * brushRadius();
    geometry::MaskCanvas& canvas = m_painting->canvas;
    const auto area = m_painting->isBitmask
                          ? canvas.strokeOnGrid(m_painting->last, pixel, radius, m_painting->brush)
                          : canvas.stroke(m_painting->last, pixel, radius, m_painting->brush);
    m_painting->last = pixel;
    m_painting->changed = m_painting->changed.unite(area);
}

void ImageWorkspace::finishPainting() {
    const Painting painting = std::move(*m_painting);
    m_painting.reset();
    const auto width = static_cast<int>(m_viewport.image().width);
    const auto height = static_cast<int>(m_viewport.image().height);
    const geometry::Mask mask = painting.canvas.cropped();
    std::vector<std::uint8_t> rle = geometry::encode(mask, width, height);
    geometry::Shape shape = geometry::BrushMask{.rle = rle};
    if (painting.isBitmask) {
        shape = geometry::BitmaskImage{.rle = std::move(rle), .width = width, .height = height};
    }
    if (painting.region) {
        m_dirty.regions.push_back(*painting.region);
        const bool isErasing = painting.brush == geometry::MaskCanvas::Brush::Erase;
        m_regions.setShapes(
            language::later(isErasing ? language::Key("history.erase") : "history.paint"),
            {{*painting.region, std::move(shape)}});
    } else if (mask.width > 0) {
        m_painted = create(std::move(shape));
        if (m_painted) {
            m_regions.select({*m_painted}); // the next stroke adds to it, as in the reference
        }
    }
    dropDraft();
}

bool ImageWorkspace::isPaintingOn() const {
    return hasPaintTool() && m_painted && m_regions.selection() == std::vector{*m_painted};
}

void ImageWorkspace::setBrushSize(double size) {
    m_brushSizes[hasBrush() ? m_tool : ImageTool::Brush] =
        std::clamp(size, kLeastBrush, kMostBrush);
}

void ImageWorkspace::stepBrushSize(int steps) {
    setBrushSize(brushSize() + kBrushStep * steps);
}

} // namespace cartouche::editor
