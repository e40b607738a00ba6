#include "ui/views/point_bar.h"

#include "core/language/message.h"
#include "ui/right_to_left.h"
#include "ui/widgets/command_button.h"

#include <algorithm>
#include <array>
#include <vector>

namespace cartouche::ui {

namespace {

using editor::CommandId;

constexpr float kSize = 40.0F;
constexpr float kGap = 2.0F;
constexpr float kPadding = 4.0F;
constexpr float kAway = 24.0F; // from the point, which stays free for a finger

constexpr std::array kButtons{
    CommandIcon{CommandId::RemovePoint, Icon::RemovePoint},
    CommandIcon{CommandId::InsertPoint, Icon::InsertPoint},
    CommandIcon{CommandId::BendPoint, Icon::BendPoint},
    CommandIcon{CommandId::OpenPath, Icon::OpenPath},
};

/// Above the point or, where there is no room, below it. `at`: on the stage, as it is seen.
Box placeBeside(geometry::Point at, float width, const Box& stage) {
    const float height = kSize + 2 * kPadding;
    const float x = stage.left + static_cast<float>(at.x) - width / 2;
    const float y = stage.top + static_cast<float>(at.y);
    const float above = y - kAway - height;
    const float left = std::clamp(x, stage.left, std::max(stage.left, stage.right() - width));
    return {left, above >= stage.top ? above : y + kAway, width, height};
}

} // namespace

Box drawPointBar(Context& context, editor::ImageWorkspace& image, const Box& stage) {
    const auto at = image.chosenPoint();
    const geometry::Size size = image.viewport().stage();
    const bool isSeen =
        at && at->x >= 0 && at->y >= 0 && at->x <= size.width && at->y <= size.height;
    if (!isSeen || context.editor.activeImage() != &image) {
        return {};
    }
    std::vector<CommandIcon> buttons;
    std::ranges::copy_if(kButtons, std::back_inserter(buttons), [&](const CommandIcon& button) {
        return context.editor.canExecute(button.command);
    });
    if (buttons.empty()) {
        return {};
    }
    const float width = static_cast<float>(buttons.size()) * (kSize + kGap) - kGap + 2 * kPadding;
    const Box box = turning().within(stage, placeBeside(*at, width, stage));
    context.painter.fill(box, context.palette.raised, metrics::kRadius);
    context.painter.outline(box, context.palette.border, metrics::kRadius);
    drawCommandRow(context, language::say("image.point-tools"), buttons, box.inset(kPadding), kGap);
    return box;
}

} // namespace cartouche::ui
