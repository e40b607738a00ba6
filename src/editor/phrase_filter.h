#pragma once

#include "editor/text_content.h"

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::editor {

/// Which phrases of a conversation are seen. Of the session: neither saved nor undone.
class PhraseFilter {
public:
    bool isShown(std::string_view author) const { return !m_hidden.contains(author); }
    void setShown(std::string_view author, bool isShown);
    bool isLabeledOnly() const { return m_isLabeledOnly; }
    void setLabeledOnly(bool isLabeledOnly) { m_isLabeledOnly = isLabeledOnly; }

    /// Phrases that are not seen, by their places; `labeled` are the ranges of regions.
    std::vector<std::size_t> hidden(const TextContent& content,
                                    std::span<const TextRange> labeled) const;

private:
    std::set<std::string, std::less<>> m_hidden; // authors
    bool m_isLabeledOnly = false;
};

/// Who says something, each once, in the order in which they begin.
std::vector<std::string> authorsOf(const TextContent& content);

} // namespace cartouche::editor
