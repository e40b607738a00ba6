// What ImGui calls when it is compiled with IMGUI_ENABLE_TEST_ENGINE: one call for every item.

#include "ui/semantics.h"

#include <imgui_internal.h>

#include <cstdarg>

namespace {

cartouche::ui::Semantics* g_observer = nullptr;

} // namespace

void cartouche::ui::observeItems(Semantics* semantics) {
    g_observer = semantics;
}

void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID id, const ImRect& box,
                                 const ImGuiLastItemData* item) {
    // Scrollbars and window frames are marked as no stop for keyboard navigation: the content that
    // they move is in the tree itself.
    const ImGuiItemFlags flags = item != nullptr ? item->ItemFlags : ImGuiItemFlags_None;
    const bool isInteractive = id != 0 && item != nullptr && (flags & ImGuiItemFlags_NoNav) == 0;
    if (g_observer != nullptr) {
        g_observer->noteItem(id, ImVec4(box.Min.x, box.Min.y, box.Max.x, box.Max.y), isInteractive);
    }
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
    return nullptr;
}
