// The relations: what they lead from and to, turned, hidden and deleted in a list.

#include "editor/region_text.h"
#include "ui/panels/side_parts.h"
#include "ui/side_panel_state.h"
#include "ui/widgets/scrolled.h"

#include <algorithm>
#include <format>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

using annotation::Relation;
using annotation::RelationHandle;

Icon iconOf(annotation::Direction direction) {
    return direction == annotation::Direction::Right  ? Icon::ArrowRight
           : direction == annotation::Direction::Left ? Icon::ArrowLeft
                                                      : Icon::ArrowBoth;
}

std::string nameOfEnd(const annotation::Document& document, const std::string& id) {
    const auto region = document.findArea(id);
    return region ? editor::describeLabels(*document.areas().find(*region)) : id;
}

void drawRow(Context& context, RelationHandle handle, const Box& box) {
    editor::Regions& regions = context.editor.regions();
    const Relation& relation = *regions.document().relations().find(handle);
    const std::string from = nameOfEnd(regions.document(), relation.from);
    const std::string to = nameOfEnd(regions.document(), relation.to);
    const std::string name = std::format("{} to {}", from, to);
    ImGui::PushID(static_cast<int>(handle.index));
    const float part = (box.width - 2 * kSideIconSize) / 2;
    Box at{box.left + 8, box.top, part - 12, box.height};
    context.painter.textLine(at, from, context.palette.text, kSideTextStyle);
    Box icon{box.left + part, box.center().y - kSideIconSize / 2, kSideIconSize, kSideIconSize};
    if (drawSideToggle(context, "turn", "Turn the relation " + name, iconOf(relation.direction),
                       false, icon)) {
        regions.turnRelation(handle);
    }
    at.left = icon.right() + 4;
    context.painter.textLine(at, to, context.palette.text, kSideTextStyle);
    icon.left = box.right() - kSideIconSize;
    if (drawSideToggle(context, "delete", "Delete the relation " + name, Icon::Trash, false,
                       icon)) {
        regions.removeRelation(handle);
    }
    ImGui::PopID();
}

} // namespace

void drawRelationList(Context& context, const Box& box) {
    const auto& relations = context.editor.document().relations();
    std::vector<RelationHandle> handles;
    for (const RelationHandle handle : relations.handles()) {
        handles.push_back(handle);
    }
    const float width = beginScrolled("relations", box);
    const float scroll = ImGui::GetScrollY();
    const auto first = static_cast<std::size_t>(scroll / kSideRowHeight);
    const auto inView = static_cast<std::size_t>(box.height / kSideRowHeight) + 2;
    for (std::size_t row = first; row < std::min(first + inView, handles.size()); ++row) {
        const float top = box.top - scroll + static_cast<float>(row) * kSideRowHeight;
        drawRow(context, handles[row], {box.left, top, width, kSideRowHeight});
    }
    endScrolled(context, box, static_cast<float>(handles.size()) * kSideRowHeight);
}

} // namespace cartouche::ui
