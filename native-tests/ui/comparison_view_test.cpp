// Annotations side by side on the canvas.

#include "ui/screen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <format>
#include <string>

using namespace cartouche;
using tests::Screen;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/></RectangleLabels>
  <Choices name="day" toName="image"><Choice value="Sun"/><Choice value="Rain"/></Choices></View>)";

std::string annotation(int id, std::string_view day) {
    return std::format(
        R"({{"id":{},"created_username":"anna","created_at":"2024-01-{:02}T10:30:00Z","result":[
          {{"id":"r{}","type":"rectanglelabels","from_name":"label","to_name":"image","value":{{"x":10,"y":10,"width":20,"height":20,"rotation":0,"rectanglelabels":["Car"]}}}},
          {{"id":"c{}","type":"choices","from_name":"day","to_name":"image","value":{{"choices":["{}"]}}}}]}})",
        id, 30 - id, id, id, day);
}

void load(Screen& screen, int count) {
    std::string list;
    for (int id = 1; id <= count; ++id) {
        list += (id > 1 ? "," : "") + annotation(id, id % 2 == 1 ? "Sun" : "Rain");
    }
    screen.app.load(
        kConfig,
        json::checkJson(std::format(R"({{"data":{{"image":"a.png"}},"annotations":[{}]}})", list))
            .value(),
        {"submit", "update", "controls", "edit-history", "side-column", "topbar",
         "annotations:tabs", "annotations:view-all", "predictions:tabs"});
    screen.showImage();
}

std::size_t count(const Screen& screen, std::string_view role, std::string_view name) {
    const auto& nodes = screen.app.semantics().nodes();
    return static_cast<std::size_t>(std::ranges::count_if(
        nodes, [&](const auto& node) { return node.role == role && node.name == name; }));
}

} // namespace

TEST_CASE("annotations are drawn side by side with their answers, for show") {
    Screen screen(kConfig);
    load(screen, 2);
    screen.click("button", "Compare all annotations");
    REQUIRE(screen.find("button", "Open anna #1") != nullptr);
    CHECK(screen.find("button", "Open anna #1")->description ==
          "annotation, 2024-01-29 10:30, 1 region");
    CHECK(screen.listener.focused == screen.find("button", "Open anna #1")->id);
    CHECK(screen.app.semantics().undescribedItems().empty());
    CHECK(count(screen, "radio", "Sun") == 2);
    CHECK(count(screen, "img", "Car, rectangle") == 2);
    CHECK(count(screen, "toolbar", "Image tools") == 0);
    CHECK(screen.find("button", "Submit") == nullptr);
    CHECK(screen.find("tree", "Regions") == nullptr);
    for (const ui::SemanticsNode& node : screen.app.semantics().nodes()) {
        if (node.role == "radio") {
            CHECK(node.isDisabled);
            CHECK_FALSE(node.isFocusable);
            const bool isOfFirst = node.box.x < 500;
            const bool isChosen = node.name == (isOfFirst ? "Sun" : "Rain");
            CHECK(node.checked.value() == isChosen);
        }
    }
    const std::size_t told = screen.listener.events.size();
    screen.click("radio", "Rain");
    CHECK_FALSE(screen.press("1"));
    CHECK(screen.press("escape"));
    CHECK(screen.find("toolbar", "Image tools") != nullptr);
    CHECK(screen.find("radio", "Sun")->checked == true);
    CHECK(screen.listener.events.size() == told);
}

TEST_CASE("the header of a column opens it by a double click, and takes one click as nothing") {
    Screen screen(kConfig);
    load(screen, 2);
    screen.click("button", "Compare all annotations");
    screen.click("button", "Open anna #2");
    CHECK(screen.app.editor().comparison() != nullptr);
    screen.click("button", "Open anna #2");
    CHECK(screen.app.editor().comparison() == nullptr);
    CHECK(screen.app.editor().current().record.pk == "2");
    screen.click("button", "Compare all annotations");
    screen.app.activate(screen.find("button", "Open anna #1")->id); // Enter
    screen.settle();
    CHECK(screen.app.editor().current().record.pk == "1");
    CHECK(screen.app.editor().comparison() == nullptr);
}

TEST_CASE("columns that do not fit are laid out when they are scrolled to") {
    Screen screen(kConfig);
    load(screen, 12);
    screen.click("button", "Compare all annotations");
    const auto isOpen = [&screen](std::size_t column) {
        return screen.app.editor().comparison()->findSheet(column) != nullptr;
    };
    CHECK(isOpen(2));
    CHECK_FALSE(isOpen(11));
    REQUIRE(screen.find("button", "Open anna #12") != nullptr);
    CHECK(screen.find("button", "Open anna #12")->box.x > 1000);
    CHECK(screen.app.wheel(300, 400, 0, 100'000, false)); // down moves what only goes sideways
    screen.settle();
    CHECK(screen.find("button", "Open anna #12")->box.z < 1000);
    CHECK(isOpen(11));
    screen.app.focus(screen.find("button", "Open anna #1")->id, true); // comes into view
    screen.settle();
    CHECK(screen.find("button", "Open anna #1")->box.x >= 0);
}

TEST_CASE("in a narrow window the columns lie one below the other") {
    Screen screen(kConfig);
    load(screen, 3);
    screen.app.resize(390, 700, 1);
    screen.settle();
    screen.click("button", "Compare all annotations");
    const ui::SemanticsNode first = *screen.find("button", "Open anna #1");
    const ui::SemanticsNode second = *screen.find("button", "Open anna #2");
    CHECK(second.box.x == first.box.x);
    CHECK(second.box.y > first.box.w + 200);
    CHECK(second.box.z <= 390);
}

TEST_CASE("tabs that do not fit are scrolled by arrows, by the wheel and to what has the focus") {
    Screen screen(kConfig);
    load(screen, 20);
    const auto left = [&screen](std::string_view tab) { return screen.find("tab", tab)->box.x; };
    REQUIRE(screen.find("button", "More annotations") != nullptr);
    CHECK(screen.find("button", "Annotations before")->isDisabled);
    CHECK(screen.app.semantics().undescribedItems().empty());
    const float before = left("anna #1");
    screen.click("button", "More annotations");
    CHECK(left("anna #1") < before - 300);
    CHECK_FALSE(screen.find("button", "Annotations before")->isDisabled);
    CHECK(screen.app.wheel(300, 26, 0, -10'000, false));
    screen.settle();
    CHECK(left("anna #1") == before);
    screen.app.focus(screen.find("tab", "anna #20")->id, true);
    screen.settle();
    CHECK(screen.find("tab", "anna #20")->box.z < 1000);
    screen.app.selectAnnotation("10"); // what is shown comes into view, too
    screen.settle();
    CHECK(left("anna #10") >= 0);
    CHECK(screen.find("tab", "anna #10")->box.z <= 1000);
}

TEST_CASE("few tabs have no arrows") {
    Screen screen(kConfig);
    load(screen, 2);
    CHECK(screen.find("button", "More annotations") == nullptr);
}

TEST_CASE(
    "agreement on each control and region is shown beside the columns, when it is asked for") {
    Screen screen(kConfig);
    load(screen, 3);
    screen.click("button", "Compare all annotations");
    CHECK(screen.find("region", "Agreement") == nullptr); // no room
    screen.click("button", "Agreement");
    REQUIRE(screen.find("region", "Agreement") != nullptr);
    CHECK(screen.find("region", "Agreement")->box.x > screen.find("button", "Open anna #1")->box.x);
    CHECK(screen.find("heading", "Agreement of 3 annotations") != nullptr);
    CHECK(screen.find("listitem", "label: 100 %, regions that match, with 100 % overlap") !=
          nullptr);
    CHECK(screen.find("listitem", "day: 33 %, same answer") != nullptr);
    const std::string second = "Car: 100 % overlap, anna #2, found by 2 of 2";
    REQUIRE(screen.find("button", second) != nullptr);
    CHECK(screen.app.semantics().undescribedItems().empty());
    screen.click("button", second);
    CHECK(screen.app.editor().comparison()->findSheet(1)->regions.selection().size() == 1);
    screen.click("button", "Agreement");
    CHECK(screen.find("region", "Agreement") == nullptr);
}

TEST_CASE("where there is room, the agreement is there at once, and below the columns in a narrow "
          "window") {
    Screen screen(kConfig);
    load(screen, 2);
    screen.app.resize(1400, 800, 1);
    screen.settle();
    screen.click("button", "Compare all annotations");
    CHECK(screen.find("listitem", "day: 0 %, same answer") != nullptr);
    screen.app.resize(390, 700, 1); // below the columns
    screen.settle();
    CHECK(screen.find("region", "Agreement") == nullptr);
    screen.click("button", "Agreement");
    REQUIRE(screen.find("region", "Agreement") != nullptr);
    CHECK(screen.find("region", "Agreement")->box.y > 300);
    CHECK(screen.find("button", "Open anna #1")->box.y < 200);
}
