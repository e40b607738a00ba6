#include "ui/image_tiles.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

namespace cartouche::ui {

namespace {

using geometry::Bounds;
using image::Tile;

/// How many tiles out of sight keep their textures, of a megabyte each.
constexpr std::size_t kSpare = 64;
constexpr double kAround = 0.25; // of what is seen, to each side

} // namespace

void ImageTiles::see(const Bounds& area, double scale, const MakeTexture& makeTexture) {
    m_isSeen = true;
    m_seen = area;
    m_level = m_pyramid.levelFor(scale);
    const double around = kAround * std::max(area.width(), area.height());
    const std::vector<Tile> wanted = m_pyramid.tilesIn(area.grown(around), m_level);
    for (const Tile& tile : wanted) {
        if (const auto found = m_slots.find(tile); found != m_slots.end()) {
            found->second.lastSeen = m_time;
        }
    }
    for (const Tile& tile : wanted) {
        if (!m_slots.contains(tile)) {
            const std::uint64_t texture = textureFor(wanted.size(), makeTexture);
            m_slots[tile] = {.texture = texture, .isFilled = false, .lastSeen = m_time};
        }
    }
    collectMissing(wanted);
    collectParts();
}

/// Of a tile that was not seen for longest, once there are enough; of one that never came, at once.
std::uint64_t ImageTiles::textureFor(std::size_t wanted, const MakeTexture& makeTexture) {
    const auto rank = [this](const auto& entry) {
        const Slot& slot = entry.second;
        return slot.lastSeen == m_time ? m_time : slot.isFilled ? slot.lastSeen : 0;
    };
    const auto oldest = std::ranges::min_element(m_slots, {}, rank);
    const bool isFull = m_slots.size() >= wanted + kSpare;
    if (oldest == m_slots.end() || rank(*oldest) == m_time || (!isFull && rank(*oldest) > 0)) {
        return makeTexture();
    }
    const std::uint64_t texture = oldest->second.texture;
    m_slots.erase(oldest);
    return texture;
}

void ImageTiles::fill(std::uint64_t texture) {
    const auto found = std::ranges::find_if(
        m_slots, [texture](const auto& entry) { return entry.second.texture == texture; });
    if (found != m_slots.end()) {
        found->second.isFilled = true;
        std::erase(m_missing, found->first);
        std::erase(m_lacking, found->first);
    }
}

void ImageTiles::collectMissing(const std::vector<Tile>& wanted) {
    std::ranges::copy_if(wanted, std::back_inserter(m_lacking), [this](const Tile& tile) {
        return !m_slots.at(tile).isFilled && !std::ranges::contains(m_lacking, tile);
    });
}

void ImageTiles::collectParts() {
    m_parts.clear();
    for (const auto& [tile, slot] : std::views::reverse(m_slots)) { // the coarsest first
        if (slot.isFilled && tile.level >= m_level && m_level < m_pyramid.levels() &&
            m_pyramid.shown(tile).intersects(m_seen)) {
            m_parts.push_back(partOf(tile, slot));
        }
    }
}

ImagePart ImageTiles::partOf(const Tile& tile, const Slot& slot) const {
    const Bounds shown = m_pyramid.shown(tile);
    const Bounds held = m_pyramid.held(tile);
    const geometry::Size texels = m_pyramid.texels(tile);
    const double across = texels.width / held.width() / image::TilePyramid::kTileSize;
    const double down = texels.height / held.height() / image::TilePyramid::kTileSize;
    return {slot.texture,
            shown,
            {(shown.left - held.left) * across, (shown.top - held.top) * down,
             (shown.right - held.left) * across, (shown.bottom - held.top) * down}};
}

std::optional<std::vector<TileWish>> ImageTiles::takeWishes() {
    if (!std::exchange(m_isSeen, false)) {
        return std::nullopt;
    }
    ++m_time;
    if (std::vector<Tile> lacking = std::exchange(m_lacking, {}); lacking == m_missing) {
        return std::nullopt;
    } else {
        m_missing = std::move(lacking);
    }
    std::vector<TileWish> wishes;
    for (const Tile& tile : m_missing) {
        wishes.push_back({m_slots.at(tile).texture, m_pyramid.held(tile), m_pyramid.texels(tile)});
    }
    return wishes;
}

std::vector<std::uint64_t> ImageTiles::textures() const {
    std::vector<std::uint64_t> textures;
    for (const auto& [tile, slot] : m_slots) {
        textures.push_back(slot.texture);
    }
    return textures;
}

} // namespace cartouche::ui
