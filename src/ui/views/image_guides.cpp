#include "ui/views/image_guides.h"

#include "core/config/css_color.h"
#include "core/json/numbers.h"
#include "ui/views/stage_place.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cartouche::ui {

namespace {

using geometry::Point;

constexpr double kLeastGridStep = 4; // CSS pixels; a denser grid is a veil
constexpr int kGridAlpha = 64;

/// Every `gridSize` pixels of the image.
void drawGrid(const editor::ImageWorkspace& image, const Box& stage) {
    const double step = json::parseNumber(image.tag().text("gridSize")).value_or(0);
    if (step <= 0 || step * image.viewport().scale() < kLeastGridStep) {
        return;
    }
    const auto color = config::parseCssColor(image.tag().text("gridColor"));
    const Color line = color ? IM_COL32(color->red, color->green, color->blue, kGridAlpha)
                             : IM_COL32(238, 238, 244, kGridAlpha);
    const geometry::Size size = image.viewport().image();
    const geometry::Bounds seen = image.viewport().visible();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const double right = std::min(seen.right, size.width);
    for (double x = std::ceil(std::max(seen.left, step) / step) * step; x < right; x += step) {
        list.AddLine(onCanvas(image.viewport(), stage, Point{x, 0}),
                     onCanvas(image.viewport(), stage, Point{x, size.height}), line);
    }
    const double bottom = std::min(seen.bottom, size.height);
    for (double y = std::ceil(std::max(seen.top, step) / step) * step; y < bottom; y += step) {
        list.AddLine(onCanvas(image.viewport(), stage, Point{0, y}),
                     onCanvas(image.viewport(), stage, Point{size.width, y}), line);
    }
}

/// Through the pointer, over the whole stage (spec/edge-cases.md 3.10).
void drawCrosshair(const Box& stage, ImVec2 at) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const auto& [color, width] :
         {std::pair{IM_COL32(255, 255, 255, 160), 3.0F}, std::pair{IM_COL32(0, 0, 0, 220), 1.0F}}) {
        list.AddLine({stage.left, at.y}, {stage.right(), at.y}, color, width);
        list.AddLine({at.x, stage.top}, {at.x, stage.bottom()}, color, width);
    }
}

} // namespace

void drawImageGuides(const editor::ImageWorkspace& image, const Box& stage, bool isHovered) {
    ImGui::GetWindowDrawList()->PushClipRect(stage.min(), stage.max(), true);
    if (image.tag().flag("grid")) {
        drawGrid(image, stage);
    }
    if (image.tag().flag("crosshair") && (isHovered || image.keyCursor())) {
        const Point at = image.keyCursor().value_or(image.pointer());
        drawCrosshair(
            stage, {stage.left + static_cast<float>(at.x), stage.top + static_cast<float>(at.y)});
    }
    ImGui::GetWindowDrawList()->PopClipRect();
}

void drawMinimap(const editor::ImageWorkspace& image, const ImageState& state, const Box& stage) {
    const auto map = image.minimap();
    if (!map) {
        return;
    }
    const ImVec2 corner(stage.left + static_cast<float>(map->left),
                        stage.top + static_cast<float>(map->top));
    const ImVec2 end(stage.left + static_cast<float>(map->right),
                     stage.top + static_cast<float>(map->bottom));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddImage(ImTextureRef(state.texture), corner, end);
    list.AddRect({corner.x - 1, corner.y - 1}, {end.x + 1, end.y + 1}, IM_COL32(255, 255, 255, 230),
                 0, 0, 2);
    const geometry::Size size = image.viewport().image();
    const geometry::Bounds seen = image.viewport().visible();
    const auto place = [&](double x, double y) {
        return ImVec2(corner.x + static_cast<float>(std::clamp(x / size.width, 0.0, 1.0)) *
                                     (end.x - corner.x),
                      corner.y + static_cast<float>(std::clamp(y / size.height, 0.0, 1.0)) *
                                     (end.y - corner.y));
    };
    list.AddRect(place(seen.left, seen.top), place(seen.right, seen.bottom), IM_COL32(0, 0, 0, 255),
                 0, 0, 3);
    list.AddRect(place(seen.left, seen.top), place(seen.right, seen.bottom),
                 IM_COL32(255, 255, 255, 255), 0, 0, 1.5F);
}

} // namespace cartouche::ui
