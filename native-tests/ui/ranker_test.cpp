// Cards of a Ranker by finger, and columns that are folded.

#include "ui/screen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

using namespace cartouche;
using tests::Screen;

namespace {

constexpr std::string_view kConfig =
    R"(<View><List name="list" value="$items"/><Ranker name="rank" toName="list"/></View>)";
constexpr std::string_view kTask =
    R"({"data":{"items":[{"id":"a","title":"First"},{"id":"b","title":"Second"}]}})";

constexpr std::string_view kPicking =
    R"(<View><List name="list" value="$items" title="Given"/><Ranker name="rank" toName="list">
      <Bucket name="best" title="Best"/></Ranker></View>)";

/// The ids in the bucket.
std::vector<std::string> bestOf(const Screen& screen) {
    for (const annotation::Area& area : screen.app.editor().document().areas().all()) {
        const auto& columns = std::get<annotation::Columns>(area.results.front().answer);
        return std::ranges::find(columns, "best", &annotation::Columns::value_type::first)->second;
    }
    return {};
}

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

TEST_CASE("a column of a Ranker is folded and unfolded by its heading") {
    Screen screen(kPicking, kTask);
    CHECK(screen.find("button", "Given (2)")->expanded == true);
    screen.click("button", "Given (2)");
    CHECK(screen.find("button", "Given (2)")->expanded == false);
    CHECK(screen.find("option", "First") == nullptr);
    CHECK(screen.find("listbox", "Best") != nullptr);
    screen.click("button", "Given (2)");
    CHECK(screen.find("option", "First") != nullptr);
}

TEST_CASE("what is put into a column that is folded goes to its end, and by keys unfolds it") {
    Screen screen(kPicking, kTask);
    screen.click("button", "Best (0)");
    const auto drop = [&screen](std::string_view card) {
        const ImVec4 from = screen.find("option", card)->box;
        const ImVec4 to =
            screen.find("button", "Best (" + std::to_string(bestOf(screen).size()) + ")")->box;
        touch(screen, ui::PointerKind::Down, from.x + 14, from.y + 10);
        touch(screen, ui::PointerKind::Move, from.x + 14, from.y + 20);
        touch(screen, ui::PointerKind::Move, to.x + 20, to.y + 10);
        touch(screen, ui::PointerKind::Up, to.x + 20, to.y + 10);
        screen.settle();
    };
    drop("Second");
    CHECK(bestOf(screen) == std::vector<std::string>{"b"});
    CHECK(screen.find("option", "Second") == nullptr);
    drop("First");
    CHECK(bestOf(screen) == std::vector<std::string>{"b", "a"});
    screen.app.execute(editor::CommandId::Undo);
    screen.settle();
    screen.app.focus(screen.find("option", "First")->id, true);
    screen.settle();
    screen.press("arrowright", true);
    CHECK(bestOf(screen).size() == 2);
    CHECK(screen.find("button", "Best (2)")->expanded == true);
    CHECK(screen.find("option", "First") != nullptr);
}

TEST_CASE("columns of a Ranker that is not collapsible are not folded") {
    Screen screen(
        R"(<View><List name="list" value="$items" title="Given"/>
          <Ranker name="rank" toName="list" collapsible="false"/></View>)",
        kTask);
    CHECK(screen.find("listbox", "Given") != nullptr);
    CHECK(screen.find("button", "Given (2)") == nullptr);
}
