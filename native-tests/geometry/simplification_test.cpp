#include "core/geometry/lines.h"
#include "core/geometry/simplification.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace cartouche::geometry;

TEST_CASE("points on a straight line go, and its ends and corners stay") {
    std::vector<Point> line;
    for (int x = 0; x <= 100; ++x) {
        line.push_back({static_cast<double>(x), 0});
    }
    for (int y = 1; y <= 50; ++y) {
        line.push_back({100, static_cast<double>(y)});
    }
    CHECK(simplified(line, 0.5) == std::vector<Point>{{0, 0}, {100, 0}, {100, 50}});
    CHECK(simplified({}, 1).empty());
    const std::vector<Point> two{{1, 1}, {1, 1}};
    CHECK(simplified(two, 1) == two);
}

TEST_CASE("a simplified line strays by no more than was allowed") {
    std::vector<Point> line;
    for (int step = 0; step <= 400; ++step) {
        line.push_back({step * 0.5, 30 * std::sin(step * 0.05)});
    }
    const std::vector<Point> simple = simplified(line, 1);
    CHECK(simple.size() < 50);
    for (const Point point : line) {
        CHECK(distanceToLine(simple, Ends::Open, point) <= 1);
    }
}

TEST_CASE("a line that comes back to where it began keeps what lies between") {
    const std::vector<Point> loop{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
    CHECK(simplified(loop, 1) == loop);
}
