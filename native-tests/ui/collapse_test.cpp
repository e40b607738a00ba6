// Panels that are folded, and what must not be folded away.

#include "ui/screen.h"

#include <doctest/doctest.h>

#include <string>

using namespace cartouche;
using tests::Screen;

namespace {

constexpr std::string_view kTask = R"({"data":{"t":"words"}})";

std::string accordion(std::string_view attributes) {
    return "<View><Text name=\"t\" value=\"$t\"/><Collapse " + std::string(attributes) +
           "><Panel value=\"One\"><Rating name=\"a\" toName=\"t\"/></Panel>"
           "<Panel value=\"Two\"><Rating name=\"b\" toName=\"t\" required=\"true\"/></Panel>"
           "</Collapse></View>";
}

bool isShown(const Screen& screen, std::string_view name) {
    return screen.find("radiogroup", name) != nullptr;
}

} // namespace

TEST_CASE("of an accordion one panel is open at a time") {
    Screen screen(accordion(""), kTask);
    CHECK_FALSE(isShown(screen, "a"));
    screen.click("button", "One");
    CHECK(isShown(screen, "a"));
    CHECK(screen.find("button", "One")->expanded == true);
    screen.click("button", "Two");
    CHECK_FALSE(isShown(screen, "a"));
    CHECK(isShown(screen, "b"));
    screen.click("button", "Two");
    CHECK_FALSE(isShown(screen, "b"));
}

TEST_CASE("all panels may be open, from the start") {
    Screen screen(accordion("accordion=\"false\" open=\"true\""), kTask);
    CHECK(isShown(screen, "a"));
    CHECK(isShown(screen, "b"));
    screen.click("button", "One");
    CHECK_FALSE(isShown(screen, "a"));
    CHECK(isShown(screen, "b"));
}

TEST_CASE("a panel opens that holds what a submit lacks") {
    Screen screen(accordion(""), kTask);
    screen.app.execute(editor::CommandId::Submit);
    screen.settle();
    CHECK(isShown(screen, "b"));
    CHECK(screen.find("alert", "Rating \"b\" is required.") != nullptr);
}
