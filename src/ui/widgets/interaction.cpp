#include "ui/widgets/interaction.h"

#include <imgui_internal.h>

namespace cartouche::ui {

namespace {

void revealIfAsked(Context& context, std::uint32_t id, const Box& box) {
    if (context.requests.revealed != id) {
        return;
    }
    context.requests.revealed = 0;
    const ImRect target(box.inset(-metrics::kSmallGap).min(), box.inset(-metrics::kSmallGap).max());
    ImGui::ScrollToRect(ImGui::GetCurrentWindow(), target,
                        ImGuiScrollFlags_KeepVisibleEdgeX | ImGuiScrollFlags_KeepVisibleEdgeY);
    context.wishes.needsFrame = true;
}

/// Screen readers press without a pointer, even on what is scrolled out of sight.
bool takeActivation(Context& context, std::uint32_t id) {
    if (context.requests.activated != id) {
        return false;
    }
    context.requests.activated = 0;
    return true;
}

} // namespace

Interaction interact(Context& context, std::string_view key, const Box& box,
                     Availability availability, Cursor cursor) {
    Interaction result;
    result.id = ImGui::GetCurrentWindow()->GetID(key.data(), key.data() + key.size());
    if (context.isForShow) {
        return result;
    }
    const ImRect rect(box.min(), box.max());
    const bool isVisible = ImGui::ItemAdd(rect, result.id);
    revealIfAsked(context, result.id, box);
    const bool isActivated = takeActivation(context, result.id);
    if (availability == Availability::Disabled) {
        return result;
    }
    if (isVisible) {
        result.isPressed =
            ImGui::ButtonBehavior(rect, result.id, &result.isHovered, &result.isHeld);
    }
    if (ImGui::IsItemActivated()) {
        context.wishes.focused = result.id;
    }
    if (result.isHovered) {
        context.wishes.cursor = cursor;
    }
    result.isPressed |= isActivated;
    result.hasFocusRing = context.isFocusVisible && context.focusedId == result.id;
    return result;
}

} // namespace cartouche::ui
