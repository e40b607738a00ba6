#include "ui/colors.h"
#include "ui/icons.h"
#include "ui/panels/panels.h"
#include "ui/region_text.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/interaction.h"

#include <algorithm>
#include <format>
#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

using annotation::Area;
using annotation::AreaHandle;
using editor::CommandId;

constexpr float kWidth = 280.0F;
constexpr float kLeastEditorWidth = 860.0F;
constexpr float kHeadHeight = 44.0F;
constexpr float kRowHeight = 34.0F;
constexpr float kIconSize = 28.0F;
constexpr TextStyle kHeadStyle{metrics::kTextSize, Weight::SemiBold};
constexpr TextStyle kRowStyle{metrics::kSmallTextSize, Weight::Regular};

/// Hides or shows, locks or unlocks one region, whatever is selected.
bool drawRowButton(Context& context, std::string_view key, std::string label, Icon icon, bool isOn,
                   const Box& box) {
    Button button;
    button.key = key;
    button.label = label;
    button.icon = icon;
    button.isIconOnly = true;
    button.isChosen = isOn;
    return drawButton(context, button, box);
}

void describeRow(Context& context, const Interaction& state, const Area& area, std::size_t number,
                 bool isSelected, const Box& box) {
    SemanticsNode node;
    node.id = state.id;
    node.role = "option";
    node.name = std::format("{} {}", number, describeRegion(area));
    node.box = box.corners();
    node.isFocusable = true;
    node.checked = isSelected;
    context.semantics.add(std::move(node));
}

void drawRow(Context& context, AreaHandle region, std::size_t number, const Box& box) {
    editor::Regions& regions = context.editor.regions();
    const Area& area = *regions.document().areas().find(region);
    const Palette& palette = context.palette;
    ImGui::PushID(static_cast<int>(region.index));
    const Box label{box.left, box.top, box.width - 2 * kIconSize, box.height};
    const Interaction state = interact(context, "region", label, Availability::Enabled);
    const bool isSelected = regions.isSelected(region);
    if (isSelected || state.isHovered) {
        context.painter.fill(box, isSelected ? palette.accentSoft : palette.hovered, 6);
    }
    context.painter.circle({box.left + 16, box.center().y}, 6,
                           packed(context.styles.styleOf(area).stroke));
    const std::string text = std::format("{}  {}", number, describeLabels(area));
    context.painter.textLine({box.left + 32, box.top, label.width - 36, box.height}, text,
                             area.isHidden ? palette.textMuted : palette.text, kRowStyle);
    if (state.hasFocusRing) {
        context.painter.focusRing(box, palette.focus, 6);
    }
    describeRow(context, state, area, number, isSelected, label);
    if (state.isPressed && regions.isRelating()) {
        regions.relateTo(region);
        context.wishes.needsFrame = true;
    } else if (state.isPressed) {
        const ImGuiIO& io = ImGui::GetIO();
        io.KeyCtrl || io.KeyShift || io.KeySuper ? regions.toggleSelected(region)
                                                 : regions.select({region});
        context.wishes.needsFrame = true;
    }
    const std::string name = std::format("{} {}", number, describeRegion(area));
    Box icon{box.right() - 2 * kIconSize, box.center().y - kIconSize / 2, kIconSize, kIconSize};
    if (drawRowButton(context, "lock", (area.isLocked ? "Unlock " : "Lock ") + name,
                      area.isLocked ? Icon::Lock : Icon::LockOpen, area.isLocked, icon)) {
        regions.setLocked({{region}}, !area.isLocked);
    }
    icon.left += kIconSize;
    if (drawRowButton(context, "hide", (area.isHidden ? "Show " : "Hide ") + name,
                      area.isHidden ? Icon::EyeClosed : Icon::Eye, area.isHidden, icon)) {
        regions.setHidden({{region}}, !area.isHidden);
    }
    ImGui::PopID();
}

/// Only the rows that are seen are laid out.
void drawRows(Context& context, const std::vector<AreaHandle>& regions, const Box& box) {
    ImGui::SetCursorScreenPos(box.min());
    ImGui::BeginChild("regions", {box.width, box.height}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoBackground);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const auto count = static_cast<float>(regions.size());
    const float above = box.top - origin.y;
    const auto first = static_cast<std::size_t>(std::max(0.0F, above / kRowHeight));
    const auto last =
        static_cast<std::size_t>(std::clamp((above + box.height) / kRowHeight + 1, 0.0F, count));
    const float width = ImGui::GetContentRegionAvail().x;
    for (std::size_t index = first; index < last; ++index) {
        const float top = origin.y + static_cast<float>(index) * kRowHeight;
        drawRow(context, regions[index], index + 1, {origin.x, top, width, kRowHeight});
    }
    ImGui::SetCursorScreenPos(origin);
    ImGui::Dummy({width, count * kRowHeight});
    ImGui::EndChild();
}

Icon iconOf(annotation::Direction direction) {
    return direction == annotation::Direction::Right  ? Icon::ArrowRight
           : direction == annotation::Direction::Left ? Icon::ArrowLeft
                                                      : Icon::ArrowBoth;
}

void drawRelation(Context& context, annotation::RelationHandle handle, const Box& box) {
    editor::Regions& regions = context.editor.regions();
    const annotation::Document& document = regions.document();
    const annotation::Relation& relation = *document.relations().find(handle);
    const auto nameOf = [&document](const std::string& id) {
        const auto region = document.findArea(id);
        return region ? describeLabels(*document.areas().find(*region)) : id;
    };
    const std::string from = nameOf(relation.from);
    const std::string to = nameOf(relation.to);
    const std::string name = std::format("{} to {}", from, to);
    ImGui::PushID(static_cast<int>(handle.index));
    ImGui::PushID("relation");
    const float part = (box.width - 2 * kIconSize) / 2;
    Box at{box.left + 8, box.top, part - 12, box.height};
    context.painter.textLine(at, from, context.palette.text, kRowStyle);
    Box icon{box.left + part, box.center().y - kIconSize / 2, kIconSize, kIconSize};
    if (drawRowButton(context, "turn", "Turn the relation " + name, iconOf(relation.direction),
                      false, icon)) {
        regions.turnRelation(handle);
    }
    at.left = icon.right() + 4;
    context.painter.textLine(at, to, context.palette.text, kRowStyle);
    icon.left = box.right() - kIconSize;
    if (drawRowButton(context, "delete", "Delete the relation " + name, Icon::Close, false, icon)) {
        regions.removeRelation(handle);
        context.wishes.needsFrame = true;
    }
    ImGui::PopID();
    ImGui::PopID();
}

/// At the foot of the panel; the last ones, if there are many.
void drawRelations(Context& context, const std::vector<annotation::RelationHandle>& relations,
                   const Box& box) {
    context.painter.fill({box.left, box.top, box.width, 1}, context.palette.border);
    context.painter.textLine({box.left, box.top, box.width, kHeadHeight},
                             std::format("Relations  {}", relations.size()), context.palette.text,
                             kHeadStyle);
    Box row{box.left, box.top + kHeadHeight, box.width, kRowHeight};
    for (const annotation::RelationHandle relation : relations) {
        drawRelation(context, relation, row);
        row.top += kRowHeight;
    }
}

/// Those that are listed.
std::vector<annotation::RelationHandle> listedRelations(const annotation::Document& document) {
    constexpr std::size_t kMost = 8;
    std::vector<annotation::RelationHandle> relations;
    for (const auto handle : document.relations().handles()) {
        relations.push_back(handle);
    }
    if (relations.size() > kMost) {
        relations.erase(relations.begin(), relations.end() - kMost);
    }
    return relations;
}

void drawHeadButton(Context& context, CommandId id, Icon icon, const Box& box) {
    Button button = commandButton(context, id, icon);
    if (id == CommandId::Relate) {
        button.isChosen = context.editor.regions().isRelating();
    }
    if (drawButton(context, button, box)) {
        context.wishes.command = id;
    }
}

void drawHead(Context& context, std::size_t count, const Box& box) {
    constexpr float kButton = kIconSize + 4;
    const Box label{box.left, box.top, box.width - 2 * kButton - 8, box.height};
    context.painter.textLine(label, std::format("Regions  {}", count), context.palette.text,
                             kHeadStyle);
    SemanticsNode node;
    node.id = ImGui::GetID("head");
    node.role = "heading";
    node.name = std::format("Regions {}", count);
    node.level = 2;
    node.box = label.corners();
    context.semantics.add(std::move(node));
    const float top = box.center().y - kButton / 2;
    drawHeadButton(context, CommandId::Relate, Icon::Link, {label.right(), top, kButton, kButton});
    drawHeadButton(context, CommandId::DeleteRegions, Icon::Trash,
                   {label.right() + kButton + 4, top, kButton, kButton});
}

} // namespace

float regionListWidth(const Context& context, float editorWidth) {
    const bool hasRegions = context.editor.hasInterface("side-column") &&
                            context.editor.isDrawnOn() && editorWidth >= kLeastEditorWidth;
    return hasRegions ? kWidth : 0;
}

void drawRegionList(Context& context, const Box& box) {
    ImGui::PushID("region-list");
    const std::vector<AreaHandle>& regions = context.editor.regions().list();
    context.painter.fill({box.left, box.top, 1, box.height}, context.palette.border);
    const Box inner{box.left + 12, box.top + 8, box.width - 20, box.height - 16};
    drawHead(context, regions.size(), {inner.left, inner.top, inner.width, kHeadHeight});
    SemanticsNode list;
    list.id = ImGui::GetID("list");
    list.role = "listbox";
    list.name = "Regions";
    const auto relations = listedRelations(context.editor.document());
    const float foot =
        relations.empty() ? 0 : kHeadHeight + kRowHeight * static_cast<float>(relations.size());
    const Box rows{inner.left, inner.top + kHeadHeight, inner.width,
                   std::max(inner.height - kHeadHeight - foot, kRowHeight)};
    list.box = rows.corners();
    context.semantics.open(std::move(list));
    drawRows(context, regions, rows);
    context.semantics.close();
    if (!relations.empty()) {
        drawRelations(context, relations, {inner.left, rows.bottom(), inner.width, foot});
    }
    ImGui::PopID();
}

} // namespace cartouche::ui
