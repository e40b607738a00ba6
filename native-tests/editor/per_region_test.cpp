// What is asked about single regions: required answers, and the way to them.

#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <string>

using namespace cartouche;
using editor::CommandId;
using tests::Labeling;

namespace {

std::string boxesWith(std::string_view attributes) {
    return std::format(R"(<View><Image name="image" value="$image"/>
      <RectangleLabels name="label" toName="image"><Label value="Car"/><Label value="Van"/></RectangleLabels>
      <Choices name="state" toName="image" perRegion="true" {}><Choice value="New"/><Choice value="Old"/></Choices></View>)",
                       attributes);
}

std::string box(std::string_view id, double x, std::string_view label) {
    return std::format(
        R"({{"id":"{}","type":"rectanglelabels","from_name":"label","to_name":"image","value":{{"x":{},"y":10,"width":20,"height":20,"rotation":0,"rectanglelabels":["{}"]}}}})",
        id, x, label);
}

std::string state(std::string_view id) {
    return std::format(
        R"({{"id":"{}","type":"choices","from_name":"state","to_name":"image","value":{{"x":10,"y":10,"width":20,"height":20,"rotation":0,"choices":["New"]}}}})",
        id);
}

std::string twoBoxes() {
    return std::format("[{},{},{}]", box("a", 10, "Car"), state("a"), box("b", 60, "Van"));
}

void toggle(Labeling& work) {
    const auto& control = work.editor.interface().choices().front();
    work.editor.toggleChoice(control, control.choices.front());
}

} // namespace

TEST_CASE("a required control of regions refuses the submit, and the region is selected") {
    Labeling work(boxesWith(R"(required="true")"), twoBoxes());
    CHECK_FALSE(work.editor.execute(CommandId::Submit));
    CHECK(work.problems() ==
          std::vector<std::string>{
              R"(Checkbox "state" is required. Region 2 (Van, rectangle) has no answer.)"});
    REQUIRE(work.editor.regions().selection().size() == 1);
    CHECK(work.editor.document().areas().find(work.editor.regions().selection().front())->id ==
          "b");
    CHECK(work.editor.isVisible(*work.editor.interface().choices().front().tag));
    toggle(work);
    CHECK(work.problems().empty()); // a gap that was filled is no problem any more
    CHECK(work.editor.execute(CommandId::Submit));
}

TEST_CASE("regions that a control is not for are not asked about") {
    SUBCASE("by their label") {
        Labeling work(boxesWith(R"(required="true" whenLabelValue="Car")"), twoBoxes());
        CHECK(work.editor.execute(CommandId::Submit));
    }
    SUBCASE("by what labels them") {
        Labeling work(
            boxesWith(R"(required="true" visibleWhen="region-selected" whenTagName="other")"),
            twoBoxes());
        CHECK(work.editor.execute(CommandId::Submit));
    }
    SUBCASE("there are none") {
        Labeling work(boxesWith(R"(required="true")"));
        CHECK(work.editor.execute(CommandId::Submit));
    }
    SUBCASE("it is not required") {
        Labeling work(boxesWith(""), twoBoxes());
        CHECK(work.editor.execute(CommandId::Submit));
    }
}

TEST_CASE("a double click on a region keeps it selected, and asks for what is said of it") {
    Labeling work(boxesWith(""), twoBoxes());
    work.image().selectTool(editor::ImageTool::Move);
    work.click({15, 15});
    CHECK_FALSE(work.image().takeDoubleClicked().has_value());
    CHECK_FALSE(work.editor.regions().selection().empty());
    work.timeMs += 100;
    work.down({15, 15});
    work.up({15, 15});
    CHECK(work.image().takeDoubleClicked() == work.editor.regions().list().front());
    CHECK_FALSE(work.image().takeDoubleClicked().has_value());
    CHECK(work.editor.regions().selection().size() == 1);
    CHECK(work.editor.findRegionControl() != nullptr);
    work.click({15, 15}); // a single click on the only selected one unselects it
    CHECK(work.editor.regions().selection().empty());
    work.timeMs += 100;
    work.down({50, 90}); // beside it
    work.up({50, 90});
    CHECK_FALSE(work.image().takeDoubleClicked().has_value());
}
