#pragma once

#include "ui/answer_trees.h"
#include "ui/context.h"
#include "ui/widgets/choice_item.h"

#include <functional>
#include <string>
#include <string_view>

namespace cartouche::ui {

/// A tree of answers as it is drawn: a search field above its rows, of which it scrolls what does
/// not fit.
struct AnswerTreeLook {
    std::string_view name; // the accessible one
    std::string placeholder;
    ChoiceShape shape = ChoiceShape::Checkbox;
    std::function<bool(std::size_t node)> canToggle;
    std::function<void(std::size_t node)> toggle;
    std::function<std::string(std::size_t node)> note; // beside an answer; nullptr: nothing
};

float answerTreeHeight(const Context& context, const AnswerTreeState& state);
/// Its first widget takes the focus if `takesFocus`.
void drawAnswerTree(Context& context, AnswerTreeState& state, const AnswerTreeLook& look,
                    bool takesFocus, const Box& box);

} // namespace cartouche::ui
