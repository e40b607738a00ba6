#include "ui/views/stage_place.h"

#include <algorithm>
#include <cmath>

namespace cartouche::ui {

ImVec2 onCanvas(const editor::Viewport& view, const Box& stage, geometry::Point pixel) {
    const geometry::Point at = view.toStage(pixel);
    return {stage.left + static_cast<float>(at.x), stage.top + static_cast<float>(at.y)};
}

Box onCanvas(const editor::Viewport& view, const Box& stage, const geometry::Bounds& part) {
    const ImVec2 one = onCanvas(view, stage, geometry::Point{part.left, part.top});
    const ImVec2 other = onCanvas(view, stage, geometry::Point{part.right, part.bottom});
    return {std::min(one.x, other.x), std::min(one.y, other.y), std::abs(other.x - one.x),
            std::abs(other.y - one.y)};
}

} // namespace cartouche::ui
