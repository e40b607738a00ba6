// Answers of Choices on the canvas: where they are, and what of their HTML is shown.

#include "ui/screen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <format>
#include <string>

using namespace cartouche;
using tests::Screen;

namespace {

constexpr std::string_view kTask = R"({"data":{"t":"words"}})";

Screen formOf(std::string_view attributes, std::string_view choices) {
    return Screen(
        std::format(
            R"(<View><Text name="t" value="$t"/><Choices name="c" toName="t" {}>{}</Choices></View>)",
            attributes, choices),
        kTask);
}

ImVec4 boxOf(Screen& screen, std::string_view role, std::string_view name) {
    const ui::SemanticsNode* node = screen.find(role, name);
    REQUIRE(node != nullptr);
    return node->box; // left, top, right, bottom
}

float heightOf(const ImVec4& box) {
    return box.w - box.y;
}

} // namespace

TEST_CASE("a long answer takes the room there is, and then lines") {
    const std::string text =
        "What somebody heard, and wrote down as well as could be, word by word";
    Screen screen = formOf("", std::format(R"(<Choice value="No"/><Choice value="{}"/>)", text));
    screen.app.resize(1000, 800, 1);
    screen.settle();
    const ImVec4 wide = boxOf(screen, "radio", text);
    CHECK(heightOf(wide) == heightOf(boxOf(screen, "radio", "No")));
    CHECK(wide.z - wide.x > 420);
    screen.app.resize(390, 800, 1);
    screen.settle();
    const ImVec4 narrow = boxOf(screen, "radio", text);
    CHECK(heightOf(narrow) > heightOf(wide));
    CHECK(narrow.z <= 390);
    CHECK(boxOf(screen, "radio", "No").w < narrow.y);
}

TEST_CASE("in a line, what follows a high answer stands below the whole line") {
    const std::string words = "one two three four five six seven eight nine ten eleven twelve";
    Screen screen =
        formOf(R"(layout="inline")",
               std::format(R"(<Choice value="A"/><Choice value="{}"/><Choice value="B"/>)", words));
    screen.app.resize(390, 800, 1);
    screen.settle();
    const ImVec4 high = boxOf(screen, "radio", words);
    CHECK(boxOf(screen, "radio", "A").w < high.y);
    CHECK(high.w < boxOf(screen, "radio", "B").y);
}

TEST_CASE("answers with HTML show its words, those that others hold further in") {
    Screen screen = formOf(
        R"(choice="multiple" allowNested="true")",
        R"(<Choice value="r1" html="&lt;h2&gt;Black holes&lt;/h2&gt;"><Choice value="r11" html="&lt;b&gt;Largest&lt;/b&gt; one"/><Choice value="r12"/></Choice><Choice value="r2"/>)");
    const ImVec4 outer = boxOf(screen, "checkbox", "Black holes");
    const ImVec4 inner = boxOf(screen, "checkbox", "Largest one");
    CHECK(inner.x > outer.x);
    CHECK(inner.y > outer.w);
    screen.click("checkbox", "Largest one");
    CHECK(screen.find("checkbox", "Largest one")->checked == true);
    CHECK(screen.find("checkbox", "Black holes")->checked == false);
    screen.click("checkbox", "r12");
    CHECK(screen.find("checkbox", "Black holes")->checked == true); // with all that it holds
    CHECK(screen.find("checkbox", "r2")->checked == false);
}

TEST_CASE("a picture of an answer is asked for, and has its room below the words") {
    Screen plain = formOf("", R"(<Choice value="A"/>)");
    Screen screen = formOf("", R"(<Choice value="A" html="&lt;img width='40' src='a.png'/&gt;"/>)");
    const float before = heightOf(boxOf(plain, "radio", "A"));
    CHECK(heightOf(boxOf(screen, "radio", "A")) == doctest::Approx(before + 40 * 0.6F + 12));
    CHECK(std::ranges::contains(screen.listener.images, "a.png"));
}
