#include "core/geometry/overlap.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace cartouche::geometry;

namespace {

Cover boxed(const Bounds& bounds) {
    return {bounds, {}};
}

Cover disc(Point center, double radius) {
    return {Bounds::of(center).grown(radius), [=](Point point) {
                return std::hypot(point.x - center.x, point.y - center.y) <= radius;
            }};
}

} // namespace

TEST_CASE("boxes overlap by what they share of what they cover together, exactly") {
    CHECK(overlapOf(Bounds{0, 0, 10, 10}, Bounds{0, 0, 10, 10}) == 1);
    CHECK(overlapOf(Bounds{0, 0, 10, 10}, Bounds{5, 0, 15, 10}) == doctest::Approx(1.0 / 3));
    CHECK(overlapOf(Bounds{0, 0, 10, 10}, Bounds{10, 0, 20, 10}) == 0);
    CHECK(overlapOf(Bounds{0, 0, 10, 10}, Bounds{2, 2, 4, 4}) == doctest::Approx(0.04));
    CHECK(overlapOf(Bounds{0, 0, 0, 10}, Bounds{0, 0, 0, 10}) == 0); // a line has no area
    CHECK(overlapOf(boxed({0, 0, 10, 10}), boxed({5, 0, 15, 10})) == doctest::Approx(1.0 / 3));
    CHECK(overlapOf(Bounds::nothing(), Bounds{0, 0, 1, 1}) == 0);
}

TEST_CASE("other shapes overlap by a count that is right to two hundredths") {
    const double quarter = std::acos(-1.0) / 4; // of a square that a disc fills
    CHECK(overlapOf(disc({5, 5}, 5), disc({5, 5}, 5)) == 1);
    CHECK(overlapOf(disc({5, 5}, 5), boxed({0, 0, 10, 10})) ==
          doctest::Approx(quarter).epsilon(0.02));
    CHECK(overlapOf(disc({5, 5}, 5), disc({5, 5}, 2.5)) == doctest::Approx(0.25).epsilon(0.08));
    CHECK(overlapOf(disc({5, 5}, 5), disc({16, 5}, 5)) == 0);
    // Their boxes meet, but they do not.
    CHECK(overlapOf(disc({5, 5}, 5), disc({13, 13}, 5)) == 0);
}

TEST_CASE("what no point of the grid meets counts as its box") {
    const Cover line{{0, 0, 10, 10}, [](Point) { return false; }};
    CHECK(overlapOf(line, boxed({0, 0, 10, 10})) == 1);
    CHECK(overlapOf(line, line) == 1);
}
