#include "editor/labeling.h"
#include "editor/point_look.h"
#include "editor/region_style.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

using namespace cartouche;
using editor::PointLook;
using tests::Labeling;

namespace {

std::string configOf(std::string_view control, std::string_view attributes) {
    return std::string(R"(<View><Image name="image" value="$image"/><)") + std::string(control) +
           R"( name="shape" toName="image" )" + std::string(attributes) +
           R"(><Label value="Thing" background="#102030"/></)" + std::string(control) + "></View>";
}

PointLook lookOf(std::string_view control, std::string_view attributes) {
    const auto interface = config::parseLabelConfig(configOf(control, attributes));
    REQUIRE(interface.controls().size() == 1);
    return editor::pointLookOf(interface.controls().front().tag);
}

struct LookCase {
    std::string_view control;
    std::string_view attributes;
    PointLook look;
};

constexpr std::array kLooks{
    LookCase{"PolygonLabels", "", {.radius = 4.5}},
    LookCase{"PolygonLabels", R"(pointSize="small")", {.radius = 4.5}},
    LookCase{"PolygonLabels", R"(pointsize="medium")", {.radius = 8}},
    LookCase{"PolygonLabels", R"(pointSize="large" pointStyle="rectangle")", {12, true, 0}},
    LookCase{"PolygonLabels", R"(pointSize="huge" pointStyle="star")", {.radius = 4.5}},
    LookCase{"VectorLabels", "", {5, false, 3}},
    LookCase{"VectorLabels", R"(pointSize="small")", {4, false, 3}},
    LookCase{"VectorLabels", R"(pointSize="large" pointStyle="rectangle")", {8, true, 6}},
    LookCase{"VectorLabels", R"(pointSizeEnabled="9" pointSizeDisabled="2")", {9, false, 2}},
    LookCase{"VectorLabels", R"(pointSize="medium" pointSizeEnabled="9")", {9, false, 4}},
    LookCase{"VectorLabels", R"(pointSizeEnabled="none" pointSizeDisabled="900")", {4, false, 50}},
    LookCase{"KeyPointLabels", "", {4, false, 4}},
    LookCase{"KeyPointLabels", R"(strokeWidth="10")", {15, false, 15}},
    LookCase{"RectangleLabels", "", {}},
};

} // namespace

TEST_CASE("points are as large and of the shape that the tag says") {
    for (const LookCase& row : kLooks) {
        CAPTURE(row.control);
        CAPTURE(row.attributes);
        CHECK(lookOf(row.control, row.attributes) == row.look);
    }
}

TEST_CASE("a large point can be grabbed wherever it is drawn") {
    constexpr const char* kSquare =
        R"([{"id":"a","type":"polygonlabels","from_name":"shape","to_name":"image","original_width":200,"original_height":100,
          "value":{"points":[[25,20],[75,20],[75,80],[25,80]],"closed":true,"polygonlabels":["Thing"]}}])";
    const auto gripsNear = [&](std::string_view attributes) {
        Labeling work(configOf("PolygonLabels", attributes), kSquare);
        work.image().selectTool(editor::ImageTool::Move);
        work.click({50, 50});
        REQUIRE(work.editor.regions().selection().size() == 1);
        for (const auto& grip : work.image().grips()) {
            CHECK(grip.look == lookOf("PolygonLabels", attributes));
        }
        work.drag({22.25, 20}, {10, 30}); // from 11 pixels beside the first corner
        return work.results()[0]["value"]["points"][0][0].get<double>() < 20;
    };
    CHECK(!gripsNear(""));
    CHECK(gripsNear(R"(pointSize="large")"));
}

TEST_CASE("a key point is hit wherever it is drawn") {
    const auto isHit = [](std::string_view attributes) {
        Labeling work(configOf("KeyPointLabels", attributes),
                      R"([{"id":"a","type":"keypointlabels","from_name":"shape","to_name":"image",
          "original_width":200,"original_height":100,
          "value":{"x":50,"y":50,"width":1,"keypointlabels":["Thing"]}}])");
        return work.image().find({213, 100}, 6).has_value();
    };
    CHECK(!isHit(""));
    CHECK(isHit(R"(strokeWidth="10")"));
}

TEST_CASE("masks are as dense as their tag says") {
    const auto opacityOf = [](std::string_view control, std::string_view attributes) {
        const auto interface = config::parseLabelConfig(configOf(control, attributes));
        annotation::Area area;
        area.results.push_back({.control = annotation::Name("shape")});
        return editor::RegionStyles(interface).styleOf(area).maskOpacity;
    };
    CHECK(opacityOf("BrushLabels", "") == 0.6);
    CHECK(opacityOf("BrushLabels", R"(opacity="0.3")") == 0.3);
    CHECK(opacityOf("BitmaskLabels", "") == 0.6);
}
