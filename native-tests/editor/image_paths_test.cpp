#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

using namespace cartouche;
using editor::ImageTool;
using geometry::Point;
using json::Json;
using tests::Labeling;

namespace {

std::string configOf(std::string_view attributes) {
    return R"(<View><Image name="image" value="$image"/><VectorLabels name="lane" toName="image" )" +
           std::string(attributes) + R"(><Label value="Lane"/></VectorLabels></View>)";
}

/// With its label armed.
struct Drawing : Labeling {
    explicit Drawing(std::string_view attributes, std::string_view annotations = "[]")
        : Labeling(configOf(attributes), annotations) {
        press("lane", "Lane");
    }

    void clickAll(const std::vector<Point>& points) {
        for (const Point point : points) {
            click(point);
        }
    }
    bool key(std::string_view name) {
        return image().pressKey({.key = std::string(name)}, editor::Platform::Other);
    }
    Json value(std::size_t index = 0) const { return results().at(index)["value"]; }
    /// Each vertex with the place of the one it names: "0- 1<0 2<1".
    std::string chain(std::size_t index = 0) const {
        const Json vertices = value(index)["vertices"];
        std::string text;
        for (std::size_t at = 0; at < vertices.size(); ++at) {
            text += (text.empty() ? "" : " ") + std::to_string(at);
            std::size_t previous = 0;
            while (previous < vertices.size() &&
                   vertices[previous]["id"] != vertices[at]["prevPointId"]) {
                ++previous;
            }
            text += previous == vertices.size() ? "-" : "<" + std::to_string(previous);
        }
        return text;
    }
    /// Takes the path in hand as a whole.
    void select(Point on) {
        image().selectTool(ImageTool::Move);
        click(on);
        REQUIRE(editor.regions().selection().size() == 1);
    }
};

void checkPlace(const Json& point, double x, double y) {
    CHECK(point["x"].get<double>() == doctest::Approx(x));
    CHECK(point["y"].get<double>() == doctest::Approx(y));
}

constexpr const char* kTriangle =
    R"([{"id":"a","type":"vectorlabels","from_name":"lane","to_name":"image","original_width":200,"original_height":100,
      "value":{"vertices":[{"id":"p","x":10,"y":10,"prevPointId":"r","isBezier":false,"isBranching":true},
                           {"id":"q","x":50,"y":10,"prevPointId":"p","isBezier":false},
                           {"id":"r","x":50,"y":60,"prevPointId":"q","isBezier":false}],
               "closed":true,"vectorlabels":["Lane"]}}])";

} // namespace

TEST_CASE("a vector is clicked point by point and ended by a double click, Enter or Escape") {
    Drawing work("");
    CHECK(work.image().tool() == ImageTool::Vector);
    work.clickAll({{10, 10}, {40, 10}, {60, 50}});
    CHECK(work.results().empty());
    work.down({60, 50});
    work.up({60, 50});
    const Json result = work.results().at(0);
    CHECK(result["type"] == "vectorlabels");
    CHECK(result["value"]["vectorlabels"] == Json{"Lane"});
    CHECK(result["value"]["closed"] == false);
    CHECK(work.chain() == "0- 1<0 2<1");
    const Json first = result["value"]["vertices"][0];
    checkPlace(first, 10, 10);
    CHECK(first["prevPointId"].is_null());
    CHECK(first["isBezier"] == false);
    CHECK(first.size() == 5);
    for (const std::string_view key : {"enter", "escape"}) {
        work.press("lane", "Lane");
        work.clickAll({{10, 80}, {40, 80}});
        CHECK(work.key(key));
    }
    CHECK(work.results().size() == 3);
    work.press("lane", "Lane");
    work.click({10, 90});
    CHECK(work.key("escape")); // a single point is no line
    CHECK(work.results().size() == 3);
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(work.results().size() == 2);
}

TEST_CASE("Backspace takes points back while a vector is drawn") {
    Drawing work("");
    work.clickAll({{10, 10}, {40, 10}, {60, 50}});
    work.key("backspace");
    work.click({40, 60});
    work.key("enter");
    CHECK(work.chain() == "0- 1<0 2<1");
    checkPlace(work.value()["vertices"][2], 40, 60);
}

TEST_CASE("a vector is closed at its first point if its control says so") {
    Drawing work(R"(closable="true")");
    work.clickAll({{10, 10}, {40, 10}});
    work.click({10, 10}); // too early
    CHECK(work.results().empty());
    work.clickAll({{40, 60}, {10, 10}});
    CHECK(work.value()["closed"] == true);
    CHECK(work.chain() == "0<2 1<0 2<1");
    Drawing open("");
    open.clickAll({{10, 10}, {40, 10}, {40, 60}, {10, 10}});
    CHECK(open.results().empty()); // there is nothing to click there
    open.key("enter");
    CHECK(open.value()["closed"] == false);
}

TEST_CASE("a drag pulls a curve out of a point where curves are allowed") {
    Drawing work(R"(curves="true")");
    work.click({10, 50});
    work.drag({50, 50}, {60, 30});
    work.click({90, 50});
    work.key("enter");
    const Json vertex = work.value()["vertices"][1];
    CHECK(vertex["isBezier"] == true);
    checkPlace(vertex, 50, 50);
    checkPlace(vertex["controlPoint2"], 60, 30);
    checkPlace(vertex["controlPoint1"], 40, 70);
    Drawing straight("");
    straight.click({10, 50});
    straight.drag({50, 50}, {60, 30});
    straight.key("enter");
    CHECK(straight.value()["vertices"][1]["isBezier"] == false);
    CHECK_FALSE(straight.value()["vertices"][1].contains("controlPoint1"));
}

TEST_CASE("fewest and most points are kept to") {
    Drawing work(R"(minPoints="3" maxPoints="4")");
    work.clickAll({{10, 10}, {40, 10}});
    work.key("enter");
    CHECK(work.results().empty()); // and it goes on
    work.clickAll({{40, 60}, {20, 60}});
    CHECK(work.chain() == "0- 1<0 2<1 3<2");
    work.select({25, 10});
    work.held.alt = true;
    work.click({20, 60});
    work.click({40, 60}); // three are left
    CHECK(work.value()["vertices"].size() == 3);
}

TEST_CASE("in a skeleton the next point is joined to the one that was clicked") {
    Drawing work(R"(skeleton="true")");
    work.clickAll({{10, 50}, {40, 50}, {70, 20}, {40, 50}, {70, 80}});
    work.key("enter");
    CHECK(work.chain() == "0- 1<0 2<1 3<1");
    work.editor.regions().select({work.editor.regions().list().front()});
    work.image().selectTool(ImageTool::Vector);
    work.press("lane", "Lane"); // its own label: nothing changes
    work.click({10, 50});
    work.click({10, 80}); // goes on with it
    CHECK(work.chain() == "0- 1<0 2<1 3<1 4<0");
}

TEST_CASE("points of a selected vector are moved, alone or together, each time one step") {
    Drawing work("", kTriangle);
    work.select({30, 10});
    work.drag({50, 60}, {60, 70});
    checkPlace(work.value()["vertices"][2], 60, 70);
    work.held.control = true;
    work.click({10, 10});
    work.click({50, 10});
    work.held.control = false;
    work.drag({50, 10}, {50, 20});
    checkPlace(work.value()["vertices"][0], 10, 20);
    checkPlace(work.value()["vertices"][1], 50, 20);
    checkPlace(work.value()["vertices"][2], 60, 70);
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(work.results() == Json::parse(kTriangle));
}

TEST_CASE("what is said of a vertex stays with it when others come and go") {
    Drawing work("", kTriangle);
    work.select({30, 10});
    work.held.shift = true;
    work.click({30, 10}); // an edge gets a point
    CHECK(work.chain() == "0<3 1<0 2<1 3<2");
    CHECK(work.value()["vertices"][0]["isBranching"] == true);
    CHECK_FALSE(work.value()["vertices"][1].contains("isBranching"));
    work.click({50, 35}); // the edge from q to r
    work.click({30, 35}); // the one that closes it
    CHECK(work.chain() == "0<5 1<0 2<1 3<2 4<3 5<4");
    work.held.shift = false;
    work.held.alt = true;
    work.click({10, 10});
    CHECK(work.chain() == "0<4 1<0 2<1 3<2 4<3");
    CHECK_FALSE(work.value()["vertices"][0].contains("isBranching"));
}

TEST_CASE("Alt opens a closed vector at an edge, and a click on an end closes it again") {
    Drawing work(R"(closable="true")", kTriangle);
    work.select({30, 10});
    work.held.alt = true;
    work.click({50, 35});
    CHECK(work.value()["closed"] == false);
    CHECK(work.chain() == "0- 1<0 2<1");
    CHECK(work.value()["vertices"][0]["id"] == "r");
    work.held.alt = false;
    work.image().selectTool(ImageTool::Vector);
    work.click({50, 60});
    CHECK(work.value()["closed"] == true);
    CHECK(work.chain() == "0<2 1<0 2<1");
}

TEST_CASE("Shift makes points curved and straight, and control points are moved") {
    Drawing work(R"(curves="true")", kTriangle);
    work.select({30, 10});
    work.held.shift = true;
    work.click({50, 10});
    work.held.shift = false;
    checkPlace(work.value()["vertices"][1]["controlPoint1"], 38, -5);
    work.drag({62, 25}, {60, 10});
    checkPlace(work.value()["vertices"][1]["controlPoint2"], 60, 10);
    checkPlace(work.value()["vertices"][1]["controlPoint1"], 40, 10);
    work.held.alt = true; // the other one stays
    work.drag({60, 10}, {70, 10});
    CHECK(work.value()["vertices"][1]["disconnected"] == true);
    checkPlace(work.value()["vertices"][1]["controlPoint1"], 40, 10);
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(work.results() == Json::parse(kTriangle));
}

TEST_CASE("the tool goes on with a selected open vector, and its points snap to pixels") {
    Drawing work(R"(snap="pixel" curves="true")");
    work.clickAll({{10.1, 10.3}, {40.1, 10.3}});
    work.key("enter");
    checkPlace(work.value()["vertices"][0], 10, 10);
    work.select({25, 10});
    work.image().selectTool(ImageTool::Vector);
    work.click({40.2, 60.4});
    CHECK(work.chain() == "0- 1<0 2<1");
    checkPlace(work.value()["vertices"][2], 40, 60);
    work.drag({70, 60}, {80, 40});
    CHECK(work.value()["vertices"][3]["isBezier"] == true);
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(work.chain() == "0- 1<0 2<1");
}
