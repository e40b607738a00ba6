#include "ui/screen.h"

#include <doctest/doctest.h>

#include <string>

using namespace cartouche;
using tests::Screen;

namespace {

std::string configWith(const std::string& attributes) {
    return "<View><RectangleLabels name=\"label\" toName=\"image\"><Label "
           "value=\"Car\"/></RectangleLabels>"
           "<Image name=\"image\" value=\"$image\" " +
           attributes + "/></View>";
}

constexpr std::string_view kTask = R"({"data":{"image":"a.png"},"annotations":[{"result":[
  {"id":"out","type":"rectanglelabels","from_name":"label","to_name":"image","value":{"x":300,"y":10,"width":20,"height":20,"rotation":0,"rectanglelabels":["Car"]}}]}]})";

} // namespace

TEST_CASE("brightness and contrast have sliders if the tag wants them") {
    Screen plain(configWith(""), kTask);
    plain.showImage();
    CHECK(plain.find("slider", "Brightness") == nullptr);

    Screen screen(configWith("brightnessControl=\"true\" contrastControl=\"true\""), kTask);
    screen.showImage();
    const ui::SemanticsNode* brightness = screen.find("slider", "Brightness");
    REQUIRE(brightness != nullptr);
    CHECK(brightness->value == "100 %");
    screen.app.step(brightness->id, 10); // hundredths of all that there is
    screen.settle();
    const auto& image = *screen.app.editor().images().front();
    CHECK(image.look().brightness == doctest::Approx(140));
    CHECK(image.look().contrast == doctest::Approx(100));
    CHECK(screen.app.semantics().undescribedItems().empty());
}

TEST_CASE("the tag says which buttons its view has") {
    Screen plain(configWith(""), kTask);
    plain.showImage();
    CHECK(plain.find("button", "Zoom in") != nullptr);
    CHECK(plain.find("button", "Turn the image left") == nullptr);
    Screen screen(configWith("zoomControl=\"false\" rotateControl=\"true\""), kTask);
    screen.showImage();
    CHECK(screen.find("button", "Zoom in") == nullptr);
    screen.click("button", "Turn the image left");
    CHECK(screen.app.editor().images().front()->viewport().rotation() == 270);
}

TEST_CASE("tools that do not fit beside each other stand in several rows") {
    Screen screen(configWith("rotateControl=\"true\""), kTask);
    screen.showImage();
    screen.app.resize(200, 500, 1);
    screen.settle();
    const ui::SemanticsNode* last = screen.find("button", "Turn the image right");
    REQUIRE(last != nullptr);
    CHECK(last->box.z <= 200);
    CHECK(last->box.y > screen.find("button", "Select and move")->box.y);
}

TEST_CASE("a region that cannot be seen says why in the list") {
    Screen screen(configWith(""), kTask);
    screen.showImage();
    const ui::SemanticsNode* row = screen.find("treeitem", "1 Car, rectangle");
    REQUIRE(row != nullptr);
    CHECK(row->description.contains("beside the image"));
}

TEST_CASE("a step of the zoom is as large as the tag says") {
    const auto growth = [](const std::string& attributes) {
        Screen screen(configWith(attributes), kTask);
        screen.showImage();
        const auto& view = screen.app.editor().images().front()->viewport();
        const double before = view.scale();
        screen.click("button", "Zoom in");
        return view.scale() / before;
    };
    CHECK(growth("") == doctest::Approx(1.25));
    CHECK(growth("zoomBy=\"2\"") == doctest::Approx(2));
    CHECK(growth("zoomBy=\"0.5\"") == doctest::Approx(1.25));
}
