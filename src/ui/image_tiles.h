#pragma once

#include "core/geometry/pixels.h"
#include "core/image/tile_pyramid.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace cartouche::ui {

/// A texture of which a part shows a part of an image.
struct ImagePart {
    std::uint64_t texture = 0;
    geometry::Bounds shown;  // in pixels of the image
    geometry::Bounds texels; // 0 to 1: what of the texture that is

    bool operator==(const ImagePart&) const = default;
};

/// What the page is to put into the upper left of a texture.
struct TileWish {
    std::uint64_t texture = 0;
    geometry::Bounds held; // in pixels of the image
    geometry::Size texels; // how many of the texture they are to fill
};

/// An image in tiles: which of them are wanted, which are there, and which give up their texture to
/// others. The overview that lies under them is not its business.
class ImageTiles {
public:
    /// A new texture of TilePyramid::kTileSize a side.
    using MakeTexture = std::function<std::uint64_t()>;

    ImageTiles(geometry::Size size, int levels) : m_pyramid(size, levels) {}

    /// An area of the image is seen at so many device pixels a pixel of it: wishes for the tiles
    /// that it lacks, and for some around it, which a drag will show next. Several areas may be
    /// seen until the wishes are taken.
    void see(const geometry::Bounds& area, double scale, const MakeTexture& makeTexture);
    /// A wish was fulfilled.
    void fill(std::uint64_t texture);

    /// Of what was seen last, what is there: coarse parts before the finer ones that cover them.
    std::span<const ImagePart> parts() const { return m_parts; }
    /// What is lacking, most wanted first; nothing if that is as it was when last taken.
    std::optional<std::vector<TileWish>> takeWishes();
    /// All textures that it was given.
    std::vector<std::uint64_t> textures() const;

private:
    struct Slot {
        std::uint64_t texture = 0;
        bool isFilled = false;
        std::uint64_t lastSeen = 0;
    };
    using Slots = std::map<image::Tile, Slot>;

    std::uint64_t textureFor(std::size_t wanted, const MakeTexture& makeTexture);
    void collectMissing(const std::vector<image::Tile>& wanted);
    void collectParts();
    ImagePart partOf(const image::Tile& tile, const Slot& slot) const;

    image::TilePyramid m_pyramid;
    Slots m_slots;
    std::vector<image::Tile> m_missing; // of those that are wanted, as the page knows it
    std::vector<image::Tile> m_lacking; // as it is since the wishes were taken
    bool m_isSeen = false;              // since then
    std::vector<ImagePart> m_parts;
    geometry::Bounds m_seen = geometry::Bounds::nothing();
    int m_level = 0;
    std::uint64_t m_time = 1; // counts how often wishes were taken
};

} // namespace cartouche::ui
