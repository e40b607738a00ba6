#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using namespace cartouche;
using editor::ImageTool;
using geometry::Point;
using json::Json;
using tests::Labeling;

namespace {

constexpr std::string_view kTools = R"(<View><Image name="image" value="$image"/>
  <Rectangle name="box" toName="image"/><Polygon name="poly" toName="image"/></View>)";

constexpr const char* kOpen =
    R"([{"id":"a","type":"polygon","from_name":"poly","to_name":"image","original_width":200,"original_height":100,"value":{"points":[[10,10],[40,10],[40,60]],"closed":false}}])";

Point onCircle(int step, int steps) {
    const double angle = 2 * std::numbers::pi * step / steps;
    return {50 + 15 * std::cos(angle), 50 + 30 * std::sin(angle)};
}

} // namespace

TEST_CASE("a polygon is drawn by hand, in as few points as show it, and closed where it began") {
    Labeling work(kTools);
    work.image().selectTool(ImageTool::Polygon);
    work.down(onCircle(0, 400));
    for (int step = 1; step < 400; ++step) {
        work.move(onCircle(step, 400));
    }
    work.up(onCircle(399, 400));
    const Json value = work.results().at(0)["value"];
    CHECK(value["closed"] == true);
    CHECK(value["points"].size() > 12);
    CHECK(value["points"].size() < 40);
    for (const Json& point : value["points"]) { // all of them lie on the circle
        const double x = (point[0].get<double>() - 50) / 15;
        const double y = (point[1].get<double>() - 50) / 30;
        CHECK(std::hypot(x, y) == doctest::Approx(1).epsilon(0.001));
    }
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(work.results().empty());
}

TEST_CASE("corners that are clicked and lines drawn by hand go together") {
    Labeling work(kTools);
    work.image().selectTool(ImageTool::Polygon);
    work.click({10, 10});
    work.click({40, 10});
    work.drag({50, 10}, {50, 60}); // straight
    work.click({10, 60});
    work.click({10, 10});
    const Json points = work.results().at(0)["value"]["points"];
    REQUIRE(points.size() == 5);
    CHECK(points[2][0].get<double>() == doctest::Approx(50));
    CHECK(points[3][1].get<double>() == doctest::Approx(60));
}

TEST_CASE("a double click makes a triangle of thirty CSS pixels") {
    Labeling work(kTools);
    work.image().selectTool(ImageTool::Polygon);
    work.click({50, 50});
    work.down({50, 50});
    work.up({50, 50});
    const Json points = work.results().at(0)["value"]["points"];
    REQUIRE(points.size() == 3);
    CHECK(points[1][0].get<double>() == doctest::Approx(57.5));
    CHECK(points[2][1].get<double>() == doctest::Approx(65));
}

TEST_CASE("three points make a turned rectangle, by clicks or by a drag and a click") {
    for (const bool isDragged : {false, true}) {
        Labeling work(kTools);
        work.image().selectTool(ImageTool::ThreePointRectangle);
        if (isDragged) {
            work.drag({20, 20}, {40, 60});
        } else {
            work.click({20, 20});
            work.click({40, 60});
        }
        CHECK(work.results().empty());
        work.click({30, 80}); // (60, 80) is 40 pixels by 20 to the left of (40, 20)'s edge
        const Json value = work.results().at(0)["value"];
        CHECK(work.results().at(0)["type"] == "rectangle");
        CHECK(value["rotation"].get<double>() == doctest::Approx(45));
        CHECK(value["x"].get<double>() == doctest::Approx(20));
        CHECK(value["y"].get<double>() == doctest::Approx(20));
        const double edge = std::hypot(40, 40);
        CHECK(value["width"].get<double>() == doctest::Approx(edge / 2));
        // The third point is (20, 60) away from the first, of which 40 / sqrt(2) lie across.
        CHECK(value["height"].get<double>() == doctest::Approx(40 / std::sqrt(2.0)));
    }
}

TEST_CASE("a polygon that was left open keeps from submitting until its first point is clicked") {
    Labeling work(kTools, kOpen);
    CHECK_FALSE(work.editor.execute(editor::CommandId::Submit));
    CHECK(work.problems().back() ==
          "Complete all regions before submitting: a polygon is not closed. Select it and click "
          "its first point.");
    work.image().selectTool(ImageTool::Move);
    work.click({25, 10});
    work.click({10, 10});
    CHECK(work.results().at(0)["value"]["closed"] == true);
    CHECK(work.problems().empty());
    CHECK(work.editor.execute(editor::CommandId::Submit));
}

TEST_CASE("tools that share a key take turns, and what only models draw has no tool") {
    Labeling work(R"(<View><Image name="image" value="$image"/>
      <Polygon name="poly" toName="image"/><Vector name="line" toName="image"/>
      <Ellipse name="smart" toName="image" smartOnly="true"/></View>)");
    CHECK(work.image().tool() == ImageTool::Polygon);
    CHECK(work.image().pressToolKey({.key = "p"}, editor::Platform::Other, work.editor.keymap()));
    CHECK(work.image().tool() == ImageTool::Vector);
    CHECK(work.image().pressToolKey({.key = "p"}, editor::Platform::Other, work.editor.keymap()));
    CHECK(work.image().tool() == ImageTool::Polygon);
    CHECK_FALSE(work.image().pressToolKey({.key = "o"}, editor::Platform::Other, work.editor.keymap()));
}
