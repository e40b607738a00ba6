#include "ui/image_tiles.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using cartouche::geometry::Bounds;
using cartouche::ui::ImagePart;
using cartouche::ui::ImageTiles;
using cartouche::ui::TileWish;

namespace {

/// A large image, and a page that counts textures and fulfils wishes.
struct Fixture {
    ImageTiles tiles{{20'000, 20'000}, 3};
    std::uint64_t made = 0;

    void see(const Bounds& area, double scale) {
        tiles.see(area, scale, [this] { return ++made; });
    }
    std::size_t fulfil() {
        const auto wishes = tiles.takeWishes();
        for (const TileWish& wish : wishes.value_or(std::vector<TileWish>())) {
            tiles.fill(wish.texture);
        }
        return wishes ? wishes->size() : 0;
    }
};

double areaOf(std::span<const ImagePart> parts, const Bounds& seen) {
    double area = 0;
    for (const ImagePart& part : parts) {
        const Bounds& box = part.shown;
        area += std::max(0.0, std::min(box.right, seen.right) - std::max(box.left, seen.left)) *
                std::max(0.0, std::min(box.bottom, seen.bottom) - std::max(box.top, seen.top));
    }
    return area;
}

} // namespace

TEST_CASE_FIXTURE(Fixture, "what is seen is wished for once, and shown when it comes") {
    const Bounds seen{8000, 8000, 9000, 8800};
    see(seen, 1);
    CHECK(tiles.parts().empty());
    CHECK(fulfil() > 4);
    CHECK_FALSE(tiles.takeWishes().has_value());
    see(seen, 1);
    CHECK_FALSE(tiles.takeWishes().has_value());
    CHECK(areaOf(tiles.parts(), seen) == 1000 * 800);
}

TEST_CASE_FIXTURE(Fixture, "a whole image needs no tiles") {
    see({0, 0, 20'000, 20'000}, 0.05);
    CHECK_FALSE(tiles.takeWishes().has_value());
    CHECK(made == 0);
}

TEST_CASE_FIXTURE(Fixture, "coarser tiles stay below until the finer ones are there") {
    const Bounds seen{8000, 8000, 10'000, 9600};
    see(seen, 0.5);
    fulfil();
    const Bounds closer{8500, 8400, 9500, 9200};
    see(closer, 1);
    CHECK(areaOf(tiles.parts(), closer) == 1000 * 800); // all of it coarse
    fulfil();
    see(closer, 1);
    CHECK(areaOf(tiles.parts(), closer) == 2 * 1000 * 800); // both
    const auto parts = tiles.parts();
    CHECK(parts.front().shown.width() > parts.back().shown.width());
    see(seen, 0.5);
    CHECK(areaOf(tiles.parts(), seen) == 2000 * 1600); // the fine ones are not drawn
}

TEST_CASE_FIXTURE(Fixture, "a long way over the image takes no more textures than are kept") {
    for (double left = 0; left < 19'000; left += 300) {
        see({left, 5000, left + 1000, 5800}, 1);
        fulfil();
    }
    CHECK(made < 110);
    CHECK(tiles.textures().size() == made);
    const auto textures = tiles.textures();
    CHECK(std::set(textures.begin(), textures.end()).size() == made);
}

TEST_CASE_FIXTURE(Fixture, "wishes that never came true give their textures to the next ones") {
    for (double left = 0; left < 19'000; left += 1500) {
        see({left, 5000, left + 1000, 5800}, 1);
        tiles.takeWishes();
    }
    CHECK(made <= 30);
}

TEST_CASE_FIXTURE(Fixture, "what several views of an image see is wished for together") {
    const Bounds one{1000, 1000, 1500, 1500};
    const Bounds other{15'000, 15'000, 15'500, 15'500};
    see(one, 1);
    see(other, 1);
    const auto wishes = tiles.takeWishes();
    REQUIRE(wishes.has_value());
    const auto isWished = [&wishes](const Bounds& area) {
        return std::ranges::any_of(
            *wishes, [&area](const TileWish& wish) { return wish.held.intersects(area); });
    };
    CHECK(isWished(one));
    CHECK(isWished(other));
    see(one, 1);
    see(other, 1);
    CHECK_FALSE(tiles.takeWishes().has_value()); // the page knows
}

TEST_CASE_FIXTURE(Fixture, "a tile shows its part of its texture, without what overlaps") {
    see({0, 0, 100, 100}, 1);
    fulfil();
    see({0, 0, 100, 100}, 1);
    const ImagePart& part = tiles.parts().front();
    CHECK(part.shown == Bounds{0, 0, 510, 510});
    CHECK(part.texels == Bounds{0, 0, 510.0 / 512, 510.0 / 512});
}
