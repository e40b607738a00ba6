#include "core/geometry/lines.h"
#include "core/geometry/mask_canvas.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <vector>

using namespace cartouche::geometry;

namespace {

std::uint8_t alphaAt(const MaskCanvas& canvas, int x, int y) {
    return canvas.pixels()[static_cast<std::size_t>(y * canvas.width() + x)];
}

} // namespace

TEST_CASE("a stroke covers the pixels that its line comes near, and no others") {
    std::mt19937 random(3);
    const auto upTo = [&random](double most) {
        return std::uniform_real_distribution<double>(-5, most)(random);
    };
    for (int round = 0; round < 200; ++round) {
        MaskCanvas canvas(40, 30);
        const Point from{upTo(45), upTo(35)};
        const Point to{upTo(45), upTo(35)};
        const double radius = 0.6 + upTo(8) / 4 + 1.3;
        const MaskCanvas::Area area = canvas.stroke(from, to, radius, MaskCanvas::Brush::Paint);
        for (int y = 0; y < 30; ++y) {
            for (int x = 0; x < 40; ++x) {
                const bool isNear = distanceToSegment({x + 0.5, y + 0.5}, from, to) <= radius;
                REQUIRE((alphaAt(canvas, x, y) == 255) == isNear);
                if (isNear) {
                    REQUIRE((x >= area.left && x < area.right && y >= area.top && y < area.bottom));
                }
            }
        }
    }
}

TEST_CASE("the thinnest brush paints the pixel it is on") {
    MaskCanvas canvas(4, 4);
    canvas.stroke({2.9, 1.1}, {2.9, 1.1}, 0.1, MaskCanvas::Brush::Paint);
    CHECK(alphaAt(canvas, 2, 1) == 255);
    CHECK(canvas.cropped() == Mask{2, 1, 1, 1, {255}});
    canvas.stroke({-3, 9}, {-3, 9}, 1, MaskCanvas::Brush::Paint); // beside the image
    CHECK(canvas.cropped() == Mask{2, 1, 1, 1, {255}});
    canvas.stroke({2.5, 1.5}, {2.5, 1.5}, 0.1, MaskCanvas::Brush::Erase);
    CHECK(canvas.cropped() == Mask{});
}

TEST_CASE("what was painted before is kept, and comes out as it came") {
    const Mask mask{3, 2, 3, 2, {1, 0, 255, 7, 128, 0}};
    MaskCanvas canvas(10, 8, mask);
    CHECK(canvas.cropped() == mask);
    canvas.stroke({0.5, 0.5}, {0.5, 0.5}, 0.5, MaskCanvas::Brush::Paint);
    const Mask grown = canvas.cropped();
    CHECK(grown.left == 0);
    CHECK(grown.width == 6);
    CHECK(grown.alpha[2 * 6 + 5] == 255);
    CHECK(MaskCanvas(2, 2, mask).cropped() == Mask{}); // beyond a smaller image
}

TEST_CASE("a stroke on the grid has no gap, and a brush of one pixel paints a line of pixels") {
    MaskCanvas canvas(12, 8);
    canvas.strokeOnGrid({1.9, 1.2}, {9.1, 5.8}, 0, MaskCanvas::Brush::Paint);
    int painted = 0;
    for (int x = 0; x < 12; ++x) {
        int inColumn = 0;
        for (int y = 0; y < 8; ++y) {
            inColumn += alphaAt(canvas, x, y) == 255 ? 1 : 0;
        }
        CHECK(inColumn == (x >= 1 && x <= 9 ? 1 : 0));
        painted += inColumn;
    }
    CHECK(painted == 9);
    CHECK(alphaAt(canvas, 1, 1) == 255);
    CHECK(alphaAt(canvas, 9, 5) == 255);
}

TEST_CASE("a disc on the grid is the same wherever in its pixel the pointer is") {
    MaskCanvas one(12, 12);
    MaskCanvas other(12, 12);
    one.strokeOnGrid({6.1, 6.9}, {6.1, 6.9}, 2, MaskCanvas::Brush::Paint);
    other.strokeOnGrid({6.9, 6.1}, {6.9, 6.1}, 2, MaskCanvas::Brush::Paint);
    CHECK(one.cropped() == other.cropped());
    CHECK(one.cropped().width == 5);
    CHECK(alphaAt(one, 4, 4) == 0);
    one.strokeOnGrid({6, 6}, {6, 6}, 3, MaskCanvas::Brush::Erase);
    CHECK(one.cropped() == Mask{});
}

TEST_CASE("a mask is added to what was painted, as far as it is on the image") {
    MaskCanvas canvas(4, 4, {0, 0, 1, 1, {9}});
    const MaskCanvas::Area area = canvas.add({2, 3, 4, 4, std::vector<std::uint8_t>(16, 1)});
    CHECK((area.left == 2 && area.top == 3 && area.right == 4 && area.bottom == 4));
    CHECK(alphaAt(canvas, 0, 0) == 9);
    CHECK(alphaAt(canvas, 3, 3) == 255);
    CHECK(canvas.add({-9, -9, 2, 2, {1, 1, 1, 1}}).isEmpty());
}
