#include "editor/answer_tree.h"

#include "editor/filter.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace cartouche::editor {

using annotation::Path;
using config::Choice;

AnswerTree::AnswerTree(std::span<const Choice> roots) {
    add(roots, std::nullopt, 1);
    updateRows();
}

void AnswerTree::renew(std::span<const Choice> roots) {
    const Choice* atCursor = m_rows.empty() ? nullptr : &answer(m_rows[m_cursor]);
    std::unordered_set<const Choice*> open;
    for (const Node& node : m_nodes) {
        if (node.isOpen) {
            open.insert(node.answer);
        }
    }
    m_nodes.clear();
    m_folded.clear();
    m_wanted.clear();
    add(roots, std::nullopt, 1);
    for (Node& node : m_nodes) {
        node.isOpen = open.contains(node.answer);
    }
    updateRows();
    const auto row =
        std::ranges::find(m_rows, atCursor, [this](std::size_t node) { return &answer(node); });
    m_cursor = row == m_rows.end() ? m_cursor : static_cast<std::size_t>(row - m_rows.begin());
}

void AnswerTree::add(std::span<const Choice> answers, std::optional<std::size_t> parent,
                     int level) {
    for (const Choice& answer : answers) {
        const std::size_t node = m_nodes.size();
        m_nodes.push_back({&answer, parent.value_or(node), 0, level, false});
        add(answer.children, node, level + 1);
        m_nodes[node].end = m_nodes.size();
    }
}

std::optional<std::size_t> AnswerTree::parent(std::size_t node) const {
    const std::size_t parent = m_nodes[node].parent;
    return parent == node ? std::nullopt : std::optional(parent);
}

Path AnswerTree::path(std::size_t node) const {
    Path path;
    for (auto at = std::optional(node); at; at = parent(*at)) {
        path.push_back(answer(*at).stored);
    }
    std::ranges::reverse(path);
    return path;
}

std::string AnswerTree::fullName(std::size_t node, std::string_view separator) const {
    std::string name = answer(node).display;
    for (auto at = parent(node); at; at = parent(*at)) {
        name.insert(0, separator);
        name.insert(0, answer(*at).display);
    }
    return name;
}

std::optional<std::size_t> AnswerTree::find(std::span<const std::string> path) const {
    std::size_t at = 0;
    std::size_t end = m_nodes.size();
    for (std::size_t depth = 0; depth < path.size(); ++depth) {
        while (at < end && answer(at).stored != path[depth]) {
            at = m_nodes[at].end;
        }
        if (at >= end) {
            return std::nullopt;
        }
        if (depth + 1 == path.size()) {
            return at;
        }
        end = m_nodes[at++].end;
    }
    return std::nullopt;
}

std::optional<std::size_t> AnswerTree::find(const Choice& answer) const {
    const auto found = std::ranges::find(m_nodes, &answer, &Node::answer);
    return found == m_nodes.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - m_nodes.begin()));
}

bool AnswerTree::isOpen(std::size_t node) const {
    return m_nodes[node].isOpen || (!m_searched.empty() && !answer(node).isUnfetched);
}

void AnswerTree::setOpen(std::size_t node, bool isOpen) {
    const bool isUnfetched = answer(node).isUnfetched;
    if ((m_searched.empty() || isUnfetched) && m_nodes[node].isOpen != isOpen) {
        m_nodes[node].isOpen = isOpen;
        if (isOpen && isUnfetched) {
            m_wanted.push_back(node);
        }
        updateRows();
    }
}

void AnswerTree::search(std::string text) {
    if (text != m_searched) {
        m_searched = std::move(text);
        m_cursor = 0;
        updateRows();
    }
}

/// Of each answer whether it is found, or holds one that is.
std::vector<bool> AnswerTree::findSearched() {
    if (m_folded.empty()) {
        std::ranges::transform(m_nodes, std::back_inserter(m_folded),
                               [](const Node& node) { return foldCase(node.answer->display); });
    }
    const std::string wanted = foldCase(m_searched);
    std::vector<bool> isFound(m_nodes.size());
    for (std::size_t node = m_nodes.size(); node-- > 0;) {
        isFound[node] = isFound[node] || m_folded[node].contains(wanted);
        if (isFound[node]) {
            isFound[m_nodes[node].parent] = true;
        }
    }
    return isFound;
}

void AnswerTree::updateRows() {
    m_rows.clear();
    const bool isSearching = !m_searched.empty();
    const std::vector<bool> isFound = isSearching ? findSearched() : std::vector<bool>();
    for (std::size_t node = 0; node < m_nodes.size();) {
        const bool isSeen = !isSearching || isFound[node];
        if (isSeen) {
            m_rows.push_back(node);
        }
        node = isSeen && isOpen(node) ? node + 1 : m_nodes[node].end;
    }
    m_cursor = std::min(m_cursor, m_rows.empty() ? 0 : m_rows.size() - 1);
}

/// Right opens, and goes to the first inside of what is open; left closes, and goes to what holds a
/// row that is closed.
void AnswerTree::stepAcross(bool isRight) {
    const std::size_t node = m_rows[m_cursor];
    const bool isLast = m_cursor + 1 >= m_rows.size();
    if (hasChildren(node) && isOpen(node) != isRight) {
        setOpen(node, isRight);
    } else if (isRight && !isLast && level(m_rows[m_cursor + 1]) > level(node)) {
        ++m_cursor;
    } else if (const auto holder = parent(node); !isRight && holder) {
        m_cursor = static_cast<std::size_t>(std::ranges::find(m_rows, *holder) - m_rows.begin());
    }
}

bool AnswerTree::pressKey(const KeyPress& press, std::size_t rowsInView) {
    if (m_rows.empty() || press.alt || press.control || press.meta) {
        return false;
    }
    const std::size_t last = m_rows.size() - 1;
    const std::size_t page = std::max<std::size_t>(rowsInView, 2) - 1;
    if (press.key == "arrowdown") {
        m_cursor = std::min(m_cursor + 1, last);
    } else if (press.key == "arrowup") {
        m_cursor -= std::min<std::size_t>(m_cursor, 1);
    } else if (press.key == "pagedown") {
        m_cursor = std::min(m_cursor + page, last);
    } else if (press.key == "pageup") {
        m_cursor -= std::min(m_cursor, page);
    } else if (press.key == "home") {
        m_cursor = 0;
    } else if (press.key == "end") {
        m_cursor = last;
    } else if (press.key == "arrowright" || press.key == "arrowleft") {
        stepAcross(press.key == "arrowright");
    } else {
        return false;
    }
    return true;
}

} // namespace cartouche::editor
