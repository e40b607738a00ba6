#include "editor/phrase_filter.h"

#include <algorithm>

namespace cartouche::editor {

void PhraseFilter::setShown(std::string_view author, bool isShown) {
    if (isShown) {
        std::erase_if(m_hidden, [author](const std::string& name) { return name == author; });
    } else {
        m_hidden.emplace(author);
    }
}

std::vector<std::size_t> PhraseFilter::hidden(const TextContent& content,
                                              std::span<const TextRange> labeled) const {
    std::vector<std::size_t> hidden;
    const std::vector<Phrase>& phrases = content.phrases();
    for (std::size_t index = 0; index < phrases.size(); ++index) {
        const TextRange& range = phrases[index].range;
        const auto touches = [&range](const TextRange& region) {
            return region.start < range.end && range.start < region.end;
        };
        if (!isShown(phrases[index].author) ||
            (m_isLabeledOnly && std::ranges::none_of(labeled, touches))) {
            hidden.push_back(index);
        }
    }
    return hidden;
}

std::vector<std::string> authorsOf(const TextContent& content) {
    std::vector<std::string> authors;
    for (const Phrase& phrase : content.phrases()) {
        if (!std::ranges::contains(authors, phrase.author)) {
            authors.push_back(phrase.author);
        }
    }
    return authors;
}

} // namespace cartouche::editor
