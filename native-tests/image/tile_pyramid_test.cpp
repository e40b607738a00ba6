#include "core/image/tile_pyramid.h"

#include <doctest/doctest.h>

#include <algorithm>

using cartouche::geometry::Bounds;
using cartouche::geometry::Size;
using cartouche::image::Tile;
using cartouche::image::TilePyramid;

TEST_CASE("a level of tiles is the coarsest that is not magnified") {
    const TilePyramid pyramid({20'000, 20'000}, 3);
    CHECK(pyramid.levelFor(8) == 0);
    CHECK(pyramid.levelFor(1) == 0);
    CHECK(pyramid.levelFor(0.51) == 0);
    CHECK(pyramid.levelFor(0.5) == 1);
    CHECK(pyramid.levelFor(0.3) == 1);
    CHECK(pyramid.levelFor(0.25) == 2);
    CHECK(pyramid.levelFor(0.125) == 3);
    CHECK(pyramid.levelFor(0.001) == 3); // the overview
}

TEST_CASE("the tiles of a level cover an area without a gap, from its middle outwards") {
    const TilePyramid pyramid({3000, 2000}, 2);
    const Bounds area{100, 100, 1600, 1400};
    for (int level = 0; level < 2; ++level) {
        CAPTURE(level);
        const auto tiles = pyramid.tilesIn(area, level);
        CHECK(pyramid.shown(tiles.front()).contains(area.center()));
        Bounds all = Bounds::nothing();
        double covered = 0;
        for (const Tile& tile : tiles) {
            const Bounds box = pyramid.shown(tile);
            CHECK(box.intersects(area));
            all = all.unite(box);
            covered += box.width() * box.height();
        }
        CHECK(all.left <= area.left);
        CHECK(all.top <= area.top);
        CHECK(all.right >= area.right);
        CHECK(all.bottom >= area.bottom);
        CHECK(covered == all.width() * all.height());
    }
}

TEST_CASE("tiles overlap by a pixel of theirs, but not beyond the image") {
    const TilePyramid pyramid({3000, 2000}, 2);
    CHECK(pyramid.shown({0, 1, 0}) == Bounds{510, 0, 1020, 510});
    CHECK(pyramid.held({0, 1, 0}) == Bounds{509, 0, 1021, 511});
    CHECK(pyramid.texels({0, 1, 0}) == Size{512, 511});
    CHECK(pyramid.shown({1, 2, 1}) == Bounds{2040, 1020, 3000, 2000});
    CHECK(pyramid.held({1, 2, 1}) == Bounds{2038, 1018, 3000, 2000});
    CHECK(pyramid.texels({1, 2, 1}) == Size{481, 491});
}

TEST_CASE("no tile is larger than its texture, and none lies outside the image") {
    const Size size{801, 100'003};
    const TilePyramid pyramid(size, 7);
    for (int level = 0; level < 7; ++level) {
        for (const Tile& tile : pyramid.tilesIn({-1e6, -1e6, 1e6, 1e6}, level)) {
            const Size texels = pyramid.texels(tile);
            CHECK((texels.width >= 1 && texels.width <= TilePyramid::kTileSize));
            CHECK((texels.height >= 1 && texels.height <= TilePyramid::kTileSize));
            CHECK((pyramid.shown(tile).right <= size.width));
            CHECK((pyramid.shown(tile).bottom <= size.height));
        }
    }
    CHECK(pyramid.tilesIn({900, 0, 1000, 100}, 0).empty());
    CHECK(pyramid.tilesIn({0, 0, 801, 100}, 7).empty());
}
