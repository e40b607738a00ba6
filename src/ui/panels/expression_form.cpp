#include "ui/panels/expression_form.h"

#include "core/language/message.h"
#include "core/text/text_index.h"
#include "editor/expression_faults.h"
#include "editor/offered_labels.h"
#include "ui/colors.h"
#include "ui/panels/side_parts.h"
#include "ui/side_panel_state.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice_item.h"
#include "ui/widgets/interaction.h"
#include "ui/widgets/label_chip.h"
#include "ui/widgets/spoken_text.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/wrapped.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

using editor::Expression;
using text::Regex;

constexpr float kFieldHeight = 36.0F;
constexpr float kLineHeight = 22.0F;
constexpr float kChipHeight = 30.0F;
constexpr float kGap = 6.0F;
constexpr float kSwatch = 26.0F;

struct NamedColor {
    language::Key name;
    std::string_view css; // empty: that of the label
};

/// Told apart by most people, on light and on dark ground.
constexpr std::array kColors{
    NamedColor{"color.as-label", ""},      NamedColor{"color.red", "#d1352b"},
    NamedColor{"color.orange", "#e07b00"}, NamedColor{"color.yellow", "#c9a800"},
    NamedColor{"color.green", "#2e8b3d"},  NamedColor{"color.blue", "#2a6fdb"},
    NamedColor{"color.purple", "#8a4fd0"}, NamedColor{"color.pink", "#d6459b"}};

/// Every label that a text of this task can get, once; of a Taxonomy, the first of its items: by
/// others an expression can be called.
std::vector<editor::OfferedLabel> labelsOf(const Context& context) {
    constexpr std::size_t kMostItems = 60;
    std::vector<editor::OfferedLabel> labels;
    std::set<std::string_view> known;
    std::size_t items = 0;
    editor::visitLabels(context.editor.interface(), [&](const editor::OfferedLabel& label) {
        const bool isOfText = std::ranges::any_of(context.editor.texts(), [&](const auto& text) {
            return text->tag().name() == label.object();
        });
        const bool isTooMany = label.taxonomy != nullptr && items == kMostItems;
        if (isOfText && !isTooMany && known.insert(label.stored()).second) {
            items += label.taxonomy != nullptr ? 1 : 0;
            labels.push_back(label);
        }
        return true;
    });
    return labels;
}

/// Before the frame is over, `expression` is what it was.
void set(Context& context, std::size_t index, Expression expression) {
    std::vector<Expression> all = context.editor.finder().expressions();
    all[index] = std::move(expression);
    context.wishes.change = [all = std::move(all)](editor::Editor& on) {
        on.changeExpressions(all);
    };
}

std::vector<Box> placeLabels(const Context& context, float width) {
    std::vector<float> widths;
    for (const editor::OfferedLabel& label : labelsOf(context)) {
        widths.push_back(
            labelChipWidth(context, {.key = "label", .label = std::string(label.display())}));
    }
    return wrapBoxes(widths, width, kChipHeight, kGap);
}

class Form {
public:
    Form(Context& context, std::size_t index, const Box& box)
        : m_context(context), m_index(index),
          m_expression(context.editor.finder().expressions()[index]),
          m_at{box.left + 8, box.top + kGap, box.width - 12, kFieldHeight} {}

    void draw() {
        drawName();
        drawPattern();
        drawFault();
        drawCase();
        drawLabels();
        drawColors();
        drawButtons();
    }

private:
    void next(float height) { m_at.top += height + kGap; }

    void drawName() {
        TextFieldResult input = drawTextField(m_context,
                                              {.key = "name",
                                               .label = language::say("expressions.name-of"),
                                               .value = m_expression.name,
                                               .placeholder = language::say("expressions.name")},
                                              m_at);
        if (input.hasChanged) {
            Expression changed = m_expression;
            changed.name = std::move(input.value);
            set(m_context, m_index, std::move(changed));
        }
        next(kFieldHeight);
    }

    void drawPattern() {
        const Regex::Fault* fault = m_context.editor.finder().faultOf(m_index);
        const std::string problem = fault == nullptr ? "" : editor::describeFault(*fault);
        TextFieldResult input =
            drawTextField(m_context,
                          {.key = "pattern",
                           .label = language::say("expressions.pattern"),
                           .value = m_expression.pattern,
                           .placeholder = language::say("expressions.pattern-example"),
                           .problem = problem},
                          m_at);
        if (std::exchange(m_context.sidePanel.isPatternWanted, false)) {
            m_context.wishes.focused = input.widget;
        }
        if (input.hasChanged) {
            Expression changed = m_expression;
            changed.pattern = std::move(input.value);
            set(m_context, m_index, std::move(changed));
        }
        next(kFieldHeight);
    }

    /// The pattern with the place where it is wrong, and what is.
    void drawFault() {
        const Regex::Fault* fault = m_context.editor.finder().faultOf(m_index);
        if (fault == nullptr) {
            return;
        }
        const Palette& palette = m_context.palette;
        const std::size_t at = text::TextIndex(m_expression.pattern)
                                   .find(text::Unit::CodePoint, fault->character - 1)
                                   .byte;
        const std::string before = m_expression.pattern.substr(0, at);
        const float width = m_context.painter.measure(before, kSideTextStyle).x;
        const float room = m_at.width;
        // The place is seen, however long the pattern is.
        const float left = m_at.left - std::max(width - room * 0.7F, 0.0F);
        ImGui::PushClipRect({m_at.left, m_at.top}, {m_at.right(), m_at.top + kLineHeight + 4},
                            true);
        m_context.painter.textLine({left, m_at.top, 4 * room + width, kLineHeight},
                                   m_expression.pattern, palette.textMuted, kSideTextStyle);
        const Box mark{left + width, m_at.top + kLineHeight, 8, 3};
        m_context.painter.fill(mark, palette.danger);
        ImGui::PopClipRect();
        m_at.top += kLineHeight + 4;
        const std::string what = editor::describeFault(*fault);
        drawSpokenBlock(m_context, {"fault", "alert", what, palette.danger, kSideTextStyle},
                        {m_at.left, m_at.top, room, 2 * kLineHeight});
        next(2 * kLineHeight);
    }

    void drawCase() {
        const std::string label = language::say("expressions.ignore-case");
        ChoiceItem item{.key = "case", .label = label};
        item.shape = ChoiceShape::Checkbox;
        item.isChosen = m_expression.ignoresCase;
        if (drawChoiceItem(m_context, item, m_at)) {
            Expression changed = m_expression;
            changed.ignoresCase = !changed.ignoresCase;
            set(m_context, m_index, std::move(changed));
        }
        next(kFieldHeight);
    }

    /// Those that matches get, whether they are named or not; as they are stored.
    std::set<std::string_view> chosenLabels() const {
        std::set<std::string_view> chosen;
        for (const auto& text : m_context.editor.texts()) {
            if (const auto given = editor::labelFor(m_expression, m_context.editor.interface(),
                                                    text->tag().name())) {
                chosen.insert(given->stored());
            }
        }
        return chosen;
    }

    void drawLabels() {
        SemanticsNode group;
        group.id = ImGui::GetID("labels");
        group.role = "radiogroup";
        group.name = language::say("expressions.label");
        const std::vector<Box> boxes = placeLabels(m_context, m_at.width);
        group.box = {m_at.left, m_at.top, m_at.right(), m_at.top + wrappedHeight(boxes)};
        m_context.semantics.open(std::move(group));
        const std::vector<editor::OfferedLabel> labels = labelsOf(m_context);
        const std::set<std::string_view> chosen = chosenLabels();
        for (std::size_t index = 0; index < labels.size(); ++index) {
            const editor::OfferedLabel& label = labels[index];
            Box at = boxes[index];
            at.left += m_at.left;
            at.top += m_at.top;
            LabelChip chip{.key = label.stored(), .label = std::string(label.display())};
            chip.color = packed(config::parseCssColor(label.color()).value_or(config::CssColor{}));
            chip.isActive = chosen.contains(label.stored());
            if (drawLabelChip(m_context, chip, at)) {
                Expression changed = m_expression;
                changed.label = label.stored();
                set(m_context, m_index, std::move(changed));
            }
        }
        m_context.semantics.close();
        next(wrappedHeight(boxes));
    }

    /// The first is that of the label.
    void drawColors() {
        SemanticsNode group;
        group.id = ImGui::GetID("colors");
        group.role = "radiogroup";
        group.name = language::say("expressions.color");
        group.box = {m_at.left, m_at.top, m_at.right(), m_at.top + kSwatch};
        m_context.semantics.open(std::move(group));
        float left = m_at.left;
        for (const NamedColor& color : kColors) {
            drawColor(color, {left, m_at.top, kSwatch, kSwatch});
            left += kSwatch + kGap;
        }
        m_context.semantics.close();
        next(kSwatch);
    }

    void drawColor(const NamedColor& color, const Box& box) {
        const Palette& palette = m_context.palette;
        const bool isActive = m_expression.color == color.css;
        const auto own = config::parseCssColor(color.css);
        const Interaction state =
            interact(m_context, own ? color.css : "as-label", box, Availability::Enabled);
        m_context.painter.fill(box.inset(4), own ? packed(*own) : palette.stage, kSwatch);
        if (!own) {
            m_context.painter.textCentered(box, language::say("color.as-label-letter"),
                                           palette.textMuted, kSideTextStyle);
        }
        m_context.painter.outline(box.inset(1),
                                  isActive          ? palette.text
                                  : state.isHovered ? palette.accent
                                                    : palette.border,
                                  kSwatch, isActive ? 2.0F : 1.0F);
        if (state.hasFocusRing) {
            m_context.painter.focusRing(box, palette.focus, kSwatch);
        }
        SemanticsNode node;
        node.id = state.id;
        node.role = "radio";
        node.name = language::say(color.name);
        node.box = box.corners();
        node.isFocusable = true;
        node.checked = isActive;
        m_context.semantics.add(std::move(node));
        if (state.isPressed) {
            Expression changed = m_expression;
            changed.color = color.css;
            set(m_context, m_index, std::move(changed));
        }
    }

    void drawButtons() {
        const std::string done = language::say("expressions.done");
        const std::string remove = language::say("expressions.delete");
        const std::vector<Box> at = shareLine(
            std::array{sideButtonWidth(m_context, done), sideButtonWidth(m_context, remove)},
            {m_at.left, m_at.top, m_at.width, kFieldHeight}, kGap);
        if (drawSideButton(m_context, "done", done, at[0])) {
            m_context.sidePanel.openExpression.reset();
            m_context.wishes.needsFrame = true;
        }
        if (drawSideButton(m_context, "delete", remove, at[1])) {
            std::vector<Expression> all = m_context.editor.finder().expressions();
            all.erase(all.begin() + static_cast<std::ptrdiff_t>(m_index));
            m_context.wishes.change = [all = std::move(all)](editor::Editor& on) {
                on.changeExpressions(all);
            };
            m_context.sidePanel.openExpression.reset();
        }
    }

    Context& m_context;
    std::size_t m_index;
    Expression m_expression;
    Box m_at;
};

} // namespace

void drawExpressionForm(Context& context, std::size_t expression, const Box& box) {
    context.painter.fill({box.left, box.top, box.width, box.height - kGap}, context.palette.raised,
                         6);
    Form(context, expression, box).draw();
}

float expressionFormHeight(const Context& context, std::size_t expression, float width) {
    const bool isWrong = context.editor.finder().faultOf(expression) != nullptr;
    return 4 * (kFieldHeight + kGap) + kSwatch + kGap + (isWrong ? 3 * kLineHeight + 4 + kGap : 0) +
           wrappedHeight(placeLabels(context, width - 12)) + kGap + 3 * kGap;
}

} // namespace cartouche::ui
