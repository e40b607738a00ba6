#include "ui/screen.h"

#include <doctest/doctest.h>

#include <string>

using namespace cartouche;
using tests::Screen;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <Choices name="day" toName="image"><Choice value="Sun"/><Choice value="Rain"/></Choices></View>)";

constexpr std::string_view kTask = R"({"data":{"image":"a.png"},
 "annotations":[{"id":11,"created_username":"anna","created_at":"2024-01-02","result":[]},
                {"id":12,"created_username":"ben","created_at":"2024-01-01","result":[]}],
 "predictions":[{"id":5,"model_version":"net-1","score":0.75,"result":[
   {"id":"a","type":"choices","from_name":"day","to_name":"image","value":{"choices":["Rain"]}}]}]})";

void load(Screen& screen, std::string_view task = kTask) {
    screen.app.load(kConfig, json::checkJson(std::string(task)).value(),
                    {"submit", "update", "controls", "edit-history", "side-column",
                     "annotations:tabs", "annotations:add-new", "annotations:delete",
                     "predictions:tabs", "ground-truth"});
    screen.settle();
}

} // namespace

TEST_CASE("annotations and predictions are tabs, and the one that is pressed is shown") {
    Screen screen(kConfig);
    CHECK(screen.find("tablist", "Annotations") == nullptr);
    load(screen);
    REQUIRE(screen.find("tab", "anna #11") != nullptr);
    CHECK(screen.find("tab", "anna #11")->checked == true);
    CHECK(screen.app.semantics().undescribedItems().empty());
    screen.click("radio", "Sun");
    screen.click("tab", "ben #12");
    CHECK(screen.find("tab", "ben #12")->checked == true);
    CHECK(screen.find("radio", "Sun")->checked == false);
    screen.click("tab", "net-1 · 0.75");
    CHECK(screen.find("radio", "Rain")->checked == true);
    screen.click("radio", "Sun"); // cannot be changed
    CHECK(screen.find("radio", "Rain")->checked == true);
    CHECK(screen.find("button", "Submit") == nullptr);
    screen.click("button", "Duplicate the annotation");
    CHECK(screen.find("tab", "New annotation")->checked == true);
    screen.click("radio", "Sun");
    CHECK(screen.find("radio", "Sun")->checked == true);
    screen.click("tab", "anna #11");
    CHECK(screen.find("radio", "Sun")->checked == true);
}

TEST_CASE("a task with one annotation and no more has no tabs") {
    Screen screen(kConfig);
    load(screen, R"({"data":{"image":"a.png"}})");
    CHECK(screen.find("tablist", "Annotations") == nullptr);
}

TEST_CASE("deleting an annotation is asked about, and Escape is no") {
    Screen screen(kConfig);
    load(screen);
    screen.click("button", "Delete the annotation");
    REQUIRE(screen.find("dialog", "Delete this annotation with all that is labeled in it?") !=
            nullptr);
    CHECK(screen.listener.focused == screen.find("button", "Cancel")->id);
    CHECK(screen.app.semantics().undescribedItems().empty());
    screen.press("escape");
    CHECK(screen.find("button", "Cancel") == nullptr);
    CHECK(screen.find("tab", "anna #11") != nullptr);
    screen.click("button", "Delete the annotation");
    screen.click("button", "Delete");
    CHECK(screen.find("tab", "anna #11") == nullptr);
    CHECK(screen.find("tab", "ben #12")->checked == true);
}

TEST_CASE("the command palette finds what can be done by a few letters, and Enter does it") {
    Screen screen(kConfig);
    load(screen);
    CHECK(screen.app.pressKey({.key = "k", .alt = true}));
    screen.settle();
    const ui::SemanticsNode* field = screen.find("combobox", "Search commands");
    REQUIRE(field != nullptr);
    CHECK(screen.listener.focused == field->id);
    CHECK(screen.app.semantics().undescribedItems().empty());
    const std::uint32_t id = field->id;
    screen.app.setText(id, "rain");
    screen.settle();
    REQUIRE(screen.find("option", "Rain") != nullptr);
    CHECK(screen.find("option", "Rain")->checked == true);
    CHECK(screen.find("combobox", "Search commands")->activeDescendant ==
          screen.find("option", "Rain")->id);
    CHECK(screen.find("option", "Undo") == nullptr);
    CHECK_FALSE(screen.press("1")); // no hotkey is done behind it
    screen.app.commitText(id);
    screen.settle();
    CHECK(screen.find("dialog", "Commands") == nullptr);
    CHECK(screen.find("radio", "Rain")->checked == true);

    screen.app.execute(editor::CommandId::OpenPalette);
    screen.settle();
    CHECK(screen.find("option", "Undo")->keyShortcuts == "Control+Z");
    screen.press("arrowdown");
    CHECK(screen.find("option", "Submit")->checked == false);
    screen.press("arrowup");
    CHECK(screen.find("option", "Submit")->checked == true);
    screen.click("option", "Undo");
    CHECK(screen.find("radio", "Rain")->checked == false);
    screen.app.execute(editor::CommandId::OpenPalette);
    screen.settle();
    screen.press("escape");
    CHECK(screen.find("dialog", "Commands") == nullptr);
}

TEST_CASE("steps of the history are told in the language of now, whichever they were made in") {
    Screen screen(kConfig);
    screen.app.load(R"(<View><Image name="image" value="$image"/>
      <RectangleLabels name="label" toName="image"><Label value="Car"/></RectangleLabels></View>)",
                    json::checkJson(R"({"data":{"image":"a.png"},"annotations":[{"result":[
      {"id":"a","type":"rectanglelabels","from_name":"label","to_name":"image",
       "value":{"x":10,"y":10,"width":20,"height":20,"rotation":0,"rectanglelabels":["Car"]}}]}]})")
                        .value(),
                    {"side-column", "edit-history"});
    screen.showImage();
    screen.click("treeitem", "1 Car, rectangle");
    screen.app.execute(editor::CommandId::DuplicateRegions);
    screen.app.execute(editor::CommandId::Reset);
    screen.app.execute(editor::CommandId::ShowHistory);
    screen.settle();
    CHECK(screen.find("option", "1 Duplicate") != nullptr);
    CHECK(screen.find("option", "2 Reset") != nullptr);
    screen.app.setLocale(
        {{"language", "de"},
         {"messages",
          {{"history.duplicate", "Verdoppeln"}, {"command.annotation:reset", "Zurücksetzen"}}}});
    screen.settle();
    CHECK(screen.find("option", "1 Verdoppeln") != nullptr);
    CHECK(screen.find("option", "2 Zurücksetzen") != nullptr);
    screen.app.setLocale(json::Json());
}

TEST_CASE("the history lists what was done, and a press goes to that moment") {
    Screen screen(kConfig);
    load(screen);
    screen.click("radio", "Sun");
    screen.click("radio", "Rain");
    CHECK(screen.app.pressKey({.key = "z", .alt = true}));
    screen.settle();
    REQUIRE(screen.find("listbox", "Steps") != nullptr);
    CHECK(screen.find("option", "2 day: Rain")->checked == true);
    CHECK(screen.app.semantics().undescribedItems().empty());
    screen.click("option", "0 Start");
    CHECK(screen.find("radio", "Rain")->checked == false);
    CHECK(screen.find("option", "2 day: Rain")->description == "undone");
    screen.click("option", "1 day: Sun");
    CHECK(screen.find("radio", "Sun")->checked == true);
    screen.click("option", "2 day: Rain");
    CHECK(screen.find("radio", "Rain")->checked == true);
}

TEST_CASE(
    "regions of a prediction are offered over the image and accepted by a click or all at once") {
    constexpr std::string_view kBoxes = R"(<View><Image name="image" value="$image"/>
      <RectangleLabels name="label" toName="image"><Label value="Car"/></RectangleLabels></View>)";
    const std::string task =
        R"({"data":{"image":"a.png"},"predictions":[{"id":5,"model_version":"net-1","result":[
      {"id":"a","type":"rectanglelabels","from_name":"label","to_name":"image","score":0.9,"value":{"x":10,"y":10,"width":20,"height":20,"rotation":0,"rectanglelabels":["Car"]}},
      {"id":"b","type":"rectanglelabels","from_name":"label","to_name":"image","score":0.2,"value":{"x":60,"y":60,"width":20,"height":20,"rotation":0,"rectanglelabels":["Car"]}}]}]})";
    Screen screen(kBoxes);
    screen.app.resize(1000, 700, 1);
    screen.app.load(kBoxes, json::checkJson(task).value(),
                    {"side-column", "annotations:tabs", "predictions:tabs"});
    screen.showImage();
    CHECK(screen.find("img", "Car, rectangle, predicted 0.90") == nullptr);
    screen.click("button", "Show predicted regions");
    CHECK(screen.find("img", "Car, rectangle, predicted 0.20") != nullptr);
    CHECK(screen.find("status", "2 offered") != nullptr);
    CHECK(screen.app.semantics().undescribedItems().empty());
    const auto slider = screen.find("slider", "Least score")->id;
    screen.app.step(slider, 50);
    screen.settle();
    CHECK(screen.find("slider", "Least score")->value == "0.50");
    CHECK(screen.find("img", "Car, rectangle, predicted 0.20") == nullptr);
    screen.click("img", "Car, rectangle, predicted 0.90");
    CHECK(screen.find("img", "Car, rectangle") != nullptr);
    CHECK(screen.find("img", "Car, rectangle, predicted 0.90") == nullptr);
    screen.app.step(slider, -100);
    screen.settle();
    screen.click("button", "Accept all");
    CHECK(screen.app.editor().document().areas().slotCount() == 2);
    CHECK(screen.find("status", "0 offered") != nullptr);
}
