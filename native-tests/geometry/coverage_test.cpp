#include "core/geometry/coverage.h"
#include "core/geometry/lines.h"
#include "core/quality/overlap.h"
#include "core/quality/random.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

using namespace cartouche::geometry;

namespace {

/// A row of # and . for each of the image.
std::string drawn(const Mask& mask, int width, int height) {
    std::string picture;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            picture += covers(mask, {x + 0.5, y + 0.5}) ? '#' : '.';
        }
        picture += '\n';
    }
    return picture;
}

std::string drawn(const Shape& shape, int width, int height) {
    return drawn(coveredPixels(shape, width, height).value(), width, height);
}

} // namespace

TEST_CASE("a rectangle covers the pixels that it reaches into, and none that it touches") {
    CHECK(drawn(Rectangle{25, 25, 50, 50}, 4, 4) == "....\n"
                                                    ".##.\n"
                                                    ".##.\n"
                                                    "....\n");
    // A third of three pixels is one, whatever the last digit of its percent.
    CHECK(drawn(Rectangle{33.3333333333, 0, 33.3333333333, 100}, 3, 1) == ".#.\n");
    CHECK(drawn(Rectangle{30, 30, 30, 30}, 4, 4) == "....\n"
                                                    ".##.\n"
                                                    ".##.\n"
                                                    "....\n");
    // A right angle clockwise around its upper left corner, in the middle of the upper edge.
    CHECK(drawn(Rectangle{50, 0, 25, 50, 90}, 8, 4) == "..##....\n"
                                                       "..##....\n"
                                                       "........\n"
                                                       "........\n");
}

TEST_CASE("an ellipse covers the pixels with a corner nearer than its edge") {
    CHECK(drawn(Ellipse{50, 50, 25, 25}, 8, 8) == "........\n"
                                                  "........\n"
                                                  "..####..\n"
                                                  "..####..\n"
                                                  "..####..\n"
                                                  "..####..\n"
                                                  "........\n"
                                                  "........\n");
    // Of radius 2.5: the corner (2, 1) from the middle is nearer, (2, 2) is not.
    CHECK(drawn(Ellipse{50, 50, 31.25, 31.25}, 8, 8) == "........\n"
                                                        "..####..\n"
                                                        ".######.\n"
                                                        ".######.\n"
                                                        ".######.\n"
                                                        ".######.\n"
                                                        "..####..\n"
                                                        "........\n");
}

TEST_CASE("a ring covers what it winds around, however often") {
    // A star of five points in one line: its middle is wound around twice.
    const Polygon star{{{50, 0}, {80, 100}, {0, 35}, {100, 35}, {20, 100}}};
    CHECK(covers(coveredPixels(star, 100, 100).value(), {50.5, 50.5}));
    CHECK_FALSE(covers(coveredPixels(star, 100, 100).value(), {50.5, 95.5}));
    CHECK(coveredPixels(Polygon{{{0, 0}, {10, 0}}, false}, 10, 10) == std::nullopt);
    CHECK(coveredPixels(KeyPoint{5, 5, 1}, 10, 10) == std::nullopt);
    CHECK(coveredPixels(Rectangle{200, 200, 10, 10}, 10, 10)->alpha.empty());
    CHECK(coveredPixels(Rectangle{-50, -50, 10, 10}, 10, 10)->alpha.empty());
    CHECK(coveredPixels(Rectangle{-1e300, 0, 10, 10}, 10, 10) == std::nullopt);
    CHECK(coveredPixels(Rectangle{std::numeric_limits<double>::infinity(), 0, 10, 10}, 10, 10) ==
          std::nullopt);
    CHECK(drawn(Rectangle{-1000, -1000, 3000, 1050}, 4, 2) == "####\n....\n");
}

TEST_CASE("triangles cover exactly the pixels that they share an area with") {
    constexpr int kSide = 12;
    cartouche::quality::Random random(3);
    const auto number = [&random] { return static_cast<double>(random.below(1600)) / 100 - 2; };
    for (int round = 0; round < 200; ++round) {
        const std::vector<Point> triangle{
            {number(), number()}, {number(), number()}, {number(), number()}};
        if (std::abs(signedArea(triangle)) < 0.1) {
            continue;
        }
        const Mask mask = coveredPixels(triangle, kSide, kSide);
        for (int at = 0; at < kSide * kSide; ++at) {
            const Point corner{static_cast<double>(at % kSide), static_cast<double>(at / kSide)};
            const std::vector<Point> pixel{corner, corner + Point{1, 0}, corner + Point{1, 1},
                                           corner + Point{0, 1}};
            const double shared = cartouche::quality::intersectionArea(pixel, triangle);
            const bool isCovered = covers(mask, corner + Point{0.5, 0.5});
            CHECK((isCovered ? shared > 0 : shared < 1e-5));
        }
    }
}
