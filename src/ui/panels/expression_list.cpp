// Expressions that are looked for in texts: switched on and off, counted, edited and added in a
// list.

#include "core/language/message.h"
#include "ui/colors.h"
#include "ui/panels/expression_form.h"
#include "ui/panels/side_parts.h"
#include "ui/side_panel_state.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice_item.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/wrapped.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

using editor::Expression;

constexpr float kHeadHeight = 34.0F;
constexpr float kChipHeight = 30.0F;
constexpr float kGap = 6.0F;

void drawHead(Context& context, std::string_view key, std::string_view text, const Box& box) {
    context.painter.textLine(box, text, context.palette.text, kSideHeadStyle);
    SemanticsNode node;
    node.id = ImGui::GetID(key.data(), key.data() + key.size());
    node.role = "heading";
    node.level = 2;
    node.name = text;
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

/// Changes one of them once the frame is drawn.
template <typename Change>
void change(Context& context, Change edit) {
    std::vector<Expression> all = context.editor.finder().expressions();
    edit(all);
    context.wishes.change = [all = std::move(all)](editor::Editor& on) {
        on.changeExpressions(all);
    };
}

void add(Context& context, Expression expression) {
    change(context, [&](std::vector<Expression>& all) { all.push_back(std::move(expression)); });
}

/// What many look for and is not in the list.
std::vector<Expression> readyMade(const Context& context) {
    std::vector<Expression> others;
    for (Expression& expression : editor::readyMadeExpressions()) {
        if (!std::ranges::contains(context.editor.finder().expressions(), expression.name,
                                   &Expression::name)) {
            others.push_back(std::move(expression));
        }
    }
    return others;
}

/// "Money, 17 found"
std::string describe(const Context& context, std::size_t index) {
    const editor::TextFinder& finder = context.editor.finder();
    const Expression& expression = finder.expressions()[index];
    const auto count = finder.countOf(index);
    if (finder.faultOf(index) != nullptr) {
        return language::say("expressions.not-usable", {{"name", expression.name}});
    }
    if (!expression.isOn) {
        return expression.name;
    }
    const language::Key key = count.isSlow   ? language::Key("expressions.too-slow")
                              : count.isMany ? language::Key("expressions.many-found")
                                             : language::Key("expressions.found");
    return language::say(key, {{"name", expression.name}, {"count", count.found}});
}

class ExpressionRows {
public:
    ExpressionRows(Context& context, const Box& box) : m_context(context), m_box(box) {}

    void draw() {
        m_width = beginScrolled("expressions", m_box);
        float top = m_box.top - ImGui::GetScrollY();
        const float start = top;
        const auto& expressions = m_context.editor.finder().expressions();
        for (std::size_t index = 0; index < expressions.size(); ++index) {
            ImGui::PushID(static_cast<int>(index));
            drawRow(index, {m_box.left, top, m_width, kSideRowHeight});
            top += kSideRowHeight;
            if (m_context.sidePanel.openExpression == index) {
                const float height = expressionFormHeight(m_context, index, m_width);
                drawExpressionForm(m_context, index, {m_box.left, top, m_width, height});
                top += height;
            }
            ImGui::PopID();
        }
        top = drawReadyMade(top + kGap);
        endScrolled(m_context, m_box, top - start);
    }

private:
    void drawRow(std::size_t index, const Box& row) {
        const Expression& expression = m_context.editor.finder().expressions()[index];
        const bool isWrong = m_context.editor.finder().faultOf(index) != nullptr;
        m_context.painter.fill({row.left, row.top + 8, 4, row.height - 16},
                               isWrong ? m_context.palette.danger : colorOf(expression), 2);
        const std::string text = describe(m_context, index);
        ChoiceItem item{.key = "on", .label = text};
        item.shape = ChoiceShape::Checkbox;
        item.isChosen = expression.isOn;
        if (drawChoiceItem(
                m_context, item,
                {row.left + 8, row.top + 2, row.width - kSideIconSize - 14, row.height - 4})) {
            change(m_context, [index](auto& all) { all[index].isOn = !all[index].isOn; });
        }
        const bool isOpen = m_context.sidePanel.openExpression == index;
        if (drawSideToggle(m_context, "edit",
                           language::say("expressions.edit", {{"name", expression.name}}),
                           isOpen ? Icon::ArrowUp : Icon::ArrowDown, isOpen,
                           {row.right() - kSideIconSize, row.center().y - kSideIconSize / 2,
                            kSideIconSize, kSideIconSize})) {
            m_context.sidePanel.openExpression = isOpen ? std::nullopt : std::optional(index);
            m_context.wishes.needsFrame = true;
        }
    }

    /// Its own, or that of the label that matches get.
    Color colorOf(const Expression& expression) const {
        if (const auto own = config::parseCssColor(expression.color)) {
            return packed(*own);
        }
        for (const auto& text : m_context.editor.texts()) {
            if (const auto label = editor::labelFor(expression, m_context.editor.interface(),
                                                    text->tag().name())) {
                return packed(config::parseCssColor(label->color()).value_or(config::CssColor{}));
            }
        }
        return m_context.palette.border;
    }

    float drawReadyMade(float top) {
        const std::vector<Expression> others = readyMade(m_context);
        if (others.empty()) {
            return top;
        }
        drawHead(m_context, "ready-made", language::say("expressions.ready-made"),
                 {m_box.left, top, m_width, kHeadHeight});
        top += kHeadHeight;
        std::vector<std::string> names;
        std::vector<float> widths;
        for (const Expression& expression : others) {
            names.push_back(
                language::say("expressions.add-ready-made", {{"name", expression.name}}));
            widths.push_back(m_context.painter.measure(names.back(), kSideTextStyle).x + 28);
        }
        const std::vector<Box> boxes = wrapBoxes(widths, m_width, kChipHeight, kGap);
        for (std::size_t index = 0; index < others.size(); ++index) {
            Box at = boxes[index];
            at.left += m_box.left;
            at.top += top;
            if (drawSideButton(m_context, others[index].name, names[index], at)) {
                add(m_context, others[index]);
            }
        }
        return top + wrappedHeight(boxes) + kGap;
    }

    Context& m_context;
    Box m_box;
    float m_width = 0;
};

} // namespace

void drawExpressionList(Context& context, const Box& box) {
    drawHead(context, "expressions-head", language::say("expressions.title"),
             {box.left, box.top, box.width, kHeadHeight});
    if (drawSideToggle(context, "add", language::say("expressions.add"), Icon::Plus, false,
                       {box.right() - kSideIconSize, box.top + 2, kSideIconSize, kSideIconSize})) {
        const std::size_t count = context.editor.finder().expressions().size();
        add(context, {.name = language::say("expressions.new-name", {{"number", count + 1}})});
        context.sidePanel.openExpression = count;
        context.sidePanel.isPatternWanted = true;
    }
    ExpressionRows(context, {box.left, box.top + kHeadHeight + 2, box.width,
                             std::max(box.height - kHeadHeight - 10, 1.0F)})
        .draw();
}

} // namespace cartouche::ui
