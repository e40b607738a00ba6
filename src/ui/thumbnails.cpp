#include "ui/thumbnails.h"

#include <algorithm>
#include <utility>

namespace cartouche::ui {

const Thumbnails::Picture& Thumbnails::see(std::string_view address) {
    auto found = m_pictures.find(address);
    if (found == m_pictures.end()) {
        found = m_pictures.emplace(std::string(address), Picture()).first;
    }
    found->second.seen = m_frame;
    return found->second;
}

std::optional<std::vector<std::string>> Thumbnails::takeWishes(bool isHeld) {
    std::vector<std::string> wishes;
    for (const auto& [address, picture] : m_pictures) {
        if (!isHeld && picture.seen == m_frame && picture.stage == Stage::Waiting) {
            wishes.push_back(address);
        }
    }
    if (wishes == m_wished) {
        return std::nullopt;
    }
    m_wished = wishes;
    return wishes;
}

std::uint64_t Thumbnails::put(std::string_view address, std::uint64_t texture, int width,
                              int height) {
    Picture& picture = m_pictures[std::string(address)];
    picture.stage = texture == 0 ? Stage::Failed : Stage::Ready;
    picture.width = width;
    picture.height = height;
    return std::exchange(picture.texture, texture);
}

std::vector<std::uint64_t> Thumbnails::dropUnseen() {
    std::vector<std::uint64_t> dropped;
    while (m_pictures.size() > kMostKept) {
        const auto oldest = std::ranges::min_element(
            m_pictures, {}, [](const auto& entry) { return entry.second.seen; });
        if (oldest->second.seen == m_frame) {
            break;
        }
        if (oldest->second.texture != 0) {
            dropped.push_back(oldest->second.texture);
        }
        m_pictures.erase(oldest);
    }
    return dropped;
}

void Thumbnails::clear() {
    m_pictures.clear();
    m_wished.clear();
}

} // namespace cartouche::ui
