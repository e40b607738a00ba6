// How Views lay out their children, by where widgets are on the canvas.

#include "core/config/css_rules.h"
#include "ui/screen.h"

#include <doctest/doctest.h>

#include <string>

using namespace cartouche;
using config::CssDeclaration;
using tests::Screen;

namespace {

constexpr std::string_view kTask = R"({"data":{"t":"words"}})";

std::string rating(std::string_view name) {
    return "<Rating name=\"" + std::string(name) + "\" toName=\"t\"/>";
}

std::string form(const std::string& content) {
    return "<View>" + content + "<Text name=\"t\" value=\"$t\"/></View>";
}

ImVec4 boxOf(Screen& screen, std::string_view name) {
    const ui::SemanticsNode* node = screen.find("radiogroup", name);
    REQUIRE(node != nullptr);
    return node->box; // left, top, right, bottom
}

} // namespace

TEST_CASE("declarations are read as browsers read them") {
    CHECK(config::parseCssDeclarations(" display : flex ; ; gap:1em!important; nothing; x: ") ==
          std::vector<CssDeclaration>{{"display", "flex"}, {"gap", "1em"}});
}

TEST_CASE("of a style sheet the rules of single classes are read") {
    const auto rules =
        config::parseCssClassRules("/* .no { display: none } */ .a, p .b, .c { width: 50% } @media "
                                   "x { .d { y: z } } .e{gap:2px");
    REQUIRE(rules.size() == 3);
    CHECK(rules[0].className == "a");
    CHECK(rules[1].className == "c");
    CHECK(rules[1].declarations == std::vector<CssDeclaration>{{"width", "50%"}});
    CHECK(rules[2].className == "e");
}

TEST_CASE("a flex View sets its children beside each other, by their shares") {
    Screen screen(form("<View style=\"display: flex; gap: 10px\"><View style=\"flex: 1\">" +
                       rating("a") + "</View><View style=\"flex: 2\">" + rating("b") +
                       "</View></View>"),
                  kTask);
    const ImVec4 a = boxOf(screen, "a");
    const ImVec4 b = boxOf(screen, "b");
    CHECK(a.y == b.y);
    CHECK(b.x - a.z == doctest::Approx(10).epsilon(0.01));
    CHECK(b.z - b.x == doctest::Approx(2 * (a.z - a.x)).epsilon(0.01));
}

TEST_CASE(
    "a class of a Style lays out as a style does, and percents that fill a line fit with gaps") {
    Screen screen(form("<Style>.row { display: flex; gap: 20px } .half { width: 50% }</Style>"
                       "<View className=\"row\"><View className=\"half\">" +
                       rating("a") + "</View><View className=\"half\">" + rating("b") +
                       "</View></View>"),
                  kTask);
    const ImVec4 a = boxOf(screen, "a");
    const ImVec4 b = boxOf(screen, "b");
    CHECK(a.y == b.y);
    CHECK(b.z - b.x == doctest::Approx(a.z - a.x));
    CHECK(b.x - a.z == doctest::Approx(20).epsilon(0.1));
}

TEST_CASE("a grid breaks lines behind its columns") {
    Screen screen(form("<View style=\"display: grid; grid-template-columns: 1fr 1fr\">" +
                       rating("a") + rating("b") + rating("c") + "</View>"),
                  kTask);
    CHECK(boxOf(screen, "a").y == boxOf(screen, "b").y);
    CHECK(boxOf(screen, "a").x == boxOf(screen, "c").x);
    CHECK(boxOf(screen, "c").y > boxOf(screen, "a").y);
}

TEST_CASE("a flex View that wraps goes on in the next line") {
    Screen screen(form("<View style=\"display: flex; flex-wrap: wrap; gap: 10px\">" + rating("a") +
                       "<View style=\"flex-basis: 49%\">" + rating("b") + "</View>" +
                       "<View style=\"flex-basis: 49%\">" + rating("c") + "</View></View>"),
                  kTask);
    CHECK(boxOf(screen, "a").y < boxOf(screen, "b").y);
    CHECK(boxOf(screen, "b").y == boxOf(screen, "c").y);
    CHECK(boxOf(screen, "b").z < boxOf(screen, "c").x);
}

TEST_CASE("what is not displayed is not there, and hidden conditions leave no gap in a line") {
    Screen screen(form("<View style=\"display: flex\">" + rating("a") +
                       "<View style=\"display: none\">" + rating("gone") + "</View>" +
                       "<Rating name=\"r\" toName=\"t\" perRegion=\"true\"/></View>" + rating("b")),
                  kTask);
    CHECK(screen.find("radiogroup", "gone") == nullptr);
    const ImVec4 a = boxOf(screen, "a");
    const ImVec4 b = boxOf(screen, "b");
    CHECK(a.z == b.z); // it has the whole line
    CHECK(b.y > a.y);
}
