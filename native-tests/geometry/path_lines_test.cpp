#include "core/geometry/lines.h"
#include "core/geometry/path_lines.h"
#include "geometry/random_shapes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace cartouche::geometry;

namespace {

constexpr Size kSize{200, 100};

Vertex vertex(std::string id, Point place, std::optional<std::string> previous = {}) {
    return {std::move(id), place, std::move(previous), false, {}, {}};
}

Path triangle(bool isClosed) {
    return {{vertex("a", {0, 0}), vertex("b", {50, 0}, "a"), vertex("c", {50, 50}, "b")}, isClosed};
}

} // namespace

TEST_CASE("edges lead from the vertex that each names as its previous one") {
    CHECK(edgesOf(triangle(false)) == std::vector<Edge>{{0, 1}, {1, 2}});
    Path branching = triangle(false);
    branching.vertices.push_back(vertex("d", {0, 50}, "a"));
    branching.vertices.push_back(vertex("e", {0, 60}, "nobody"));
    CHECK(edgesOf(branching) == std::vector<Edge>{{0, 1}, {1, 2}, {0, 3}});
    CHECK(edgesOf({}).empty());
}

TEST_CASE("a closed path has one edge from its last vertex to its first") {
    CHECK(edgesOf(triangle(true)) == std::vector<Edge>{{2, 0}, {0, 1}, {1, 2}});
    Path named = triangle(true);
    named.vertices.front().previous = "c";
    CHECK(edgesOf(named) == edgesOf(triangle(true)));
    Path two = triangle(true);
    two.vertices.pop_back();
    CHECK(edgesOf(two) == std::vector<Edge>{{0, 1}});
}

TEST_CASE("what a closed path encloses runs once around it, and is nothing if it branches") {
    CHECK(ringOf(triangle(true), kSize) == std::vector<Point>{{0, 0}, {100, 0}, {100, 50}});
    CHECK(ringOf(triangle(false), kSize).empty());
    Path branching = triangle(true);
    branching.vertices.insert(branching.vertices.begin() + 1, vertex("d", {0, 50}, "a"));
    CHECK(ringOf(branching, kSize).empty());
    Path apart = triangle(true);
    apart.vertices[1].previous.reset();
    CHECK(ringOf(apart, kSize).empty());
}

TEST_CASE("a path that leads back into itself ends") {
    Path path = triangle(true);
    path.vertices[1].previous = "c";
    CHECK(ringOf(path, kSize).empty());
    path.vertices[1].previous = "b";
    CHECK(ringOf(path, kSize).empty());
}

TEST_CASE("control points count at Bezier vertices, and a missing one lies on the straight way") {
    Path path = triangle(false);
    path.vertices[0].controlPoint2 = Point{0, 100};
    CHECK(lineOf(path, {0, 1}, kSize) == std::vector<Point>{{0, 0}, {100, 0}});
    path.vertices[0].isBezier = true;
    const auto line = lineOf(path, {0, 1}, kSize);
    CHECK(line == flattened({{0, 0}, {0, 100}, {70, 0}, {100, 0}}));
    CHECK(line.size() > 10);
}

TEST_CASE("a flattened curve strays less than a tenth of a pixel") {
    tests::Dice dice(4);
    for (int round = 0; round < 100; ++round) {
        const Curve curve{dice.point(0, 500), dice.point(-500, 900), dice.point(-500, 900),
                          dice.point(0, 500)};
        const auto line = flattened(curve);
        CHECK(line.front() == curve.from);
        CHECK(line.back() == curve.to);
        double farthest = 0;
        for (double t = 0; t <= 1; t += 0.003) {
            // De Casteljau's construction, step by step.
            const auto mix = [t](Point a, Point b) { return a * (1 - t) + b * t; };
            const Point ab = mix(curve.from, curve.control1);
            const Point bc = mix(curve.control1, curve.control2);
            const Point cd = mix(curve.control2, curve.to);
            const Point point = mix(mix(ab, bc), mix(bc, cd));
            farthest = std::max(farthest, distanceToLine(line, Ends::Open, point));
        }
        CHECK(farthest < 0.1);
        CHECK(line.size() < 200);
    }
}

TEST_CASE("the distance to a segment is that to its nearest point") {
    CHECK(distanceToSegment({5, 3}, {0, 0}, {10, 0}) == 3);
    CHECK(distanceToSegment({-3, 4}, {0, 0}, {10, 0}) == 5);
    CHECK(distanceToSegment({13, 4}, {0, 0}, {10, 0}) == 5);
    CHECK(distanceToSegment({3, 4}, {0, 0}, {0, 0}) == 5);
    const std::vector<Point> corner{{0, 0}, {10, 0}, {10, 10}};
    CHECK(distanceToLine(corner, Ends::Open, {4, 5}) == 5);
    CHECK(distanceToLine(corner, Ends::Joined, {4, 4}) == 0);
    CHECK(distanceToLine({}, Ends::Joined, {4, 4}) == std::numeric_limits<double>::infinity());
}
