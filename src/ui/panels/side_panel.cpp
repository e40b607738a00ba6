// The panel at the side of the content, or over it in narrow editors.

#include "core/language/message.h"
#include "ui/panels/panels.h"
#include "ui/panels/side_parts.h"
#include "ui/side_panel_state.h"
#include "ui/widgets/button.h"
#include "ui/widgets/splitter.h"

#include <imgui_internal.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

constexpr float kUsualWidth = 300.0F;
constexpr float kLeastWidth = 240.0F;
constexpr float kMostWidth = 640.0F;
constexpr float kLeastContentWidth = 320.0F;
constexpr float kLeastEditorWidth = 860.0F;
constexpr float kSheetWidth = 380.0F;
constexpr float kTabsHeight = 44.0F;
constexpr float kPadding = 12.0F;

struct Tab {
    SideTab tab;
    std::string title;
};

bool canFind(const Context& context) {
    return std::ranges::any_of(context.editor.texts(),
                               [](const auto& text) { return text->canLabel(); });
}

std::vector<Tab> tabsOf(const Context& context) {
    const auto relations = std::ranges::distance(context.editor.document().relations().handles());
    std::vector<Tab> tabs{
        {SideTab::Regions,
         language::say("panel.regions", {{"count", context.editor.regions().list().size()}})},
        {SideTab::Relations, language::say("panel.relations", {{"count", relations}})}};
    if (canFind(context)) {
        tabs.push_back({SideTab::Find, language::say("panel.find")});
        tabs.push_back({SideTab::Classes, language::say("panel.classes")});
    }
    return tabs;
}

void drawTab(Context& context, const Tab& tab, const Box& box) {
    const bool isChosen = context.sidePanel.tab == tab.tab;
    const Interaction state = interact(context, tab.title, box, Availability::Enabled);
    const Palette& palette = context.palette;
    if (state.isHovered && !isChosen) {
        context.painter.fill(box.inset(2), palette.hovered, 6);
    }
    context.painter.textCentered(box, tab.title, isChosen ? palette.text : palette.textMuted,
                                 isChosen ? kSideHeadStyle : TextStyle{});
    if (isChosen) {
        context.painter.fill({box.left + 8, box.bottom() - 2, box.width - 16, 2}, palette.accent);
    }
    if (state.hasFocusRing) {
        context.painter.focusRing(box.inset(4), palette.focus, 6);
    }
    SemanticsNode node;
    node.id = state.id;
    node.role = "tab";
    node.name = tab.title;
    node.box = box.corners();
    node.isFocusable = true;
    node.checked = isChosen;
    context.semantics.add(std::move(node));
    if (state.isPressed) {
        context.sidePanel.tab = tab.tab;
        context.wishes.needsFrame = true;
    }
}

void drawTabs(Context& context, const Box& box) {
    SemanticsNode list;
    list.id = ImGui::GetID("tabs");
    list.role = "tablist";
    list.name = language::say("panel.title");
    list.box = box.corners();
    context.semantics.open(std::move(list));
    const std::vector<Tab> tabs = tabsOf(context);
    constexpr float kAround = 24.0F;
    float wanted = 0;
    for (const Tab& tab : tabs) {
        wanted += context.painter.measure(tab.title, kSideHeadStyle).x + kAround;
    }
    const float around =
        kAround - std::max(wanted - box.width, 0.0F) / static_cast<float>(tabs.size());
    float left = box.left;
    int index = 0;
    for (const Tab& tab : tabs) {
        ImGui::PushID(index++);
        const float width = context.painter.measure(tab.title, kSideHeadStyle).x + around;
        drawTab(context, tab, {left, box.top, width, box.height});
        left += width;
        ImGui::PopID();
    }
    context.semantics.close();
}

/// The list, and below it the details, which leave it at least half of the room.
void drawRegions(Context& context, const Box& box) {
    settleDraft(context);
    const float details = std::min(detailsHeight(context) + kPadding, box.height / 2);
    const Box list{box.left, box.top, box.width, box.height - details};
    drawRegionList(context, list);
    context.painter.fill({box.left - kPadding, list.bottom(), box.width + 2 * kPadding, 1},
                         context.palette.border);
    drawDetails(context,
                {box.left, list.bottom() + kPadding / 2, box.width, details - kPadding / 2});
}

void drawParts(Context& context, const Box& box) {
    if (!canFind(context) && context.sidePanel.tab > SideTab::Relations) {
        context.sidePanel.tab = SideTab::Regions; // another task
    }
    switch (context.sidePanel.tab) {
    case SideTab::Regions:
        drawRegions(context, box);
        break;
    case SideTab::Relations:
        drawRelationList(context, box);
        break;
    case SideTab::Find:
        drawFindPanel(context, box);
        break;
    case SideTab::Classes:
        drawClassList(context, box);
        break;
    }
}

void closeSheet(Context& context) {
    context.sidePanel.isSheetOpen = false;
    context.wishes.focusBack = context.sidePanel.focusBefore;
    context.wishes.needsFrame = true;
}

void drawCloseButton(Context& context, const Box& box) {
    if (drawButton(context, closeButton("close-panel", language::say("panel.close")), box)) {
        closeSheet(context);
    }
}

void openDialog(Context& context, const Box& box) {
    SemanticsNode node;
    node.id = ImGui::GetID("side-sheet");
    node.role = "dialog";
    node.name = language::say("panel.dialog");
    node.box = box.corners();
    context.semantics.open(std::move(node));
}

/// So that the content keeps some room, also beside the history.
float mostWidth(const Context& context, float editorWidth) {
    const float rest = editorWidth - historyListWidth(context, editorWidth) - kLeastContentWidth;
    return std::clamp(rest, kLeastWidth, kMostWidth);
}

} // namespace

bool hasSidePanel(const Context& context) {
    const bool hasChat = std::ranges::any_of(context.editor.texts(), [](const auto& text) {
        return text->tag().kind() == config::TagKind::Chat;
    });
    return context.editor.hasInterface("side-column") && (context.editor.isDrawnOn() || hasChat) &&
           context.editor.comparison() == nullptr;
}

float sidePanelWidth(const Context& context, float editorWidth) {
    return hasSidePanel(context) && editorWidth >= kLeastEditorWidth
               ? std::clamp(context.sidePanel.width.value_or(kUsualWidth), kLeastWidth,
                            mostWidth(context, editorWidth))
               : 0;
}

void drawSideSplitter(Context& context, const Box& box) {
    SidePanelState& side = context.sidePanel;
    const Box line{box.left, box.top, 1, box.height};
    const Box border = splitterBox(line, splitterReach());
    ImGui::SetCursorScreenPos(border.min());
    ImGui::BeginChild("side-splitter", {border.width, border.height}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground);
    const std::string label = language::say("panel.width");
    const auto width = drawSplitter(context,
                                    {.key = "width",
                                     .label = label,
                                     .width = box.width,
                                     .least = kLeastWidth,
                                     .most = mostWidth(context, ImGui::GetIO().DisplaySize.x),
                                     .usual = kUsualWidth},
                                    border);
    ImGui::EndChild();
    side.grips.push_back(splitterBox(line, SplitterReach::Finger));
    if (width && *width != box.width) {
        side.width = width;
        context.wishes.needsFrame = true;
    }
}

void drawSidePanel(Context& context, const Box& box) {
    ImGui::PushID("side-panel");
    context.painter.fill({box.left, box.top, 1, box.height}, context.palette.border);
    const Box inner{box.left + kPadding, box.top, box.width - 2 * kPadding, box.height};
    drawTabs(context, {inner.left - 4, inner.top + 4, inner.width, kTabsHeight});
    const float top = inner.top + kTabsHeight + 8;
    drawParts(context, {inner.left, top, inner.width, inner.bottom() - top});
    ImGui::PopID();
}

void drawSideSheet(Context& context, const Box& box) {
    const float width = std::min(box.width, kSheetWidth);
    const Box sheet{box.right() - width, box.top, width, box.height};
    ImGui::SetCursorScreenPos(box.min());
    ImGui::BeginChild("side-sheet", {box.width, box.height}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground);
    context.painter.fill(box, IM_COL32(0, 0, 0, 90));
    context.covers.boxes.push_back(sheet);
    context.covers.isShaded = true;
    context.painter.fill(sheet, context.palette.surface);
    openDialog(context, sheet);
    drawSidePanel(context, sheet);
    if (std::exchange(context.sidePanel.isSheetOpening, false)) {
        const std::uint32_t list = context.sidePanel.listWidget;
        context.wishes.focused = list != 0 ? list : ImGui::GetID("close-panel");
    }
    drawCloseButton(context, {sheet.right() - metrics::kControlHeight - 6, sheet.top + 4,
                              metrics::kControlHeight, metrics::kControlHeight});
    context.semantics.close();
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool isBeside = ImGui::IsMouseClicked(0) && mouse.x < sheet.left &&
                          ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows);
    ImGui::EndChild();
    if (isBeside) {
        closeSheet(context);
    }
}

} // namespace cartouche::ui
