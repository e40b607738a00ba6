// How Views lay out their children, by where widgets are on the canvas.

#include "core/config/css_rules.h"
#include "core/config/labeling_interface.h"
#include "core/config/style_check.h"
#include "ui/screen.h"
#include "ui/view_styles.h"

#include <doctest/doctest.h>

#include <format>
#include <map>
#include <string>
#include <string_view>

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

TEST_CASE("a flex View sets what is lower or narrower than the line where its style says") {
    const auto placed = [](std::string_view style) {
        Screen screen(form("<View style=\"display: flex; " + std::string(style) +
                           "\"><View style=\"width: 300px\">" + rating("a") + "</View>" +
                           "<View style=\"width: 300px\">" + rating("b") + rating("c") +
                           "</View></View>"),
                      kTask);
        return std::vector{boxOf(screen, "a"), boxOf(screen, "b"), boxOf(screen, "c")};
    };
    const auto usual = placed("");
    const float left = usual[0].x;
    const auto centred = placed("align-items: center; justify-content: center");
    CHECK(centred[0].y - centred[1].y == doctest::Approx((usual[2].y - usual[0].y) / 2));
    CHECK(centred[0].x > left + 10);
    CHECK(placed("align-items: flex-end")[0].w == usual[2].w);
    const auto apart = placed("justify-content: space-between");
    CHECK(apart[0].x == left);
    CHECK(apart[1].x > usual[1].x + 20);
    CHECK(placed("justify-content: flex-end")[1].x == apart[1].x);
    CHECK(placed("justify-content: space-around")[0].x < centred[0].x);
    CHECK(placed("justify-content: space-evenly")[0].x >
          placed("justify-content: space-around")[0].x);
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

TEST_CASE("a part of a line that is too narrow for a cell stands below the others") {
    const std::string config =
        form("<View style=\"display: flex\"><View style=\"flex: 80%; margin-right: 1em\">" +
             rating("a") + "</View><View style=\"flex: 20%\">" + rating("b") + "</View></View>");
    Screen screen(config, kTask);
    screen.app.resize(1400, 600, 1);
    screen.settle();
    CHECK(boxOf(screen, "a").y == boxOf(screen, "b").y);
    screen.app.resize(390, 600, 1);
    screen.settle();
    CHECK(boxOf(screen, "a").y < boxOf(screen, "b").y);
    CHECK(boxOf(screen, "b").z < 390);
}

TEST_CASE("each property that is not passed over changes how a View is laid out or set off") {
    const std::map<std::string_view, std::string_view> values{{"align-items", "center"},
                                                              {"background", "red"},
                                                              {"background-color", "red"},
                                                              {"border", "1px solid red"},
                                                              {"border-radius", "4px"},
                                                              {"box-shadow", "0 0 2px red"},
                                                              {"column-gap", "3px"},
                                                              {"display", "flex"},
                                                              {"flex", "1"},
                                                              {"flex-basis", "50%"},
                                                              {"flex-direction", "column"},
                                                              {"flex-grow", "1"},
                                                              {"flex-wrap", "wrap"},
                                                              {"gap", "3px"},
                                                              {"grid-gap", "3px"},
                                                              {"grid-template", "auto / 1fr 1fr"},
                                                              {"grid-template-columns", "1fr 1fr"},
                                                              {"justify-content", "center"},
                                                              {"width", "50%"}};
    const auto styleOf = [](std::string_view before, std::string_view name,
                            std::string_view value) {
        const auto interface = config::parseLabelConfig(
            std::format("<View style=\"{}; {}: {}\"/>", before, name, value));
        return ui::ViewStyles(interface.root()).of(interface.root());
    };
    for (const std::string_view name : config::readCssProperties()) {
        CAPTURE(name);
        const auto found = values.find(name);
        const std::string_view value = found == values.end() ? "3px" : found->second;
        const std::string_view before = name == "flex-direction" ? "display: flex" : "top: 0";
        CHECK(styleOf(before, name, value) != styleOf(before, "top", "0"));
    }
}

TEST_CASE("padding of a View moves what is in it, in a narrow window less") {
    const std::string config =
        form("<View style=\"padding: 10px 40px 12px\">" + rating("a") + "</View>");
    Screen plain(form("<View>" + rating("a") + "</View>"), kTask);
    Screen screen(config, kTask);
    const ImVec4 before = boxOf(plain, "a");
    const ImVec4 after = boxOf(screen, "a");
    CHECK(after.x - before.x == doctest::Approx(40));
    CHECK(before.z - after.z == doctest::Approx(40));
    CHECK(after.y - before.y == doctest::Approx(10));

    plain.app.resize(360, 600, 1);
    plain.settle();
    screen.app.resize(360, 600, 1);
    screen.settle();
    CHECK(boxOf(screen, "a").x - boxOf(plain, "a").x == doctest::Approx(8));
}

TEST_CASE("what a View is set off by is read as browsers read it") {
    const auto panelOf = [](const std::string& style) {
        const auto interface = config::parseLabelConfig("<View style=\"" + style + "\"/>");
        return ui::ViewStyles(interface.root()).of(interface.root()).panel;
    };
    const ui::ViewPanel four = panelOf("padding: 1px 2px 3px 4px; padding-top: 9px");
    CHECK(four.top == 9);
    CHECK(four.right == 2);
    CHECK(four.bottom == 3);
    CHECK(four.left == 4);
    CHECK(panelOf("padding: 8px 16px").left == 16);
    CHECK(panelOf("padding: 50%").left == 0);
    CHECK(panelOf("padding: var(--spacing-tight) 4px").top == 12);
    CHECK(panelOf("padding: var(--spacing-tight, var( --b , 6px)) 4px").top == 6);
    CHECK(panelOf("background: var(--ground, #eef)").ground ==
          config::CssColor{0xEE, 0xEE, 0xFF, 255});
    CHECK(panelOf("border-radius: var(--corner-radius-small)").radius == 8);
    CHECK(panelOf("border: 1px solid #ff0000").border == config::CssColor{255, 0, 0, 255});
    CHECK(panelOf("border: none").hasBorder == false);
    CHECK(panelOf("box-shadow: 0 1px 2px #000").hasBorder);
    CHECK(panelOf("background: #eef").ground == config::CssColor{0xEE, 0xEE, 0xFF, 255});
    CHECK(panelOf("background: url(a.png)").ground == std::nullopt);
    CHECK(panelOf("border-radius: 100px").radius == 24);
}
