#include "ui/screen.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <variant>

using namespace cartouche;
using tests::Screen;

namespace {

std::string configWith(const std::string& attributes) {
    return "<View><RectangleLabels name=\"label\" toName=\"image\"><Label "
           "value=\"Car\"/></RectangleLabels>"
           "<Image name=\"image\" value=\"$image\" " +
           attributes + "/></View>";
}

constexpr std::string_view kPressure = "A pen's pressure sets the brush's size";
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

TEST_CASE("where there is a brush it has buttons for its size, for which it is to be in hand") {
    Screen screen(
        R"(<View><Rectangle name="box" toName="image"/><Brush name="brush" toName="image"/>
      <Image name="image" value="$image"/></View>)",
        R"({"data":{"image":"a.png"}})");
    screen.showImage();
    REQUIRE(screen.find("button", "Larger brush") != nullptr); // its place is kept
    CHECK(screen.find("button", "Larger brush")->isDisabled);
    screen.click("button", "Brush");
    const auto& image = *screen.app.editor().images().front();
    const double before = image.brushSize();
    screen.click("button", "Larger brush");
    CHECK(image.brushSize() == before + 5);
    screen.click("button", "Smaller brush");
    CHECK(image.brushSize() == before);
}

TEST_CASE("a brush in hand has a button for the pressure of pens, which stays pressed") {
    Screen screen(
        R"(<View><Brush name="brush" toName="image"/><Image name="image" value="$image"/></View>)",
        R"({"data":{"image":"a.png"}})");
    screen.showImage();
    screen.click("button", "Brush");
    CHECK(screen.find("button", kPressure)->checked == false);
    screen.tap("button", kPressure);
    CHECK(screen.find("button", kPressure)->checked == true);
    CHECK(screen.app.editor().images().front()->isPressureSized());
}

TEST_CASE("of several magic wands each has a button") {
    const auto wand = [](const std::string& name) {
        return "<MagicWand name=\"" + name + "\" toName=\"image\"/>";
    };
    const auto configOf = [](const std::string& wands) {
        return "<View>" + wands + "<Image name=\"image\" value=\"$image\"/></View>";
    };
    Screen one(configOf(wand("fine")), R"({"data":{"image":"a.png"}})");
    one.showImage();
    CHECK(one.find("button", "Magic wand") != nullptr);
    Screen screen(configOf(wand("fine") + wand("coarse")), R"({"data":{"image":"a.png"}})");
    screen.showImage();
    CHECK(screen.find("button", "Magic wand") == nullptr);
    CHECK(screen.find("button", "Magic wand: fine")->checked == true);
    screen.click("button", "Magic wand: coarse");
    CHECK(screen.find("button", "Magic wand: fine")->checked == false);
    CHECK(screen.app.editor().images().front()->wand()->name == "coarse");
}

TEST_CASE("a point that is tapped has buttons beside it, which take no presses from the image") {
    Screen screen(
        R"(<View><Polygon name="poly" toName="image"/><Image name="image" value="$image"/></View>)",
        R"({"data":{"image":"a.png"},"annotations":[{"result":[
  {"id":"a","type":"polygon","from_name":"poly","to_name":"image","original_width":200,"original_height":100,
   "value":{"points":[[20,20],[60,20],[60,80],[20,80]],"closed":true}}]}]})");
    screen.showImage();
    auto& image = *screen.app.editor().images().front();
    screen.click("button", "Select and move");
    screen.click("treeitem", "1 No label, polygon");
    CHECK(screen.find("button", "Insert point") == nullptr);
    const auto corner = image.viewport().toStage({120, 80});
    const ui::SemanticsNode* stage = screen.find("img", "image");
    for (const auto kind : {ui::PointerKind::Down, ui::PointerKind::Up}) {
        screen.app.pointer({.kind = kind,
                            .device = ui::PointerDevice::Touch,
                            .x = stage->box.x + 2 + static_cast<float>(corner.x),
                            .y = stage->box.y + 2 + static_cast<float>(corner.y)});
    }
    screen.settle();
    CHECK(screen.find("toolbar", "Chosen point") != nullptr);
    CHECK(screen.find("button", "Bend or straighten point") == nullptr);
    screen.tap("button", "Insert point");
    const auto corners = [&screen] {
        const auto* area = screen.app.editor().document().areas().find({0});
        return std::get<geometry::Polygon>(*area->shape).points.size();
    };
    CHECK(corners() == 5);
    screen.tap("button", "Remove point");
    CHECK(corners() == 4);
    CHECK(screen.find("button", "Remove point") == nullptr); // no point is chosen
    CHECK(screen.app.editor().regions().selection().size() == 1);
}

TEST_CASE("an image that is loading says how far it is") {
    Screen screen(configWith(""), R"({"data":{"image":"a.png"}})");
    const auto described = [&screen](std::optional<double> progress) {
        screen.app.setImage({.url = "a.png", .progress = progress},
                            diagnostics::Code::ImageUnreachable);
        screen.settle();
        return screen.find("img", "image")->description;
    };
    CHECK(described({}) == "Loading the image…");
    CHECK(described(0.426) == "Loading the image: 43 %");
    CHECK(described(1) == "Opening the image…");
    screen.showImage();
    CHECK(screen.find("img", "image")->description == "");
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

TEST_CASE("the view is as large as the tag says") {
    struct Row {
        std::string attributes;
        double width;
        double height;
    };
    const auto sizeOf = [](const std::string& attributes) {
        Screen screen(configWith(attributes), kTask);
        screen.showImage();
        return screen.app.editor().images().front()->viewport().stage();
    };
    const geometry::Size free = sizeOf("");
    const double tools = 48; // beside the image, with its margin
    for (const Row& row : {Row{"maxWidth=\"400px\"", 400 - tools, free.height},
                           Row{"width=\"300px\" maxWidth=\"90%\"", 300 - tools, free.height},
                           Row{"width=\"9000px\"", free.width, free.height},
                           Row{"width=\"wide\" maxWidth=\"300\" height=\"50%\" maxHeight=\"auto\"",
                               free.width, free.height},
                           Row{"height=\"350px\"", free.width, 350 - 4},
                           Row{"height=\"350px\" maxHeight=\"50vh\"", free.width, 350 - 4},
                           Row{"maxHeight=\"calc(50vh - 10px)\"", free.width, 340 - 4}}) {
        CAPTURE(row.attributes);
        const geometry::Size size = sizeOf(row.attributes);
        CHECK(size.width == doctest::Approx(row.width));
        CHECK(size.height == doctest::Approx(row.height));
    }
}

TEST_CASE("without the selection tool, tools that draw are left, and regions are still selected") {
    Screen screen(configWith("selectionControl=\"false\""),
                  R"({"data":{"image":"a.png"},"annotations":[{"result":[
  {"id":"in","type":"rectanglelabels","from_name":"label","to_name":"image","value":{"x":30,"y":30,"width":40,"height":40,"rotation":0,"rectanglelabels":["Car"]}}]}]})");
    screen.showImage();
    CHECK(screen.find("button", "Select and move") == nullptr);
    auto& image = *screen.app.editor().images().front();
    CHECK(image.tool() == editor::ImageTool::Rectangle);
    screen.press("v");
    CHECK(image.tool() == editor::ImageTool::Rectangle);
    const auto at = image.viewport().toStage({100, 50});
    image.press({.at = at});
    image.release({.at = at});
    CHECK(screen.app.editor().regions().selection().size() == 1);
}
