// The regions: selecting, opening and closing, hiding and locking them in a list.

#include "core/language/message.h"
#include "editor/region_text.h"
#include "ui/colors.h"
#include "ui/panels/region_drag.h"
#include "ui/panels/side_parts.h"
#include "ui/side_panel_state.h"
#include "ui/views/list_forms.h"
#include "ui/widgets/button.h"
#include "ui/widgets/expander.h"
#include "ui/widgets/grip.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/spoken_text.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cstdint>
#include <format>
#include <optional>
#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

using annotation::Area;
using editor::ListRow;
using editor::RegionList;

std::string rowName(Context& context, const ListRow& row) {
    if (row.region) {
        return regionRowName(context, *row.region, row.number);
    }
    const editor::ListGroup& group = context.sidePanel.list.groups()[row.group];
    return language::say(
        "regions.group",
        {{"group", group.title.empty() ? language::say("region.no-label") : group.title},
         {"count", group.members.size()}});
}

/// Under which a row has its widget.
void pushRow(const ListRow& row) {
    ImGui::PushID(row.region ? "region" : "group");
    ImGui::PushID(static_cast<int>(row.region ? row.region->index : row.group));
}

void popRow() {
    ImGui::PopID();
    ImGui::PopID();
}

std::uint32_t widgetOf(const ListRow& row) {
    pushRow(row);
    const std::uint32_t widget = ImGui::GetID("row");
    popRow();
    return widget;
}

void openRow(Context& context, const ListRow& row, std::size_t index, const Interaction& state,
             const Box& box) {
    SemanticsNode node;
    node.id = state.id;
    node.role = "treeitem";
    node.name = rowName(context, row);
    node.box = box.corners();
    node.level = row.level;
    node.position = index + 1;
    node.setSize = context.sidePanel.list.rows().size();
    if (row.region) {
        node.checked = context.editor.regions().isSelected(*row.region);
        const auto score = editor::scoreOf(*context.editor.document().areas().find(*row.region));
        const diagnostics::Diagnostic* fault = context.editor.findFault(*row.region);
        node.description =
            fault != nullptr ? fault->message
            : score ? language::say("details.score", {{"score", std::format("{:.2f}", *score)}})
                    : std::string();
    }
    if (row.canExpand) {
        node.expanded = row.isExpanded;
    }
    context.semantics.open(std::move(node));
}

Icon iconOf(const Area& area) {
    if (std::holds_alternative<geometry::Ellipse>(*area.shape)) {
        return Icon::Ellipse;
    }
    if (std::holds_alternative<geometry::KeyPoint>(*area.shape)) {
        return Icon::KeyPoint;
    }
    if (std::holds_alternative<geometry::Polygon>(*area.shape)) {
        return Icon::Polygon;
    }
    if (std::holds_alternative<geometry::Span>(*area.shape) ||
        std::holds_alternative<geometry::PlacedSpan>(*area.shape) ||
        std::holds_alternative<geometry::Message>(*area.shape)) {
        return Icon::Text;
    }
    const bool isMask = std::holds_alternative<geometry::BrushMask>(*area.shape) ||
                        std::holds_alternative<geometry::BitmaskImage>(*area.shape);
    return isMask                                                ? Icon::Brush
           : std::holds_alternative<geometry::Path>(*area.shape) ? Icon::Vector
                                                                 : Icon::Rectangle;
}

void drawRowText(Context& context, const ListRow& row, const Box& box) {
    const Palette& palette = context.palette;
    const float left = box.left + kRowIndent * static_cast<float>(row.level - 1);
    if (row.canExpand) {
        drawExpander(context, row.isExpanded, {left + 8, box.center().y});
    }
    const Box text{left + 18, box.top, box.right() - left - 20, box.height};
    if (!row.region) {
        context.painter.textLine(text, rowName(context, row), palette.text, kSideHeadStyle);
        return;
    }
    const Area& area = *context.editor.document().areas().find(*row.region);
    const bool hasFault = context.editor.findFault(*row.region) != nullptr;
    drawIcon(hasFault ? Icon::Alert : iconOf(area), {text.left + 8, box.center().y}, 16,
             hasFault ? palette.danger : packed(context.styles.styleOf(area).stroke));
    const auto score = editor::scoreOf(area);
    const std::string scoreText = score ? std::format("{:.2f}", *score) : std::string();
    const float scoreWidth =
        score ? context.painter.measure(scoreText, kSideTextStyle).x + 6 : 0.0F;
    const std::string excerpt = context.editor.excerptOf(area);
    const Color color = area.isHidden ? palette.textMuted : palette.text;
    const std::string number = std::format("{}", row.number);
    Box line{text.left + 24, text.top, text.width - 24 - scoreWidth, text.height};
    context.painter.textLine(line, number, color, kSideTextStyle);
    const float numberWidth = context.painter.measure(number, kSideTextStyle).x + 8;
    line = {line.left + numberWidth, line.top, line.width - numberWidth, line.height};
    context.painter.textLine(line,
                             editor::describeLabels(context.editor.interface(), area) +
                                 (excerpt.empty() ? "" : "  " + excerpt),
                             color, kSideTextStyle);
    if (score) {
        context.painter.textLine({text.right() - scoreWidth, text.top, scoreWidth, text.height},
                                 scoreText, palette.textMuted, kSideTextStyle);
    }
}

void drawRowButtons(Context& context, const ListRow& row, const Box& box) {
    editor::Regions& regions = context.editor.regions();
    const Area& area = *context.editor.document().areas().find(*row.region);
    const std::string name = rowName(context, row);
    Box icon{box.right() - 2 * kSideIconSize, box.center().y - kSideIconSize / 2, kSideIconSize,
             kSideIconSize};
    const language::Key lock =
        area.isLocked ? language::Key("regions.unlock") : language::Key("regions.lock");
    if (drawSideToggle(context, "lock", language::say(lock, {{"region", name}}),
                       area.isLocked ? Icon::Lock : Icon::LockOpen, area.isLocked, icon)) {
        regions.setLocked({{*row.region}}, !area.isLocked);
    }
    icon.left += kSideIconSize;
    const language::Key hide =
        area.isHidden ? language::Key("regions.show") : language::Key("regions.hide");
    if (drawSideToggle(context, "hide", language::say(hide, {{"region", name}}),
                       area.isHidden ? Icon::EyeClosed : Icon::Eye, area.isHidden, icon)) {
        regions.setHidden({{*row.region}}, !area.isHidden);
    }
}

void pressRow(Context& context, const ListRow& row, std::size_t index, const Box& box) {
    RegionList& list = context.sidePanel.list;
    const ImGuiIO& io = ImGui::GetIO();
    const float inside = io.MousePos.x - box.left - kRowIndent * static_cast<float>(row.level - 1);
    context.wishes.needsFrame = true;
    if (context.editor.regions().isRelating() && row.region) {
        context.editor.regions().relateTo(*row.region);
    } else if (row.region && row.canExpand && inside >= 0 && inside < 18) {
        list.setExpanded(index, !row.isExpanded);
    } else {
        const bool isToggling =
            io.KeyCtrl || io.KeySuper || context.editor.regions().selectsSeveral();
        list.press(index, io.KeyShift  ? RegionList::Press::Range
                          : isToggling ? RegionList::Press::Toggle
                                       : RegionList::Press::Only);
        if (context.clickCount > 1 && row.region) {
            context.wishes.command = editor::CommandId::FocusRegion;
        }
    }
}

bool canMove(const Context& context, const ListRow& row) {
    return row.region && context.sidePanel.list.canNest() &&
           context.editor.regions().isEditable(*row.region);
}

/// What a finger drags the row by: elsewhere on it, it scrolls. Returns what it leaves.
Box drawRowGrip(Context& context, const Box& box) {
    const Box grip{box.right() - kRowGripWidth, box.top, kRowGripWidth, box.height};
    drawGrip(context, grip);
    context.sidePanel.grips.push_back(grip);
    return {box.left, box.top, box.width - kRowGripWidth, box.height};
}

/// A copy of the row: what is done here may make others.
void drawRow(Context& context, ListRow row, std::size_t index, const Box& box) {
    const Palette& palette = context.palette;
    pushRow(row);
    const float buttons = row.region ? 2 * kSideIconSize : 0;
    const Box label{box.left, box.top, box.width - buttons, box.height};
    const Interaction state = interact(context, "row", label, Availability::Enabled);
    const bool isSelected = row.region && context.editor.regions().isSelected(*row.region);
    if (isSelected || state.isHovered) {
        context.painter.fill(box, isSelected ? palette.accentSoft : palette.hovered, 6);
    }
    const bool isMovable = canMove(context, row);
    drawRowText(context, row,
                isMovable && (isSelected || state.isHovered) ? drawRowGrip(context, label) : label);
    if (isMovable && state.isHeld) {
        holdRow(context, index);
    }
    const bool hasKeyboard = context.isFocusVisible && context.focusedId != 0 &&
                             context.focusedId == context.sidePanel.listWidget &&
                             context.sidePanel.list.cursor() == index;
    if (hasKeyboard) {
        context.painter.outline(box, palette.focus, 6, metrics::kFocusWidth);
    }
    if (context.wishes.focused == state.id) { // the list has the keys of all its rows
        context.wishes.focused = context.sidePanel.listWidget;
    }
    if (state.isHovered && row.region) {
        context.sidePanel.nextPointed.push_back(*row.region);
    }
    openRow(context, row, index, state, label);
    if (row.region) {
        drawRowButtons(context, row, box);
    }
    context.semantics.close();
    if (state.isPressed && !isDraggingRegions(context)) {
        pressRow(context, row, index, label);
    }
    popRow();
}

void openList(Context& context, const Box& box) {
    RegionList& list = context.sidePanel.list;
    SemanticsNode node;
    node.id = ImGui::GetID("list");
    node.role = "tree";
    node.name = language::say("regions.title");
    node.isFocusable = true;
    node.box = box.corners();
    node.description = list.canNest() ? language::say("regions.nest-hint") : "";
    if (const auto cursor = list.cursor()) {
        node.activeDescendant = widgetOf(list.rows()[*cursor]);
    }
    context.sidePanel.listWidget = node.id;
    context.semantics.open(std::move(node));
}

constexpr float kFormsLeft = 12.0F;

RowPlaces placesOf(Context& context, float width) {
    RowPlaces places{.room = listFormsHeight(context, width - kFormsLeft)};
    if (places.room > 0) { // so one region is selected
        const auto& rows = context.sidePanel.list.rows();
        const auto row = std::ranges::find(
            rows, std::optional(context.editor.regions().selection().front()), &ListRow::region);
        places.opened = row == rows.end() ? SIZE_MAX : static_cast<std::size_t>(row - rows.begin());
        places.room = row == rows.end() ? 0 : places.room;
    }
    return places;
}

/// Brings the row that the keyboard went to into view.
void followCursor(Context& context, const RowPlaces& places, float height) {
    SidePanelState& side = context.sidePanel;
    if (side.list.followSelection()) {
        side.isCursorMoved = true;
    }
    if (!std::exchange(side.isCursorMoved, false) || !side.list.cursor()) {
        return;
    }
    const float top = places.topOf(*side.list.cursor());
    const float scroll = ImGui::GetScrollY();
    const float least = std::min(top + kSideRowHeight - height, top);
    const float wanted = std::clamp(scroll, least, top);
    if (wanted != scroll) {
        ImGui::SetScrollY(wanted);
        context.wishes.needsFrame = true;
    }
}

/// Only the rows that are seen are laid out.
void drawRows(Context& context, const Box& box) {
    RegionList& list = context.sidePanel.list;
    const float width = beginScrolled("regions", box);
    const RowPlaces places = placesOf(context, width);
    followCursor(context, places, box.height);
    openList(context, box);
    const float scroll = ImGui::GetScrollY();
    const std::size_t first = places.rowAt(scroll);
    const auto inView = static_cast<std::size_t>(box.height / kSideRowHeight);
    context.sidePanel.rowsInView = inView;
    const std::size_t last = std::min(first + inView + 2, list.rows().size());
    for (std::size_t row = first; row < last; ++row) {
        drawRow(context, list.rows()[row], row,
                {box.left, box.top - scroll + places.topOf(row), width, kSideRowHeight});
    }
    context.semantics.close();
    if (places.room > 0 && places.opened >= first && places.opened < last) {
        const float top = box.top - scroll + places.topOf(places.opened) + kSideRowHeight;
        drawListForms(context, {box.left + kFormsLeft, top + 4, width - kFormsLeft, places.room});
    }
    drawRegionDrag(context, places, box, width);
    endScrolled(context, box, places.topOf(list.rows().size()));
}

void drawEmpty(Context& context, const Box& box) {
    const bool isFiltering = context.sidePanel.list.settings().isFiltering();
    const std::string text = language::say(isFiltering ? language::Key("regions.nothing-found")
                                                       : language::Key("regions.nothing-yet"));
    drawSpokenBlock(context, {"empty", "status", text, context.palette.textMuted, kSideTextStyle},
                    {box.left, box.top, box.width, kSideRowHeight});
}

} // namespace

float sideButtonWidth(const Context& context, const std::string& label) {
    constexpr float kLess = 20.0F; // than in other places, between its label and its edges
    return buttonWidth(context, {.key = "", .label = label}) - kLess;
}

bool drawSideButton(Context& context, std::string_view key, const std::string& label,
                    const Box& box) {
    Button button;
    button.key = key;
    button.label = label;
    context.painter.outline(box, context.palette.border, metrics::kRadius);
    return drawButton(context, button, box);
}

bool drawSideToggle(Context& context, std::string_view key, const std::string& label, Icon icon,
                    bool isOn, const Box& box) {
    Button button;
    button.key = key;
    button.label = label;
    button.icon = icon;
    button.isIconOnly = true;
    button.isChosen = isOn;
    return drawButton(context, button, box);
}

void drawRegionList(Context& context, const Box& box) {
    const float tools = regionToolsHeight(context);
    drawRegionTools(context, {box.left, box.top, box.width, tools});
    const Box rows{box.left, box.top + tools, box.width, std::max(box.height - tools - 8, 1.0F)};
    if (context.sidePanel.list.rows().empty()) {
        drawEmpty(context, rows);
    } else {
        drawRows(context, rows);
    }
}

} // namespace cartouche::ui
