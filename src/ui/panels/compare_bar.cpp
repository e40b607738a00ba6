#include "ui/panels/compare_bar.h"

#include "ui/widgets/command_button.h"

#include <format>
#include <string>
#include <vector>

namespace cartouche::ui {

namespace {

using editor::CommandId;

constexpr float kButton = 36.0F;
constexpr float kGap = 4.0F;
constexpr TextStyle kStyle{metrics::kTextSize, Weight::SemiBold};

std::vector<CommandIcon> buttonsOf(const editor::ImageWorkspace* image) {
    if (image == nullptr) {
        return {};
    }
    std::vector<CommandIcon> buttons;
    if (image->itemCount() > 1) {
        buttons = {{CommandId::PreviousImage, Icon::ArrowLeft},
                   {CommandId::NextImage, Icon::ArrowRight}};
    }
    buttons.insert(buttons.end(), {{CommandId::ZoomOut, Icon::ZoomOut},
                                   {CommandId::ZoomIn, Icon::ZoomIn},
                                   {CommandId::ZoomToFit, Icon::ZoomToFit},
                                   {CommandId::LinkViews, Icon::Link}});
    return buttons;
}

void drawClose(Context& context, const Box& box) {
    if (drawButton(context, closeButton("close-comparison", "Close the comparison"), box)) {
        context.wishes.command = CommandId::Compare;
    }
}

} // namespace

void drawCompareBar(Context& context, const Box& box) {
    editor::Comparison& comparison = *context.editor.comparison();
    const auto buttons = buttonsOf(comparison.activeImage());
    const float margin = context.margin() - 4;
    const float width = static_cast<float>(buttons.size() + 1) * (kButton + kGap);
    const float top = box.center().y - kButton / 2;
    const Box row{box.right() - margin - width, top, width, kButton};
    context.painter.textLine(
        {box.left + margin + 4, top, row.left - box.left - margin - 8, kButton},
        std::format("Comparing {}", comparison.count()), context.palette.text, kStyle);
    const float left = drawCommandRow(context, "View", buttons, row, kGap);
    drawClose(context, {left, top, kButton, kButton});
}

} // namespace cartouche::ui
