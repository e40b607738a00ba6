#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cartouche;
using tests::Labeling;

namespace {

constexpr std::string_view kBoxes = R"(<View>
  <Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image" maxUsages="2">
    <Label value="Car"/><Label value="Van" alias="van"/>
  </RectangleLabels>
  <EllipseLabels name="round" toName="image"><Label value="Wheel"/></EllipseLabels>
  <Labels name="state" toName="image" choice="multiple"><Label value="New"/><Label value="Old"/></Labels>
</View>)";

} // namespace

TEST_CASE("a region has the labels that were armed, and they are then disarmed") {
    Labeling work(kBoxes);
    work.press("label", "Van");
    work.press("state", "Old");
    work.press("state", "New");
    work.drag({10, 10}, {50, 40});
    REQUIRE(work.results().size() == 2);
    CHECK(work.results()[0]["type"] == "rectanglelabels");
    CHECK(work.results()[0]["value"]["rectanglelabels"] == json::Json{"van"});
    CHECK(work.results()[1]["type"] == "labels");
    CHECK(work.results()[1]["value"]["labels"] == json::Json{"Old", "New"});
    CHECK(work.results()[0]["id"] == work.results()[1]["id"]);
    CHECK(work.results()[1]["value"]["width"] == work.results()[0]["value"]["width"]);
    CHECK_FALSE(work.editor.regions().isAnyArmed());
    work.drag({60, 60}, {90, 90}); // nothing is armed, so nothing is drawn
    CHECK(work.results().size() == 2);
}

TEST_CASE("labels of another tool take its place") {
    Labeling work(kBoxes);
    work.press("label", "Car");
    CHECK(work.image().tool() == editor::ImageTool::Rectangle);
    work.press("round", "Wheel");
    CHECK(work.image().tool() == editor::ImageTool::Ellipse);
    CHECK_FALSE(work.isActive("label", "Car"));
    work.press("round", "Wheel");
    CHECK_FALSE(work.isActive("round", "Wheel"));
}

TEST_CASE("a click on a label changes what is selected, by the rules of its control") {
    Labeling work(kBoxes);
    work.press("label", "Car");
    work.drag({10, 10}, {50, 40});
    work.click({30, 30});
    REQUIRE(work.editor.regions().selection().size() == 1);
    CHECK(work.isActive("label", "Car"));
    work.press("label", "Van"); // of one, another takes its place
    CHECK(work.results()[0]["value"]["rectanglelabels"] == json::Json{"van"});
    work.press("label", "Van"); // the last one stays
    CHECK(work.results()[0]["value"]["rectanglelabels"] == json::Json{"van"});
    work.press("round", "Wheel"); // not for rectangles
    CHECK(work.results().size() == 1);
    work.press("state", "Old"); // Labels go with every shape
    work.press("state", "New");
    CHECK(work.results()[1]["value"]["labels"] == json::Json{"New", "Old"});
    work.press("state", "New");
    CHECK(work.results()[1]["value"]["labels"] == json::Json{"Old"});
    while (work.editor.execute(editor::CommandId::Undo)) {
    }
    CHECK(work.results().empty());
}

TEST_CASE("a label that is used up is refused with a reason") {
    Labeling work(kBoxes);
    for (int count = 0; count < 3; ++count) {
        work.press("label", "Car");
        work.drag({10.0 + 20 * count, 10}, {25.0 + 20 * count, 40});
    }
    CHECK(work.results().size() == 2);
    CHECK(work.problems() == std::vector<std::string>{"You can't use Car more than 2 time(s)"});
    CHECK_FALSE(work.editor.regions().isAnyArmed());
    work.press("label", "Van");
    work.drag({60, 60}, {90, 90});
    CHECK(work.results().size() == 3);
    CHECK(work.problems().empty());
    work.click({70, 70});
    work.press("label", "Car");
    CHECK(work.results()[2]["value"]["rectanglelabels"] == json::Json{"van"});
    CHECK(work.problems().size() == 1);
}

TEST_CASE("regions are deleted, hidden, locked and duplicated by commands") {
    Labeling work(kBoxes);
    work.press("label", "Car");
    work.drag({10, 10}, {50, 40});
    work.click({30, 30});
    CHECK(work.editor.execute(editor::CommandId::DuplicateRegions));
    REQUIRE(work.results().size() == 2);
    CHECK(work.results()[0]["value"] == work.results()[1]["value"]);
    CHECK(work.results()[0]["id"] != work.results()[1]["id"]);
    CHECK(work.editor.regions().selection().front().index == 1);

    CHECK(work.editor.execute(editor::CommandId::ToggleLocked));
    work.editor.execute(editor::CommandId::DeleteRegions);
    CHECK(work.results().size() == 2);
    CHECK(work.editor.execute(editor::CommandId::ToggleLocked));
    CHECK(work.editor.execute(editor::CommandId::DeleteRegions));
    CHECK(work.results().size() == 1);
    CHECK(work.editor.regions().selection().empty());

    CHECK(work.editor.execute(editor::CommandId::ToggleAllHidden));
    work.click({30, 30}); // what is hidden is not hit
    CHECK(work.editor.regions().selection().empty());
    CHECK(work.editor.execute(editor::CommandId::ToggleAllHidden));
    CHECK(work.editor.execute(editor::CommandId::SelectNext));
    CHECK(work.editor.regions().selection().size() == 1);
    CHECK(work.editor.execute(editor::CommandId::Unselect));
    CHECK(work.editor.regions().selection().empty());
}

TEST_CASE("a control per region answers about the one that is selected") {
    Labeling work(R"(<View><Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/></RectangleLabels>
  <Choices name="color" toName="image" perRegion="true"><Choice value="red"/><Choice value="blue"/></Choices></View>)");
    for (const double left : {10.0, 60.0}) {
        work.press("label", "Car");
        work.drag({left, 10}, {left + 20, 40});
    }
    const config::ChoicesControl& color = work.editor.interface().choices().front();
    CHECK_FALSE(work.editor.canAnswer(work.editor.controlOf(color)));
    work.editor.toggleChoice(color, color.choices[0]);
    CHECK(work.results().size() == 2);
    work.click({70, 20});
    CHECK(work.editor.canAnswer(work.editor.controlOf(color)));
    work.editor.toggleChoice(color, color.choices[1]);
    REQUIRE(work.results().size() == 3);
    const json::Json answer = work.results()[2];
    CHECK(answer["type"] == "choices");
    CHECK(answer["value"]["choices"] == json::Json{"blue"});
    CHECK(answer["id"] == work.results()[1]["id"]);
    CHECK(answer["value"]["x"] == work.results()[1]["value"]["x"]);
    work.click({20, 20});
    CHECK_FALSE(work.editor.isChosen(color, color.choices[1]));
}

TEST_CASE("undo in the middle of a drag takes the drag back, too") {
    Labeling work(kBoxes);
    work.press("label", "Car");
    work.drag({10, 10}, {50, 40});
    work.image().selectTool(editor::ImageTool::Move);
    work.down({30, 30});
    work.move({60, 60});
    CHECK(work.image().isBusy());
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK_FALSE(work.image().isBusy());
    CHECK(work.image().previews().empty());
    work.up({60, 60});
    CHECK(work.results().empty());
}
