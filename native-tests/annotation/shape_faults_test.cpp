#include "core/annotation/shape_faults.h"
#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <string>

using namespace cartouche;
using annotation::Area;
using annotation::shapeFault;
using geometry::Shape;

namespace {

constexpr geometry::Size kImage{200, 100};

/// "code: message", or "" if nothing is wrong.
std::string fault(Shape shape, const std::string& maskProblem = "") {
    Area area{.id = "r", .shape = std::move(shape)};
    area.results.push_back({.position = 4});
    const auto found = shapeFault(area, kImage, maskProblem);
    if (!found) {
        return "";
    }
    CHECK(found->where.pointer == "/result/4");
    CHECK(annotation::isShapeFault(*found));
    return std::string(diagnostics::codeName(found->code)) + ": " + found->message;
}

} // namespace

TEST_CASE("a region that cannot be seen on its image says why") {
    using namespace geometry;
    CHECK(fault(Rectangle{10, 10, 20, 20, 0}) == "");
    CHECK(fault(Rectangle{-10, 10, 20, 20, 0}) == ""); // partly on it
    CHECK(
        fault(Rectangle{110, 10, 20, 20, 0}) ==
        R"(region-outside: The region "r" cannot be shown: it lies beside the image; it is kept)");
    CHECK(fault(Rectangle{10, 10, -5, 20, 0}) ==
          R"(region-empty: The region "r" cannot be shown: its width is -5; it is kept)");
    CHECK(fault(Rectangle{10, 10, 5, 0, 0}) ==
          R"(region-empty: The region "r" cannot be shown: its height is 0; it is kept)");
    CHECK(fault(Ellipse{10, 10, 5, -1, 0}) ==
          R"(region-empty: The region "r" cannot be shown: its radiusY is -1; it is kept)");
    CHECK(fault(KeyPoint{10, 10, 0}) == "");
    CHECK(
        fault(KeyPoint{10, 310, 1}) ==
        R"(region-outside: The region "r" cannot be shown: it lies beside the image; it is kept)");
    CHECK(
        fault(Polygon{{{5, 5}}, true}) ==
        R"(region-few-points: The region "r" cannot be shown: it has 1 point and needs 3; it is kept)");
    CHECK(
        fault(Polygon{{}, false}) ==
        R"(region-few-points: The region "r" cannot be shown: it has 0 points and needs 2; it is kept)");
    CHECK(
        fault(BrushMask{}, "the mask has another size") ==
        R"(mask-unreadable: The region "r" cannot be shown: the mask has another size; it is kept)");
    CHECK(fault(BrushMask{}) == "");
    CHECK(fault(Span{1, 2}) != ""); // of a text, on an image
}

TEST_CASE(
    "bad regions of every kind are reported with their place, marked, and saved to the letter") {
    constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
      <RectangleLabels name="label" toName="image"><Label value="Car"/></RectangleLabels>
      <PolygonLabels name="poly" toName="image"><Label value="Road"/></PolygonLabels>
      <BrushLabels name="brush" toName="image"><Label value="Sky"/></BrushLabels></View>)";
    const std::string results = R"([
{"id":"out","type":"rectanglelabels","from_name":"label","to_name":"image","value":{"x":300,"y":1,"width":2.50,"height":2,"rectanglelabels":["Car"]}},
{"id":"neg","type":"rectanglelabels","from_name":"label","to_name":"image","value":{"x":1,"y":1,"width":-2,"height":2,"rectanglelabels":["Car"]}},
{"id":"nan","type":"rectanglelabels","from_name":"label","to_name":"image","value":{"x":"NaN","y":null,"width":2,"height":2,"rectanglelabels":["Car"]}},
{"id":"one","type":"polygonlabels","from_name":"poly","to_name":"image","value":{"points":[[5,5]],"polygonlabels":["Road"]}},
{"id":"mask","type":"brushlabels","from_name":"brush","to_name":"image","original_width":4,"original_height":2,"value":{"format":"rle","rle":[0,0,0,32,57,27,252,224,19,255,198,1,28,4,127,241,128,0],"brushlabels":["Sky"]}},
{"id":"who","type":"rectanglelabels","from_name":"label","to_name":"nobody","value":{"x":1,"y":1,"width":2,"height":2,"rectanglelabels":["Car"]}},
{"id":"good","type":"rectanglelabels","from_name":"label","to_name":"image","value":{"x":1,"y":1,"width":2,"height":2,"rectanglelabels":["Car"]}}])";
    tests::Labeling work(kConfig, results);
    std::vector<std::string> found;
    for (const auto& problem : work.editor.diagnostics()) {
        found.push_back(std::string(diagnostics::codeName(problem.code)) + " " +
                        problem.where.pointer);
    }
    CHECK(found == std::vector<std::string>{"bad-result /result/2", "unknown-control /result/5",
                                            "region-outside /result/0", "region-empty /result/1",
                                            "region-few-points /result/3",
                                            "mask-unreadable /result/4"});
    std::string text;
    work.editor.appendResults(text);
    CHECK(text == results);

    // What is put right is no problem any more, and is one again when that is undone.
    const auto out = *work.editor.document().findArea("out");
    CHECK(work.editor.findFault(out) != nullptr);
    work.editor.regions().setShapes("Move", {{out, geometry::Rectangle{1, 1, 2, 2, 0}}});
    CHECK(work.editor.findFault(out) == nullptr);
    CHECK(work.editor.diagnostics().size() == 5);
    work.editor.execute(editor::CommandId::Undo);
    CHECK(work.editor.diagnostics().size() == 6);
}
