#include "ui/panels/panels.h"
#include "ui/problems.h"
#include "ui/views/view.h"
#include "ui/widgets/diagnostic_card.h"

#include <imgui_internal.h>

#include <algorithm>
#include <string>

namespace cartouche::ui {

namespace {

float problemsHeight(const Context& context, float width) {
    float height = 0;
    for (const diagnostics::Diagnostic* problem : problemsWithoutPlace(context)) {
        height += diagnosticCardHeight(context, *problem, width) + metrics::kSmallGap;
    }
    return height;
}

void drawProblems(Context& context, const Box& box) {
    float top = box.top;
    int index = 0;
    for (const diagnostics::Diagnostic* problem : problemsWithoutPlace(context)) {
        const float height = diagnosticCardHeight(context, *problem, box.width);
        const std::string key = "problem" + std::to_string(index++);
        drawDiagnosticCard(context, key, *problem, {box.left, top, box.width, height});
        top += height + metrics::kSmallGap;
    }
}

/// Problems, then the interface, from the top left of the scrolled content.
void drawContent(Context& context, const Box& visible) {
    const float margin = context.margin();
    const config::Tag& root = context.editor.interface().root();
    const View* view = findView(root.kind());
    const float width = visible.width - 2 * margin;
    const float problems = problemsHeight(context, width);
    const float least = view == nullptr ? 0 : view->height(context, root, width);
    const float height = std::max(least, visible.height - 2 * margin - problems);

    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const Box content{origin.x + margin, origin.y + margin, width, problems + height};
    drawProblems(context, content);
    if (view != nullptr) {
        view->draw(context, root, {content.left, content.top + problems, width, height});
    }
    ImGui::SetCursorScreenPos(origin);
    ImGui::Dummy({visible.width, problems + height + 2 * margin});
}

} // namespace

ContentScroll drawContentPanel(Context& context, const Box& box) {
    ImGui::SetCursorScreenPos(box.min());
    ImGui::BeginChild("content", {box.width, box.height}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground);
    const float scrollbar = ImGui::GetScrollMaxY() > 0 ? ImGui::GetStyle().ScrollbarSize : 0;
    drawContent(context, {box.left, box.top, box.width - scrollbar, box.height});
    const ContentScroll scroll{ImGui::GetCurrentWindowRead()->ID, ImGui::GetScrollY(),
                               ImGui::GetScrollMaxY()};
    ImGui::EndChild();
    return scroll;
}

} // namespace cartouche::ui
