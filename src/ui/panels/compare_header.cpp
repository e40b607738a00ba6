#include "ui/panels/compare_header.h"

#include "core/language/message.h"
#include "editor/region_text.h"
#include "ui/entry_text.h"
#include "ui/icons.h"
#include "ui/widgets/interaction.h"

#include <algorithm>
#include <format>
#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kPadding = 12.0F;
constexpr float kIconRoom = 22.0F;
constexpr float kLine = 18.0F;
constexpr TextStyle kTitleStyle{metrics::kTextSize, Weight::SemiBold};
constexpr TextStyle kDetailStyle{metrics::kSmallTextSize, Weight::Regular};
constexpr TextStyle kOpenStyle{metrics::kSmallTextSize, Weight::SemiBold};

std::string describe(const editor::Sheet& sheet, annotation::AreaHandle region) {
    return editor::describeLabels(sheet.regions.interface(),
                                  *sheet.history.document().areas().find(region));
}

/// What the column has where the pointer is in one of them, else what there is to know of it.
std::string detailOf(const editor::Comparison& comparison, std::size_t column) {
    const editor::Sheet* sheet = comparison.findSheet(column);
    const auto& pointed = comparison.pointed();
    if (sheet == nullptr || !pointed) {
        return entryDetails(comparison.entry(column));
    }
    if (pointed->column == column) {
        return describe(*sheet, pointed->region);
    }
    const auto& match = comparison.matchIn(column);
    return match ? language::say("comparison.match",
                                 {{"labels", describe(*sheet, match->region)},
                                  {"percent", std::format("{:.0f}", match->overlap * 100)}})
                 : language::say("comparison.nothing");
}

std::string describeEntry(const editor::Comparison& comparison, std::size_t column) {
    const editor::Entry& entry = comparison.entry(column);
    const std::string comma = language::say("list.comma");
    std::string text = describeKind(entry);
    const std::string details = entryDetails(entry);
    text += details.empty() ? "" : comma + details;
    if (const editor::Sheet* sheet = comparison.findSheet(column)) {
        const std::size_t count = sheet->regions.list().size();
        text += comma + language::say("details.regions", {{"count", count}});
    }
    return text;
}

/// What changes while the pointer is on regions, for those who do not see it.
void describeMatch(Context& context, const std::string& text, const Box& box) {
    SemanticsNode node;
    node.id = ImGui::GetID("match");
    node.role = "status";
    node.name = text;
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

/// What looks like a button; gives its box.
Box drawOpen(const Context& context, const Interaction& state, const Box& box) {
    const std::string label = language::say("comparison.open");
    const float width = context.painter.measure(label, kOpenStyle).x + 24;
    const Box open{box.right() - kPadding - width, box.center().y - 16, width, 32};
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool isHovered = state.isHovered && mouse.x >= open.left;
    const Palette& palette = context.palette;
    context.painter.fill(open, isHovered ? palette.hovered : palette.surface, metrics::kRadius);
    context.painter.outline(open, palette.controlBorder, metrics::kRadius);
    context.painter.textCentered(open, label, palette.text, kOpenStyle);
    return open;
}

void drawTitle(const Context& context, const editor::Entry& entry, const std::string& title,
               const std::string& detail, const Box& box) {
    const Palette& palette = context.palette;
    const float top = box.center().y - kLine - 1;
    drawIcon(entry.isPrediction() ? Icon::Sparkle : Icon::Person, {box.left + 8, top + kLine / 2},
             16, palette.text);
    const float star = entry.record.isGroundTruth ? kIconRoom : 0;
    const float room = std::max(box.width - kIconRoom - star, 0.0F);
    const float width = std::min(context.painter.measure(title, kTitleStyle).x + 1, room);
    const Box text{box.left + kIconRoom, top, width, kLine};
    context.painter.textLine(text, title, palette.text, kTitleStyle);
    if (star > 0) {
        drawIcon(Icon::Star, {text.right() + 12, top + kLine / 2}, 16, palette.accent);
    }
    context.painter.textLine({box.left + kIconRoom, top + kLine + 2, box.width - kIconRoom, kLine},
                             detail, palette.textMuted, kDetailStyle);
}

} // namespace

void drawCompareHeader(Context& context, std::size_t column, const std::string& title,
                       const Box& box) {
    editor::Comparison& comparison = *context.editor.comparison();
    const editor::Entry& entry = comparison.entry(column);
    const bool isCurrent = &entry == &context.editor.current();
    const bool isActivated = context.requests.activated == ImGui::GetID("header");
    const Interaction state = interact(context, "header", box, Availability::Enabled);
    if (context.focusedId == state.id && context.workbench.leadingHeader != state.id) {
        context.workbench.leadingHeader = state.id; // keys are about this column from now on
        comparison.lead(column);
    }
    const Palette& palette = context.palette;
    context.painter.fill(box, isCurrent ? palette.accentSoft : palette.raised);
    context.painter.fill({box.left, box.bottom() - 1, box.width, 1}, palette.border);
    const Box open = drawOpen(context, state, box);
    const std::string detail = detailOf(comparison, column);
    drawTitle(context, entry, title, detail,
              {box.left + kPadding, box.top, open.left - box.left - 2 * kPadding, box.height});
    if (state.hasFocusRing) {
        context.painter.focusRing(box.inset(5), palette.focus, metrics::kRadius - 2);
    }
    SemanticsNode node;
    node.id = state.id;
    node.role = "button";
    node.name = language::say("comparison.open-entry", {{"title", title}});
    node.description = describeEntry(comparison, column);
    node.isFocusable = true;
    node.box = box.corners();
    context.semantics.add(std::move(node));
    describeMatch(context, comparison.pointed() ? detail : std::string(), box);
    const bool isOnOpen = ImGui::GetIO().MousePos.x >= open.left;
    if (state.isPressed && (isActivated || isOnOpen || context.clickCount > 1)) {
        context.wishes.change = [id = entry.id](editor::Editor& on) { on.selectEntry(id); };
    }
}

} // namespace cartouche::ui
