// The relations: what they lead from and to, what they are called; turned, hidden and deleted in a
// list. A row is a toolbar: the arrow keys go along it, and Tab to the next.

#include "core/language/message.h"
#include "editor/region_text.h"
#include "editor/relation_labels.h"
#include "ui/panels/side_parts.h"
#include "ui/side_panel_state.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label_chip.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/spoken_text.h"
#include "ui/widgets/wrapped.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

using annotation::Relation;
using annotation::RelationHandle;

constexpr float kHeadHeight = 36.0F;
constexpr float kChipHeight = 30.0F;
constexpr float kChipGap = 6.0F;

Icon iconOf(annotation::Direction direction) {
    return direction == annotation::Direction::Right  ? Icon::ArrowRight
           : direction == annotation::Direction::Left ? Icon::ArrowLeft
                                                      : Icon::ArrowBoth;
}

std::string nameOfEnd(const config::LabelingInterface& interface,
                      const annotation::Document& document, const std::string& id) {
    const auto region = document.findArea(id);
    return region ? editor::describeLabels(interface, *document.areas().find(*region)) : id;
}

class Rows {
public:
    Rows(Context& context, const Box& box)
        : m_context(context), m_labels(editor::relationLabelsOf(context.editor.interface())),
          m_box(box) {
        for (const RelationHandle handle : document().relations().handles()) {
            m_relations.push_back(handle);
        }
        if (context.sidePanel.areRelationsReversed) {
            std::ranges::reverse(m_relations);
        }
    }

    std::size_t count() const { return m_relations.size(); }

    /// Only those that are seen are laid out; one of them may be open, and has its labels below it.
    void draw() {
        m_width = beginScrolled("relations", m_box);
        const auto open = std::ranges::find(m_relations, m_context.sidePanel.openRelation);
        const float extra = open == m_relations.end() ? 0 : chipsHeight();
        float top = m_box.top - ImGui::GetScrollY();
        for (const RelationHandle& relation : m_relations) {
            const float height =
                kSideRowHeight + (open != m_relations.end() && &*open == &relation ? extra : 0);
            if (top + height > m_box.top && top < m_box.bottom()) {
                drawRow(relation, {m_box.left, top, m_width, kSideRowHeight});
            }
            top += height;
        }
        endScrolled(m_context, m_box,
                    static_cast<float>(m_relations.size()) * kSideRowHeight + extra);
    }

private:
    editor::Regions& regions() { return m_context.editor.regions(); }
    const annotation::Document& document() const { return m_context.editor.document(); }

    void drawRow(RelationHandle handle, const Box& box) {
        const Relation* relation = document().relations().find(handle);
        if (relation == nullptr) {
            return; // it was deleted by a row above
        }
        const std::string from =
            nameOfEnd(m_context.editor.interface(), document(), relation->from);
        const std::string to = nameOfEnd(m_context.editor.interface(), document(), relation->to);
        const std::string name = language::say("relations.name", {{"from", from}, {"to", to}});
        ImGui::PushID(static_cast<int>(handle.index));
        openToolbar(name, box);
        const bool isOpen = m_context.sidePanel.openRelation == handle;
        drawEnds(handle, *relation, name, box);
        drawButtons(handle, *relation, name, box);
        m_context.semantics.close();
        if (isOpen && document().relations().find(handle) != nullptr) {
            drawLabels(handle, name, {box.left, box.bottom(), box.width, chipsHeight()});
        }
        ImGui::PopID();
    }

    void openToolbar(const std::string& name, const Box& box) {
        SemanticsNode node;
        node.id = ImGui::GetID("relation");
        node.role = "toolbar";
        node.name = language::say("relations.relation", {{"relation", name}});
        node.box = box.corners();
        m_context.semantics.open(std::move(node));
    }

    /// From what to what: a button that selects both and opens what the relation is called.
    void drawEnds(RelationHandle handle, const Relation& relation, const std::string& name,
                  const Box& row) {
        const Box box{row.left, row.top, row.width - 3 * kSideIconSize, row.height};
        const Palette& palette = m_context.palette;
        const Interaction state = interact(m_context, "ends", box, Availability::Enabled);
        const bool isOpen = m_context.sidePanel.openRelation == handle;
        if (isOpen || state.isHovered) {
            m_context.painter.fill(row, isOpen ? palette.accentSoft : palette.hovered, 6);
        }
        const bool isHidden = regions().isHidden(handle);
        const std::string labels = editor::describeLabels(relation);
        const std::string text =
            labels.empty()
                ? name
                : language::say("relations.with-labels", {{"relation", name}, {"labels", labels}});
        m_context.painter.textLine({box.left + 8, box.top, box.width - 12, box.height}, text,
                                   isHidden ? palette.textMuted : palette.text, kSideTextStyle);
        if (state.hasFocusRing) {
            m_context.painter.focusRing(box.inset(3), palette.focus, 6);
        }
        describeEnds(state, text, isOpen, box);
        if (state.isHovered || isOpen) {
            pointAtEnds(relation);
        }
        if (state.isPressed) {
            m_context.sidePanel.openRelation = isOpen ? std::nullopt : std::optional(handle);
            m_context.wishes.needsFrame = true;
        }
    }

    void describeEnds(const Interaction& state, const std::string& text, bool isOpen,
                      const Box& box) {
        SemanticsNode node;
        node.id = state.id;
        node.role = "button";
        node.name = text;
        node.expanded = isOpen;
        node.isFocusable = true;
        node.box = box.corners();
        m_context.semantics.add(std::move(node));
    }

    /// Both stand out on the image.
    void pointAtEnds(const Relation& relation) {
        for (const std::string* id : {&relation.from, &relation.to}) {
            if (const auto region = document().findArea(*id)) {
                m_context.sidePanel.nextPointed.push_back(*region);
            }
        }
    }

    void drawButtons(RelationHandle handle, const Relation& relation, const std::string& name,
                     const Box& row) {
        const bool isHidden = regions().isHidden(handle);
        Box icon{row.right() - 3 * kSideIconSize, row.center().y - kSideIconSize / 2, kSideIconSize,
                 kSideIconSize};
        const bool isTurned =
            drawSideToggle(m_context, "turn", language::say("relations.turn", {{"relation", name}}),
                           iconOf(relation.direction), false, icon);
        icon.left += kSideIconSize;
        const language::Key hide =
            isHidden ? language::Key("relations.show") : language::Key("relations.hide");
        const bool isToggled =
            drawSideToggle(m_context, "hide", language::say(hide, {{"relation", name}}),
                           isHidden ? Icon::EyeClosed : Icon::Eye, isHidden, icon);
        icon.left += kSideIconSize;
        const bool isDeleted = drawSideToggle(
            m_context, "delete", language::say("relations.delete", {{"relation", name}}),
            Icon::Trash, false, icon);
        if (isTurned) {
            regions().turnRelation(handle);
        } else if (isToggled) {
            regions().setHidden(handle, !isHidden);
        } else if (isDeleted) {
            regions().removeRelation(handle);
        }
        if (isTurned || isToggled || isDeleted) {
            m_context.wishes.needsFrame = true;
        }
    }

    LabelChip chipOf(std::string_view value, bool isActive) const {
        LabelChip chip;
        chip.key = value;
        chip.label = value;
        chip.color = m_context.palette.accent;
        chip.role = m_labels.isMultiple ? "checkbox" : "radio";
        chip.isActive = isActive;
        return chip;
    }

    /// In wrapped lines, from the upper left corner.
    std::vector<Box> placeChips() const {
        std::vector<float> widths;
        for (const std::string_view value : m_labels.values) {
            widths.push_back(labelChipWidth(m_context, chipOf(value, false)));
        }
        return wrapBoxes(widths, m_width - 16, kChipHeight, kChipGap);
    }

    float chipsHeight() const {
        const std::vector<Box> boxes = placeChips();
        return boxes.empty() ? 0 : wrappedHeight(boxes) + 2 + 2 * kChipGap;
    }

    void drawLabels(RelationHandle handle, const std::string& name, const Box& box) {
        SemanticsNode group;
        group.id = ImGui::GetID("labels");
        group.role = m_labels.isMultiple ? "group" : "radiogroup";
        group.name = language::say("relations.labels", {{"relation", name}});
        group.box = box.corners();
        m_context.semantics.open(std::move(group));
        const std::vector<Box> boxes = placeChips();
        for (std::size_t index = 0; index < boxes.size(); ++index) {
            const std::string_view value = m_labels.values[index];
            const Relation& relation = *document().relations().find(handle);
            const bool isActive = std::ranges::contains(relation.labels, value);
            Box at = boxes[index];
            at.left += box.left + 8;
            at.top += box.top + 2;
            if (drawLabelChip(m_context, chipOf(value, isActive), at)) {
                regions().toggleRelationLabel(handle, value, m_labels.isMultiple);
                m_context.wishes.needsFrame = true;
            }
        }
        m_context.semantics.close();
    }

    Context& m_context;
    editor::RelationLabels m_labels;
    Box m_box;
    float m_width = 0;
    std::vector<RelationHandle> m_relations;
};

void drawEmpty(Context& context, const Box& box) {
    const std::string text = language::say("relations.nothing-yet");
    drawSpokenBlock(context, {"empty", "status", text, context.palette.textMuted, kSideTextStyle},
                    {box.left, box.top, box.width, 2 * kSideRowHeight});
}

} // namespace

void drawRelationList(Context& context, const Box& box) {
    const Box head{box.left, box.top, box.width, kHeadHeight};
    Rows rows(context, {box.left, head.bottom(), box.width, box.height - kHeadHeight});
    if (rows.count() == 0) {
        drawEmpty(context, box);
        return;
    }
    bool& isReversed = context.sidePanel.areRelationsReversed;
    if (drawSideToggle(context, "direction", language::say("relations.newest-first"),
                       isReversed ? Icon::ArrowUp : Icon::ArrowDown, isReversed,
                       {head.right() - kSideIconSize, head.top, kSideIconSize, kSideIconSize})) {
        isReversed = !isReversed;
        context.wishes.needsFrame = true;
    }
    rows.draw();
}

} // namespace cartouche::ui
