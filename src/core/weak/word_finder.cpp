#include "core/weak/word_finder.h"

#include "core/text/folding.h"

#include <algorithm>

namespace cartouche::weak {

namespace {

std::uint64_t edgeOf(std::uint32_t node, unsigned char byte) {
    return std::uint64_t{node} << 8U | byte;
}

} // namespace

WordFinder::WordFinder(const std::vector<std::string>& words, const Options& options)
    : m_options(options), m_nodes(1) {
    for (std::size_t index = 0; index < words.size(); ++index) {
        const std::string word = prepared(words[index]);
        m_lengths.push_back(word.size());
        if (!word.empty()) {
            addWord(word, static_cast<std::uint32_t>(index));
        }
    }
    linkFallbacks();
}

std::string WordFinder::prepared(std::string_view text) const {
    return m_options.ignoresCase ? text::folded(text) : std::string(text);
}

void WordFinder::addWord(std::string_view word, std::uint32_t index) {
    std::uint32_t node = 0;
    for (const char byte : word) {
        const auto [edge, isNew] =
            m_edges.try_emplace(edgeOf(node, static_cast<unsigned char>(byte)),
                                static_cast<std::uint32_t>(m_nodes.size()));
        if (isNew) {
            m_nodes.emplace_back();
        }
        node = edge->second;
    }
    m_nodes[node].words.push_back(index);
}

void WordFinder::linkFallbacks() {
    // A child was made after its parent, but its fallback may be younger: so level by level.
    std::vector<std::vector<std::pair<unsigned char, std::uint32_t>>> children(m_nodes.size());
    for (const auto& [edge, to] : m_edges) {
        children[static_cast<std::size_t>(edge >> 8U)].emplace_back(
            static_cast<unsigned char>(edge & 0xFFU), to);
    }
    std::vector<std::uint32_t> queue{0};
    for (std::size_t at = 0; at < queue.size(); ++at) {
        const std::uint32_t node = queue[at];
        for (const auto& [byte, child] : children[node]) {
            const std::uint32_t fallback = node == 0 ? 0 : next(m_nodes[node].fallback, byte);
            m_nodes[child].fallback = fallback;
            m_nodes[child].nextEnd =
                m_nodes[fallback].words.empty() ? m_nodes[fallback].nextEnd : fallback;
            queue.push_back(child);
        }
    }
}

std::uint32_t WordFinder::next(std::uint32_t node, unsigned char byte) const {
    while (true) {
        const auto edge = m_edges.find(edgeOf(node, byte));
        if (edge != m_edges.end()) {
            return edge->second;
        }
        if (node == 0) {
            return 0;
        }
        node = m_nodes[node].fallback;
    }
}

void WordFinder::findAll(std::string_view prepared,
                         const std::function<void(const Match&)>& onMatch) const {
    std::uint32_t node = 0;
    for (std::size_t at = 0; at < prepared.size(); ++at) {
        node = next(node, static_cast<unsigned char>(prepared[at]));
        for (std::uint32_t end = node; end != 0; end = m_nodes[end].nextEnd) {
            for (const std::uint32_t word : m_nodes[end].words) {
                const Match match{word, at + 1 - m_lengths[word], at + 1};
                const bool isPart = text::isWithinWord(prepared, match.begin) ||
                                    text::isWithinWord(prepared, match.end);
                if (!m_options.isWhole || !isPart) {
                    onMatch(match);
                }
            }
        }
    }
}

} // namespace cartouche::weak
