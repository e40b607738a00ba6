#pragma once

#include "core/geometry/pixels.h"

#include <compare>
#include <cstdint>
#include <vector>

namespace cartouche::image {

/// One tile of one level: at level 0 a pixel of it is one of the image, at level n it is 2^n wide.
struct Tile {
    int level = 0;
    int column = 0;
    int row = 0;

    auto operator<=>(const Tile&) const = default;
};

/// How an image that is too large for one texture is cut: an overview, which is the image reduced
/// by 2^levels, and above it levels of tiles, each twice as fine as the one before, down to level
/// 0. Tiles overlap by a pixel of theirs to each side, so that smoothing sees no seam.
class TilePyramid {
public:
    /// Pixels to a side of a tile, what overlaps included; less only at the image's right and
    /// bottom.
    static constexpr int kTileSize = 512;

    /// The size is in pixels of the image.
    TilePyramid(geometry::Size size, int levels) : m_size(size), m_levels(levels) {}

    int levels() const { return m_levels; }
    /// The coarsest level that is not magnified at so many device pixels to a pixel of the image;
    /// levels(), if the overview is enough.
    int levelFor(double scale) const;
    /// The tiles of a level that show something of an area of the image, those in its middle first.
    std::vector<Tile> tilesIn(const geometry::Bounds& area, int level) const;
    /// What a tile shows of the image, without what overlaps; tiles of a level lie side by side.
    geometry::Bounds shown(const Tile& tile) const;
    /// What a tile holds of the image.
    geometry::Bounds held(const Tile& tile) const;
    /// How many pixels a tile has.
    geometry::Size texels(const Tile& tile) const;

private:
    geometry::Bounds withinImage(const geometry::Bounds& box) const;

    geometry::Size m_size;
    int m_levels = 0;
};

} // namespace cartouche::image
