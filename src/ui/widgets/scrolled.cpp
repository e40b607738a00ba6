#include "ui/widgets/scrolled.h"

#include <imgui_internal.h>

#include <cmath>

namespace cartouche::ui {

namespace {

ImGuiWindowFlags flagsFor(Scrolling scrolling) {
    switch (scrolling) {
    case Scrolling::Down:
        return ImGuiWindowFlags_None;
    case Scrolling::Both:
        return ImGuiWindowFlags_HorizontalScrollbar;
    case Scrolling::Hidden:
        return ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoScrollbar;
    }
    return ImGuiWindowFlags_None;
}

} // namespace

float beginScrolled(const char* key, const Box& box, Scrolling scrolling) {
    ImGui::SetCursorScreenPos(box.min());
    ImGui::BeginChild(key, {box.width, box.height}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground |
                          flagsFor(scrolling));
    const bool hasScrollbar = scrolling != Scrolling::Hidden && ImGui::GetScrollMaxY() > 0;
    return box.width - (hasScrollbar ? ImGui::GetStyle().ScrollbarSize : 0);
}

void endScrolled(Context& context, const Box& box, float height, float width) {
    ImGui::SetCursorScreenPos({box.left - ImGui::GetScrollX(), box.top - ImGui::GetScrollY()});
    ImGui::Dummy({width, height});
    const ImGuiWindow& window = *ImGui::GetCurrentWindowRead();
    const bool hasBars = (window.Flags & ImGuiWindowFlags_NoScrollbar) == 0;
    const ImVec2 inner(box.width - window.ScrollbarSizes.x, box.height - window.ScrollbarSizes.y);
    // ImGui counts whole pixels: a fraction that does not fit brings no bar.
    const bool isTooWide =
        (window.Flags & ImGuiWindowFlags_HorizontalScrollbar) != 0 && std::trunc(width) > inner.x;
    const bool isTooHigh = std::trunc(height) > inner.y;
    if (hasBars && (window.ScrollbarY != isTooHigh || window.ScrollbarX != isTooWide)) {
        context.wishes.needsFrame = true; // scrollbars come and go a frame late
    }
    context.scrollAreas.push_back({box,
                                   window.ID,
                                   {ImGui::GetScrollX(), ImGui::GetScrollY()},
                                   {ImGui::GetScrollMaxX(), ImGui::GetScrollMaxY()}});
    ImGui::EndChild();
}

} // namespace cartouche::ui
