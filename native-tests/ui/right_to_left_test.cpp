#include "core/json/json.h"
#include "ui/screen.h"

#include <doctest/doctest.h>

#include <string>

using namespace cartouche;
using tests::Screen;

namespace {

constexpr std::string_view kConfig =
    "<View><RectangleLabels name=\"label\" toName=\"image\"><Label "
    "value=\"Car\"/></RectangleLabels>"
    "<Image name=\"image\" value=\"$image\"/>"
    "<Choices name=\"kind\" toName=\"image\" layout=\"inline\"><Choice value=\"Day\"/>"
    "<Choice value=\"Night\"/></Choices></View>";
constexpr std::string_view kTask = R"({"data":{"image":"a.png"}})";

/// Speaks a language that is read from the right until it is destroyed.
class Turned {
public:
    explicit Turned(Screen& screen) : m_screen(screen) {
        screen.app.setLocale(
            {{"language", "he"}, {"direction", "rtl"}, {"messages", json::Json::object()}});
        screen.settle();
    }
    Turned(const Turned&) = delete;
    Turned& operator=(const Turned&) = delete;
    ~Turned() { m_screen.app.setLocale(json::Json()); }

private:
    Screen& m_screen;
};

/// A rectangle from one place of the surface to another.
void drag(Screen& screen, ImVec2 from, ImVec2 to) {
    const auto event = [&](ui::PointerKind kind, ImVec2 at) {
        screen.app.pointer({.kind = kind, .x = at.x, .y = at.y, .timeMs = screen.nowMs});
        screen.settle();
    };
    event(ui::PointerKind::Move, from);
    event(ui::PointerKind::Down, from);
    event(ui::PointerKind::Move, {(from.x + to.x) / 2, (from.y + to.y) / 2});
    event(ui::PointerKind::Move, to);
    event(ui::PointerKind::Up, to);
}

/// Draws a rectangle in the image's upper left quarter; gives its result's value.
json::Json drawnIn(Screen& screen) {
    const ImVec4 image = screen.find("img", "image")->box;
    screen.press("1");
    screen.settle();
    const ImVec2 size(image.z - image.x, image.w - image.y);
    drag(screen, {image.x + 0.3F * size.x, image.y + 0.4F * size.y},
         {image.x + 0.4F * size.x, image.y + 0.5F * size.y});
    std::string results;
    screen.app.editor().appendResults(results);
    const json::Json all = json::parseJson(results).value();
    REQUIRE(all.size() == 1);
    return all.front()["value"];
}

} // namespace

TEST_CASE("an interface that is read from the right is laid out from the right") {
    Screen screen(kConfig, kTask);
    screen.showImage();
    const ImVec4 day = screen.find("checkbox", "Day") ? screen.find("checkbox", "Day")->box
                                                      : screen.find("radio", "Day")->box;
    const ImVec4 undo = screen.find("button", "Undo")->box;
    const Turned turned(screen);
    const ui::SemanticsNode* mirrored = screen.find("checkbox", "Day");
    mirrored = mirrored != nullptr ? mirrored : screen.find("radio", "Day");
    CHECK(mirrored->box.x == doctest::Approx(1000 - day.z));
    CHECK(mirrored->box.z == doctest::Approx(1000 - day.x));
    CHECK(mirrored->box.y == day.y);
    CHECK(screen.find("button", "Undo")->box.x == doctest::Approx(1000 - undo.z));
}

TEST_CASE("what is laid out from the right is pressed where it is seen") {
    Screen screen(
        "<View><Text name=\"t\" value=\"x\"/><Choices name=\"kind\" toName=\"t\" choice=\"single\">"
        "<Choice value=\"Day\"/><Choice value=\"Night\"/></Choices></View>");
    const Turned turned(screen);
    screen.click("radio", "Night");
    CHECK(screen.answers() == std::vector<std::string>{"Night"});
}

TEST_CASE("images are not mirrored, nor what is drawn on them") {
    Screen plain(kConfig, kTask);
    plain.showImage();
    const json::Json value = drawnIn(plain);

    Screen screen(kConfig, kTask);
    screen.showImage();
    const Turned turned(screen);
    const json::Json turnedValue = drawnIn(screen);
    for (const char* number : {"x", "y", "width", "height"}) {
        CHECK(turnedValue[number].get<double>() ==
              doctest::Approx(value[number].get<double>()).epsilon(0.001));
    }
    // The region stands in the tree where it was drawn.
    const ImVec4 image = screen.find("img", "image")->box;
    const ui::SemanticsNode* region = screen.find("img", "Car, rectangle");
    REQUIRE(region != nullptr);
    CHECK(region->box.x > image.x + 0.28F * (image.z - image.x));
    CHECK(region->box.z < image.x + 0.42F * (image.z - image.x));
}
