// Cards of a Ranker by finger.

#include "ui/screen.h"

#include <doctest/doctest.h>

using namespace cartouche;
using tests::Screen;

namespace {

constexpr std::string_view kConfig =
    R"(<View><List name="list" value="$items"/><Ranker name="rank" toName="list"/></View>)";
constexpr std::string_view kTask =
    R"({"data":{"items":[{"id":"a","title":"First"},{"id":"b","title":"Second"}]}})";

bool touch(Screen& screen, ui::PointerKind kind, float x, float y) {
    const bool isTaken = screen.app.pointer(
        {.kind = kind, .device = ui::PointerDevice::Touch, .x = x, .y = y, .timeMs = screen.nowMs});
    for (int frame = 0; frame < 4; ++frame) { // it does not rest while a card is dragged
        screen.app.frame(screen.nowMs += 16);
    }
    return isTaken;
}

} // namespace

TEST_CASE("a finger on the grip of a card moves it, and elsewhere scrolls") {
    Screen screen(kConfig, kTask);
    const ImVec4 first = screen.find("option", "First")->box;
    const ImVec4 second = screen.find("option", "Second")->box;
    REQUIRE(first.y < second.y);

    CHECK_FALSE(touch(screen, ui::PointerKind::Down, (first.x + first.z) / 2, first.y + 10));
    touch(screen, ui::PointerKind::Cancel, 0, 0); // the finger scrolls

    const float x = first.x + 14;
    CHECK(touch(screen, ui::PointerKind::Down, x, first.y + 10));
    CHECK(touch(screen, ui::PointerKind::Move, x, first.y + 30));
    CHECK(touch(screen, ui::PointerKind::Move, x, second.w - 2));
    CHECK_FALSE(touch(screen, ui::PointerKind::Up, x, second.w - 2));
    CHECK(screen.find("option", "First")->box.y > screen.find("option", "Second")->box.y);
}
