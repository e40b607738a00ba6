#include "core/json/json.h"
#include "ui/screen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace cartouche;
using tests::Screen;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/><Label value="Van"/></RectangleLabels></View>)";

constexpr std::string_view kTask = R"({"data":{"image":"a.png"},"annotations":[{"result":[
  {"id":"a","type":"rectanglelabels","from_name":"label","to_name":"image","value":{"x":10,"y":10,"width":20,"height":20,"rotation":0,"rectanglelabels":["Car"]}},
  {"id":"b","type":"rectanglelabels","from_name":"label","to_name":"image","value":{"x":60,"y":60,"width":20,"height":20,"rotation":0,"rectanglelabels":["Van"]}}]}]})";

json::Json results(const Screen& screen) {
    std::string text;
    screen.app.editor().appendResults(text);
    return json::Json::parse(text);
}

} // namespace

TEST_CASE("the list of regions selects, hides, locks and relates, and every item is described") {
    Screen screen(kConfig, kTask);
    CHECK(screen.find("tree", "Regions") == nullptr); // too narrow
    screen.showImage();
    REQUIRE(screen.find("tree", "Regions") != nullptr);
    CHECK(screen.find("tab", "Regions 2") != nullptr);
    CHECK(screen.find("img", "Car, rectangle") != nullptr);
    CHECK(screen.app.semantics().undescribedItems().empty());

    screen.click("treeitem", "2 Van, rectangle");
    CHECK(screen.find("treeitem", "2 Van, rectangle")->checked == true);
    CHECK(screen.find("radio", "Van")->checked == true);
    screen.click("button", "Hide 2 Van, rectangle");
    CHECK(screen.find("img", "Van, rectangle") == nullptr);
    screen.click("button", "Show 2 Van, rectangle");
    screen.click("button", "Lock 2 Van, rectangle");
    screen.press("backspace");
    CHECK(screen.find("tab", "Regions 2") != nullptr);
    screen.click("button", "Unlock 2 Van, rectangle");

    screen.click("button", "Relate the region to another");
    screen.click("treeitem", "1 Car, rectangle");
    REQUIRE(results(screen).size() == 3);
    CHECK(results(screen)[2]["type"] == "relation");
    CHECK(results(screen)[2]["from_id"] == "b");
    CHECK(results(screen)[2]["to_id"] == "a");
    CHECK(results(screen)[2]["direction"] == "right");
    screen.click("tab", "Relations 1");
    screen.click("button", "Turn the relation Van to Car");
    CHECK(results(screen)[2]["direction"] == "left");
    CHECK(screen.app.semantics().undescribedItems().empty());
    screen.click("button", "Delete the relation Van to Car");
    CHECK(results(screen).size() == 2);

    screen.press("backspace");
    CHECK(screen.find("tab", "Regions 1") != nullptr);
    screen.press("z", true);
    CHECK(screen.find("tab", "Regions 2") != nullptr);
}

TEST_CASE("a list of very many regions lays out only the rows that are seen") {
    std::string task = R"({"data":{"image":"a.png"},"annotations":[{"result":[)";
    for (int index = 0; index < 5000; ++index) {
        task +=
            (index > 0 ? "," : "") + std::string(R"({"id":"r)") + std::to_string(index) +
            R"(","type":"rectanglelabels","from_name":"label","to_name":"image","value":{"x":1,"y":1,"width":2,"height":2,"rotation":0,"rectanglelabels":["Car"]}})";
    }
    Screen screen(kConfig, task + "]}]}");
    screen.showImage();
    CHECK(screen.find("tab", "Regions 5000") != nullptr);
    CHECK(screen.find("treeitem", "1 Car, rectangle") != nullptr);
    CHECK(screen.find("treeitem", "100 Car, rectangle") == nullptr);
    CHECK(screen.app.semantics().nodes().size() < 400);
}

TEST_CASE("a drag over the image draws, and the tools are buttons") {
    Screen screen(kConfig, R"({"data":{"image":"a.png"}})");
    screen.showImage();
    screen.click("radio", "Car");
    CHECK(screen.find("button", "Rectangle")->checked == true);
    const ui::SemanticsNode stage = *screen.find("img", "image");
    const auto point = [&stage](float x, float y) {
        return ImVec2(stage.box.x + x * (stage.box.z - stage.box.x),
                      stage.box.y + y * (stage.box.w - stage.box.y));
    };
    ui::PointerEvent event;
    for (const auto& [kind, at] : {std::pair{ui::PointerKind::Move, point(0.3F, 0.4F)},
                                   std::pair{ui::PointerKind::Down, point(0.3F, 0.4F)},
                                   std::pair{ui::PointerKind::Move, point(0.5F, 0.6F)},
                                   std::pair{ui::PointerKind::Up, point(0.5F, 0.6F)}}) {
        event.kind = kind;
        event.x = at.x;
        event.y = at.y;
        screen.app.pointer(event);
    }
    screen.settle();
    CHECK(results(screen).size() == 1);
    CHECK(screen.find("img", "Car, rectangle") != nullptr);
    screen.click("button", "Select and move");
    CHECK(screen.find("button", "Select and move")->checked == true);
    CHECK(screen.press("r"));
    CHECK(screen.find("button", "Rectangle")->checked == true);
    CHECK(screen.app.semantics().undescribedItems().empty());
}

TEST_CASE("in a narrow editor the regions are a sheet over the content, which a button opens") {
    Screen screen(kConfig, kTask);
    screen.app.resize(360, 640, 1);
    screen.settle();
    CHECK(screen.find("tree", "Regions") == nullptr);
    screen.click("button", "Regions 2");
    const ui::SemanticsNode* list = screen.find("tree", "Regions");
    REQUIRE(list != nullptr);
    CHECK(screen.listener.focused == list->id);
    CHECK(screen.find("dialog", "Regions and relations") != nullptr);
    CHECK(screen.find("radio", "Car") == nullptr); // what lies below cannot be reached
    CHECK(screen.app.semantics().undescribedItems().empty());

    screen.app.focus(list->id, true);
    CHECK(screen.press("arrowdown"));
    CHECK(screen.find("treeitem", "1 Car, rectangle")->checked == true);
    CHECK(screen.find("tree", "Regions")->activeDescendant ==
          screen.find("treeitem", "1 Car, rectangle")->id);
    CHECK(screen.press("escape"));
    CHECK(screen.find("tree", "Regions") == nullptr);
    CHECK(screen.find("radio", "Car") != nullptr);
    CHECK(screen.listener.focused == screen.find("button", "Regions 2")->id);
    CHECK(screen.app.editor().regions().selection().size() == 1);
}

TEST_CASE("the numbers and the note of a region are typed, each one undo") {
    Screen screen(kConfig, kTask);
    screen.showImage();
    screen.click("treeitem", "1 Car, rectangle");
    const auto type = [&screen](std::string_view name, std::string text) {
        const ui::SemanticsNode* field = screen.find("textbox", name);
        REQUIRE(field != nullptr);
        const std::uint32_t widget = field->id;
        screen.app.focus(widget, true);
        screen.app.setText(widget, std::move(text));
        screen.settle();
        return widget;
    };
    CHECK(screen.find("textbox", "Width in percent")->value == "20");
    screen.app.commitText(type("Width in percent", "33.25"));
    screen.settle();
    CHECK(results(screen)[0]["value"]["width"] == 33.25);
    type("Rotation in degrees", "-90");
    CHECK(results(screen)[0]["value"]["rotation"] == 0);
    screen.app.focus(0, false); // leaving the field takes over what was typed
    screen.settle();
    CHECK(results(screen)[0]["value"]["rotation"] == 270);
    CHECK(results(screen)[0]["value"]["x"] == 10);

    screen.app.commitText(type("Height in percent", "many"));
    screen.settle();
    CHECK(screen.find("textbox", "Height in percent")->description == "This is not a number");
    screen.app.commitText(type("Height in percent", "0"));
    screen.settle();
    CHECK(screen.find("textbox", "Height in percent")->description ==
          "It must be more than 0 and at most 100");
    CHECK(results(screen)[0]["value"]["height"] == 20);

    screen.app.commitText(type("Note", "by the tree"));
    screen.settle();
    CHECK(results(screen)[0]["meta"]["text"] == json::Json{"by the tree"});
    CHECK(screen.app.semantics().undescribedItems().empty());
    screen.press("z", true);
    screen.press("z", true);
    screen.press("z", true);
    CHECK_FALSE(results(screen)[0].contains("meta"));
    CHECK(results(screen)[0]["value"]["width"] == 20);
}

TEST_CASE("all regions are deleted once that is confirmed, and nothing else works before it is") {
    Screen screen(kConfig, kTask);
    screen.showImage();
    const std::string_view text = "Delete all 2 regions? You can undo it.";
    CHECK(screen.press("backspace", true));
    REQUIRE(screen.find("dialog", text) != nullptr);
    CHECK(screen.listener.focused == screen.find("button", "Cancel")->id);
    CHECK(screen.find("tree", "Regions") == nullptr);
    CHECK(screen.app.semantics().undescribedItems().empty());
    screen.press("escape");
    CHECK(screen.find("dialog", text) == nullptr);
    CHECK(results(screen).size() == 2);

    screen.press("backspace", true);
    screen.click("button", "Cancel");
    CHECK(results(screen).size() == 2);
    screen.press("backspace", true);
    screen.click("button", "Delete");
    CHECK(results(screen).empty());
    screen.press("z", true);
    CHECK(results(screen).size() == 2);
}

namespace {

constexpr std::string_view kTranscribed = R"(<View><Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/><Label value="Van"/></RectangleLabels>
  <TextArea name="text" toName="image" perRegion="true" displayMode="region-list" editable="true"/></View>)";

} // namespace

TEST_CASE("a TextArea of the region list stands below the row of the selected region") {
    Screen screen(kTranscribed, kTask);
    screen.showImage();
    CHECK(screen.find("textbox", "text") == nullptr);
    screen.click("treeitem", "1 Car, rectangle");
    const ui::SemanticsNode* field = screen.find("textbox", "text");
    REQUIRE(field != nullptr);
    const ui::SemanticsNode* first = screen.find("treeitem", "1 Car, rectangle");
    const ui::SemanticsNode* second = screen.find("treeitem", "2 Van, rectangle");
    CHECK(field->box.x >= first->box.x);
    CHECK(field->box.y >= first->box.w);
    CHECK(second->box.y >= field->box.w);
    CHECK(screen.app.semantics().undescribedItems().empty());

    screen.app.setText(field->id, "AB 12");
    screen.settle();
    screen.app.commitText(screen.find("textbox", "text")->id);
    screen.settle();
    const json::Json all = results(screen);
    const auto text = std::ranges::find_if(
        all, [](const json::Json& result) { return result["type"] == "textarea"; });
    REQUIRE(text != all.end());
    CHECK((*text)["value"]["text"] == json::Json::array({"AB 12"}));
    CHECK((*text)["id"] == "a");
    CHECK(screen.find("treeitem", "1 Car, rectangle: AB 12") != nullptr);

    // Where the list has no place beside the content, the form has it.
    screen.app.resize(600, 700, 1);
    screen.settle();
    CHECK(screen.find("treeitem", "1 Car, rectangle: AB 12") == nullptr);
    CHECK(screen.find("textbox", "text") != nullptr);
}
