#include "ui/screen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace cartouche;
using editor::Event;
using json::Json;
using tests::Screen;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <Choices name="day" toName="image" required="true"><Choice value="Sun"/><Choice value="Rain"/></Choices></View>)";

void load(Screen& screen, std::vector<std::string> interfaces) {
    interfaces.insert(interfaces.end(), {"controls", "submit"});
    screen.app.load(kConfig, json::checkJson(R"({"data":{"image":"a.png"}})").value(), interfaces);
    screen.settle();
}

/// The annotation that was told of last by an event of this kind; null: there was none.
Json annotationOf(const Screen& screen, Event::Kind kind) {
    const auto& events = screen.listener.events;
    const auto found = std::find_if(events.rbegin(), events.rend(),
                                    [kind](const Event& event) { return event.kind == kind; });
    return found == events.rend() ? Json() : Json::parse(found->detail)["annotation"];
}

void type(Screen& screen, std::string text) {
    screen.app.setText(screen.find("textbox", "Comment")->id, std::move(text));
    screen.settle();
}

constexpr std::string_view kWhySkip = "Why is this task skipped?";

} // namespace

TEST_CASE("without the host's switch a task is skipped without a word") {
    Screen screen(kConfig);
    load(screen, {"skip", "comments:reject"});
    screen.click("button", "Skip");
    CHECK_FALSE(annotationOf(screen, Event::Kind::Skip).contains("comment"));
    CHECK(screen.find("dialog", kWhySkip) == nullptr);
}

TEST_CASE("a skip must be explained where the host wants to know why") {
    Screen screen(kConfig);
    load(screen, {"skip", "comments:skip"});
    screen.click("button", "Skip");
    REQUIRE(screen.find("dialog", kWhySkip) != nullptr);
    CHECK(screen.app.semantics().undescribedItems().empty());
    CHECK(screen.find("textbox", "Comment")->isRequired);
    CHECK(screen.listener.focused == screen.find("textbox", "Comment")->id);
    type(screen, "  \n");
    screen.click("button", "Skip");
    CHECK(screen.find("alert", "Write a comment first.") != nullptr);
    CHECK(annotationOf(screen, Event::Kind::Skip).is_null());
    type(screen, " Too dark \n");
    CHECK(screen.find("alert", "Write a comment first.") == nullptr);
    screen.click("button", "Skip");
    CHECK(annotationOf(screen, Event::Kind::Skip)["comment"] == "Too dark");
    CHECK(screen.find("dialog", kWhySkip) == nullptr);
    CHECK(screen.find("text", "Was skipped") != nullptr);
}

TEST_CASE("what was typed stays when the dialog is closed by Escape, and Ctrl+Enter sends it") {
    Screen screen(kConfig);
    load(screen, {"skip", "comments:skip"});
    screen.click("button", "Skip");
    type(screen, "Blurred");
    CHECK(screen.press("escape"));
    CHECK(screen.find("dialog", kWhySkip) == nullptr);
    CHECK(annotationOf(screen, Event::Kind::Skip).is_null());
    CHECK(screen.press(" ", true));
    screen.settle();
    CHECK(screen.find("textbox", "Comment")->value == "Blurred");
    CHECK(screen.press("enter", true));
    CHECK(annotationOf(screen, Event::Kind::Skip)["comment"] == "Blurred");
    screen.click("button", "Cancel skip");
    CHECK_FALSE(annotationOf(screen, Event::Kind::CancelSkip).contains("comment"));
    screen.click("button", "Skip");
    CHECK(screen.find("textbox", "Comment")->value == ""); // it was sent
}

TEST_CASE("a rejection may be explained, but need not be") {
    Screen screen(kConfig);
    load(screen, {"review", "comments:reject", "comments:optional"});
    screen.click("button", "Reject");
    REQUIRE(screen.find("dialog", "Why is this annotation rejected?") != nullptr);
    CHECK_FALSE(screen.find("textbox", "Comment")->isRequired);
    CHECK(screen.find("textbox", "Comment")->placeholder == "Optional");
    screen.click("button", "Cancel");
    CHECK(annotationOf(screen, Event::Kind::Reject).is_null());
    screen.click("button", "Reject");
    screen.click("button", "Reject");
    CHECK_FALSE(annotationOf(screen, Event::Kind::Reject).contains("comment"));
    screen.click("button", "Reject");
    type(screen, "Wrong animal");
    screen.app.commitText(screen.find("textbox", "Comment")->id); // Shift+Enter
    screen.settle();
    CHECK(annotationOf(screen, Event::Kind::Reject)["comment"] == "Wrong animal");
}
