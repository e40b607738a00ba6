#include "ui/panels/panels.h"
#include "ui/problems.h"
#include "ui/views/view.h"
#include "ui/widgets/diagnostic_card.h"
#include "ui/widgets/scrolled.h"

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

/// Problems, then the interface, from the top left of the scrolled content; gives their height.
float drawContent(Context& context, const Box& visible) {
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
    return problems + height + 2 * margin;
}

} // namespace

void drawContentPanel(Context& context, const Box& box) {
    const float width = beginScrolled("content", box);
    endScrolled(context, box, drawContent(context, {box.left, box.top, width, box.height}));
}

} // namespace cartouche::ui
