#include "ui/widgets/dialog.h"

#include <algorithm>
#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kMargin = 16.0F;
constexpr float kRadius = 12.0F;
constexpr Color kShade = IM_COL32(10, 10, 14, 110);

} // namespace

Box dialogBox(float width, float height) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float wide = std::min(width, screen.x - 2 * kMargin);
    const float high = std::min(height, screen.y - 2 * kMargin);
    return {(screen.x - wide) / 2, std::max(kMargin, (screen.y - high) / 3), wide, high};
}

Dismissal beginDialog(Context& context, std::string_view name, const Box& box) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(screen);
    ImGui::SetNextWindowFocus();
    ImGui::Begin("dialog", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse);
    context.painter.fill({0, 0, screen.x, screen.y}, kShade);
    context.painter.fill(box, context.palette.raised, kRadius);
    context.painter.outline(box, context.palette.border, kRadius);
    context.covers.boxes.push_back(box);
    context.covers.isShaded = true;
    SemanticsNode node;
    node.id = ImGui::GetID("dialog");
    node.role = "dialog";
    node.name = name;
    node.box = box.corners();
    context.semantics.open(std::move(node));
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool isBeside = mouse.x < box.left || mouse.x >= box.right() || mouse.y < box.top ||
                          mouse.y >= box.bottom();
    return ImGui::IsMouseClicked(ImGuiMouseButton_Left) && isBeside ? Dismissal::Beside
                                                                    : Dismissal::None;
}

void endDialog(Context& context) {
    context.semantics.close();
    ImGui::End();
}

} // namespace cartouche::ui
