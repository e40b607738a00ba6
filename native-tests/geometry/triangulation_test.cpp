#include "core/geometry/lines.h"
#include "core/geometry/triangulation.h"
#include "geometry/random_shapes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <vector>

using namespace cartouche::geometry;

namespace {

using Ring = std::vector<Point>;

std::vector<Ring> trianglesOf(const Ring& ring) {
    const auto indexes = triangulate(ring);
    REQUIRE(indexes.size() % 3 == 0);
    std::vector<Ring> triangles;
    for (std::size_t at = 0; at < indexes.size(); at += 3) {
        triangles.push_back(
            {ring.at(indexes[at]), ring.at(indexes[at + 1]), ring.at(indexes[at + 2])});
    }
    return triangles;
}

double filledArea(const std::vector<Ring>& triangles) {
    double area = 0;
    for (const Ring& triangle : triangles) {
        area += std::abs(signedArea(triangle));
    }
    return area;
}

/// Each point of the polygon in one triangle, and none beside it in any.
void checkFills(const Ring& ring, tests::Dice& dice, double reach = 100) {
    const auto triangles = trianglesOf(ring);
    CHECK(triangles.size() <= ring.size() - 2);
    CHECK(filledArea(triangles) == doctest::Approx(std::abs(signedArea(ring))));
    for (int round = 0; round < 100; ++round) {
        const Point p = dice.point(-reach, reach);
        const auto holding = std::ranges::count_if(
            triangles, [&](const Ring& triangle) { return windingNumber(triangle, p) != 0; });
        REQUIRE(holding == (windingNumber(ring, p) != 0 ? 1 : 0));
    }
}

/// Two arms around each other: most corners are reflex, and most triangles blocked.
Ring spiral(int corners) {
    Ring ring;
    for (int side = 0; side < 2; ++side) {
        for (int at = 0; at < corners; ++at) {
            const int step = side == 0 ? at : corners - 1 - at;
            const double angle = step * 0.3;
            const double radius =
                10 + 80.0 * step / corners - (side == 0 ? 0 : 80 * 0.1 * 20.9 / corners);
            ring.push_back({std::cos(angle) * radius, std::sin(angle) * radius});
        }
    }
    return ring;
}

/// Teeth up from one line.
Ring comb(int teeth) {
    Ring ring{{-90, -90}};
    for (int tooth = 0; tooth < teeth; ++tooth) {
        const double left = -90 + 180.0 * tooth / teeth;
        ring.push_back({left + 60.0 / teeth, 90});
        ring.push_back({left + 120.0 / teeth, -80});
    }
    ring.push_back({90, -90});
    return ring;
}

/// Columns of unequal height on a fine grid, above and below one line: many corners lie in rows.
Ring skyline(unsigned columns, double step, tests::Dice& dice) {
    Ring above;
    Ring below;
    for (unsigned column = 0; column < columns; ++column) {
        const double height = (1 + dice.number(4)) * step;
        const double depth = (1 + dice.number(4)) * step;
        for (const double x : {column * step, (column + 1) * step}) {
            above.push_back({x, height});
            below.push_back({x, -depth});
        }
    }
    above.insert(above.end(), below.rbegin(), below.rend());
    return above;
}

Ring reversed(Ring ring) {
    std::ranges::reverse(ring);
    return ring;
}

} // namespace

TEST_CASE("fills random stars of any number of corners, in both directions") {
    tests::Dice dice(9);
    for (int round = 0; round < 300; ++round) {
        const Ring ring = dice.star(3 + dice.number(round % 10 == 0 ? 300 : 40), 0, 100);
        checkFills(ring, dice);
        checkFills(reversed(ring), dice);
    }
}

TEST_CASE("fills combs and spirals") {
    tests::Dice dice(10);
    for (const int size : {2, 5, 20, 50, 300}) {
        checkFills(comb(size), dice);
        checkFills(reversed(comb(size)), dice);
    }
    for (const int size : {30, 60, 200}) {
        checkFills(spiral(size), dice);
        checkFills(reversed(spiral(size)), dice);
    }
}

TEST_CASE("fills polygons whose corners lie in rows and columns, however small") {
    tests::Dice dice(15);
    for (int round = 0; round < 200; ++round) {
        const double step = round % 2 == 0 ? 0.01 : 1.0 / 64;
        const Ring ring = skyline(2 + dice.number(40), step, dice);
        checkFills(ring, dice, 10 * step);
        checkFills(reversed(ring), dice, 10 * step);
    }
}

TEST_CASE("points that repeat or lie on a straight line change nothing") {
    tests::Dice dice(11);
    for (int round = 0; round < 100; ++round) {
        Ring ring;
        const Ring star = dice.star(20, 0, 100);
        for (std::size_t at = 0; at < star.size(); ++at) {
            ring.insert(ring.end(), 1 + dice.number(3), star[at]);
            ring.push_back((star[at] + star[(at + 1) % star.size()]) * 0.5);
        }
        CHECK(filledArea(trianglesOf(ring)) == doctest::Approx(signedArea(ring)));
    }
    const Ring grid{{0, 0}, {1, 0}, {2, 0}, {3, 0}, {3, 1}, {3, 2}, {1, 2}, {1, 1}, {0, 1}};
    CHECK(filledArea(trianglesOf(grid)) == 5);
}

TEST_CASE("fills a polygon that touches itself") {
    const Ring atCorner{{0, 0}, {4, 0}, {4, 4}, {2, 2}, {0, 4}, {2, 2}};
    CHECK(filledArea(trianglesOf(atCorner)) == doctest::Approx(std::abs(signedArea(atCorner))));
    const Ring atEdge{{0, 0}, {6, 0}, {6, 4}, {3, 0}, {0, 4}};
    CHECK(filledArea(trianglesOf(atEdge)) == doctest::Approx(signedArea(atEdge)));
    // A square with a hole, and the way to it and back.
    const Ring hole{{0, 0}, {9, 0}, {9, 9}, {0, 9}, {0, 0}, {3, 3}, {3, 6}, {6, 6}, {6, 3}, {3, 3}};
    CHECK(filledArea(trianglesOf(hole)) == doctest::Approx(72));
}

TEST_CASE("of what has no area, and of numbers that are none, nothing comes") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(triangulate({}).empty());
    CHECK(triangulate(Ring{{0, 0}, {1, 1}}).empty());
    CHECK(triangulate(Ring(50, {3, 3})).empty());
    CHECK(triangulate(Ring{{0, 0}, {1, 1}, {2, 2}, {3, 3}}).empty());
    CHECK(triangulate(Ring{{0, 0}, {9, 0}, {0, nan}}).empty());
}

TEST_CASE("both halves of a figure eight are filled") {
    Ring eight;
    for (int at = 0; at < 60; ++at) {
        const double angle = (at + 0.5) / 60 * 2 * std::numbers::pi;
        eight.push_back({std::sin(2 * angle) * 40, std::sin(angle) * 80});
    }
    // Within the error of the corners that are cut at the crossing.
    const double oneLobe = std::abs(signedArea(Ring(eight.begin(), eight.begin() + 30)));
    CHECK(oneLobe > 1000);
    CHECK(filledArea(trianglesOf(eight)) == doctest::Approx(2 * oneLobe).epsilon(0.05));
}

TEST_CASE("tangles of every size end, with triangles of their points") {
    tests::Dice dice(12);
    for (const unsigned corners : {4U, 7U, 30U, 79U, 81U, 500U, 2000U}) {
        Ring tangle;
        for (unsigned corner = 0; corner < corners; ++corner) {
            tangle.push_back(dice.point(-100, 100));
        }
        CHECK(trianglesOf(tangle).size() <= corners - 2);
        for (Point& point : tangle) {
            point = {std::round(point.x / 50), std::round(point.y / 50)};
        }
        CHECK(trianglesOf(tangle).size() <= corners - 2);
    }
}
