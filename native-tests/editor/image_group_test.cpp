#include "core/geometry/fitting.h"
#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace cartouche;
using annotation::AreaHandle;
using tests::Labeling;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <Rectangle name="box" toName="image"/><Ellipse name="round" toName="image"/>
  <Polygon name="poly" toName="image"/></View>)";

constexpr std::string_view kResults = R"([
  {"id":"a","type":"rectangle","from_name":"box","to_name":"image","value":{"x":10,"y":10,"width":20,"height":20,"rotation":0}},
  {"id":"b","type":"ellipse","from_name":"round","to_name":"image","value":{"x":40,"y":40,"radiusX":10,"radiusY":10,"rotation":0}},
  {"id":"c","type":"polygon","from_name":"poly","to_name":"image","value":{"points":[[10,40],[20,50],[10,50]],"closed":true}}])";

} // namespace

TEST_CASE("several regions are resized as one by the box around them, as one step") {
    Labeling work(kConfig, kResults);
    work.editor.regions().select({AreaHandle{0}, AreaHandle{1}, AreaHandle{2}});
    REQUIRE(work.image().grips().size() == 8);
    work.image().selectTool(editor::ImageTool::Move);
    work.drag({50, 50}, {90, 90}); // the lower right corner: from 40 percent wide to 80
    const json::Json results = work.results();
    const auto near = [](const json::Json& number, double expected) {
        return std::abs(number.get<double>() - expected) < 1e-9;
    };
    CHECK(near(results[0]["value"]["x"], 10));
    CHECK(near(results[0]["value"]["width"], 40));
    CHECK(near(results[0]["value"]["height"], 40));
    CHECK(near(results[1]["value"]["x"], 70));
    CHECK(near(results[1]["value"]["radiusX"], 20));
    CHECK(near(results[2]["value"]["points"][1][0], 30));
    CHECK(near(results[2]["value"]["points"][1][1], 90));
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(work.results() == json::Json::parse(kResults));
}

TEST_CASE("what is locked stays as it is when others are resized") {
    Labeling work(kConfig, kResults);
    work.editor.regions().setLocked(std::vector{AreaHandle{1}}, true);
    work.editor.regions().select({AreaHandle{0}, AreaHandle{1}, AreaHandle{2}});
    work.image().selectTool(editor::ImageTool::Move);
    work.drag({30, 50}, {50, 90}); // the corner of what is left
    CHECK(work.results()[1] == json::Json::parse(kResults)[1]);
    CHECK(work.results()[0]["value"]["width"].get<double>() == doctest::Approx(40));
}

TEST_CASE("a rotated box that is stretched keeps its kind, and a quarter turn swaps the axes") {
    const geometry::Rectangle box{.x = 50, .y = 0, .width = 20, .height = 10, .rotation = 90};
    const geometry::Size size{100, 100};
    const auto fitted = std::get<geometry::Rectangle>(
        geometry::fitted(box, size, {0, 0, 100, 100}, {0, 0, 100, 200}));
    CHECK(fitted.width == doctest::Approx(40));
    CHECK(fitted.height == doctest::Approx(10));
    CHECK(fitted.rotation == doctest::Approx(90));
    CHECK(fitted.x == doctest::Approx(50));
}
