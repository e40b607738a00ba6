#pragma once

#include "editor/chosen_answers.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace cartouche::ui {

/// How a tree of answers is looked at, and what is chosen of it.
struct AnswerTreeState {
    explicit AnswerTreeState(std::span<const config::Choice> answers) : tree(answers) {}

    /// Brings `chosen` up to date with what is answered.
    void update(std::vector<annotation::Path> answered);
    /// Answers were fetched: those that are there have other numbers now.
    void renew(std::span<const config::Choice> answers);

    editor::AnswerTree tree;
    std::vector<annotation::Path> paths; // what is answered
    std::vector<editor::Chosen> chosen;  // of each answer of the tree
    std::uint32_t widget = 0;            // the one that has the keys; 0: it was not drawn
    std::uint32_t searchWidget = 0;
    std::uint32_t cursorWidget = 0; // of the row that keys are about, as it was drawn last
    std::size_t rowsInView = 1;
    std::uint64_t revision = 0;       // of what was fetched, as it was last looked at
    bool isCursorMoved = false;       // the row of the cursor must be seen
    std::vector<std::size_t> pressed; // answers that keys pressed since the last frame
};

/// The trees of a labeling interface, by their controls. Of the session: neither saved nor undone.
class AnswerTrees {
public:
    /// `answers` are the control's, and outlive this.
    AnswerTreeState& of(const config::Tag& tag, std::span<const config::Choice> answers);
    /// Another labeling interface.
    void clear() { m_states.clear(); }
    /// Of the tree that has the focus, or whose search has it. True if the key was for it.
    bool pressKey(std::uint32_t focused, const editor::KeyPress& press);

private:
    std::map<const config::Tag*, AnswerTreeState> m_states;
};

} // namespace cartouche::ui
