#include "core/geometry/image_shape.h"
#include "core/geometry/path_lines.h"
#include "geometry/random_shapes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <optional>
#include <variant>
#include <vector>

using namespace cartouche::geometry;

namespace {

constexpr Size kSize{600, 400};
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// A curved, closed path of three vertices.
Path bow() {
    return {{{"a", {10, 10}, {}, true, Point{10, 20}, Point{20, -10}},
             {"b", {60, 30}, "a", true, Point{40, -20}, {}},
             {"c", {20, 80}, "b", false, {}, {}}},
            true};
}

std::vector<Shape> oneOfEach() {
    return {Rectangle{20, 30, 25, 10, 33},
            Ellipse{50, 50, 20, 10, 70},
            KeyPoint{40, 60, 3},
            Polygon{{{10, 10}, {60, 20}, {30, 80}}, true},
            Polygon{{{10, 10}, {60, 20}, {30, 80}}, false},
            bow()};
}

void checkBounds(const std::optional<Bounds>& found, const Bounds& expected) {
    REQUIRE(found);
    CHECK(found->left == doctest::Approx(expected.left).scale(1000));
    CHECK(found->top == doctest::Approx(expected.top).scale(1000));
    CHECK(found->right == doctest::Approx(expected.right).scale(1000));
    CHECK(found->bottom == doctest::Approx(expected.bottom).scale(1000));
}

/// How often a ring runs around a point: the sum of the angles under which its edges are seen.
double turnsAround(const std::vector<Point>& ring, Point p) {
    double angle = 0;
    for (std::size_t at = 0; at < ring.size(); ++at) {
        const Point a = ring[at] - p;
        const Point b = ring[(at + 1) % ring.size()] - p;
        angle += std::atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y);
    }
    return angle / (2 * std::numbers::pi);
}

} // namespace

TEST_CASE("bounds lie around the corners and points of shapes") {
    checkBounds(boundsOf(Rectangle{10, 20, 30, 25, 0}, kSize), {60, 80, 240, 180});
    checkBounds(boundsOf(Rectangle{10, 20, 30, 25, 90}, kSize), {-40, 80, 60, 260});
    checkBounds(boundsOf(Rectangle{40, 45, -30, -25, 0}, kSize), {60, 80, 240, 180});
    checkBounds(boundsOf(Ellipse{50, 50, 10, 20, 0}, kSize), {240, 120, 360, 280});
    checkBounds(boundsOf(Ellipse{50, 50, 10, 20, 90}, kSize), {220, 140, 380, 260});
    checkBounds(boundsOf(KeyPoint{50, 50, 2}, kSize), {294, 194, 306, 206});
    checkBounds(boundsOf(Polygon{{{10, 50}, {20, 10}, {5, 20}}, true}, kSize), {30, 40, 120, 200});
    checkBounds(boundsOf(Polygon{{{10, 50}}, false}, kSize), {60, 200, 60, 200});
}

TEST_CASE("the bounds of a turned ellipse touch it on all four sides") {
    tests::Dice dice(5);
    for (int round = 0; round < 50; ++round) {
        const Ellipse ellipse{dice.between(0, 100), dice.between(0, 100), dice.between(1, 30),
                              dice.between(1, 30), dice.between(-360, 360)};
        Bounds around = Bounds::nothing();
        for (double angle = 0; angle < 2 * std::numbers::pi; angle += 0.0005) {
            const Point onAxes{ellipse.radiusX * 6 * std::cos(angle),
                               ellipse.radiusY * 4 * std::sin(angle)};
            around = around.unite(Bounds::of(toPixels({ellipse.x, ellipse.y}, kSize) +
                                             rotated(onAxes, ellipse.rotation)));
        }
        const auto bounds = boundsOf(ellipse, kSize);
        REQUIRE(bounds);
        CHECK(std::abs(bounds->left - around.left) < 1e-3);
        CHECK(std::abs(bounds->top - around.top) < 1e-3);
        CHECK(std::abs(bounds->right - around.right) < 1e-3);
        CHECK(std::abs(bounds->bottom - around.bottom) < 1e-3);
    }
}

TEST_CASE("the bounds of a path follow its curves, not their control points") {
    const auto bounds = boundsOf(bow(), kSize);
    REQUIRE(bounds);
    CHECK(bounds->bottom == 320);
    CHECK(bounds->left == 60);
    CHECK(bounds->right == doctest::Approx(360));
    CHECK(bounds->top < 0);
    CHECK(bounds->top > -40); // the control points lie at -40 and -80
}

TEST_CASE("what covers nothing on an image has no bounds") {
    CHECK_FALSE(boundsOf(Rectangle{kNan, 0, 1, 1, 0}, kSize));
    CHECK_FALSE(boundsOf(Rectangle{0, 0, 1, 1, kInfinity}, kSize));
    CHECK_FALSE(boundsOf(Rectangle{1e308, 0, 1e308, 1, 0}, kSize));
    CHECK_FALSE(boundsOf(Ellipse{0, 0, 1, kNan, 0}, kSize));
    CHECK_FALSE(boundsOf(KeyPoint{0, 0, kInfinity}, kSize));
    CHECK_FALSE(boundsOf(Polygon{{{0, 0}, {1, kNan}}, true}, kSize));
    CHECK_FALSE(boundsOf(Polygon{}, kSize));
    CHECK_FALSE(boundsOf(Path{}, kSize));
    CHECK_FALSE(boundsOf(BrushMask{}, kSize));
    CHECK_FALSE(boundsOf(Span{0, 10}, kSize));
    Path path = bow();
    path.vertices[0].controlPoint2->y = kNan;
    CHECK_FALSE(boundsOf(path, kSize));
    CHECK_FALSE(isHit(path, kSize, {60, 40}, 1e9));
}

TEST_CASE("rectangles are hit inside and not beside, at every rotation") {
    tests::Dice dice(6);
    int hits = 0;
    for (int round = 0; round < 2000; ++round) {
        const Rectangle rectangle{dice.between(20, 80), dice.between(20, 80), dice.between(-40, 40),
                                  dice.between(-40, 40), dice.between(0, 360)};
        const Point px = dice.point(0, 500);
        const auto corners = cornersOf(rectangle, kSize);
        const std::vector<Point> ring(corners.begin(), corners.end());
        const bool isInside = std::abs(turnsAround(ring, px)) > 0.5;
        REQUIRE(isHit(rectangle, kSize, px, 0) == isInside);
        hits += isInside;
    }
    CHECK(hits > 50);
}

TEST_CASE("ellipses are hit where the sum of the distances to their focal points is small enough") {
    tests::Dice dice(7);
    int hits = 0;
    for (int round = 0; round < 2000; ++round) {
        const Ellipse ellipse{50, 50, dice.between(20, 40), dice.between(1, 25),
                              dice.between(-360, 360)};
        const Point px = dice.point(0, 500);
        const double longest = ellipse.radiusX * 6; // 120 and more; the other is below 100
        const double other = ellipse.radiusY * 4;
        const Point focus =
            rotated({std::sqrt(longest * longest - other * other), 0}, ellipse.rotation);
        const Point place = px - Point{300, 200};
        const bool isInside = std::hypot(place.x - focus.x, place.y - focus.y) +
                                  std::hypot(place.x + focus.x, place.y + focus.y) <=
                              2 * longest;
        REQUIRE(isHit(ellipse, kSize, px, 0) == isInside);
        hits += isInside;
    }
    CHECK(hits > 100);
}

TEST_CASE("polygons are hit where they wind around the pointer, however often") {
    tests::Dice dice(8);
    for (int round = 0; round < 2000; ++round) {
        Polygon polygon;
        std::vector<Point> ring;
        for (int corner = 0; corner < 7; ++corner) {
            polygon.points.push_back(dice.point(0, 100));
            ring.push_back(toPixels(polygon.points.back(), kSize));
        }
        const Point px = dice.point(0, 400);
        REQUIRE(isHit(polygon, kSize, px, 0) == (std::abs(turnsAround(ring, px)) > 0.5));
    }
    // The middle of a pentagram, which runs around it twice.
    Polygon pentagram;
    for (int corner = 0; corner < 5; ++corner) {
        const double angle = corner * 4 * std::numbers::pi / 5;
        pentagram.points.push_back({50 + 40 * std::cos(angle), 50 + 40 * std::sin(angle)});
    }
    CHECK(isHit(pentagram, kSize, {300, 200}, 0));
}

TEST_CASE("open polygons and paths are hit near their lines, closed paths inside as well") {
    Polygon polygon{{{0, 0}, {50, 0}, {50, 50}}, false};
    CHECK(isHit(polygon, kSize, {150, 3}, 4));
    CHECK_FALSE(isHit(polygon, kSize, {150, 5}, 4));
    CHECK_FALSE(isHit(polygon, kSize, {148, 98}, 4)); // where it would be closed
    CHECK_FALSE(isHit(polygon, kSize, {250, 50}, 4));
    polygon.isClosed = true;
    CHECK(isHit(polygon, kSize, {250, 50}, 4));

    Path path = bow();
    const Point inside = toPixels({30, 35}, kSize);
    CHECK(isHit(path, kSize, inside, 1));
    path.isClosed = false;
    CHECK_FALSE(isHit(path, kSize, inside, 1));
    const auto curve = lineOf(path, {0, 1}, kSize);
    CHECK(isHit(path, kSize, curve[curve.size() / 2], 1));
    CHECK_FALSE(isHit(path, kSize, curve[curve.size() / 2] - Point{0, 5}, 1));
    CHECK(isHit(Path{{{"a", {50, 50}, {}, false, {}, {}}}, false}, kSize, {302, 202}, 3));
}

TEST_CASE("small and thin shapes are hit within the reach, large ones only inside") {
    CHECK(isHit(KeyPoint{50, 50, 0.1}, kSize, {304, 200}, 5));
    CHECK_FALSE(isHit(KeyPoint{50, 50, 0.1}, kSize, {304, 204}, 5));
    CHECK(isHit(KeyPoint{50, 50, 10}, kSize, {325, 200}, 5));
    CHECK(isHit(Rectangle{50, 50, 20, 0, 30}, kSize, Point{300, 200} + rotated({60, 4}, 30), 5));
    CHECK_FALSE(
        isHit(Rectangle{50, 50, 20, 0, 30}, kSize, Point{300, 200} + rotated({60, 6}, 30), 5));
    CHECK_FALSE(isHit(Rectangle{50, 50, 20, 20, 0}, kSize, {298, 210}, 5));
    CHECK(isHit(Ellipse{50, 50, 20, 0, 0}, kSize, {330, 203}, 5));
    CHECK(isHit(Polygon{{{50, 50}, {70, 70}}, true}, kSize, {360, 243}, 5));
    CHECK(isHit(Polygon{{{50, 50}}, true}, kSize, {303, 203}, 5));
    CHECK_FALSE(isHit(Polygon{{{0, 0}, {50, 0}, {50, 50}}, true}, kSize, {303, 100}, 5));
    CHECK_FALSE(isHit(Span{0, 100}, kSize, {0, 0}, 1e9));
}

TEST_CASE("what is moved keeps its form and its bounds move as far") {
    for (const Shape& shape : oneOfEach()) {
        const Bounds before = *boundsOf(shape, kSize);
        const Shape there = moved(shape, kSize, {30, -12});
        checkBounds(boundsOf(there, kSize),
                    {before.left + 30, before.top - 12, before.right + 30, before.bottom - 12});
        checkBounds(boundsOf(moved(there, kSize, {-30, 12}), kSize), before);
        CHECK(moved(shape, kSize, {0, 0}) == shape);
    }
    const auto path = std::get<Path>(moved(bow(), kSize, {6, 4}));
    CHECK(path.vertices[0].controlPoint2 == Point{21, -9});
    CHECK(path.vertices[1].controlPoint1 == Point{41, -19});
    CHECK(moved(Span{1, 2}, kSize, {6, 4}) == Shape(Span{1, 2}));
    CHECK(moved(Track{{KeyFrame{}}}, kSize, {6, 4}) == Shape(Track{{KeyFrame{}}}));
}

TEST_CASE("a move ends at the edge of the image, on each axis for itself") {
    const Bounds inside{100, 100, 200, 200};
    CHECK(keepInside(inside, kSize, {50, -50}) == Point{50, -50});
    CHECK(keepInside(inside, kSize, {-150, 1000}) == Point{-100, 200});
    CHECK(keepInside(inside, kSize, {1000, -1000}) == Point{400, -100});
}

TEST_CASE("what sticks out of the image may come in but goes no further out") {
    const Bounds left{-50, 0, 100, 100};
    CHECK(keepInside(left, kSize, {-10, 0}) == Point{0, 0});
    CHECK(keepInside(left, kSize, {30, 0}) == Point{30, 0});
    CHECK(keepInside(left, kSize, {1000, 0}) == Point{500, 0});
    const Bounds tooWide{-50, 0, 700, 100};
    CHECK(keepInside(tooWide, kSize, {-10, 0}) == Point{0, 0});
    CHECK(keepInside(tooWide, kSize, {10, 0}) == Point{0, 0});
}
