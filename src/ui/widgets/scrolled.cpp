#include "ui/widgets/scrolled.h"

#include <imgui_internal.h>

namespace cartouche::ui {

float beginScrolled(const char* key, const Box& box) {
    ImGui::SetCursorScreenPos(box.min());
    ImGui::BeginChild(key, {box.width, box.height}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground);
    const bool hasScrollbar = ImGui::GetScrollMaxY() > 0;
    return box.width - (hasScrollbar ? ImGui::GetStyle().ScrollbarSize : 0);
}

void endScrolled(Context& context, const Box& box, float height) {
    const ImVec2 origin(box.left, box.top - ImGui::GetScrollY());
    ImGui::SetCursorScreenPos(origin);
    ImGui::Dummy({1, height});
    if (ImGui::GetCurrentWindowRead()->ScrollbarY != (height > box.height)) {
        context.wishes.needsFrame = true; // the scrollbar comes and goes a frame late
    }
    context.scrollAreas.push_back(
        {box, ImGui::GetCurrentWindowRead()->ID, ImGui::GetScrollY(), ImGui::GetScrollMaxY()});
    ImGui::EndChild();
}

} // namespace cartouche::ui
