#include "ui/views/relation_arrows.h"

#include "ui/views/stage_place.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace cartouche::ui {

namespace {

std::optional<ImVec2> middleOf(const Context& context, const editor::ImageWorkspace& image,
                               const Box& stage, std::string_view id) {
    const annotation::Document& document = context.editor.document();
    const auto region = document.findArea(id);
    const bool isSeen = region && !document.areas().find(*region)->isHidden;
    const geometry::Bounds* box = isSeen ? image.index().find(region->index) : nullptr;
    return box == nullptr ? std::nullopt
                          : std::optional(onCanvas(image.viewport(), stage, box->center()));
}

void drawHead(ImVec2 from, ImVec2 to, Color color) {
    constexpr float kLength = 12;
    const float x = to.x - from.x;
    const float y = to.y - from.y;
    const float length = std::max(std::hypot(x, y), 1.0F);
    const ImVec2 back(x / length * kLength, y / length * kLength);
    ImGui::GetWindowDrawList()->AddTriangleFilled(
        to, {to.x - back.x - back.y / 2, to.y - back.y + back.x / 2},
        {to.x - back.x + back.y / 2, to.y - back.y - back.x / 2}, color);
}

/// In the middle of the arrow.
void drawLabels(const Context& context, const annotation::Relation& relation, ImVec2 middle) {
    std::string text;
    for (const std::string& label : relation.labels) {
        text += (text.empty() ? "" : ", ") + label;
    }
    if (text.empty()) {
        return;
    }
    constexpr TextStyle kStyle{metrics::kSmallTextSize, Weight::SemiBold};
    const float width = context.painter.measure(text, kStyle).x + 14;
    const Box box{middle.x - width / 2, middle.y - 11, width, 22};
    context.painter.fill(box, context.palette.surface, 11);
    context.painter.outline(box, context.palette.accent, 11);
    context.painter.textCentered(box, text, context.palette.text, kStyle);
}

} // namespace

void drawRelationArrows(Context& context, const editor::ImageWorkspace& image, const Box& stage) {
    const auto& relations = context.editor.document().relations();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const annotation::RelationHandle handle : relations.handles()) {
        const annotation::Relation& relation = *relations.find(handle);
        const auto from = middleOf(context, image, stage, relation.from);
        const auto to = middleOf(context, image, stage, relation.to);
        if (!from || !to || context.editor.regions().isHidden(handle)) {
            continue;
        }
        list.AddLine(*from, *to, IM_COL32(255, 255, 255, 200), 4);
        list.AddLine(*from, *to, context.palette.accent, 2);
        if (relation.direction != annotation::Direction::Left) {
            drawHead(*from, *to, context.palette.accent);
        }
        if (relation.direction != annotation::Direction::Right) {
            drawHead(*to, *from, context.palette.accent);
        }
        drawLabels(context, relation, {(from->x + to->x) / 2, (from->y + to->y) / 2});
    }
}

} // namespace cartouche::ui
