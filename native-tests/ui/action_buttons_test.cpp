#include "ui/screen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace cartouche;
using editor::Event;
using tests::Screen;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <Choices name="day" toName="image" required="true"><Choice value="Sun"/><Choice value="Rain"/></Choices></View>)";

const std::vector<std::string> kAll{"controls", "submit",       "update",
                                    "skip",     "edit-history", "topbar:prevnext"};
const std::vector<std::string> kReview{"controls", "review", "edit-history"};

void load(Screen& screen, const std::vector<std::string>& interfaces) {
    screen.app.load(kConfig, json::checkJson(R"({"data":{"image":"a.png"}})").value(), interfaces);
    screen.settle();
}

bool hasTold(const Screen& screen, Event::Kind kind) {
    return std::ranges::contains(screen.listener.events, kind, &Event::kind);
}

} // namespace

TEST_CASE("a task is skipped and taken back by buttons") {
    Screen screen(kConfig);
    load(screen, kAll);
    CHECK(screen.find("button", "Submit") != nullptr);
    CHECK(screen.find("button", "Skip")->keyShortcuts == "Control+Space");
    CHECK(screen.app.semantics().undescribedItems().empty());
    screen.click("button", "Skip");
    CHECK(hasTold(screen, Event::Kind::Skip));
    CHECK(screen.find("text", "Was skipped") != nullptr);
    CHECK(screen.find("button", "Submit") == nullptr);
    screen.click("button", "Cancel skip");
    CHECK(hasTold(screen, Event::Kind::CancelSkip));
    CHECK(screen.find("text", "Was skipped") == nullptr);
    CHECK(screen.press(" ", true));
    screen.settle();
    CHECK(screen.find("text", "Was skipped") != nullptr);
}

TEST_CASE("in a review Ctrl+Enter accepts, and goes to what lacks an answer") {
    Screen screen(kConfig);
    load(screen, kReview);
    CHECK(screen.find("button", "Accept")->keyShortcuts == "Control+Enter");
    CHECK(screen.press("enter", true));
    screen.settle();
    CHECK_FALSE(hasTold(screen, Event::Kind::Accept));
    CHECK(screen.listener.focused == screen.find("radio", "Sun")->id);
    screen.click("radio", "Sun");
    CHECK(screen.find("button", "Fix + Accept") != nullptr);
    CHECK(screen.press("enter", true));
    CHECK(hasTold(screen, Event::Kind::Accept));
    CHECK(screen.press(" ", true));
    CHECK(hasTold(screen, Event::Kind::Reject));
}

TEST_CASE("buttons lead to other tasks, as far as there are some") {
    Screen screen(kConfig);
    load(screen, kAll);
    screen.app.setNeighbors({.hasPrevious = false, .hasNext = true});
    screen.settle();
    CHECK(screen.find("button", "Previous task")->isDisabled);
    screen.click("button", "Next task");
    CHECK(hasTold(screen, Event::Kind::NextTask));
    CHECK_FALSE(hasTold(screen, Event::Kind::PreviousTask));
}

TEST_CASE("in a narrow window the buttons have a line of their own") {
    Screen screen(kConfig);
    screen.app.resize(390, 700, 1);
    load(screen, kAll);
    const ImVec4 skip = screen.find("button", "Skip")->box;
    const ImVec4 submit = screen.find("button", "Submit")->box;
    const ImVec4 undo = screen.find("button", "Undo")->box;
    // left, top, right, bottom
    CHECK(skip.y == submit.y);
    CHECK(skip.z <= submit.x);
    CHECK(submit.z <= 390);
    CHECK(undo.w <= skip.y);
    CHECK(skip.w <= 700);
    screen.app.resize(900, 700, 1);
    screen.settle();
    CHECK(screen.find("button", "Undo")->box.y == screen.find("button", "Skip")->box.y);
}
