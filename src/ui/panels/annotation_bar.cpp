// The annotations and predictions of the task, and what can be done with them: the peer's carousel.

#include "core/language/message.h"
#include "ui/panels/annotation_tabs.h"
#include "ui/panels/panels.h"
#include "ui/widgets/command_button.h"

#include <algorithm>
#include <array>
#include <vector>

namespace cartouche::ui {

namespace {

using editor::CommandId;

constexpr float kHeight = 52.0F;
constexpr float kTabHeight = 36.0F;
constexpr float kGap = 4.0F;

/// What can be done with the annotation that is shown, as far as the host allows it.
std::vector<CommandIcon> actionsOf(const Context& context) {
    constexpr std::array kAll{CommandIcon{CommandId::ShowPredictions, Icon::Sparkle},
                              CommandIcon{CommandId::ToggleGroundTruth, Icon::Star},
                              CommandIcon{CommandId::CopyAnnotation, Icon::Copy},
                              CommandIcon{CommandId::DeleteAnnotation, Icon::Trash},
                              CommandIcon{CommandId::RestoreAnnotation, Icon::Undo},
                              CommandIcon{CommandId::CreateAnnotation, Icon::Plus},
                              CommandIcon{CommandId::Compare, Icon::Columns}};
    std::vector<CommandIcon> actions;
    std::ranges::copy_if(kAll, std::back_inserter(actions), [&](const CommandIcon& action) {
        return context.editor.canExecute(action.command);
    });
    return actions;
}

} // namespace

float annotationBarHeight(const Context& context) {
    const std::size_t tabs = countAnnotationTabs(context);
    const bool hasContent = tabs > 0 || context.editor.canExecute(CommandId::Compare);
    const bool isWanted = hasContent && context.editor.hasInterface("topbar");
    return tabs > 1 || isWanted ? kHeight : 0;
}

void drawAnnotationBar(Context& context, const Box& box) {
    context.painter.fill(box, context.palette.surface);
    context.painter.fill({box.left, box.bottom() - 1, box.width, 1}, context.palette.border);
    const float margin = context.margin() - 4;
    const float top = box.center().y - kTabHeight / 2;
    const std::vector<CommandIcon> actions = actionsOf(context);
    const float width = static_cast<float>(actions.size()) * (kTabHeight + kGap);
    const Box right{box.right() - margin - width, top, width, kTabHeight};
    drawAnnotationTabs(context,
                       {box.left + margin, top, right.left - kGap - box.left - margin, kTabHeight});
    drawCommandRow(context, language::say("annotations.toolbar"), actions, right, kGap);
}

} // namespace cartouche::ui
