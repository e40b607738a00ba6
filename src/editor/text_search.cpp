#include "editor/text_search.h"

#include "core/text/folding.h"

#include <algorithm>
#include <utility>

namespace cartouche::editor {

namespace {

using text::Unit;

constexpr std::size_t kMostHits = 10'000;

} // namespace

void TextSearch::renew(Texts texts) {
    m_hits.clear();
    m_isCut = false;
    m_current.reset();
    m_spot.reset();
    ++m_revision;
    const std::string phrase = text::folded(m_phrase);
    for (const auto& text : phrase.empty() ? Texts() : texts) {
        if (!text->content()) {
            continue;
        }
        const text::TextIndex& index = text->content()->index();
        const std::string all = text::folded(index.text());
        for (std::size_t at = all.find(phrase); at != std::string::npos && !m_isCut;
             at = all.find(phrase, at + phrase.size())) {
            m_isCut = m_hits.size() == kMostHits;
            if (!m_isCut) {
                m_hits.push_back({&text->tag(),
                                  {index.find(Unit::Byte, at).codeUnit,
                                   index.find(Unit::Byte, at + phrase.size()).codeUnit}});
            }
        }
    }
}

void TextSearch::find(std::string phrase, Texts texts) {
    m_phrase = std::move(phrase);
    renew(texts);
    const auto isFromViewOn = [&texts](const Hit& hit) {
        const auto text =
            std::ranges::find(texts, hit.text, [](const auto& one) { return &one->tag(); });
        return text == texts.end() || hit.range.start >= (*text)->inView().start;
    };
    if (!m_hits.empty()) {
        const auto first = std::ranges::find_if(m_hits, isFromViewOn);
        m_current = first == m_hits.end() ? 0 : static_cast<std::size_t>(first - m_hits.begin());
        show(m_hits[*m_current]);
    }
}

void TextSearch::step(int by) {
    if (m_hits.empty()) {
        return;
    }
    const std::size_t count = m_hits.size();
    const std::size_t none = by > 0 ? count - 1 : 0;
    m_current = (m_current.value_or(none) + (by > 0 ? 1 : count - 1)) % count;
    show(m_hits[*m_current]);
}

} // namespace cartouche::editor
