// What was done, step by step; a press on one goes back or forth to it.

#include "core/language/message.h"
#include "ui/panels/panels.h"
#include "ui/widgets/interaction.h"

#include <imgui_internal.h>

#include <algorithm>
#include <format>
#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kWidth = 240.0F;
constexpr float kHeadHeight = 44.0F;
constexpr float kRowHeight = 32.0F;
constexpr std::size_t kMost = 5000; // rows; older steps are reached by undo
constexpr TextStyle kHeadStyle{metrics::kTextSize, Weight::SemiBold};
constexpr TextStyle kRowStyle{metrics::kSmallTextSize, Weight::Regular};

/// One state of the annotation: after so many steps.
void drawRow(Context& context, std::size_t count, const Box& box) {
    const annotation::History& history = context.editor.history();
    const Palette& palette = context.palette;
    const bool isNow = count == history.doneCount();
    const std::string text = count == 0 ? language::say("history.start")
                                        : history.transactions()[count - 1].label.said();
    ImGui::PushID(static_cast<int>(count));
    const Interaction state = interact(context, "step", box, Availability::Enabled);
    ImGui::PopID();
    if (isNow || state.isHovered) {
        context.painter.fill(box, isNow ? palette.accentSoft : palette.hovered, 6);
    }
    const Color color = isNow                         ? palette.accent
                        : count > history.doneCount() ? palette.textMuted
                                                      : palette.text;
    context.painter.textLine({box.left + 10, box.top, box.width - 16, box.height}, text, color,
                             kRowStyle);
    if (state.hasFocusRing) {
        context.painter.focusRing(box.inset(3), palette.focus, 4);
    }
    SemanticsNode node;
    node.id = state.id;
    node.role = "option";
    node.name = std::format("{} {}", count, text);
    node.description = count > history.doneCount() ? language::say("history.undone") : "";
    node.checked = isNow;
    node.isFocusable = true;
    node.box = box.corners();
    context.semantics.add(std::move(node));
    if (state.isPressed) {
        context.wishes.change = [count](editor::Editor& on) { on.jumpTo(count); };
    }
}

/// The latest first; only the rows that are seen are laid out.
void drawRows(Context& context, const Box& box) {
    const std::size_t states = context.editor.history().transactions().size() + 1;
    const std::size_t rows = std::min(states, kMost);
    ImGui::SetCursorScreenPos(box.min());
    ImGui::BeginChild("steps", {box.width, box.height}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse);
    context.workbench.historyWindow = ImGui::GetCurrentWindowRead()->ID;
    context.workbench.historyBox = box;
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const float above = std::max(box.top - origin.y, 0.0F);
    const auto first = static_cast<std::size_t>(above / kRowHeight);
    const auto shown = static_cast<std::size_t>(box.height / kRowHeight) + 2;
    const float width = ImGui::GetContentRegionAvail().x;
    for (std::size_t index = first; index < std::min(first + shown, rows); ++index) {
        const float top = origin.y + static_cast<float>(index) * kRowHeight;
        drawRow(context, states - 1 - index, {origin.x, top, width, kRowHeight});
    }
    ImGui::SetCursorScreenPos(origin);
    ImGui::Dummy({width, static_cast<float>(rows) * kRowHeight});
    ImGui::EndChild();
}

} // namespace

float historyListWidth(const Context& context, float editorWidth) {
    constexpr float kLeastRest = 120.0F;
    const bool isShown = context.workbench.isHistoryShown && context.editor.comparison() == nullptr;
    return isShown ? std::min(kWidth, editorWidth - kLeastRest) : 0;
}

void drawHistoryList(Context& context, const Box& box) {
    ImGui::PushID("history-list");
    context.painter.fill({box.right() - 1, box.top, 1, box.height}, context.palette.border);
    const Box inner{box.left + 10, box.top + 6, box.width - 16, box.height - 12};
    const Box head{inner.left + 10, inner.top, inner.width - 10, kHeadHeight};
    context.painter.textLine(head, language::say("history.title"), context.palette.text,
                             kHeadStyle);
    SemanticsNode heading;
    heading.id = ImGui::GetID("head");
    heading.role = "heading";
    heading.name = language::say("history.title");
    heading.level = 2;
    heading.box = head.corners();
    context.semantics.add(std::move(heading));
    const Box rows{inner.left, head.bottom(), inner.width, inner.bottom() - head.bottom()};
    SemanticsNode list;
    list.id = ImGui::GetID("list");
    list.role = "listbox";
    list.name = language::say("history.steps");
    list.box = rows.corners();
    context.semantics.open(std::move(list));
    drawRows(context, rows);
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
