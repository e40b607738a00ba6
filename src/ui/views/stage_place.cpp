#include "ui/views/stage_place.h"

#include <algorithm>
#include <cmath>

namespace cartouche::ui {

ImVec2 onCanvas(const editor::Viewport& view, const Box& stage, geometry::Point pixel) {
    const geometry::Point at = view.toStage(pixel);
    return {stage.left + static_cast<float>(at.x), stage.top + static_cast<float>(at.y)};
}

Box shownPart(const Box& box) {
    const ImVec4& clip = ImGui::GetWindowDrawList()->_ClipRectStack.back();
    const float left = std::max(box.left, clip.x);
    const float top = std::max(box.top, clip.y);
    return {left, top, std::max(0.0F, std::min(box.right(), clip.z) - left),
            std::max(0.0F, std::min(box.bottom(), clip.w) - top)};
}

Box onCanvas(const editor::Viewport& view, const Box& stage, const geometry::Bounds& part) {
    const ImVec2 one = onCanvas(view, stage, geometry::Point{part.left, part.top});
    const ImVec2 other = onCanvas(view, stage, geometry::Point{part.right, part.bottom});
    return {std::min(one.x, other.x), std::min(one.y, other.y), std::abs(other.x - one.x),
            std::abs(other.y - one.y)};
}

} // namespace cartouche::ui
