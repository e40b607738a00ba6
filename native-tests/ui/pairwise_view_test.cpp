// Objects that a Pairwise compares: how they are set off.

#include "ui/drawn.h"
#include "ui/screen.h"

#include <doctest/doctest.h>

#include <string>

using namespace cartouche;
using tests::isDrawn;
using tests::Screen;

namespace {

constexpr std::string_view kTask = R"({"data":{"a":"one","b":"two"}})";

std::string configWith(const std::string& attributes) {
    return R"(<View><Style>.calm { border: 1px solid #123456 }</Style><Pairwise name="p" toName="l,r" )" +
           attributes + R"(/><Text name="l" value="$a"/><Text name="r" value="$b"/></View>)";
}

constexpr ui::Color kChosen = 0xFF71CC2E; // #2ecc71
constexpr ui::Color kCalm = 0xFF563412;   // #123456

} // namespace

TEST_CASE("the object that a Pairwise chose is set off as its selectionStyle says") {
    Screen screen(configWith(R"(selectionStyle="border: 2px solid #2ecc71; cursor: pointer")"),
                  kTask);
    CHECK_FALSE(isDrawn(kChosen));
    screen.click("radio", "Left: l");
    CHECK(isDrawn(kChosen));
    screen.click("radio", "Left: l"); // takes it back
    CHECK_FALSE(isDrawn(kChosen));
    screen.click("radio", "Right: r");
    CHECK(isDrawn(kChosen));
}

TEST_CASE("the objects of a Pairwise have the classes that it gives them") {
    CHECK_FALSE((Screen(configWith(""), kTask), isDrawn(kCalm)));
    CHECK((Screen(configWith(R"(leftClass="calm")"), kTask), isDrawn(kCalm)));
    CHECK((Screen(configWith(R"(rightClass="other calm")"), kTask), isDrawn(kCalm)));
}
