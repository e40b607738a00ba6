// The border of the side panel, which is dragged, moved by keys, and set back by a double click.

#include "ui/screen.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace cartouche;
using tests::Screen;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/></RectangleLabels></View>)";
constexpr std::string_view kTask = R"({"data":{"image":"a.png"}})";
constexpr std::string_view kName = "Width of the side panel";

const ui::SemanticsNode& splitter(const Screen& screen) {
    const ui::SemanticsNode* node = screen.find("separator", kName);
    REQUIRE(node != nullptr);
    return *node;
}

ImVec2 centerOf(const ui::SemanticsNode& node) {
    return {(node.box.x + node.box.z) / 2, (node.box.y + node.box.w) / 2};
}

bool tell(Screen& screen, ui::PointerKind kind, ImVec2 at,
          ui::PointerDevice device = ui::PointerDevice::Mouse) {
    const bool isTaken = screen.app.pointer(
        {.kind = kind, .device = device, .x = at.x, .y = at.y, .timeMs = screen.nowMs});
    screen.settle();
    return isTaken;
}

void drag(Screen& screen, float by, ui::PointerDevice device = ui::PointerDevice::Mouse) {
    const ImVec2 from = centerOf(splitter(screen));
    tell(screen, ui::PointerKind::Move, from, device);
    CHECK(tell(screen, ui::PointerKind::Down, from, device) ==
          (device == ui::PointerDevice::Touch)); // or the page would scroll
    tell(screen, ui::PointerKind::Move, {from.x + by / 2, from.y}, device);
    tell(screen, ui::PointerKind::Move, {from.x + by, from.y}, device);
    tell(screen, ui::PointerKind::Up, {from.x + by, from.y}, device);
}

void step(Screen& screen, double by) {
    screen.app.step(splitter(screen).id, by);
    screen.settle();
}

} // namespace

TEST_CASE("the side panel is as wide as its border is dragged, within limits") {
    Screen screen(kConfig, kTask);
    screen.showImage();
    CHECK(splitter(screen).value == "300 pixels");
    CHECK(screen.app.semantics().undescribedItems().empty());
    const float image = screen.find("img", "image")->box.z;
    drag(screen, -100);
    CHECK(splitter(screen).value == "400 pixels");
    CHECK(splitter(screen).fraction == doctest::Approx(160.0 / 400));
    CHECK(screen.find("img", "image")->box.z <= image - 99);
    CHECK(screen.listener.cursor == ui::Cursor::ResizeAcross);
    drag(screen, -900);
    CHECK(splitter(screen).value == "640 pixels");
    drag(screen, 900, ui::PointerDevice::Touch);
    CHECK(splitter(screen).value == "240 pixels");
}

TEST_CASE("a double click gives the side panel its usual width back") {
    Screen screen(kConfig, kTask);
    screen.showImage();
    drag(screen, -50);
    CHECK(splitter(screen).value == "350 pixels");
    screen.nowMs += 1000; // no click of the drag's
    screen.click("separator", kName);
    CHECK(splitter(screen).value == "350 pixels");
    screen.click("separator", kName);
    CHECK(splitter(screen).value == "300 pixels");
}

TEST_CASE("keys move the border of the side panel by steps, and to its ends") {
    Screen screen(kConfig, kTask);
    screen.showImage();
    step(screen, 1);
    CHECK(splitter(screen).value == "316 pixels");
    step(screen, -2);
    CHECK(splitter(screen).value == "284 pixels");
    step(screen, 100);
    CHECK(splitter(screen).fraction == 1);
    step(screen, -100);
    CHECK(splitter(screen).fraction == 0);
}

TEST_CASE("the side panel keeps its width from task to task, and leaves room in a smaller window") {
    Screen screen(kConfig, kTask);
    screen.showImage();
    step(screen, 100);
    screen.app.load(kConfig, json::checkJson(std::string(kTask)).value(), {"side-column"});
    screen.settle();
    CHECK(splitter(screen).value == "640 pixels");
    screen.app.resize(860, 700, 1);
    screen.settle();
    CHECK(splitter(screen).value == "540 pixels");
    screen.app.resize(1000, 700, 1);
    screen.settle();
    CHECK(splitter(screen).value == "640 pixels");
    screen.app.resize(640, 700, 1); // as 1280 at 200 %: the panel is a sheet
    screen.settle();
    CHECK(screen.find("separator", kName) == nullptr);
}

TEST_CASE(
    "where the interface is read from the right, the border is dragged to the right to widen") {
    Screen screen(kConfig, kTask);
    screen.showImage();
    screen.app.setLocale(
        {{"language", "he"}, {"direction", "rtl"}, {"messages", json::Json::object()}});
    screen.settle();
    CHECK(centerOf(splitter(screen)).x == doctest::Approx(300).epsilon(0.01));
    drag(screen, 100);
    CHECK(splitter(screen).value == "400 pixels");
    screen.app.setLocale(json::Json());
}
