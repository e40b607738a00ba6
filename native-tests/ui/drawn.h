#pragma once

#include "ui/theme.h"

#include <imgui.h>

#include <algorithm>

namespace cartouche::tests {

/// Whether anything is drawn in just this colour.
inline bool isDrawn(ui::Color color) {
    const ImDrawData* drawn = ImGui::GetDrawData();
    return std::ranges::any_of(drawn->CmdLists, [color](const ImDrawList* list) {
        return std::ranges::any_of(
            list->VtxBuffer, [color](const ImDrawVert& corner) { return corner.col == color; });
    });
}

} // namespace cartouche::tests
