// Several selected regions are resized as one, by the box around them.

#include "core/geometry/fitting.h"
#include "core/geometry/image_shape.h"
#include "core/geometry/rotated_box.h"
#include "editor/image_workspace.h"

#include <algorithm>
#include <variant>

namespace cartouche::editor {

namespace {

using geometry::Bounds;
using geometry::RotatedBox;
using geometry::Shape;

RotatedBox uprightBox(const Bounds& bounds) {
    return {.center = bounds.center(), .width = bounds.width(), .height = bounds.height()};
}

Bounds boundsOf(const RotatedBox& box) {
    return {box.center.x - box.width / 2, box.center.y - box.height / 2,
            box.center.x + box.width / 2, box.center.y + box.height / 2};
}

/// Masks are made of pixels, which are not stretched.
bool isStretchable(const Shape& shape) {
    return !std::holds_alternative<geometry::BrushMask>(shape) &&
           !std::holds_alternative<geometry::BitmaskImage>(shape);
}

} // namespace

std::vector<ImageWorkspace::Preview> ImageWorkspace::stretchableSelection() const {
    std::vector<Preview> regions;
    for (const Handle region : m_regions.selection()) {
        const annotation::Area* area = document().areas().find(region);
        const Shape* shape = m_regions.isEditable(region) ? shapeOf(region) : nullptr;
        if (shape != nullptr && !area->isHidden && isStretchable(*shape)) {
            regions.push_back({region, *shape});
        }
    }
    return regions;
}

std::optional<Bounds> ImageWorkspace::groupBox() const {
    if (m_regions.selection().size() < 2) {
        return std::nullopt;
    }
    Bounds all = Bounds::nothing();
    for (const Preview& region : stretchableSelection()) {
        if (const auto bounds = geometry::boundsOf(region.shape, m_viewport.image())) {
            all = all.unite(*bounds);
        }
    }
    const bool hasExtent = !all.isEmpty() && (all.width() > 0 || all.height() > 0);
    return hasExtent ? std::optional(all) : std::nullopt;
}

std::vector<ImageWorkspace::Grip> ImageWorkspace::groupGrips() const {
    std::vector<Grip> grips;
    const auto box = groupBox();
    for (int index = 0; box && index < geometry::kHandleCount; ++index) {
        grips.push_back({Grip::Kind::Group, index,
                         m_viewport.toStage(geometry::handleOf(uprightBox(*box), index))});
    }
    return grips;
}

void ImageWorkspace::moveGroupGrip(geometry::Point toPx, bool keepRatio) {
    const geometry::Size image = m_viewport.image();
    Bounds before = Bounds::nothing();
    for (const Preview& original : m_originals) {
        before = before.unite(*geometry::boundsOf(original.shape, image));
    }
    const Bounds after =
        boundsOf(geometry::resized(uprightBox(before), m_grip->index, toPx, keepRatio));
    for (std::size_t index = 0; index < m_originals.size(); ++index) {
        m_previews[index].shape = geometry::fitted(m_originals[index].shape, image, before, after);
    }
}

} // namespace cartouche::editor
