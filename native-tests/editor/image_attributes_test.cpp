// Attributes of the controls that draw on images (spec/tags.md 4.2).

#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace cartouche;
using editor::ImageTool;
using json::Json;
using tests::Labeling;

namespace {

std::string with(std::string_view controls) {
    return R"(<View><Image name="image" value="$image"/>)" + std::string(controls) + "</View>";
}

/// In pixels of the image, which is 200 x 100.
struct Corners {
    double left, top, right, bottom;
};
Corners cornersOf(const Json& value) {
    const auto number = [&value](const char* key) { return value.at(key).get<double>(); };
    return {number("x") * 2, number("y"), (number("x") + number("width")) * 2,
            number("y") + number("height")};
}
void checkCorners(const Json& value, const Corners& expected) {
    const Corners corners = cornersOf(value);
    CHECK(corners.left == doctest::Approx(expected.left));
    CHECK(corners.top == doctest::Approx(expected.top));
    CHECK(corners.right == doctest::Approx(expected.right));
    CHECK(corners.bottom == doctest::Approx(expected.bottom));
}

bool canTurn(std::string_view tag, std::string_view attribute) {
    Labeling work(with("<" + std::string(tag) + R"( name="shape" toName="image" )" +
                       std::string(attribute) + "/>"));
    work.drag({40, 40}, {60, 60});
    work.editor.regions().select({{0}});
    return std::ranges::any_of(work.image().grips(), [](const auto& grip) {
        return grip.kind == editor::ImageWorkspace::Grip::Kind::Rotate;
    });
}

} // namespace

TEST_CASE("with canRotate off there is nothing to turn a shape by") {
    for (const std::string_view tag : {"Rectangle", "Ellipse"}) {
        CAPTURE(tag);
        CHECK(canTurn(tag, ""));
        CHECK(canTurn(tag, R"(canRotate="true")"));
        CHECK_FALSE(canTurn(tag, R"(canRotate="false")"));
    }
    Labeling work(with(R"(<Rectangle name="box" toName="image" canRotate="false"/>)"));
    work.drag({40, 40}, {60, 60});
    work.editor.regions().select({{0}});
    work.image().selectTool(ImageTool::Move);
    work.drag({50, 26}, {80, 50}); // where the grip would be
    const Json value = work.results().at(0)["value"];
    CHECK(value["rotation"] == 0);
    checkCorners(value, {80, 40, 120, 60});
}

TEST_CASE("allowEmpty lets regions be drawn without a label, and lose their last one") {
    const auto config = [](std::string_view attribute) {
        return with(R"(<RectangleLabels name="box" toName="image" )" + std::string(attribute) +
                    R"(><Label value="Car"/></RectangleLabels>)");
    };
    Labeling strict(config(""));
    strict.image().selectTool(ImageTool::Rectangle);
    strict.drag({10, 10}, {30, 30});
    CHECK(strict.results().empty());
    strict.press("box", "Car");
    strict.drag({10, 10}, {30, 30});
    strict.editor.regions().select({{0}});
    strict.press("box", "Car");
    CHECK(strict.results().at(0)["value"]["rectanglelabels"] == Json{"Car"});

    Labeling free(config(R"(allowEmpty="true")"));
    free.image().selectTool(ImageTool::Rectangle);
    free.drag({10, 10}, {30, 30});
    MESSAGE(free.results().dump() << " " << free.editor.regions().list().size());
    const Json result = free.results().at(0);
    CHECK(result["type"] == "rectanglelabels");
    CHECK(result["value"]["rectanglelabels"] == Json::array());
    free.editor.regions().select({{0}});
    free.press("box", "Car");
    CHECK(free.results().at(0)["value"]["rectanglelabels"] == Json{"Car"});
    free.press("box", "Car");
    REQUIRE(free.results().size() == 1);
    CHECK(free.results().at(0)["value"]["rectanglelabels"] == Json::array());
    CHECK(free.editor.execute(editor::CommandId::Undo));
    CHECK(free.results().at(0)["value"]["rectanglelabels"] == Json{"Car"});
}

TEST_CASE("a rectangle that snaps is drawn, moved and resized by whole pixels") {
    Labeling work(with(R"(<Rectangle name="box" toName="image" snap="pixel"/>)"));
    work.drag({10.2, 20.4}, {30.3, 40.6}); // 20.4, 20.4 to 60.6, 40.6 pixels
    checkCorners(work.results().at(0)["value"], {20, 20, 61, 41});
    work.image().selectTool(ImageTool::Move);
    work.drag({20, 30}, {23.4, 33.7}); // 6.8 and 3.7 pixels
    checkCorners(work.results().at(0)["value"], {26, 23, 67, 44});
    work.drag({33.5, 44}, {40.3, 50.2}); // its corner, to 80.6, 50.2
    checkCorners(work.results().at(0)["value"], {26, 23, 81, 50});

    Labeling free(with(R"(<Rectangle name="box" toName="image"/>)"));
    free.drag({10.2, 20.4}, {30.3, 40.6});
    checkCorners(free.results().at(0)["value"], {20.4, 20.4, 60.6, 40.6});
}

TEST_CASE("a polygon that snaps has its corners on the edges of pixels, drawn and moved") {
    Labeling work(with(R"(<Polygon name="poly" toName="image" snap="pixel"/>)"));
    const auto checkPoints = [&work](const std::vector<double>& pixels) {
        const Json points = work.results().at(0)["value"]["points"];
        REQUIRE(points.size() * 2 == pixels.size());
        for (std::size_t at = 0; at < points.size(); ++at) {
            CHECK(points[at][0].get<double>() * 2 == doctest::Approx(pixels[2 * at]));
            CHECK(points[at][1].get<double>() == doctest::Approx(pixels[2 * at + 1]));
        }
    };
    for (const geometry::Point corner : {geometry::Point{10.2, 20.4}, {30.3, 20.6}, {30.3, 60.7}}) {
        work.click(corner);
    }
    work.click({10.2, 20.4});
    checkPoints({20, 20, 61, 21, 61, 61});
    work.image().selectTool(ImageTool::Move);
    work.editor.regions().select({{0}});
    work.drag({26, 33}, {29.4, 36.7}); // 6.8 and 3.7 pixels
    checkPoints({26, 23, 67, 24, 67, 64});
    work.drag({33.5, 64}, {40.3, 70.2}); // one corner, to 80.6, 70.2
    checkPoints({26, 23, 67, 24, 81, 70});
}
