#include "ui/views/answer_tree_view.h"

#include "core/language/message.h"
#include "ui/widgets/expander.h"
#include "ui/widgets/interaction.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/spoken_text.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/tooltip.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

using editor::Chosen;

constexpr float kRow = 32.0F;
constexpr float kIndent = 20.0F;
constexpr float kExpander = 20.0F;
constexpr float kGap = 6.0F;
constexpr std::size_t kMostRows = 8;
/// Fewer are seen at a glance.
constexpr std::size_t kLeastToSearch = 9;

bool hasSearch(const Context& context, const AnswerTreeState& state) {
    return !context.isForShow && state.tree.size() >= kLeastToSearch;
}

std::size_t rowsShown(const AnswerTreeState& state) {
    const std::size_t rows = std::max<std::size_t>(state.tree.rows().size(), 1);
    return std::min(rows, kMostRows);
}

ChoiceMark markOf(Chosen chosen) {
    return chosen == Chosen::Yes      ? ChoiceMark::Chosen
           : chosen == Chosen::Partly ? ChoiceMark::Partly
                                      : ChoiceMark::Empty;
}

std::uint32_t widgetOf(std::size_t node) {
    ImGui::PushID(static_cast<int>(node));
    const std::uint32_t widget = ImGui::GetID("row");
    ImGui::PopID();
    return widget;
}

class AnswerTreeView {
public:
    AnswerTreeView(Context& context, AnswerTreeState& state, const AnswerTreeLook& look)
        : m_context(context), m_state(state), m_look(look) {}

    /// Gives its height.
    float drawSearch(bool takesFocus, const Box& box) {
        if (!hasSearch(m_context, m_state)) {
            return 0;
        }
        const auto& rows = m_state.tree.rows();
        TextField field{.key = "search",
                        .label = m_look.placeholder,
                        .value = m_state.tree.searched(),
                        .placeholder = m_look.placeholder,
                        .isCombobox = true};
        field.activeDescendant = m_state.cursorWidget;
        const TextFieldResult input = drawSearchField(
            m_context, field, {box.left, box.top, box.width, metrics::kControlHeight});
        m_state.searchWidget = input.widget;
        if (takesFocus) {
            m_context.wishes.focused = input.widget;
        }
        if (input.hasChanged) {
            m_state.tree.search(input.value);
            m_state.isCursorMoved = true;
            m_context.wishes.needsFrame = true;
        }
        if (input.isCommitted && !rows.empty()) {
            m_pressed = rows[m_state.tree.cursor()];
        }
        return metrics::kControlHeight + kGap;
    }

    void drawRows(bool takesFocus, const Box& box) {
        m_context.painter.outline(box, m_context.palette.border, metrics::kRadius);
        const Box inner = box.inset(1);
        const float width = beginScrolled("rows", inner);
        followCursor(inner.height);
        openTree(inner);
        if (takesFocus && !hasSearch(m_context, m_state)) {
            m_context.wishes.focused = m_state.widget;
        }
        const auto& rows = m_state.tree.rows();
        const float scroll = ImGui::GetScrollY();
        const auto first = static_cast<std::size_t>(scroll / kRow);
        m_state.rowsInView = static_cast<std::size_t>(inner.height / kRow);
        const std::size_t end = std::min(first + m_state.rowsInView + 2, rows.size());
        for (std::size_t row = first; row < end; ++row) {
            const float top = inner.top - scroll + static_cast<float>(row) * kRow;
            drawRow(row, {inner.left, top, width, kRow});
        }
        if (rows.empty()) {
            drawNothingFound(inner);
        }
        m_context.semantics.close();
        endScrolled(m_context, inner, static_cast<float>(rows.size()) * kRow);
    }

    /// What was pressed changes rows and answers: only when they are drawn.
    void settle() {
        for (const std::size_t node : std::exchange(m_state.pressed, {})) {
            press(node);
        }
        if (m_pressed) {
            press(*m_pressed);
        } else if (m_turned) {
            m_state.tree.setOpen(*m_turned, !m_state.tree.isOpen(*m_turned));
            m_context.wishes.needsFrame = true;
        }
    }

private:
    void press(std::size_t node) {
        if (m_look.canToggle(node)) {
            m_look.toggle(node);
        } else if (m_state.tree.hasChildren(node)) {
            m_state.tree.setOpen(node, !m_state.tree.isOpen(node));
        }
        m_context.wishes.needsFrame = true;
    }

    void openTree(const Box& box) {
        SemanticsNode node;
        node.id = ImGui::GetID("tree");
        node.role = "tree";
        node.name = m_look.name;
        node.isFocusable = !m_context.isForShow;
        node.isDisabled = m_context.isForShow;
        node.box = box.corners();
        const auto& rows = m_state.tree.rows();
        if (!m_context.isForShow) {
            m_state.widget = node.id;
            m_state.cursorWidget = rows.empty() ? 0 : widgetOf(rows[m_state.tree.cursor()]);
            node.activeDescendant = m_state.cursorWidget;
        }
        m_context.semantics.open(std::move(node));
    }

    /// Brings the row that the keyboard went to into view.
    void followCursor(float height) {
        if (!std::exchange(m_state.isCursorMoved, false)) {
            return;
        }
        const float top = static_cast<float>(m_state.tree.cursor()) * kRow;
        const float scroll = ImGui::GetScrollY();
        const float wanted = std::clamp(scroll, std::min(top + kRow - height, top), top);
        if (wanted != scroll) {
            ImGui::SetScrollY(wanted);
            m_context.wishes.needsFrame = true;
        }
    }

    bool hasCursor(std::size_t row) const {
        const bool isFocused =
            m_context.focusedId != 0 &&
            (m_context.focusedId == m_state.searchWidget ||
             (m_context.isFocusVisible && m_context.focusedId == m_state.widget));
        return isFocused && m_state.tree.cursor() == row;
    }

    void drawRow(std::size_t row, const Box& box) {
        const std::size_t node = m_state.tree.rows()[row];
        ImGui::PushID(static_cast<int>(node));
        const bool canToggle = m_look.canToggle(node);
        const bool isAlive = canToggle || m_state.tree.hasChildren(node);
        const Interaction state = interact(
            m_context, "row", box, isAlive ? Availability::Enabled : Availability::Disabled);
        if (m_context.wishes.focused == state.id) { // the tree has the keys of all its rows
            m_context.wishes.focused = m_state.widget;
        }
        drawLook(node, state, canToggle, box);
        if (hasCursor(row)) {
            m_context.painter.outline(box.inset(1), m_context.palette.focus, metrics::kRadius,
                                      metrics::kFocusWidth);
        }
        describe(row, state, canToggle, box);
        const std::string& hint = m_state.tree.answer(node).hint;
        if (!hint.empty()) {
            drawTooltip(m_context, state, box, hint, "");
        }
        if (state.isPressed) {
            m_state.tree.setCursor(row);
            const bool isExpander = state.isHovered && m_state.tree.hasChildren(node) &&
                                    ImGui::GetIO().MousePos.x < markLeft(node, box);
            (isExpander ? m_turned : m_pressed) = node;
        }
        ImGui::PopID();
    }

    float markLeft(std::size_t node, const Box& box) const {
        return box.left + 6 + kExpander +
               kIndent * static_cast<float>(m_state.tree.level(node) - 1);
    }

    void drawLook(std::size_t node, const Interaction& state, bool canToggle, const Box& box) {
        const Palette& palette = m_context.palette;
        const Chosen chosen = m_state.chosen[node];
        if (chosen == Chosen::Yes || state.isHovered) {
            m_context.painter.fill(box.inset(1),
                                   chosen == Chosen::Yes ? palette.accentSoft : palette.hovered,
                                   metrics::kRadius);
        }
        const float left = markLeft(node, box);
        if (m_state.tree.hasChildren(node)) {
            drawExpander(m_context, m_state.tree.isOpen(node),
                         {left - kExpander / 2, box.center().y});
        }
        const float text = left + (canToggle || chosen != Chosen::Not ? 28.0F : 4.0F);
        if (text > left + 4) {
            drawChoiceMark(m_context, m_look.shape, markOf(chosen), {left + 11, box.center().y});
        }
        m_context.painter.textLine(
            {text, box.top, box.right() - text - 6, box.height}, textOf(node),
            canToggle || m_state.tree.hasChildren(node) || chosen == Chosen::Yes
                ? palette.text
                : palette.textMuted,
            {metrics::kTextSize, chosen == Chosen::Yes ? Weight::SemiBold : Weight::Regular});
    }

    std::string noteOf(std::size_t node) const { return m_look.note ? m_look.note(node) : ""; }

    std::string textOf(std::size_t node) const {
        const std::string note = noteOf(node);
        return m_state.tree.answer(node).display + (note.empty() ? "" : "  " + note);
    }

    void describe(std::size_t row, const Interaction& state, bool canToggle, const Box& box) {
        const std::size_t node = m_state.tree.rows()[row];
        SemanticsNode item;
        item.id = state.id;
        item.role = "treeitem";
        item.name = m_state.tree.answer(node).display;
        const std::string note = noteOf(node);
        item.description = note.empty() ? m_state.tree.answer(node).hint : note;
        item.box = box.corners();
        item.level = m_state.tree.level(node);
        item.position = row + 1;
        item.setSize = m_state.tree.rows().size();
        item.checked = m_state.chosen[node] == Chosen::Yes;
        item.isDisabled = m_context.isForShow || (!canToggle && !m_state.tree.hasChildren(node));
        if (m_state.tree.hasChildren(node)) {
            item.expanded = m_state.tree.isOpen(node);
        }
        m_context.semantics.add(std::move(item));
    }

    void drawNothingFound(const Box& box) {
        const std::string text = language::say("answers.nothing-found");
        drawSpokenLine(m_context, {"nothing", "status", text, m_context.palette.textMuted, {}},
                       {box.left + 10, box.top, box.width - 20, kRow});
    }

    Context& m_context;
    AnswerTreeState& m_state;
    const AnswerTreeLook& m_look;
    std::optional<std::size_t> m_pressed; // in this frame
    std::optional<std::size_t> m_turned;  // opened or closed
};

} // namespace

float answerTreeHeight(const Context& context, const AnswerTreeState& state) {
    return (hasSearch(context, state) ? metrics::kControlHeight + kGap : 0) +
           static_cast<float>(rowsShown(state)) * kRow + 2;
}

void drawAnswerTree(Context& context, AnswerTreeState& state, const AnswerTreeLook& look,
                    bool takesFocus, const Box& box) {
    AnswerTreeView view(context, state, look);
    const float search = view.drawSearch(takesFocus, box);
    view.drawRows(takesFocus, {box.left, box.top + search, box.width,
                               static_cast<float>(rowsShown(state)) * kRow + 2});
    view.settle();
}

} // namespace cartouche::ui
