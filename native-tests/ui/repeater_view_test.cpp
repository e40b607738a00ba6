// Pages of a Repeater on the canvas.

#include "ui/screen.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace cartouche;
using tests::Screen;

namespace {

constexpr std::string_view kConfig =
    R"(<View><Repeater on="$images" mode="pagination"><Image name="page_{{idx}}" value="$images[{{idx}}].url"/>
  <Choices name="kind_{{idx}}" toName="page_{{idx}}"><Choice value="Bill {{idx}}"/></Choices></Repeater></View>)";

constexpr std::string_view kTask =
    R"({"data":{"images":[{"url":"a.png"},{"url":"b.png"},{"url":"c.png"}]}})";

} // namespace

TEST_CASE("the pages of a Repeater are turned by buttons and keys, one is shown at a time") {
    Screen screen(kConfig, kTask);
    screen.showImage("a.png");
    CHECK(screen.find("toolbar", "Page 1 of 3") != nullptr);
    CHECK(screen.find("button", "Previous page")->isDisabled);
    CHECK(screen.find("radio", "Bill 0") != nullptr);
    CHECK(screen.find("radio", "Bill 1") == nullptr);
    CHECK(screen.app.semantics().undescribedItems().empty());
    screen.click("button", "Next page");
    CHECK(screen.find("toolbar", "Page 2 of 3") != nullptr);
    CHECK(screen.find("radio", "Bill 1") != nullptr);
    CHECK(screen.find("radio", "Bill 0") == nullptr);
    CHECK(screen.app.pressKey({.key = "arrowright", .shift = true, .alt = true}));
    screen.settle();
    CHECK(screen.find("radio", "Bill 2") != nullptr);
    CHECK(screen.find("button", "Next page")->isDisabled);
    screen.click("button", "1 per page");
    CHECK(screen.find("toolbar", "Page 1 of 1") != nullptr);
    CHECK(screen.find("radio", "Bill 0") != nullptr);
    CHECK(screen.find("radio", "Bill 2") != nullptr);
    CHECK(screen.find("button", "5 per page") != nullptr);
}

TEST_CASE("images are asked for as their pages come near") {
    Screen screen(kConfig, kTask);
    CHECK(screen.listener.images == std::vector<std::string>{"a.png"});
    screen.showImage("a.png");
    CHECK(screen.listener.images == std::vector<std::string>{"a.png", "b.png"});
    screen.click("button", "Next page");
    screen.showImage("b.png");
    CHECK(screen.listener.images == std::vector<std::string>{"a.png", "b.png", "c.png"});
}
