#include "ui/answer_trees.h"

#include <utility>

namespace cartouche::ui {

void AnswerTreeState::update(std::vector<annotation::Path> answered) {
    if (chosen.size() != tree.size() || answered != paths) {
        paths = std::move(answered);
        chosen = editor::chosenOf(tree, paths);
    }
}

void AnswerTreeState::renew(std::span<const config::Choice> answers) {
    std::vector<const config::Choice*> pressedAnswers;
    for (const std::size_t node : pressed) {
        pressedAnswers.push_back(&tree.answer(node));
    }
    tree.renew(answers);
    chosen.clear();
    pressed.clear();
    for (const config::Choice* answer : pressedAnswers) {
        if (const auto node = tree.find(*answer)) {
            pressed.push_back(*node);
        }
    }
}

AnswerTreeState& AnswerTrees::of(const config::Tag& tag, std::span<const config::Choice> answers) {
    return m_states.try_emplace(&tag, answers).first->second;
}

bool AnswerTrees::pressKey(std::uint32_t focused, const editor::KeyPress& press) {
    for (auto& [tag, state] : m_states) {
        const bool isTree = focused != 0 && state.widget == focused;
        if (!isTree && (focused == 0 || state.searchWidget != focused)) {
            continue;
        }
        if (state.tree.pressKey(press, state.rowsInView)) {
            state.isCursorMoved = true;
            return true;
        }
        const bool isPress = press.key == " " || press.key == "enter";
        if (isTree && isPress && !press.control && !press.meta && !press.alt &&
            !state.tree.rows().empty()) {
            state.pressed.push_back(state.tree.rows()[state.tree.cursor()]);
            return true;
        }
    }
    return false;
}

} // namespace cartouche::ui
