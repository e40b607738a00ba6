#include "editor/repeater_pages.h"

#include <algorithm>

namespace cartouche::editor {

using config::Tag;

void RepeaterPages::restart(const Tag& root) {
    m_places.clear();
    m_firsts.clear();
    m_repeaters.clear();
    m_turned = nullptr;
    collect(root, std::nullopt);
}

void RepeaterPages::collect(const Tag& tag, std::optional<Place> around) {
    if (around) {
        m_places.emplace(&tag, *around);
    }
    const bool hasPages = tag.kind() == config::TagKind::Repeater &&
                          tag.text("mode") == "pagination" && tag.children().size() > 1;
    if (hasPages) {
        m_repeaters.push_back(&tag);
        m_firsts.emplace(&tag, 0);
    }
    for (std::size_t item = 0; item < tag.children().size(); ++item) {
        collect(*tag.children()[item], hasPages ? std::optional(Place{&tag, item}) : around);
    }
}

bool RepeaterPages::isPaged(const Tag& repeater) const {
    return m_firsts.contains(&repeater);
}

std::size_t RepeaterPages::pageCount(const Tag& repeater) const {
    return (repeater.children().size() + m_size - 1) / m_size;
}

std::size_t RepeaterPages::page(const Tag& repeater) const {
    return m_firsts.at(&repeater) / m_size;
}

void RepeaterPages::show(const Tag& repeater, std::size_t page) {
    m_firsts.at(&repeater) = std::min(page, pageCount(repeater) - 1) * m_size;
    m_turned = &repeater;
}

const Tag* RepeaterPages::current() const {
    const auto isSeen = [this](const Tag* repeater) { return isShown(*repeater); };
    if (m_turned != nullptr && isSeen(m_turned)) {
        return m_turned;
    }
    const auto first = std::ranges::find_if(m_repeaters, isSeen);
    return first == m_repeaters.end() ? nullptr : *first;
}

void RepeaterPages::setSize(std::size_t size) {
    m_size = std::max<std::size_t>(size, 1);
    for (auto& [repeater, first] : m_firsts) {
        first -= first % m_size;
    }
}

bool RepeaterPages::isWithin(const Tag& tag, std::size_t distance) const {
    const auto found = m_places.find(&tag);
    if (found == m_places.end()) {
        return true;
    }
    const auto& [repeater, item] = found->second;
    const std::size_t shown = page(*repeater);
    const std::size_t own = item / m_size;
    return std::max(shown, own) - std::min(shown, own) <= distance && isWithin(*repeater, distance);
}

bool RepeaterPages::reveal(const Tag& tag) {
    const auto found = m_places.find(&tag);
    if (found == m_places.end()) {
        return false;
    }
    const auto [repeater, item] = found->second;
    const bool isAroundTurned = reveal(*repeater);
    if (page(*repeater) == item / m_size) {
        return isAroundTurned;
    }
    show(*repeater, item / m_size);
    return true;
}

} // namespace cartouche::editor
