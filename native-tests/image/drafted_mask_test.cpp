#include "core/geometry/mask.h"
#include "core/image/bitmask.h"
#include "core/image/drafted_mask.h"
#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace cartouche;
using geometry::BrushMask;
using geometry::Mask;

namespace {

Mask flat(const BrushMask& draft, int width, int height) {
    const auto mask = image::flattened(draft, width, height);
    REQUIRE(mask);
    CHECK(mask->strokes.empty());
    CHECK(mask->dataUrl.empty());
    return geometry::decode(*mask, width, height).value();
}

} // namespace

TEST_CASE("strokes of a draft lie upon its mask, one after another") {
    BrushMask draft{
        .rle = geometry::encode({0, 0, 10, 10, std::vector<std::uint8_t>(100, 90)}, 20, 10)};
    draft.strokes.push_back({true, 20, {{10, 50}}}); // a hole of two pixels around (2, 5)
    draft.strokes.push_back({false, 10, {{75, 15}, {75, 85}}});
    const Mask mask = flat(draft, 20, 10);
    CHECK(mask.left == 0);
    CHECK(mask.width == 16);
    CHECK_FALSE(geometry::covers(mask, {2.5, 5.5}));
    CHECK(geometry::covers(mask, {5.5, 5.5}));
    CHECK(geometry::covers(mask, {14.5, 5.5}));
    CHECK_FALSE(geometry::covers(mask, {12.5, 5.5}));
    CHECK(mask.alpha[0] == 90); // what is not painted over stays as faint as it was
}

TEST_CASE("a picture of a draft is part of its mask, and what is no draft stays as it is") {
    const geometry::BitmaskImage painted{
        .rle = geometry::encode({3, 2, 1, 1, {255}}, 6, 4), .width = 6, .height = 4};
    BrushMask draft;
    draft.dataUrl = image::addressOf(painted);
    CHECK(flat(draft, 6, 4) == Mask{3, 2, 1, 1, {255}});
    CHECK_FALSE(image::flattened({}, 6, 4));
    CHECK_FALSE(image::flattened(draft, 0, 0));
    draft.rle = geometry::encode({}, 5, 5);
    CHECK_FALSE(image::flattened(draft, 6, 4)); // of another image
}

TEST_CASE("a draft that was loaded is submitted as a mask") {
    tests::Labeling work(
        R"(<View><Image name="image" value="$image"/>
          <BrushLabels name="label" toName="image"><Label value="Sky"/></BrushLabels></View>)",
        R"([{"id":"a","type":"brushlabels","from_name":"label","to_name":"image","original_width":200,"original_height":100,
             "value":{"format":"rle","touches":[{"type":"add","relativePoints":[10,50,20,50],"relativeStrokeWidth":5}],"brushlabels":["Sky"]}}])");
    const json::Json value = work.results().at(0)["value"];
    CHECK(value["rle"].size() > 9);
    CHECK_FALSE(value.contains("touches"));
    REQUIRE(work.image().maskOf(annotation::AreaHandle{0}) != nullptr);
    CHECK(work.image().maskOf(annotation::AreaHandle{0})->width == 30);
}
