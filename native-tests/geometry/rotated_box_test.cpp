#include "core/geometry/rotated_box.h"
#include "geometry/random_shapes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace cartouche::geometry;

namespace {

constexpr Size kSize{600, 400};

void checkNear(Point found, Point expected) {
    CHECK(found.x == doctest::Approx(expected.x).scale(1000));
    CHECK(found.y == doctest::Approx(expected.y).scale(1000));
}

RotatedBox randomBox(tests::Dice& dice) {
    return {dice.point(0, 400), dice.between(1, 200), dice.between(1, 200), dice.between(0, 360)};
}

Rectangle rectangleOf(const RotatedBox& box) {
    return rectangleFrom(box.center, box.width, box.height, box.rotation, kSize);
}

} // namespace

TEST_CASE("a rectangle turns around its upper left corner in pixels, not in percent") {
    const auto corners = cornersOf(Rectangle{10, 20, 30, 25, 90}, kSize);
    checkNear(corners[0], {60, 80});
    checkNear(corners[1], {60, 80 + 180});
    checkNear(corners[2], {60 - 100, 80 + 180});
    checkNear(corners[3], {60 - 100, 80});
}

TEST_CASE("corners are where the specification's formula has them") {
    tests::Dice dice(1);
    for (int round = 0; round < 100; ++round) {
        const Rectangle rectangle{dice.between(0, 100), dice.between(0, 100), dice.between(0, 50),
                                  dice.between(0, 50), dice.between(-400, 400)};
        const double angle = rectangle.rotation * std::numbers::pi / 180;
        const double width = rectangle.width * 6;
        const double height = rectangle.height * 4;
        const Point first{rectangle.x * 6, rectangle.y * 4};
        const Point second{first.x + width * std::cos(angle), first.y + width * std::sin(angle)};
        const Point fourth{first.x - height * std::sin(angle), first.y + height * std::cos(angle)};
        const auto corners = cornersOf(rectangle, kSize);
        checkNear(corners[0], first);
        checkNear(corners[1], second);
        checkNear(corners[2], second + fourth - first);
        checkNear(corners[3], fourth);
    }
}

TEST_CASE("a rectangle of negative width or height is the one on the other side") {
    const auto corners = cornersOf(Rectangle{50, 50, -10, -20, 0}, kSize);
    checkNear(corners[0], {240, 120});
    checkNear(corners[2], {300, 200});
    CHECK(boxOf(Ellipse{50, 50, -10, -20, 0}, kSize).width == doctest::Approx(120));
}

TEST_CASE("a rectangle made from its box has this box") {
    tests::Dice dice(2);
    for (int round = 0; round < 100; ++round) {
        const RotatedBox box = randomBox(dice);
        const RotatedBox back = boxOf(rectangleOf(box), kSize);
        checkNear(back.center, box.center);
        checkNear({back.width, back.height}, {box.width, box.height});
        CHECK(back.rotation == doctest::Approx(box.rotation));
    }
}

TEST_CASE("rotations come back from 0 up to but not including 360") {
    CHECK(normalizedRotation(-90) == 270);
    CHECK(normalizedRotation(360) == 0);
    CHECK(normalizedRotation(725) == 5);
    CHECK(normalizedRotation(-1e-30) == 0);
    CHECK(rectangleFrom({10, 10}, 5, 5, -30, kSize).rotation == 330);
}

TEST_CASE("handles run clockwise from the upper left corner") {
    const RotatedBox box{{100, 100}, 40, 20, 0};
    checkNear(handleOf(box, 0), {80, 90});
    checkNear(handleOf(box, 1), {100, 90});
    checkNear(handleOf(box, 2), {120, 90});
    checkNear(handleOf(box, 3), {120, 100});
    checkNear(handleOf(box, 4), {120, 110});
    checkNear(handleOf(box, 5), {100, 110});
    checkNear(handleOf(box, 6), {80, 110});
    checkNear(handleOf(box, 7), {80, 100});
    checkNear(handleOf({{100, 100}, 40, 20, 90}, 0), {110, 80});
}

TEST_CASE("the handle goes where it is dragged, and the opposite one stays, at every rotation") {
    tests::Dice dice(3);
    for (int round = 0; round < 200; ++round) {
        const RotatedBox box = randomBox(dice);
        const int corner = 2 * static_cast<int>(dice.number(4));
        const Point to = dice.point(-100, 500);
        const RotatedBox changed = resized(box, corner, to, false);
        REQUIRE(changed.width >= 0);
        REQUIRE(changed.height >= 0);
        CHECK(changed.rotation == box.rotation);
        // Flipped over, other corners are there: the two are opposite whichever they are.
        const Point fixed = handleOf(box, (corner + 4) % kHandleCount);
        checkNear(changed.center, (fixed + to) * 0.5);
        double nearest = 1e9;
        for (const Point found : cornersOf(changed)) {
            nearest = std::min(nearest, std::hypot(found.x - to.x, found.y - to.y));
        }
        CHECK(nearest < 1e-6);
    }
}

TEST_CASE("an edge's handle moves along one axis of the box alone") {
    const RotatedBox box{{100, 100}, 40, 20, 90};
    // The right edge of a box that is turned by 90 degrees lies at its bottom.
    const RotatedBox changed = resized(box, 3, {555, 160}, false);
    checkNear(changed.center, {100, 120});
    CHECK(changed.width == doctest::Approx(80));
    CHECK(changed.height == doctest::Approx(20));
}

TEST_CASE("dragged past the opposite side, a box flips over and stays positive") {
    const RotatedBox changed = resized({{100, 100}, 40, 20, 0}, 4, {60, 50}, false);
    checkNear(changed.center, {70, 70});
    checkNear({changed.width, changed.height}, {20, 40});
}

TEST_CASE("a kept ratio follows the axis that grew more") {
    const RotatedBox box{{100, 100}, 40, 20, 0};
    const RotatedBox corner = resized(box, 4, {160, 115}, true);
    checkNear({corner.width, corner.height}, {80, 40});
    checkNear(handleOf(corner, 0), {80, 90});
    const RotatedBox edge = resized(box, 3, {160, 100}, true);
    checkNear({edge.width, edge.height}, {80, 40});
    checkNear(edge.center, {120, 100});
    const RotatedBox flipped = resized(box, 4, {40, 85}, true);
    checkNear({flipped.width, flipped.height}, {40, 20});
    checkNear(handleOf(flipped, 4), {80, 90});
    CHECK(resized({{0, 0}, 0, 20, 0}, 4, {30, 30}, true).width == doctest::Approx(30));
}
