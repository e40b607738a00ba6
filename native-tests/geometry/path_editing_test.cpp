#include "core/geometry/lines.h"
#include "core/geometry/path_editing.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

using namespace cartouche::geometry;

namespace {

constexpr Size kSize{200, 100};

/// Through these places, its vertices called a, b, c and so on.
Path pathThrough(const std::vector<Point>& places) {
    Path path;
    for (const Point place : places) {
        const std::size_t count = path.vertices.size();
        append(path, std::string(1, static_cast<char>('a' + count)), place,
               count == 0 ? std::nullopt : std::optional(count - 1));
    }
    return path;
}

Path square() {
    return pathThrough({{0, 0}, {50, 0}, {50, 50}, {0, 50}});
}

/// Each vertex with the one it names: "a- ba cb".
std::string chain(const Path& path) {
    std::string text;
    for (const Vertex& vertex : path.vertices) {
        text += (text.empty() ? "" : " ") + vertex.id + vertex.previous.value_or("-");
    }
    return text;
}

void checkNear(Point actual, Point expected) {
    CHECK(actual.x == doctest::Approx(expected.x));
    CHECK(actual.y == doctest::Approx(expected.y));
}

} // namespace

TEST_CASE("vertices are added behind any other") {
    Path path = pathThrough({{0, 0}, {10, 10}});
    append(path, "c", {20, 0}, 0);
    CHECK(chain(path) == "a- ba ca");
}

TEST_CASE("the nearest edge is found with how far along and away it is") {
    const auto nearest = nearestEdge(square(), kSize, {50, 3});
    REQUIRE(nearest);
    CHECK(nearest->edge == Edge{0, 1});
    CHECK(nearest->along == 0.5);
    CHECK(nearest->distancePx == 3);
    CHECK_FALSE(nearestEdge(pathThrough({{1, 1}}), kSize, {0, 0}));
}

TEST_CASE("an edge is divided, also the one that closes a path, whether or not it is named") {
    Path path = square();
    CHECK(insertVertex(path, {{1, 2}, 0.25, 0}, "x", kSize) == 2);
    CHECK(chain(path) == "a- ba xb cx dc");
    checkNear(path.vertices[2].place, {50, 12.5});
    Path named = square();
    close(named);
    CHECK(chain(named) == "ad ba cb dc");
    CHECK(insertVertex(named, {{3, 0}, 0.5, 0}, "x", kSize) == 4);
    CHECK(chain(named) == "ax ba cb dc xd");
    Path unnamed = square();
    unnamed.isClosed = true;
    insertVertex(unnamed, {{3, 0}, 0.5, 0}, "x", kSize);
    CHECK(chain(unnamed) == "a- ba cb dc xd");
    CHECK(ringOf(unnamed, kSize).size() == 5);
}

TEST_CASE("a curve keeps its form when it is divided") {
    Path path = pathThrough({{0, 0}, {100, 0}});
    pullControls(path, 0, {0, 60});
    pullControls(path, 1, {100, -60});
    const std::vector<Point> before = lineOf(path, {0, 1}, kSize);
    const auto middle = insertVertex(path, {{0, 1}, 0.25, 0}, "x", kSize);
    REQUIRE(middle == 1);
    CHECK(path.vertices[1].isBezier);
    for (const Edge edge : edgesOf(path)) {
        for (const Point point : lineOf(path, edge, kSize)) {
            CHECK(distanceToLine(before, Ends::Open, point) < 0.2);
        }
    }
}

TEST_CASE("what came after a vertex that is removed comes after the one before it") {
    Path path = square();
    removeVertex(path, 2);
    CHECK(chain(path) == "a- ba db");
    removeVertex(path, 0);
    CHECK(chain(path) == "b- db");
    Path closed = square();
    close(closed);
    removeVertex(closed, 0);
    CHECK(chain(closed) == "bd cb dc");
    CHECK(closed.isClosed);
    removeVertex(closed, 2);
    CHECK(chain(closed) == "b- cb");
    CHECK_FALSE(closed.isClosed);
    Path branching = square();
    branching.vertices[3].previous = "a";
    removeVertex(branching, 0);
    CHECK(chain(branching) == "b- cb db");
}

TEST_CASE("a closed path is opened at an edge, and one that is open or branches is not") {
    Path path = square();
    path.isClosed = true;
    openAt(path, {1, 2});
    CHECK(chain(path) == "c- dc ad ba");
    CHECK_FALSE(path.isClosed);
    const Path before = path;
    openAt(path, {0, 1});
    CHECK(path == before);
    Path branching = square();
    branching.vertices[3].previous = "a";
    close(branching);
    const Path forked = branching;
    openAt(branching, {0, 1});
    CHECK(branching == forked);
}

TEST_CASE("control points go with their vertex and stay opposite unless they are disconnected") {
    Path path = pathThrough({{10, 10}});
    pullControls(path, 0, {15, 10});
    CHECK(path.vertices[0].controlPoint1 == Point{5, 10});
    moveVertex(path, 0, {20, 20});
    CHECK(path.vertices[0].controlPoint2 == Point{25, 20});
    moveControl(path, 0, ControlPoint::First, {20, 15});
    CHECK(path.vertices[0].controlPoint2 == Point{20, 25});
    path.vertices[0].isDisconnected = true;
    moveControl(path, 0, ControlPoint::First, {0, 0});
    CHECK(path.vertices[0].controlPoint2 == Point{20, 25});
}

TEST_CASE("a vertex becomes curved along its neighbours, then opposite again, then straight") {
    Path path = pathThrough({{0, 0}, {50, 50}, {100, 0}});
    toggleCurve(path, 1, kSize);
    checkNear(path.vertices[1].controlPoint1.value(), {20, 50});
    checkNear(path.vertices[1].controlPoint2.value(), {80, 50});
    path.vertices[1].isDisconnected = true;
    moveControl(path, 1, ControlPoint::First, {50, 0});
    toggleCurve(path, 1, kSize);
    checkNear(path.vertices[1].controlPoint1.value(), {20, 50});
    toggleCurve(path, 1, kSize);
    CHECK_FALSE(path.vertices[1].isBezier);
    CHECK_FALSE(path.vertices[1].controlPoint2);
    toggleCurve(path, 2, kSize); // an end has one neighbour
    checkNear(path.vertices[2].controlPoint1.value(), {85, 15});
}
