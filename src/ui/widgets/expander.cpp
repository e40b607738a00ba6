#include "ui/widgets/expander.h"

namespace cartouche::ui {

void drawExpander(const Context& context, bool isExpanded, ImVec2 center) {
    const float size = 4;
    const Color color = context.palette.textMuted;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (isExpanded) {
        list.AddTriangleFilled({center.x - size, center.y - size / 2},
                               {center.x + size, center.y - size / 2},
                               {center.x, center.y + size / 2 + 1}, color);
    } else {
        list.AddTriangleFilled({center.x - size / 2, center.y - size},
                               {center.x + size / 2 + 1, center.y},
                               {center.x - size / 2, center.y + size}, color);
    }
}

} // namespace cartouche::ui
