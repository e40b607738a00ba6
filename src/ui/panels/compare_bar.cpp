#include "ui/panels/compare_bar.h"

#include "core/language/message.h"
#include "ui/panels/agreement_panel.h"
#include "ui/widgets/command_button.h"

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
    if (drawButton(context, closeButton("close-comparison", language::say("comparison.close")),
                   box)) {
        context.wishes.command = CommandId::Compare;
    }
}

/// Opens and closes the panel; gives the room that it takes.
float drawAgreementButton(Context& context, float right, const Box& bar) {
    if (!hasAgreement(context)) {
        return 0;
    }
    const bool isShown = isAgreementShown(context, bar.width);
    const Button button{.key = "agreement",
                        .label = language::say("agreement.title"),
                        .icon = Icon::Person,
                        .isIconOnly = context.isNarrow,
                        .isChosen = isShown};
    const float width = context.isNarrow ? kButton : buttonWidth(context, button);
    if (drawButton(context, button,
                   {right - width, bar.center().y - kButton / 2, width, kButton})) {
        context.workbench.isAgreementShown = !isShown;
        context.wishes.needsFrame = true;
    }
    return width + kGap;
}

} // namespace

void drawCompareBar(Context& context, const Box& box) {
    editor::Comparison& comparison = *context.editor.comparison();
    const auto buttons = buttonsOf(comparison.activeImage());
    const float margin = context.margin() - 4;
    const float width = static_cast<float>(buttons.size() + 1) * (kButton + kGap);
    const float top = box.center().y - kButton / 2;
    const Box row{box.right() - margin - width, top, width, kButton};
    const float taken = drawAgreementButton(context, row.left - kGap, box) + kGap;
    context.painter.textLine(
        {box.left + margin + 4, top, row.left - taken - box.left - margin - 8, kButton},
        language::say("comparison.count", {{"count", comparison.count()}}), context.palette.text,
        kStyle);
    const float left =
        drawCommandRow(context, language::say("comparison.view"), buttons, row, kGap);
    drawClose(context, {left, top, kButton, kButton});
}

} // namespace cartouche::ui
