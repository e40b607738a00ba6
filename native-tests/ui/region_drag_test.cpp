// Rows of the list of regions that are dragged onto others.

#include "core/json/json.h"
#include "ui/screen.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace cartouche;
using tests::Screen;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/></RectangleLabels></View>)";

std::string threeCars() {
    std::string results;
    for (const std::string_view id : {"a", "b", "c"}) {
        results +=
            (results.empty() ? "" : ",") + std::string(R"({"id":")") + std::string(id) +
            R"(","type":"rectanglelabels","from_name":"label","to_name":"image","value":{"x":10,"y":10,"width":20,"height":20,"rotation":0,"rectanglelabels":["Car"]}})";
    }
    return R"({"data":{"image":"a.png"},"annotations":[{"result":[)" + results + "]}]}";
}

/// The parent of the region at this place of the results; "" for none.
std::string parentOf(const Screen& screen, std::size_t place) {
    std::string text;
    screen.app.editor().appendResults(text);
    return json::Json::parse(text)[place].value("parentID", "");
}

struct Pointer {
    explicit Pointer(Screen& on, ui::PointerDevice by = ui::PointerDevice::Mouse)
        : screen(on), device(by) {}

    /// It does not rest while a row is dragged to an edge.
    bool tell(ui::PointerKind kind, ImVec2 at) {
        const bool isTaken = screen.app.pointer(
            {.kind = kind, .device = device, .x = at.x, .y = at.y, .timeMs = screen.nowMs});
        for (int frame = 0; frame < 4; ++frame) {
            screen.app.frame(screen.nowMs += 16);
        }
        return isTaken;
    }
    void drag(ImVec2 from, ImVec2 to) {
        tell(ui::PointerKind::Move, from);
        tell(ui::PointerKind::Down, from);
        tell(ui::PointerKind::Move, {(from.x + to.x) / 2, (from.y + to.y) / 2});
        tell(ui::PointerKind::Move, to);
    }
    void drop(ImVec2 at) { tell(ui::PointerKind::Up, at); }

    Screen& screen;
    ui::PointerDevice device;
};

ImVec2 centerOf(const Screen& screen, std::string_view name) {
    const ui::SemanticsNode* node = screen.find("treeitem", name);
    REQUIRE(node != nullptr);
    return {(node->box.x + node->box.z) / 2, (node->box.y + node->box.w) / 2};
}

} // namespace

TEST_CASE("a row is dragged onto another, and out again between two of the top") {
    Screen screen(kConfig, threeCars());
    screen.showImage();
    Pointer mouse(screen);
    const ImVec2 first = centerOf(screen, "1 Car, rectangle");
    const ImVec2 third = centerOf(screen, "3 Car, rectangle");
    mouse.drag(third, first);
    CHECK(screen.listener.cursor == ui::Cursor::Grabbing);
    CHECK(parentOf(screen, 2).empty()); // until it is let go
    mouse.drop(first);
    CHECK(parentOf(screen, 2) == "a");
    CHECK(screen.find("treeitem", "3 Car, rectangle")->level == 2);
    CHECK(screen.app.editor().regions().selection().empty()); // it was no click

    const ImVec2 second = centerOf(screen, "2 Car, rectangle");
    const ImVec2 moved = centerOf(screen, "3 Car, rectangle");
    const ImVec2 between{screen.find("treeitem", "2 Car, rectangle")->box.x + 4, second.y + 15};
    mouse.drag(moved, between);
    mouse.drop(between);
    CHECK(parentOf(screen, 2).empty());
    screen.press("z", true);
    CHECK(parentOf(screen, 2) == "a");
    CHECK(screen.app.semantics().undescribedItems().empty());
}

TEST_CASE("Escape gives up what is dragged, and so does letting it go elsewhere") {
    Screen screen(kConfig, threeCars());
    screen.showImage();
    Pointer mouse(screen);
    const ImVec2 first = centerOf(screen, "1 Car, rectangle");
    const ImVec2 second = centerOf(screen, "2 Car, rectangle");
    mouse.drag(second, first);
    CHECK(screen.press("escape"));
    mouse.drop(first);
    CHECK(parentOf(screen, 1).empty());
    mouse.drag(second, {20, 20});
    mouse.drop({20, 20});
    CHECK(parentOf(screen, 1).empty());
    mouse.drag(second, first);
    mouse.drop(first);
    CHECK(parentOf(screen, 1) == "a");
}

TEST_CASE("all that is selected is dragged by one of its rows") {
    Screen screen(kConfig, threeCars());
    screen.showImage();
    screen.click("treeitem", "2 Car, rectangle");
    screen.app.focus(screen.find("tree", "Regions")->id, true);
    screen.settle();
    CHECK(screen.press("arrowdown", false, true));
    Pointer mouse(screen);
    const ImVec2 first = centerOf(screen, "1 Car, rectangle");
    mouse.drag(centerOf(screen, "3 Car, rectangle"), first);
    mouse.drop(first);
    CHECK(parentOf(screen, 1) == "a");
    CHECK(parentOf(screen, 2) == "a");
}

TEST_CASE("a finger drags a selected row by its grip, and elsewhere scrolls") {
    Screen screen(kConfig, threeCars());
    screen.showImage();
    Pointer finger(screen, ui::PointerDevice::Touch);
    screen.tap("treeitem", "2 Car, rectangle");
    const ui::SemanticsNode row = *screen.find("treeitem", "2 Car, rectangle");
    const ImVec2 first = centerOf(screen, "1 Car, rectangle");
    const ImVec2 second = centerOf(screen, "2 Car, rectangle");
    CHECK_FALSE(finger.tell(ui::PointerKind::Down, second));
    finger.tell(ui::PointerKind::Cancel, second);
    const ImVec2 grip{row.box.z - 10, second.y};
    CHECK(finger.tell(ui::PointerKind::Down, grip));
    CHECK(finger.tell(ui::PointerKind::Move, {grip.x, second.y - 10}));
    CHECK(finger.tell(ui::PointerKind::Move, {grip.x, first.y}));
    CHECK_FALSE(finger.tell(ui::PointerKind::Up, {grip.x, first.y}));
    CHECK(parentOf(screen, 1) == "a");
}

TEST_CASE("commands nest from wherever the focus is, and say when they cannot") {
    Screen screen(kConfig, threeCars());
    screen.showImage();
    screen.click("treeitem", "2 Car, rectangle");
    CHECK(screen.app.pressKey({.key = "j", .alt = true}));
    CHECK(parentOf(screen, 1) == "a");
    CHECK(screen.app.pressKey({.key = "j", .alt = true}));
    screen.settle();
    CHECK(screen.find("status",
                      "No region stands above at the same level that could hold this one") !=
          nullptr);
    CHECK(screen.app.pressKey({.key = "j", .shift = true, .alt = true}));
    CHECK(parentOf(screen, 1).empty());
}
