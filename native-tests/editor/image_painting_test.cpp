#include "core/geometry/mask.h"
#include "editor/labeling.h"

#include <doctest/doctest.h>

using namespace cartouche;
using editor::ImageTool;
using tests::Labeling;

namespace {

constexpr std::string_view kBrush = R"(<View><Image name="image" value="$image"/>
  <BrushLabels name="label" toName="image" strokeWidth="20"><Label value="Sky"/><Label value="Sea"/></BrushLabels></View>)";

/// The mask of the region at this place of the results.
geometry::Mask maskOf(const Labeling& work, std::size_t index) {
    geometry::BrushMask brush;
    for (const json::Json& byte : work.results().at(index)["value"]["rle"]) {
        brush.rle.push_back(byte.get<std::uint8_t>());
    }
    const auto mask = geometry::decode(brush, 200, 100);
    REQUIRE(mask);
    return *mask;
}

} // namespace

TEST_CASE("a stroke is a region whose mask follows the grid of pixels") {
    Labeling work(kBrush);
    work.drag({10, 50}, {20, 50}); // no label is armed
    CHECK(work.results().empty());
    work.press("label", "Sky");
    CHECK(work.image().tool() == ImageTool::Brush);
    CHECK(work.image().brushSize() == 20);
    work.drag({20, 50}, {40, 50});
    const json::Json result = work.results().at(0);
    CHECK(result["type"] == "brushlabels");
    CHECK(result["value"]["format"] == "rle");
    CHECK(result["value"]["brushlabels"] == json::Json{"Sky"});
    CHECK(result["original_width"] == 200);
    const geometry::Mask mask = maskOf(work, 0); // from (40, 50) to (80, 50), 5 pixels around
    CHECK(mask.left == 35);
    CHECK(mask.width == 50);
    CHECK(mask.top == 45);
    CHECK(mask.height == 10);
    CHECK(geometry::covers(mask, {60, 50}));
    CHECK_FALSE(geometry::covers(mask, {35.5, 45.5})); // its ends are round
}

TEST_CASE("strokes go on with the selected region, the eraser takes away, and each is one step") {
    Labeling work(kBrush);
    work.press("label", "Sky");
    work.drag({20, 50}, {40, 50});
    work.image().selectTool(ImageTool::Eraser);
    work.drag({40, 50}, {35, 50}); // nothing is selected; now it is
    CHECK_FALSE(geometry::covers(maskOf(work, 0), {80, 50}));
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(maskOf(work, 0).width == 50);
    REQUIRE(work.editor.regions().selection().size() == 1);
    work.image().selectTool(ImageTool::Brush);
    work.drag({40, 50}, {60, 50});
    CHECK(work.results().size() == 1);
    CHECK(maskOf(work, 0).width == 90);
    work.image().selectTool(ImageTool::Eraser);
    work.drag({20, 50}, {30, 50});
    CHECK_FALSE(geometry::covers(maskOf(work, 0), {50, 50}));
    CHECK(geometry::covers(maskOf(work, 0), {90, 50}));
    work.drag({80, 80}, {90, 90}); // takes nothing away
    for (int steps = 0; steps < 2; ++steps) {
        CHECK(work.editor.execute(editor::CommandId::Undo));
    }
    CHECK(maskOf(work, 0).width == 50);
}

TEST_CASE("what is not painted is not hit, and another label begins another region") {
    Labeling work(kBrush);
    work.press("label", "Sky");
    work.drag({20, 50}, {40, 50});
    work.press("label", "Sea");
    work.drag({20, 20}, {40, 20});
    CHECK(work.results().size() == 2);
    work.image().selectTool(ImageTool::Move);
    work.click({30, 35});
    CHECK(work.editor.regions().selection().empty());
    work.click({30, 20});
    CHECK(work.editor.regions().selection().front().index == 1);
}

TEST_CASE("strokes go on with the mask that was begun, until a label begins the next one") {
    Labeling work(kBrush);
    work.press("label", "Sky");
    work.drag({20, 50}, {40, 50});
    work.drag({40, 50}, {60, 50});
    REQUIRE(work.results().size() == 1);
    CHECK(maskOf(work, 0).width == 90);
    work.press("label", "Sky"); // another one, and not a change of this one's label
    work.drag({20, 20}, {40, 20});
    REQUIRE(work.results().size() == 2);
    CHECK(work.results().at(0)["value"]["brushlabels"] == json::Json{"Sky"});
    work.image().selectTool(ImageTool::Move);
    work.press("label", "Sea"); // with nothing to paint with, it is for what is selected
    CHECK(work.results().at(1)["value"]["brushlabels"] == json::Json{"Sea"});
}

TEST_CASE("a brush with nothing to paint moves nothing, and a click still selects") {
    Labeling work(R"(<View><Image name="image" value="$image"/>
      <RectangleLabels name="box" toName="image"><Label value="Car"/></RectangleLabels>
      <BrushLabels name="label" toName="image"><Label value="Sky"/></BrushLabels></View>)");
    work.press("box", "Car");
    work.drag({20, 20}, {60, 60});
    const json::Json before = work.results();
    work.image().selectTool(ImageTool::Brush);
    work.click({40, 40});
    REQUIRE(work.editor.regions().selection().size() == 1);
    work.drag({40, 40}, {80, 80});
    work.drag({60, 60}, {90, 90}); // by its corner
    CHECK(work.results() == before);
    CHECK(work.editor.regions().selection().size() == 1);
    work.drag({10, 10}, {15, 90}); // a box that would hold nothing
    CHECK(work.editor.regions().selection().size() == 1);
}

TEST_CASE("the brush grows and shrinks by keys, within bounds") {
    Labeling work(kBrush);
    CHECK_FALSE(work.editor.canExecute(editor::CommandId::GrowBrush));
    work.image().selectTool(ImageTool::Brush);
    CHECK(work.editor.execute(editor::CommandId::GrowBrush));
    CHECK(work.image().brushSize() == 25);
    for (int count = 0; count < 9; ++count) {
        work.editor.execute(editor::CommandId::ShrinkBrush);
    }
    CHECK(work.image().brushSize() == 1);
}

TEST_CASE("a pen's pressure sets the size of strokes if that is asked for, and a mouse has none") {
    const auto height = [](double pressure, bool isPen, bool isAsked) {
        Labeling work(kBrush);
        work.press("label", "Sky");
        work.image().selectTool(ImageTool::Brush);
        if (isAsked) {
            CHECK(work.editor.execute(editor::CommandId::TogglePressure));
        }
        work.held.isPen = isPen;
        work.held.pressure = pressure;
        work.drag({20, 50}, {40, 50});
        return maskOf(work, 0).height;
    };
    CHECK(height(0.2, true, false) == 10);
    CHECK(height(0.2, true, true) == 4);
    CHECK(height(0.5, true, true) == 10);
    CHECK(height(1, true, true) == 20);
    CHECK(height(0.2, false, true) == 10);
}

TEST_CASE("a mask of another size is not shown, and goes out as it came") {
    Labeling work(
        kBrush,
        R"([{"id":"a","type":"brushlabels","from_name":"label","to_name":"image","original_width":4,"original_height":2,"value":{"format":"rle","rle":[0,0,0,32,57,27,252,224,19,255,198,1,28,4,127,241,128,0],"brushlabels":["Sky"]}}])");
    CHECK(work.image().maskOf(annotation::AreaHandle{0}) == nullptr);
    CHECK(work.image().index().size() == 0);
    CHECK(work.results()[0]["value"]["rle"].size() == 18);
}
