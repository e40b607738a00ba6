#include "ui/drawn.h"
#include "ui/screen.h"

#include <doctest/doctest.h>

#include <string>

using namespace cartouche;
using tests::isDrawn;
using tests::Screen;

namespace {

std::string configWith(const std::string& label) {
    return "<View><Labels name=\"label\" toName=\"text\">" + label +
           "</Labels><Text name=\"text\" value=\"$text\"/></View>";
}

constexpr ui::Color kText = 0xFFDDEEFF; // #ffeedd

} // namespace

TEST_CASE("an alias stands beside its label if the label wants it") {
    Screen plain(configWith(R"(<Label value="Brand" alias="B"/>)"));
    plain.settle();
    CHECK(plain.find("radio", "Brand") != nullptr);
    Screen screen(configWith(R"(<Label value="Brand" alias="B" showAlias="true"/>
                                <Label value="Product" showAlias="true"/>)"));
    screen.settle();
    const ui::SemanticsNode* brand = screen.find("radio", "Brand B");
    REQUIRE(brand != nullptr);
    const float before = plain.find("radio", "Brand")->box.z - plain.find("radio", "Brand")->box.x;
    CHECK(brand->box.z - brand->box.x > before + 8);
    CHECK(screen.find("radio", "Product") != nullptr);
}

TEST_CASE("an alias is styled as its label says") {
    const auto isDrawnIn = [](const std::string& style, ui::Color color) {
        Screen screen(
            configWith(R"(<Label value="Brand" alias="B" showAlias="true" )" + style + "/>"));
        screen.settle();
        return isDrawn(color);
    };
    CHECK(isDrawnIn(R"(aliasStyle="color: #ffeedd")", kText));
    CHECK(isDrawnIn(R"(aliasStyle="opacity: 0.4; color: #ffeedd")", 0x66DDEEFF));
    CHECK(!isDrawnIn("", kText));
}

TEST_CASE("an armed label whose selectedColor is written is filled with its colour") {
    const std::string look = R"(<Label value="Brand" background="#112233" )";
    for (const bool isWritten : {false, true}) {
        CAPTURE(isWritten);
        Screen screen(configWith(look + (isWritten ? "selectedColor=\"#ffeedd\"/>" : "/>")));
        screen.settle();
        CHECK(!isDrawn(kText));
        screen.click("radio", "Brand");
        CHECK(isDrawn(kText) == isWritten);
    }
}
