#include "core/geometry/brush_rle.h"
#include "core/image/bitmask.h"
#include "core/image/mask_png.h"
#include "core/image/png_alpha.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace cartouche;
using geometry::AlphaRun;
using geometry::BitmaskImage;

namespace {

/// 3 x 2 pixels, filtered; transparent but for the alphas 255 and 1 in the first row and 255 in the
/// second.
constexpr const char* kFiltered =
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAHklEQVR42mNkAAIuEbn/3948YmICsv////qaEUQDAGFw"
    "COPWJlOlAAAAAElFTkSuQmCC";
/// 2 x 1 pixels without alpha.
constexpr const char* kGray =
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR42mNg+A8AAQIBAN"
    "Eay48AAAAASUVORK5CYII=";

std::string problemOf(const BitmaskImage& bitmask, int width, int height) {
    const auto mask = image::decode(bitmask, width, height);
    return mask ? "none" : mask.error().message;
}

} // namespace

TEST_CASE("every mask is written as a PNG that others read") {
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round) {
        const int width = 1 + static_cast<int>(random() % 300);
        const int height = 1 + static_cast<int>(random() % 40);
        const auto pixels = static_cast<std::size_t>(width * height);
        std::vector<AlphaRun> runs;
        std::vector<std::uint8_t> expected;
        while (expected.size() < pixels) {
            const std::size_t longest = random() % 4 == 0 ? 2000 : 9;
            const auto count = std::min(1 + random() % longest, pixels - expected.size());
            const auto alpha = static_cast<std::uint8_t>(random() % 2 * 7);
            runs.push_back({static_cast<std::uint32_t>(count), alpha});
            expected.insert(expected.end(), count, alpha == 0 ? 0 : 255);
        }
        const auto read = image::readPngAlpha(image::writeMaskPng(runs, width, height));
        REQUIRE(read);
        CHECK(read->width == width);
        CHECK(read->height == height);
        REQUIRE(read->alpha == expected);
    }
}

TEST_CASE("the PNG of a large mask is small, and its runs may be too few or too many") {
    const std::vector<AlphaRun> half{{2'000'000, 0}, {9'000'000, 255}};
    const auto png = image::writeMaskPng(half, 2000, 2000);
    CHECK(png.size() < 40'000);
    const auto read = image::readPngAlpha(png);
    REQUIRE(read);
    CHECK(geometry::cropped(read->alpha, 2000, 2000).top == 1000);
    const auto empty = image::readPngAlpha(image::writeMaskPng({}, 3, 2));
    REQUIRE(empty);
    CHECK(empty->alpha == std::vector<std::uint8_t>(6, 0));
}

TEST_CASE("a bitmask is what is not wholly transparent") {
    const auto mask = image::decode({.dataUrl = kFiltered}, 3, 2);
    REQUIRE(mask);
    CHECK(*mask == geometry::Mask{0, 0, 3, 2, {0, 255, 255, 255, 0, 0}});
    CHECK(image::decode({.dataUrl = kGray}, 2, 1).value() ==
          geometry::Mask{0, 0, 2, 1, {255, 255}});
    CHECK(image::addressOf({.dataUrl = kFiltered}) == kFiltered);
}

TEST_CASE("what was painted becomes the address of a PNG") {
    const geometry::Mask mask{1, 1, 2, 1, {255, 255}};
    const BitmaskImage painted{.rle = geometry::encode(mask, 5, 4), .width = 5, .height = 4};
    CHECK(image::decode(painted, 5, 4).value() == mask);
    const std::string address = image::addressOf(painted);
    CHECK(address.starts_with("data:image/png;base64,iVBORw0KGgo"));
    CHECK(image::decode({.dataUrl = address}, 5, 4).value() == mask);
}

TEST_CASE("a bitmask that cannot be read says why") {
    CHECK(problemOf({.dataUrl = "https://somewhere/mask.png"}, 3, 2) ==
          "This bitmask is no PNG in Base64");
    CHECK(problemOf({.dataUrl = "data:image/png;base64,?"}, 3, 2) ==
          "The PNG of this bitmask cannot be read");
    CHECK(problemOf({.dataUrl = std::string(kFiltered).substr(0, 90)}, 3, 2) ==
          "The PNG of this bitmask cannot be read");
    CHECK(problemOf({.dataUrl = kFiltered}, 4, 2) ==
          "This bitmask has 3 x 2 pixels, but its image 4 x 2");
}
