#include "core/geometry/flood_fill.h"
#include "core/geometry/mask_smoothing.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace cartouche::geometry;

namespace {

/// A pixel a letter: its red is its code, its green and blue are 0.
Picture pictureOf(const std::vector<std::string_view>& rows) {
    Picture picture{static_cast<int>(rows.front().size()), static_cast<int>(rows.size()), {}};
    for (const std::string_view row : rows) {
        for (const char letter : row) {
            picture.rgba.insert(picture.rgba.end(), {static_cast<std::uint8_t>(letter), 0, 0, 255});
        }
    }
    return picture;
}

/// As above: X what is in the mask.
std::vector<std::string> rowsOf(const Mask& mask, int width, int height) {
    std::vector<std::string> rows(static_cast<std::size_t>(height),
                                  std::string(static_cast<std::size_t>(width), '.'));
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            if (covers(mask, {x + 0.5, y + 0.5})) {
                rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] = 'X';
            }
        }
    }
    return rows;
}

/// As slowly and plainly as can be: whoever has a filled neighbour is filled, until nothing
/// changes.
Mask fillPlainly(const Picture& picture, int seedX, int seedY, int threshold) {
    const auto red = [&](int x, int y) {
        return int{picture.rgba[static_cast<std::size_t>(y * picture.width + x) * 4]};
    };
    Mask mask{0, 0, picture.width, picture.height, {}};
    mask.alpha.resize(static_cast<std::size_t>(picture.width * picture.height));
    const auto at = [&](int x, int y) -> std::uint8_t& {
        return mask.alpha[static_cast<std::size_t>(y * picture.width + x)];
    };
    at(seedX, seedY) = 255;
    for (bool hasChanged = true; hasChanged;) {
        hasChanged = false;
        for (int y = 0; y < picture.height; ++y) {
            for (int x = 0; x < picture.width; ++x) {
                const bool isNext = (x > 0 && at(x - 1, y) != 0) || (y > 0 && at(x, y - 1) != 0) ||
                                    (x + 1 < picture.width && at(x + 1, y) != 0) ||
                                    (y + 1 < picture.height && at(x, y + 1) != 0);
                if (at(x, y) == 0 && isNext &&
                    std::abs(red(x, y) - red(seedX, seedY)) <= threshold) {
                    at(x, y) = 255;
                    hasChanged = true;
                }
            }
        }
    }
    return mask;
}

} // namespace

TEST_CASE("what is connected with a pixel by like colours is filled, around corners too") {
    const Picture picture = pictureOf({"aaaaaa", "azzzza", "azaaza", "azazza", "azaaaa", "azzzzz"});
    CHECK(rowsOf(floodFill(picture, 2, 2, 0), 6, 6) ==
          std::vector<std::string>{"XXXXXX", "X....X", "X.XX.X", "X.X..X", "X.XXXX", "X....."});
    CHECK(rowsOf(floodFill(picture, 1, 1, 0), 6, 6) ==
          std::vector<std::string>{"......", ".XXXX.", ".X..X.", ".X.XX.", ".X....", ".XXXXX"});
}

TEST_CASE("the threshold is the difference of each colour, its own included") {
    const Picture picture = pictureOf({"abcz"});
    CHECK(floodFill(picture, 0, 0, 1).width == 2); // from the seed, not from the neighbour
    CHECK(floodFill(picture, 0, 0, 2).width == 3);
    CHECK(floodFill(picture, 0, 0, 255).width == 4);
    CHECK(floodFill(picture, 3, 0, 0) == Mask{3, 0, 1, 1, {255}});
    CHECK(floodFill(picture, 4, 0, 9) == Mask{});
    CHECK(floodFill(picture, -1, 0, 9) == Mask{});
}

TEST_CASE("mazes are filled as the plainest algorithm fills them") {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        const int width = 1 + static_cast<int>(random() % 24);
        const int height = 1 + static_cast<int>(random() % 24);
        Picture picture{width, height, {}};
        for (int pixel = 0; pixel < width * height; ++pixel) {
            const auto red = static_cast<std::uint8_t>(random() % 5 < 3 ? 0 : 100);
            picture.rgba.insert(picture.rgba.end(), {red, 0, 0, 255});
        }
        const int x = static_cast<int>(random() % static_cast<unsigned>(width));
        const int y = static_cast<int>(random() % static_cast<unsigned>(height));
        CHECK(rowsOf(floodFill(picture, x, y, 10), width, height) ==
              rowsOf(fillPlainly(picture, x, y, 10), width, height));
    }
}

TEST_CASE("smoothing fills holes, drops specks, and leaves straight edges where they are") {
    Mask mask{2, 2, 6, 5, std::vector<std::uint8_t>(30, 255)};
    mask.alpha[14] = 0;
    CHECK(rowsOf(smoothed(mask, 1, 12, 9), 12, 9) ==
          std::vector<std::string>{"............", "............", "...XXXX.....", "..XXXXXX....",
                                   "..XXXXXX....", "..XXXXXX....", "...XXXX.....", "............",
                                   "............"});
    CHECK(rowsOf(smoothed({5, 5, 1, 1, {255}}, 1, 12, 9), 12, 9) ==
          std::vector<std::string>(9, "............"));
    CHECK(smoothed(mask, 0, 12, 9) == mask);
    // The edge of the image is not an edge of the mask.
    CHECK(rowsOf(smoothed({0, 0, 3, 3, std::vector<std::uint8_t>(9, 255)}, 2, 3, 3), 3, 3) ==
          std::vector<std::string>(3, "XXX"));
}
