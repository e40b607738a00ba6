#include "ui/views/candidate_overlay.h"

#include "core/language/message.h"
#include "editor/region_text.h"
#include "ui/colors.h"
#include "ui/region_layers.h"
#include "ui/right_to_left.h"
#include "ui/views/stage_place.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

using annotation::AreaHandle;
using geometry::Bounds;
using geometry::Point;

constexpr std::size_t kMostOutlined = 200; // of those in view
constexpr float kDash = 6.0F;

void drawDashes(ImVec2 from, ImVec2 to, Color color, float width) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    constexpr float kMostDashes = 400;
    const float step = std::max(2 * kDash, length / kMostDashes);
    for (float at = 0; at < length; at += step) {
        const float end = std::min(at + step / 2, length);
        const auto place = [&](float along) {
            return ImVec2(from.x + (to.x - from.x) * along / length,
                          from.y + (to.y - from.y) * along / length);
        };
        list.AddLine(place(at), place(end), color, width);
    }
}

void drawDashed(const Box& box, Color color, float width) {
    const std::array<ImVec2, 4> corners{{{box.left, box.top},
                                         {box.right(), box.top},
                                         {box.right(), box.bottom()},
                                         {box.left, box.bottom()}}};
    for (std::size_t index = 0; index < corners.size(); ++index) {
        drawDashes(corners[index], corners[(index + 1) % corners.size()], color, width);
    }
}

void describe(Context& context, const editor::Candidates& candidates, AreaHandle region,
              bool isCurrent, const Box& box) {
    SemanticsNode node;
    node.id = ImGui::GetID(static_cast<int>(region.index));
    node.role = "img";
    node.name = language::say(
        "candidates.region",
        {{"region", editor::describeRegion(context.editor.interface(),
                                           *candidates.document().areas().find(region))},
         {"score", std::format("{:.2f}", candidates.scoreOf(region))}});
    node.description = isCurrent ? language::say("region.selected") : "";
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

std::vector<AreaHandle> inView(editor::ImageWorkspace& image) {
    std::vector<AreaHandle> regions;
    image.index().query(image.viewport().visible(), [&regions](std::uint32_t index) {
        if (regions.size() < kMostOutlined) {
            regions.push_back({index});
        }
    });
    std::ranges::sort(regions);
    return regions;
}

} // namespace

void drawCandidates(Context& context, const editor::ImageWorkspace& image, const Box& stage) {
    editor::Candidates* candidates = context.editor.candidates();
    editor::ImageWorkspace* own = candidates == nullptr ? nullptr : candidates->findImage(image);
    if (own == nullptr) {
        return;
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(stage.min(), stage.max(), true);
    if (context.layers != nullptr) {
        const std::uint64_t texture =
            context.layers->paint(*own, candidates->document(), context.faintStyles,
                                  {.pixelRatio = ImGui::GetIO().DisplayFramebufferScale.x});
        list.AddImage(ImTextureRef(texture), stage.min(), stage.max());
    }
    ImGui::PushID("candidates");
    for (const AreaHandle region : inView(*own)) {
        const annotation::Area& area = *candidates->document().areas().find(region);
        if (!area.isHidden) {
            const bool isCurrent = candidates->current() == region;
            const Box box = onCanvas(image.viewport(), stage, *own->index().find(region.index));
            const Color color = packed(context.styles.styleOf(area).stroke);
            if (isCurrent) {
                drawDashed(box.inset(-3), IM_COL32(255, 255, 255, 230), 4);
            }
            drawDashed(box.inset(-3), color, isCurrent ? 2.0F : 1.0F);
            describe(context, *candidates, region, isCurrent, turning().within(stage, box));
        }
    }
    ImGui::PopID();
    list.PopClipRect();
}

} // namespace cartouche::ui
