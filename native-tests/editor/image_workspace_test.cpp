#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace cartouche;
using editor::ImageTool;
using json::Json;
using tests::Labeling;

namespace {

constexpr std::string_view kTools = R"(<View>
  <Image name="image" value="$image"/>
  <Rectangle name="box" toName="image"/>
  <Ellipse name="round" toName="image"/>
  <Polygon name="poly" toName="image"/>
  <KeyPoint name="point" toName="image" strokeWidth="4" snap="pixel"/>
  <Labels name="label" toName="image"><Label value="Car"/></Labels>
</View>)";

constexpr std::string_view kTwoBoxes =
    R"([{"id":"a","type":"rectangle","from_name":"box","to_name":"image","original_width":200,"original_height":100,"value":{"x":10,"y":10,"width":20,"height":20,"rotation":0}},
        {"id":"b","type":"rectangle","from_name":"box","to_name":"image","original_width":200,"original_height":100,"value":{"x":60,"y":60,"width":20,"height":20,"rotation":0}}])";

/// Numbers to a millionth, since points come by way of the stage.
void checkValue(const Json& value, const Json& expected) {
    for (const auto& [key, number] : expected.items()) {
        CHECK_MESSAGE(std::abs(value.value(key, 1e9) - number.get<double>()) < 1e-6,
                      key << " is " << value.dump());
    }
}

} // namespace

TEST_CASE("a drag draws a rectangle, whichever way it goes, within the image") {
    Labeling work(kTools);
    CHECK(work.image().tool() == ImageTool::Rectangle); // the first bare tool is in hand
    work.drag({30, 40}, {10, 20});
    const Json result = work.results().at(0);
    checkValue(result["value"],
               {{"x", 10}, {"y", 20}, {"width", 20}, {"height", 20}, {"rotation", 0}});
    CHECK(result["type"] == "rectangle");
    CHECK(result["from_name"] == "box");
    CHECK(result["to_name"] == "image");
    CHECK(result["original_width"] == 200);
    CHECK(result["original_height"] == 100);
    CHECK(result["image_rotation"] == 0);
    CHECK(result["origin"] == "manual");
    work.drag({80, 80}, {300, 300});
    checkValue(work.results().at(1)["value"],
               {{"x", 80}, {"y", 80}, {"width", 20}, {"height", 20}});
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(work.results().empty());
}

TEST_CASE("two clicks draw as a drag does, and what is too small is not kept") {
    Labeling work(kTools);
    work.click({10, 10});
    REQUIRE(work.image().draft());
    work.click({40, 30});
    checkValue(work.results().at(0)["value"],
               {{"x", 10}, {"y", 10}, {"width", 30}, {"height", 20}});
    work.drag({70, 70}, {70.5, 90}); // two CSS pixels wide
    CHECK(work.results().size() == 1);
    work.click({60, 60});
    work.image().pressKey({.key = "escape"}, editor::Platform::Other);
    work.click({90, 90}); // begins another
    CHECK(work.results().size() == 1);
}

TEST_CASE("a double click makes a shape of thirty CSS pixels") {
    Labeling work(kTools);
    work.click({50, 50});
    work.down({50, 50});
    work.up({50, 50});
    checkValue(work.results().at(0)["value"],
               {{"x", 50}, {"y", 50}, {"width", 7.5}, {"height", 15}});
}

TEST_CASE("an ellipse is drawn from its centre and ends where the image does") {
    Labeling work(kTools);
    work.image().selectTool(ImageTool::Ellipse);
    work.drag({50, 50}, {60, 70});
    checkValue(work.results().at(0)["value"],
               {{"x", 50}, {"y", 50}, {"radiusX", 10}, {"radiusY", 20}});
    work.drag({90, 50}, {60, 60});
    checkValue(work.results().at(1)["value"], {{"x", 90}, {"radiusX", 10}, {"radiusY", 10}});
}

TEST_CASE("a key point is a click, in the middle of a pixel if it snaps") {
    Labeling work(kTools);
    work.image().selectTool(ImageTool::KeyPoint);
    work.click({50.1, 50.1});
    const Json result = work.results().at(0);
    CHECK(result["type"] == "keypoint");
    checkValue(result["value"], {{"x", 50.25}, {"y", 50.5}, {"width", 1}});
}

TEST_CASE("a polygon is clicked corner by corner and closed at the first one") {
    Labeling work(kTools);
    work.image().selectTool(ImageTool::Polygon);
    for (const geometry::Point corner : {geometry::Point{10, 10}, {40, 10}, {60, 20}, {40, 50}}) {
        work.click(corner);
    }
    CHECK(work.results().empty());
    work.image().pressKey({.key = "backspace"}, editor::Platform::Other); // takes one back
    work.click({40, 60});
    work.click({10, 10});
    const Json value = work.results().at(0)["value"];
    REQUIRE(value["points"].size() == 4);
    CHECK(std::abs(value["points"][3][1].get<double>() - 60) < 1e-6);
    CHECK(value["closed"] == true);

    work.image().selectTool(ImageTool::Move);
    work.click({30, 30}); // selects it
    REQUIRE(work.image().grips().size() == 4);
    work.drag({40, 60}, {50, 80});
    CHECK(std::abs(work.results().at(0)["value"]["points"][3][0].get<double>() - 50) < 1e-6);
    work.drag({25, 10}, {25, 5}); // an edge makes a corner
    CHECK(work.results().at(0)["value"]["points"].size() == 5);
    work.held.alt = true;
    work.click({25, 5});
    CHECK(work.results().at(0)["value"]["points"].size() == 4);
}

TEST_CASE("a double click or Enter closes a polygon, and Escape drops it") {
    Labeling work(kTools);
    work.image().selectTool(ImageTool::Polygon);
    const auto draw = [&work](double left) {
        work.click({left, 10});
        work.click({left + 10, 10});
        work.click({left + 10, 30});
    };
    draw(10);
    work.down({20, 30});
    work.up({20, 30});
    CHECK(work.results().at(0)["value"]["points"].size() == 3);
    draw(40);
    work.image().pressKey({.key = "enter"}, editor::Platform::Other);
    CHECK(work.results().size() == 2);
    draw(70);
    work.image().pressKey({.key = "escape"}, editor::Platform::Other);
    CHECK(work.results().size() == 2);
    CHECK_FALSE(work.image().isBusy());
}

TEST_CASE("regions are selected by click, box and with Control") {
    Labeling work(kTools, kTwoBoxes);
    work.image().selectTool(ImageTool::Move);
    work.click({20, 20});
    CHECK(work.editor.regions().selection().size() == 1);
    work.held.control = true;
    work.click({70, 70});
    CHECK(work.editor.regions().selection().size() == 2);
    work.held.control = false;
    work.click({50, 50});
    CHECK(work.editor.regions().selection().empty());
    work.drag({5, 5}, {95, 95});
    CHECK(work.editor.regions().selection().size() == 2);
    work.click({20, 20}); // a click on what is selected unselects
    CHECK(work.editor.regions().selection().empty());
}

TEST_CASE("what is selected moves together, no farther than the image, as one step") {
    Labeling work(kTools, kTwoBoxes);
    work.image().selectTool(ImageTool::Move);
    work.drag({5, 5}, {95, 95});
    work.down({20, 20});
    work.move({25, 20});
    CHECK(work.results().at(0)["value"]["x"] == 10); // nothing changes before the release
    CHECK(work.image().previews().size() == 2);
    work.move({80, 15});
    work.up({80, 15});
    checkValue(work.results().at(0)["value"], {{"x", 30}, {"y", 5}, {"width", 20}});
    checkValue(work.results().at(1)["value"], {{"x", 80}, {"y", 55}});
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(work.results() == Json::parse(kTwoBoxes));
}

TEST_CASE("a drag can be called off, and leaves no trace") {
    Labeling work(kTools, kTwoBoxes);
    work.image().selectTool(ImageTool::Move);
    work.down({20, 20});
    work.move({40, 40});
    work.image().cancel();
    work.up({40, 40});
    CHECK(work.results() == Json::parse(kTwoBoxes));
    CHECK_FALSE(work.editor.canExecute(editor::CommandId::Undo));
}

TEST_CASE("grips resize and turn the selected region") {
    Labeling work(kTools, kTwoBoxes);
    work.image().selectTool(ImageTool::Move);
    work.click({20, 20});
    work.drag({30, 30}, {40, 50});
    checkValue(work.results().at(0)["value"],
               {{"x", 10}, {"y", 10}, {"width", 30}, {"height", 40}});
    const auto grips = work.image().grips();
    REQUIRE(grips.size() == 9);
    auto pointer = work.at({0, 0});
    pointer.at = grips.back().at;
    work.image().press(pointer);
    work.move({90, 30}); // to the right of its middle: a quarter turn
    work.up({90, 30});
    checkValue(work.results().at(0)["value"], {{"rotation", 90}, {"width", 30}, {"height", 40}});
}

TEST_CASE("what is locked or read-only is selected, but not moved") {
    Labeling work(
        kTools,
        R"([{"id":"a","type":"rectangle","from_name":"box","to_name":"image","readonly":true,"value":{"x":10,"y":10,"width":20,"height":20,"rotation":0}}])");
    work.image().selectTool(ImageTool::Move);
    work.click({20, 20});
    CHECK(work.editor.regions().selection().size() == 1);
    CHECK(work.image().grips().empty());
    work.drag({20, 20}, {60, 60});
    CHECK(work.results().at(0)["value"]["x"] == 10);
    work.editor.execute(editor::CommandId::DeleteRegions);
    CHECK(work.results().size() == 1);
}

TEST_CASE("an armed label draws over regions, and a click there selects") {
    Labeling work(kTools, kTwoBoxes);
    work.press("label", "Car");
    work.drag({12, 12}, {28, 28});
    CHECK(work.results().size() == 4); // the box and its label
    work.click({70, 70});
    CHECK(work.editor.regions().selection().size() == 1);
}

TEST_CASE("the view zooms to the pointer, pans, fits and turns") {
    Labeling work(kTools);
    editor::Viewport& view = work.image().viewport();
    CHECK(view.scale() == 2);
    const geometry::Point pixel = view.toImage({100, 50});
    view.zoomBy(4, {100, 50});
    CHECK(view.scale() == 8);
    CHECK(std::abs(view.toStage(pixel).x - 100) < 1e-9);
    CHECK(std::abs(view.toStage(pixel).y - 50) < 1e-9);
    view.panBy(10, -20);
    CHECK(std::abs(view.toStage(pixel).x - 110) < 1e-9);
    view.fit();
    view.turn(1);
    CHECK(view.rotation() == 90);
    CHECK(view.scale() == 1); // 200 pixels of width now stand upright on 200
    const geometry::Point corner = view.toStage({0, 0});
    CHECK(std::abs(corner.x - 250) < 1e-9);
    CHECK(std::abs(corner.y) < 1e-9);
    const geometry::Point back = view.toImage(view.toStage({12, 34}));
    CHECK(std::abs(back.x - 12) < 1e-9);
    CHECK(std::abs(back.y - 34) < 1e-9);
}

TEST_CASE("the tool in hand stays when a region is selected, whatever label is armed") {
    Labeling work(R"(<View><Image name="image" value="$image"/>
      <RectangleLabels name="box" toName="image"><Label value="Car"/></RectangleLabels>
      <PolygonLabels name="poly" toName="image"><Label value="Wood"/></PolygonLabels></View>)");
    work.press("box", "Car");
    work.drag({10, 10}, {30, 30});
    work.press("poly", "Wood");
    CHECK(work.image().tool() == ImageTool::Polygon);
    work.image().selectTool(ImageTool::Move);
    work.click({10, 20});
    CHECK(work.editor.regions().selection().size() == 1);
    CHECK(work.image().tool() == ImageTool::Move);
}

TEST_CASE("a polygon that has corners enough is kept when another tool is chosen") {
    Labeling work(R"(<View><Image name="image" value="$image"/>
      <PolygonLabels name="poly" toName="image"><Label value="Wood"/></PolygonLabels></View>)");
    const auto draw = [&work](int corners) {
        if (!work.isActive("poly", "Wood")) {
            work.press("poly", "Wood");
        }
        work.image().selectTool(ImageTool::Polygon);
        for (int corner = 0; corner < corners; ++corner) {
            work.click({10.0 + 30 * corner, 10.0 + 30 * (corner % 2)});
        }
        work.image().selectTool(ImageTool::Move);
    };
    draw(2);
    CHECK(work.results().empty());
    draw(3);
    REQUIRE(work.results().size() == 1);
    CHECK(work.results()[0]["value"]["points"].size() == 3);
    CHECK(work.results()[0]["value"]["closed"] == true);
}

TEST_CASE("a polygon is closed by a click beside the image, where its first point is at the edge") {
    Labeling work(R"(<View><Image name="image" value="$image"/>
      <Polygon name="poly" toName="image"/></View>)");
    for (const geometry::Point corner : {geometry::Point{-20, 10}, {40, 10}, {40, 60}, {-20, 10}}) {
        work.click(corner);
    }
    REQUIRE(work.results().size() == 1);
    CHECK(work.results()[0]["value"]["points"].size() == 3);
}

TEST_CASE("a finger that does not keep still taps, and taps twice") {
    Labeling work(kTools);
    work.held.isTouch = true;
    const auto tap = [&work](geometry::Point at) {
        work.down(at);
        work.move({at.x + 1, at.y + 2}); // four CSS pixels each way
        work.up({at.x + 1, at.y + 2});
    };
    work.image().selectTool(ImageTool::Polygon);
    for (const geometry::Point corner : {geometry::Point{10, 10}, {40, 10}, {40, 50}}) {
        work.timeMs += 1000;
        tap(corner);
    }
    tap({42, 54}); // the second tap of two
    const Json value = work.results().at(0)["value"];
    REQUIRE(value["points"].size() == 3);
    CHECK(std::abs(value["points"][2][0].get<double>() - 40) < 1e-6);
    work.image().selectTool(ImageTool::Rectangle);
    work.drag({60, 60}, {80, 90});
    checkValue(work.results().at(1)["value"], {{"x", 60}, {"width", 20}, {"height", 30}});
}

TEST_CASE("a double click on a corner of the selected polygon removes it") {
    Labeling work(kTools);
    work.image().selectTool(ImageTool::Polygon);
    for (const geometry::Point corner :
         {geometry::Point{10, 10}, {40, 10}, {60, 20}, {40, 50}, {10, 10}}) {
        work.click(corner);
    }
    const auto count = [&work] { return work.results().at(0)["value"]["points"].size(); };
    const auto clickTwice = [&work](geometry::Point at) {
        work.click(at);
        work.down(at);
        work.up(at);
    };
    work.image().selectTool(ImageTool::Move);
    work.click({59, 20}); // selects it
    work.click({60, 20});
    work.click({60, 20}); // too late
    CHECK(count() == 4);
    clickTwice({60, 20});
    CHECK(count() == 3);
    clickTwice({40, 10}); // no polygon has fewer
    CHECK(count() == 3);
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(count() == 4);
}

TEST_CASE("while points are set, undo takes back the last of them and no step before") {
    Labeling work(kTools);
    work.drag({60, 60}, {80, 80});
    work.image().selectTool(ImageTool::Polygon);
    work.click({10, 10});
    work.click({40, 10});
    work.click({50, 40});
    CHECK(work.editor.execute(editor::CommandId::Undo));
    work.click({40, 50});
    work.image().pressKey({.key = "enter"}, editor::Platform::Other);
    REQUIRE(work.results().size() == 2);
    CHECK(std::abs(work.results()[1]["value"]["points"][2][1].get<double>() - 50) < 1e-6);
    work.click({10, 60});
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK_FALSE(work.image().isBusy());
    CHECK(work.results().size() == 2);
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(work.results().size() == 1);
}

TEST_CASE("undo is offered for the points of a first polygon, too") {
    Labeling work(kTools);
    work.image().selectTool(ImageTool::Polygon);
    CHECK_FALSE(work.editor.canExecute(editor::CommandId::Undo));
    work.click({10, 10});
    CHECK(work.editor.canExecute(editor::CommandId::Undo));
}

TEST_CASE("no point is set with a label that is used up") {
    Labeling work(R"(<View><Image name="image" value="$image"/>
      <PolygonLabels name="label" toName="image"><Label value="Car" maxUsages="1"/></PolygonLabels>
    </View>)");
    work.press("label", "Car");
    for (const geometry::Point corner : {geometry::Point{10, 10}, {40, 10}, {40, 50}, {10, 10}}) {
        work.click(corner);
    }
    REQUIRE(work.results().size() == 1);
    work.press("label", "Car");
    work.click({60, 60});
    CHECK_FALSE(work.image().isBusy());
    CHECK_FALSE(work.editor.regions().isAnyArmed());
    CHECK(work.problems() == std::vector<std::string>{"You can't use Car more than 1 time(s)"});
}
