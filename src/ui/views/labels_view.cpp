// Labels and its kin, such as RectangleLabels: what can be given to regions, in wrapped lines.

#include "core/config/css_color.h"
#include "core/config/css_rules.h"
#include "core/diagnostics/diagnostic.h"
#include "core/json/numbers.h"
#include "core/language/message.h"
#include "editor/html_card.h"
#include "ui/colors.h"
#include "ui/views/views.h"
#include "ui/widgets/label_chip.h"
#include "ui/widgets/spoken_text.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

constexpr float kHeight = 34.0F;
constexpr float kGap = 8.0F;
constexpr float kProblemHeight = 24.0F;

/// Of its `aliasStyle`: opacity, color and font-weight.
void styleAlias(LabelChip& chip, std::string_view style, config::CssColor color) {
    for (const config::CssDeclaration& declaration : config::parseCssDeclarations(style)) {
        if (declaration.name == "color") {
            color = config::parseCssColor(declaration.value).value_or(color);
        } else if (declaration.name == "font-weight") {
            const double weight = json::parseNumber(declaration.value).value_or(0);
            chip.aliasWeight =
                declaration.value == "bold" || weight >= 600 ? Weight::SemiBold : Weight::Regular;
        }
    }
    for (const config::CssDeclaration& declaration : config::parseCssDeclarations(style)) {
        if (declaration.name == "opacity") {
            const double opacity = json::parseNumber(declaration.value).value_or(1);
            color.alpha = static_cast<std::uint8_t>(color.alpha * std::clamp(opacity, 0.0, 1.0));
        }
    }
    chip.aliasColor = packed(color);
}

LabelChip chipOf(const Context& context, const config::LabelsControl& control,
                 const config::Label& label) {
    editor::HtmlCard card = editor::readHtmlCard(label.html);
    LabelChip chip;
    chip.key = "label";
    chip.label = !card.text.empty()      ? std::move(card.text)
                 : label.display.empty() ? language::say("labels.blank")
                                         : label.display;
    chip.hotkey =
        context.isForShow ? "" : editor::describeHotkey(label.hotkey, context.editor.platform());
    chip.hint = label.hint;
    chip.color = packed(config::parseCssColor(label.color).value_or(config::CssColor{}));
    chip.alias = label.shownAlias;
    styleAlias(chip, label.aliasStyle, unpacked(context.palette.text));
    if (const auto color = config::parseCssColor(label.selectedColor)) {
        chip.activeTextColor = packed(*color);
    }
    chip.role = editor::isMultiple(*control.tag) ? "checkbox" : "radio";
    const editor::Regions& regions = context.editor.regions();
    // What is armed is for drawing.
    chip.isActive =
        regions.isActive({control, label}) && !(context.isForShow && regions.selection().empty());
    return chip;
}

/// From the control's top left, in lines as wide as they may be.
std::vector<Box> placeChips(const Context& context, const config::LabelsControl& control,
                            float width) {
    std::vector<Box> boxes;
    Box next{0, 0, 0, kHeight};
    const bool isColumn = control.tag->text("showInline") == "false";
    for (const config::Label& label : control.labels) {
        next.width = std::min(labelChipWidth(context, chipOf(context, control, label)), width);
        const bool isFirst = boxes.empty() || next.left == 0;
        if (!isFirst && (isColumn || next.right() > width)) {
            next.left = 0;
            next.top += kHeight + kGap;
        }
        boxes.push_back(next);
        next.left = next.right() + kGap;
    }
    return boxes;
}

const diagnostics::Diagnostic* findWarning(const Context& context, const config::Tag& tag) {
    if (context.isForShow) {
        return nullptr;
    }
    const auto& all = context.editor.diagnostics();
    const auto found = std::ranges::find_if(all, [&tag](const diagnostics::Diagnostic& problem) {
        return problem.code == diagnostics::Code::TooManyUsages && problem.where == tag.where();
    });
    return found == all.end() ? nullptr : &*found;
}

void drawWarning(Context& context, const diagnostics::Diagnostic& warning, const Box& box) {
    const TextStyle style{metrics::kSmallTextSize, Weight::SemiBold};
    drawSpokenLine(context, {"warning", "alert", warning.message, context.palette.danger, style},
                   box);
}

} // namespace

float labelsHeight(const Context& context, const config::Tag& tag, float width) {
    const config::LabelsControl* control = context.editor.interface().findLabels(tag);
    if (control == nullptr) {
        return 0;
    }
    const std::vector<Box> boxes = placeChips(context, *control, width);
    return (boxes.empty() ? kProblemHeight : boxes.back().bottom()) +
           (findWarning(context, tag) != nullptr ? kProblemHeight : 0);
}

void drawLabels(Context& context, const config::Tag& tag, const Box& box) {
    const config::LabelsControl* control = context.editor.interface().findLabels(tag);
    if (control == nullptr) {
        return;
    }
    ImGui::PushID(&tag);
    SemanticsNode group;
    group.id = ImGui::GetID("group");
    group.role = editor::isMultiple(tag) ? "group" : "radiogroup";
    group.name = control->name;
    group.box = box.corners();
    context.semantics.open(std::move(group));
    float top = box.top;
    if (const diagnostics::Diagnostic* warning = findWarning(context, tag)) {
        drawWarning(context, *warning, {box.left, top, box.width, kProblemHeight - 4});
        top += kProblemHeight;
    }
    if (control->labels.empty()) { // they were to come from the task
        context.painter.textLine({box.left, top, box.width, kProblemHeight},
                                 language::say("labels.none", {{"control", control->name}}),
                                 context.palette.textMuted, {metrics::kSmallTextSize});
    }
    const std::vector<Box> boxes = placeChips(context, *control, box.width);
    for (std::size_t index = 0; index < boxes.size(); ++index) {
        ImGui::PushID(static_cast<int>(index));
        Box at = boxes[index];
        at.left += box.left;
        at.top += top;
        const config::Label& label = control->labels[index];
        if (drawLabelChip(context, chipOf(context, *control, label), at)) {
            context.editor.pressLabel({*control, label});
            context.wishes.needsFrame = true;
        }
        ImGui::PopID();
    }
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
