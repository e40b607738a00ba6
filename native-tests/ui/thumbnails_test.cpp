#include "ui/screen.h"
#include "ui/thumbnails.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace cartouche;
using tests::Screen;
using ui::Thumbnails;

namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view kConfig =
    R"(<View><Image name="image" valueList="$images"/><RectangleLabels name="label" toName="image"><Label value="Car"/></RectangleLabels></View>)";

std::string taskOf(int count) {
    std::string list;
    for (int index = 0; index < count; ++index) {
        list += (index > 0 ? ",\"" : "\"") + std::to_string(index) + ".png\"";
    }
    return R"({"data":{"images":[)" + list + "]}}";
}

} // namespace

TEST_CASE("small pictures are wished for while they are in sight, and not while others come") {
    Thumbnails thumbnails;
    thumbnails.beginFrame();
    thumbnails.see("a");
    thumbnails.see("b");
    CHECK(thumbnails.takeWishes(true) == std::nullopt);
    CHECK(thumbnails.takeWishes(false) == Texts{"a", "b"});
    CHECK(thumbnails.takeWishes(false) == std::nullopt);
    CHECK(thumbnails.put("a", 7, 60, 40) == 0);
    CHECK(thumbnails.takeWishes(false) == Texts{"b"});
    thumbnails.put("b", 0, 0, 0);
    CHECK(thumbnails.see("b").stage == Thumbnails::Stage::Failed);
    thumbnails.beginFrame();
    thumbnails.see("c");
    CHECK(thumbnails.takeWishes(false) == Texts{"c"});
    CHECK(thumbnails.takeWishes(true) == Texts{});
}

TEST_CASE("of very many small pictures those that were seen last are kept") {
    Thumbnails thumbnails;
    for (std::size_t index = 0; index < Thumbnails::kMostKept + 2; ++index) {
        thumbnails.beginFrame();
        thumbnails.see(std::to_string(index));
        thumbnails.put(std::to_string(index), index + 1, 1, 1);
    }
    std::vector<std::uint64_t> dropped = thumbnails.dropUnseen();
    CHECK(dropped == std::vector<std::uint64_t>{1, 2});
    CHECK(thumbnails.dropUnseen().empty());
}

TEST_CASE("the strip asks for small pictures once the image is there, and says which failed") {
    Screen screen(kConfig, taskOf(5));
    screen.app.resize(1000, 700, 1);
    screen.settle();
    CHECK(screen.listener.thumbnails.empty());
    screen.showImage("0.png");
    CHECK(screen.listener.thumbnails.empty()); // the next one comes yet
    screen.showImage("1.png");
    CHECK(screen.listener.thumbnails == Texts{"2.png", "3.png", "4.png"});
    screen.app.setThumbnail("3.png", 9, 60, 40);
    screen.app.setThumbnail("4.png", 0, 0, 0);
    screen.settle();
    CHECK(screen.listener.thumbnails == Texts{"2.png"});
    CHECK(screen.find("radio", "Image 4")->description.empty());
    CHECK(screen.find("radio", "Image 5")->description == "The image cannot be shown");
    screen.click("radio", "Image 3");
    CHECK(screen.listener.thumbnails.empty()); // the image itself comes
}

TEST_CASE("of very many images only those around the shown one stay in memory") {
    Screen screen(kConfig, taskOf(40));
    screen.showImage("0.png");
    screen.showImage("1.png");
    CHECK(screen.listener.dropped.empty());
    for (int item = 1; item < 12; ++item) {
        screen.click("radio", "Image " + std::to_string(item + 1));
        screen.showImage(std::to_string(item) + ".png");
        screen.showImage(std::to_string(item + 1) + ".png");
    }
    CHECK(screen.listener.dropped.size() == 3); // 0 to 2, and 11 is shown
    CHECK(std::ranges::contains(screen.listener.images, "0.png"));
}
