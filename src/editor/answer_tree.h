#pragma once

#include "core/annotation/area.h"
#include "core/config/labeling_interface.h"
#include "editor/commands.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::editor {

/// Answers that hold others (spec/tags.md 4.3, Taxonomy and Choices): the tree, and as which rows
/// it is seen. Each answer has a number, from 0, in the order of the document and before those that
/// it holds. What it was made of must outlive it.
class AnswerTree {
public:
    explicit AnswerTree(std::span<const config::Choice> roots);
    /// Answers were added within those that are there, or are the first ones; all others are where
    /// they were. What is open stays so, as does the row that keys are about.
    void renew(std::span<const config::Choice> roots);

    std::size_t size() const { return m_nodes.size(); }
    const config::Choice& answer(std::size_t node) const { return *m_nodes[node].answer; }
    /// Also of one whose children are yet to be fetched.
    bool hasChildren(std::size_t node) const {
        return m_nodes[node].end > node + 1 || answer(node).isUnfetched;
    }
    /// Behind the last one that it holds, directly or not.
    std::size_t end(std::size_t node) const { return m_nodes[node].end; }
    /// From 1.
    int level(std::size_t node) const { return m_nodes[node].level; }
    /// What holds it.
    std::optional<std::size_t> parent(std::size_t node) const;
    /// As it is stored, from the root on.
    annotation::Path path(std::size_t node) const;
    /// As it is shown, from the root on.
    std::string fullName(std::size_t node, std::string_view separator) const;
    /// The first one of this path.
    std::optional<std::size_t> find(std::span<const std::string> path) const;
    std::optional<std::size_t> find(const config::Choice& answer) const;

    /// Shows only what contains the text, in any case, and what holds that. Empty: everything.
    void search(std::string text);
    const std::string& searched() const { return m_searched; }

    /// The answers that are seen, from the top: those that stand in what is open, or were found.
    const std::vector<std::size_t>& rows() const { return m_rows; }
    /// What is found is open, whatever was done to it, as far as it is there.
    bool isOpen(std::size_t node) const;
    void setOpen(std::size_t node, bool isOpen);
    /// Those that were opened since the last call and whose children are yet to be fetched.
    std::vector<std::size_t> takeWanted() { return std::exchange(m_wanted, {}); }

    /// The row that keys are about; 0 if there is none.
    std::size_t cursor() const { return m_cursor; }
    void setCursor(std::size_t row) { m_cursor = row; }
    /// Moves through the rows, opens and closes them as trees of desktops do. False if the key does
    /// nothing of that.
    bool pressKey(const KeyPress& press, std::size_t rowsInView);

private:
    struct Node {
        const config::Choice* answer = nullptr;
        std::size_t parent = 0; // itself, of a root
        std::size_t end = 0;
        int level = 1;
        bool isOpen = false;
    };

    void add(std::span<const config::Choice> answers, std::optional<std::size_t> parent, int level);
    std::vector<bool> findSearched();
    void updateRows();
    void stepAcross(bool isRight);

    std::vector<Node> m_nodes;
    std::vector<std::size_t> m_rows;
    std::vector<std::size_t> m_wanted;
    std::vector<std::string> m_folded; // what is shown, for searching; made when it is needed
    std::string m_searched;
    std::size_t m_cursor = 0;
};

} // namespace cartouche::editor
