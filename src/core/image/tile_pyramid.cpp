#include "core/image/tile_pyramid.h"

#include <algorithm>
#include <cmath>

namespace cartouche::image {

namespace {

using geometry::Bounds;

constexpr int kShown = TilePyramid::kTileSize - 2; // without what overlaps

/// Pixels of the image to a pixel of a tile.
double reductionOf(int level) {
    return std::ldexp(1.0, level);
}

} // namespace

int TilePyramid::levelFor(double scale) const {
    int level = 0;
    while (level < m_levels && reductionOf(level + 1) * scale <= 1) {
        ++level;
    }
    return level;
}

std::vector<Tile> TilePyramid::tilesIn(const Bounds& area, int level) const {
    const Bounds seen = withinImage(area);
    std::vector<Tile> tiles;
    if (level >= m_levels || seen.width() <= 0 || seen.height() <= 0) {
        return tiles;
    }
    const double step = kShown * reductionOf(level);
    const auto first = [step](double place) { return static_cast<int>(std::floor(place / step)); };
    const auto last = [step](double place) { return static_cast<int>(std::ceil(place / step)); };
    for (int row = first(seen.top); row < last(seen.bottom); ++row) {
        for (int column = first(seen.left); column < last(seen.right); ++column) {
            tiles.push_back({level, column, row});
        }
    }
    const auto farness = [&](const Tile& tile) {
        const geometry::Point away = shown(tile).center() - seen.center();
        return std::hypot(away.x, away.y);
    };
    std::ranges::stable_sort(tiles, {}, farness);
    return tiles;
}

Bounds TilePyramid::shown(const Tile& tile) const {
    const double step = kShown * reductionOf(tile.level);
    const double left = tile.column * step;
    const double top = tile.row * step;
    return withinImage({left, top, left + step, top + step});
}

Bounds TilePyramid::held(const Tile& tile) const {
    return withinImage(shown(tile).grown(reductionOf(tile.level)));
}

geometry::Size TilePyramid::texels(const Tile& tile) const {
    const Bounds box = held(tile);
    const double reduction = reductionOf(tile.level);
    return {std::ceil(box.width() / reduction), std::ceil(box.height() / reduction)};
}

Bounds TilePyramid::withinImage(const Bounds& box) const {
    return {std::max(box.left, 0.0), std::max(box.top, 0.0), std::min(box.right, m_size.width),
            std::min(box.bottom, m_size.height)};
}

} // namespace cartouche::image
