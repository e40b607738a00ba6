#include "editor/labeling.h"

#include <doctest/doctest.h>

using namespace cartouche;
using editor::CommandId;
using tests::Labeling;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" valueList="$images"/>
  <RectangleLabels name="boxes" toName="image"><Label value="Car"/></RectangleLabels>
  <Choices name="each" toName="image" perItem="true" required="true"><Choice value="Good"/><Choice value="Bad"/></Choices></View>)";

constexpr std::string_view kData = R"({"images":["a.png","b.png","c.png"]})";

constexpr std::string_view kResults = R"([
  {"id":"first","type":"rectanglelabels","from_name":"boxes","to_name":"image","value":{"x":10,"y":10,"width":20,"height":20,"rotation":0,"rectanglelabels":["Car"]}},
  {"id":"third","type":"rectanglelabels","from_name":"boxes","to_name":"image","item_index":2,"value":{"x":50,"y":50,"width":20,"height":20,"rotation":0,"rectanglelabels":["Car"]}}])";

void show(Labeling& work) {
    work.image().setImageSize({200, 100});
    work.image().viewport().setStage({400, 200});
}

void choose(Labeling& work, std::size_t choice) {
    const auto& control = work.editor.interface().choices().front();
    work.editor.toggleChoice(control, control.choices[choice]);
}

} // namespace

TEST_CASE("of several images one is shown, with its own regions") {
    Labeling work(kConfig, kResults, kData);
    CHECK(work.image().itemCount() == 3);
    CHECK(work.image().address() == "a.png");
    CHECK(work.image().index().size() == 1); // without an item_index: on the first image
    CHECK_FALSE(work.editor.execute(CommandId::PreviousImage));
    CHECK(work.editor.execute(CommandId::NextImage));
    CHECK(work.image().address() == "b.png");
    CHECK_FALSE(work.image().hasImage());
    show(work);
    CHECK(work.image().index().size() == 0);
    work.press("boxes", "Car");
    work.drag({10, 10}, {30, 30});
    CHECK(work.results().at(2)["item_index"] == 1);
    CHECK(work.image().index().size() == 1);
    CHECK_FALSE(work.results().at(0).contains("item_index")); // as it came
}

TEST_CASE("a region of another image that is selected brings it, and leaving it unselects") {
    Labeling work(kConfig, kResults, kData);
    const auto third = *work.editor.document().findArea("third");
    work.editor.regions().select({third});
    CHECK(work.image().item() == 2);
    work.editor.execute(CommandId::PreviousImage);
    CHECK(work.image().item() == 1);
    CHECK(work.editor.regions().selection().empty());
}

TEST_CASE("an answer per item is about the image that is shown, and each needs one") {
    Labeling work(kConfig, "[]", kData);
    const auto& control = work.editor.interface().choices().front();
    choose(work, 0);
    work.editor.showItem(work.image(), 1);
    CHECK_FALSE(work.editor.isChosen(control, control.choices[0]));
    choose(work, 1);
    CHECK(work.results().at(0)["item_index"] == 0);
    CHECK(work.results().at(1)["item_index"] == 1);
    CHECK(work.results().at(1)["value"]["choices"] == json::Json{"Bad"});
    work.editor.showItem(work.image(), 0);
    CHECK_FALSE(work.editor.execute(CommandId::Submit));
    CHECK(work.problems() == std::vector<std::string>{"Checkbox \"each\" is required."});
    CHECK(work.image().item() == 2); // where it is missing
    choose(work, 0);
    CHECK(work.editor.execute(CommandId::Submit));
}

TEST_CASE("an object without items answers about the whole, also per item") {
    Labeling work(R"(<View><Image name="image" value="$image"/>
      <Choices name="each" toName="image" perItem="true"><Choice value="Good"/></Choices></View>)");
    choose(work, 0);
    CHECK(work.results().at(0)["item_index"] == 0);
}
