#include "core/geometry/brush_rle.h"
#include "core/geometry/mask.h"
#include "geometry/random_shapes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

using namespace cartouche::geometry;
using Bytes = std::vector<std::uint8_t>;

namespace {

BrushMask brushMask(const Bytes& alpha) {
    return {encodeMask(alpha), {}, ""};
}

/// The alpha of the whole image.
Bytes imageOf(const Mask& mask, int width, int height) {
    Bytes image;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool isIn = x >= mask.left && x < mask.left + mask.width && y >= mask.top &&
                              y < mask.top + mask.height;
            const int at = (y - mask.top) * mask.width + x - mask.left;
            image.push_back(isIn ? mask.alpha.at(static_cast<std::size_t>(at)) : 0);
        }
    }
    return image;
}

} // namespace

TEST_CASE("a mask is read to the part that is not empty") {
    // The example of spec/results.md 5.5.
    const Bytes rle{0, 0, 0, 32, 57, 27, 252, 224, 19, 255, 198, 1, 28, 4, 127, 241, 128, 0};
    const auto mask = decode({rle, {}, ""}, 4, 2);
    REQUIRE(mask);
    CHECK(*mask == Mask{1, 0, 3, 2, {0, 255, 255, 128, 255, 0}});
    CHECK(encode(*mask, 4, 2) == rle);
}

TEST_CASE("random masks come back as they were, with the code they had") {
    tests::Dice dice(13);
    for (int round = 0; round < 300; ++round) {
        const int width = 1 + static_cast<int>(dice.number(40));
        const int height = 1 + static_cast<int>(dice.number(40));
        Bytes alpha(static_cast<std::size_t>(width * height));
        for (unsigned part = dice.number(4); part > 0; --part) {
            const unsigned first = dice.number(static_cast<unsigned>(alpha.size()));
            const unsigned count = dice.number(static_cast<unsigned>(alpha.size()) - first + 1);
            std::fill_n(alpha.begin() + first, count, static_cast<std::uint8_t>(dice.number(256)));
        }
        const auto mask = decode(brushMask(alpha), width, height);
        REQUIRE(mask);
        REQUIRE(imageOf(*mask, width, height) == alpha);
        REQUIRE(encode(*mask, width, height) == encodeMask(alpha));
        for (int probe = 0; probe < 20; ++probe) {
            const Point px = dice.point(-2, 42);
            const bool isIn = px.x >= 0 && px.x < width && px.y >= 0 && px.y < height;
            const int at = static_cast<int>(px.y) * width + static_cast<int>(px.x);
            REQUIRE(covers(*mask, px) == (isIn && alpha[static_cast<std::size_t>(at)] != 0));
        }
    }
}

TEST_CASE("the least frame is around a mask") {
    Bytes alpha(100);
    alpha[23] = 1;
    alpha[45] = 255;
    const auto mask = decode(brushMask(alpha), 10, 10);
    REQUIRE(mask);
    CHECK(*mask == Mask{3, 2, 3, 3, {1, 0, 0, 0, 0, 0, 0, 0, 255}});
    CHECK(boundsOf(*mask) == Bounds{3, 2, 6, 5});
}

TEST_CASE("an empty mask has no size and is coded as one run of nothing") {
    const auto mask = decode(brushMask(Bytes(4)), 2, 2);
    REQUIRE(mask);
    CHECK(*mask == Mask{});
    CHECK(encode(*mask, 2, 2) == Bytes{0, 0, 0, 16, 57, 27, 253, 240, 0});
    CHECK_FALSE(boundsOf(*mask));
    CHECK_FALSE(covers(*mask, {0, 0}));
    CHECK(decode({}, 2, 2) == Mask{});
}

TEST_CASE("what sticks out of the image is not coded") {
    const Mask mask{-1, 1, 4, 2, {1, 2, 3, 4, 5, 6, 7, 8}};
    CHECK(encode(mask, 2, 2) == encodeMask(Bytes{0, 0, 2, 3}));
    CHECK(encode({5, 0, 1, 1, {9}}, 2, 2) == encodeMask(Bytes(4)));
    CHECK(encode({-5, 0, 1, 1, {9}}, 2, 2) == encodeMask(Bytes(4)));
}

TEST_CASE("points far off and points that are none are not covered") {
    const Mask mask{0, 0, 1, 1, {255}};
    CHECK(covers(mask, {0.5, 0.99}));
    CHECK_FALSE(covers(mask, {1, 0}));
    CHECK_FALSE(covers(mask, {-0.01, 0}));
    CHECK_FALSE(covers(mask, {1e300, 0}));
    CHECK_FALSE(covers(mask, {0, std::numeric_limits<double>::quiet_NaN()}));
}

TEST_CASE("a mask of another size is refused with both sizes") {
    const auto other = decode(brushMask(Bytes(6)), 4, 2);
    REQUIRE_FALSE(other);
    CHECK(other.error().message == "This mask has 24 values, but an image of 8 pixels needs 32");
    const auto huge = decode(brushMask(Bytes(6)), 2'000'000'000, 2'000'000'000);
    REQUIRE_FALSE(huge);
    CHECK(huge.error().message ==
          "An image of 2000000000 x 2000000000 pixels is too large for a mask");
    CHECK_FALSE(decode(brushMask(Bytes(6)), -2, -3));
    CHECK_FALSE(decode({{1, 2, 3}, {}, ""}, 2, 2));
}

TEST_CASE("runs are coded as the pixels that they stand for") {
    tests::Dice dice(14);
    for (int round = 0; round < 100; ++round) {
        std::vector<AlphaRun> runs;
        Bytes alpha;
        for (int part = 0; part < 8; ++part) {
            const std::uint32_t count = dice.number(dice.number(3) == 0 ? 40000 : 6);
            const auto value = static_cast<std::uint8_t>(dice.number(3));
            runs.push_back({count, value});
            alpha.insert(alpha.end(), count, value);
        }
        const Bytes rle = encodeMask(alpha);
        REQUIRE(encodeMaskRuns(runs) == rle);
        const auto back = decodeMaskRuns(rle, alpha.size());
        REQUIRE(back);
        REQUIRE(encodeMaskRuns(*back) == rle);
        REQUIRE(decodeMask(rle, alpha.size()) == alpha);
    }
}
