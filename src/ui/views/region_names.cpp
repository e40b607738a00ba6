#include "ui/views/region_names.h"

#include "editor/region_label.h"
#include "editor/region_text.h"
#include "ui/colors.h"
#include "ui/luminance.h"
#include "ui/views/stage_place.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace cartouche::ui {

namespace {

constexpr std::size_t kMostNames = 200;
constexpr float kHeight = 18.0F;
constexpr TextStyle kStyle{metrics::kSmallTextSize, Weight::SemiBold};

bool isMoved(const editor::ImageWorkspace& image, annotation::AreaHandle region) {
    return std::ranges::contains(image.previews(), region,
                                 &editor::ImageWorkspace::Preview::region);
}

bool hasLabels(const config::LabelingInterface& interface, const annotation::Area& area) {
    return std::ranges::any_of(area.results, [&interface](const annotation::Result& result) {
        return !editor::labelTexts(interface, result).empty();
    });
}

/// Above the region, or within it where there is no room.
void drawName(const Context& context, const std::string& name, Color color, const Box& region,
              const Box& stage) {
    constexpr float kMostWidth = 200.0F;
    constexpr double kLight = 0.4; // of grounds that dark letters are read on
    const float width = std::min(context.painter.measure(name, kStyle).x + 10, kMostWidth);
    const float above = region.top - kHeight;
    const Box box{region.left, above >= stage.top ? above : region.top, width, kHeight};
    context.painter.fill(box, color, 3);
    const Color letters = luminanceOf(color) > kLight ? IM_COL32(0, 0, 0, 255) : IM_COL32_WHITE;
    context.painter.textLine({box.left + 5, box.top, width - 8, kHeight}, name, letters, kStyle);
}

} // namespace

void drawRegionNames(Context& context, editor::ImageWorkspace& image, const Box& stage) {
    if (!image.tag().flag("showLabels")) {
        return;
    }
    std::vector<std::uint32_t> shown;
    image.index().hasAny(image.viewport().visible(), [&shown](std::uint32_t index) {
        shown.push_back(index);
        return shown.size() >= kMostNames;
    });
    std::ranges::sort(shown);
    ImGui::GetWindowDrawList()->PushClipRect(stage.min(), stage.max(), true);
    for (const std::uint32_t index : shown) {
        const annotation::AreaHandle region{index};
        const auto* area = context.editor.document().areas().find(region);
        const geometry::Bounds* bounds = image.index().find(index);
        const config::LabelingInterface& interface = context.editor.interface();
        if (area != nullptr && bounds != nullptr && !area->isHidden && !isMoved(image, region) &&
            hasLabels(interface, *area)) {
            drawName(context, editor::describeLabels(interface, *area),
                     packed(context.styles.styleOf(*area).stroke),
                     onCanvas(image.viewport(), stage, *bounds), stage);
        }
    }
    ImGui::GetWindowDrawList()->PopClipRect();
}

} // namespace cartouche::ui
