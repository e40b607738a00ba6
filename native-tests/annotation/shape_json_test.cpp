#include "core/annotation/shape_json.h"
#include "support/results.h"

#include <doctest/doctest.h>

#include <random>

using namespace cartouche;
using annotation::readShape;
using annotation::writeShape;
using json::Json;

namespace {

Json parsed(std::string_view text) {
    return *json::parseJson(text);
}

std::expected<std::optional<geometry::Shape>, std::string> read(std::string_view text) {
    const auto checked = json::checkJson(std::string(text));
    return readShape(json::Members(checked->text()));
}

geometry::Shape shapeOf(std::string_view text) {
    const auto shape = read(text);
    REQUIRE(shape);
    REQUIRE(*shape);
    return **shape;
}

std::string fault(std::string_view text) {
    const auto shape = read(text);
    return shape ? "" : shape.error();
}

/// One value of every shape, as the reference writes them.
const std::vector<std::string_view> kValues{
    R"({"x":10,"y":20.5,"width":33.333333333333336,"height":25,"rotation":0,"rectanglelabels":["Car"]})",
    R"({"x":1e-7,"y":2,"width":3,"height":4})",
    R"({"x":50,"y":50,"radiusX":10,"radiusY":8,"rotation":359.5,"ellipselabels":["Sun"]})",
    R"({"x":12.5,"y":40,"width":0.34,"keypointlabels":["Eye"]})",
    R"({"points":[[10,10],[40.5,12],[25,40]],"closed":true,"polygonlabels":["Road"]})",
    R"({"points":[[10,10,"more"],[40,12]]})",
    R"({"vertices":[{"id":"v1","x":10,"y":10,"prevPointId":null,"isBezier":false},{"id":"v2","x":60,"y":30,"prevPointId":"v1","isBezier":true,"controlPoint1":{"x":1,"y":2},"disconnected":false}],"closed":false,"vectorlabels":["Lane"]})",
    R"({"format":"rle","rle":[0,0,0,32,57,27,252,224,19,255,198,1,28,4,127,241,128,0],"brushlabels":["Sky"]})",
    R"({"imageDataURL":"data:image/png;base64,iVBORw0KGgo=","bitmasklabels":["Cell"]})",
    R"({"start":0,"end":5,"text":"Hello","labels":["Greeting"]})",
    R"({"start":"3","end":"9","labels":["Old"]})",
    R"({"start":3.1,"end":8.2,"channel":0,"labels":["Voice"]})",
    R"({"start":"/div[1]/p[1]/text()[1]","end":"/div[1]/text()[1]","startOffset":0,"endOffset":17,"globalOffsets":{"start":81,"end":105},"hypertextlabels":["Person"]})",
    R"({"start":"2","end":"4","startOffset":0,"endOffset":134,"text":"…","paragraphlabels":["Important"]})",
    R"({"start":2,"end":4,"startOffset":0,"endOffset":13})",
    R"({"start":"2020-03-07 01:22:23","end":"2020-03-07 01:22:31","instant":false,"timeserieslabels":["Run"]})",
    R"({"start":1592250751951,"end":1592250751951,"instant":true})",
    R"({"ranges":[{"start":3,"end":5}],"timelinelabels":["Moving"]})",
    R"({"framesCount":1009,"duration":42.04,"sequence":[{"frame":1,"enabled":true,"rotation":0,"x":38.2,"y":38.9,"width":41.3,"height":22.2,"time":0.0416666},{"frame":5,"enabled":false,"x":40,"y":50,"width":41,"height":22}],"labels":["Car"]})",
};

} // namespace

TEST_CASE("every shape that is written over its own value leaves it as it was, to the digit") {
    for (const std::string_view text : kValues) {
        CAPTURE(text);
        Json value = parsed(text);
        writeShape(shapeOf(text), value);
        CHECK(json::writeJson(value) == json::writeJson(parsed(text)));
    }
}

TEST_CASE("a shape that is written into nothing is read as the same") {
    for (const std::string_view text : kValues) {
        CAPTURE(text);
        const geometry::Shape shape = shapeOf(text);
        Json value = Json::object();
        writeShape(shape, value);
        CHECK(shapeOf(json::writeJson(value)) == shape);
    }
}

TEST_CASE("the kind of a shape is decided by the members of its value") {
    CHECK(shapeOf(kValues[0]) ==
          geometry::Shape(geometry::Rectangle{10, 20.5, 33.333333333333336, 25, 0}));
    CHECK(shapeOf(kValues[3]) == geometry::Shape(geometry::KeyPoint{12.5, 40, 0.34}));
    CHECK(shapeOf(kValues[10]) == geometry::Shape(geometry::Span{3, 9}));
    CHECK(shapeOf(kValues[14]) == geometry::Shape(geometry::PlacedSpan{"2", "4", 0, 13}));
    CHECK(std::get<geometry::Polygon>(shapeOf(kValues[5])).isClosed);
    CHECK(std::get<geometry::Track>(shapeOf(kValues[18])).sequence[1].isEnabled == false);
    CHECK(*read(R"({"choices":["A"]})") == std::nullopt);
    CHECK(*read("[1]") == std::nullopt);
    CHECK(*read("null") == std::nullopt);
}

TEST_CASE("a change of a shape changes its own members and nothing else") {
    Json value = parsed(kValues[0]);
    auto box = std::get<geometry::Rectangle>(shapeOf(kValues[0]));
    box.y = 21;
    box.rotation = 45;
    writeShape(box, value);
    CHECK(
        json::writeJson(value) ==
        R"({"x":10,"y":21,"width":33.333333333333336,"height":25,"rotation":45,"rectanglelabels":["Car"]})");

    Json track = parsed(kValues[18]);
    auto moved = std::get<geometry::Track>(shapeOf(kValues[18]));
    moved.sequence.erase(moved.sequence.begin());
    writeShape(moved, track);
    CHECK(track["sequence"].size() == 1);
    CHECK(track["sequence"][0]["frame"] == 5);
    CHECK(track["framesCount"] == 1009);
}

TEST_CASE("what is missing or of the wrong type is named") {
    CHECK(fault(R"({"x":1,"height":2})") == "y must be a number");
    CHECK(fault(R"({"x":"one","y":1,"width":1,"height":1})") == "x must be a number");
    CHECK(fault(R"({"points":[[1,2],[3]]})") == "points must be a list of [x, y]");
    CHECK(fault(R"({"points":7})") == "points must be a list");
    CHECK(fault(R"({"rle":[1,256]})") == "rle must be a list of bytes");
    CHECK(fault(R"({"rle":[1,-1]})") == "rle must be a list of bytes");
    CHECK(fault(R"({"sequence":[{"frame":1,"x":1,"y":1,"width":1}]})") ==
          "height must be a number in sequence");
    CHECK(fault(R"({"start":"a","end":5})") == "start must be a number");
    CHECK(fault(R"({"start":"nan","end":"inf"})") == "start must be a number");
    CHECK(fault(R"({"imageDataURL":null})") == "imageDataURL must be a text");
    CHECK(fault(R"({"points":[],"closed":"yes"})") == "closed must be true or false");
}

TEST_CASE("a region whose shape cannot be read is reported and kept as it is") {
    constexpr std::string_view kResults =
        R"([{"id":"r","type":"rectangle","value":{"x":1,"height":2},"from_name":"a"}])";
    const auto loaded = tests::load(kResults);
    CHECK(tests::saved(loaded.document) == kResults);
    REQUIRE(loaded.problems.size() == 1);
    CHECK(formatDiagnostic("r", loaded.problems[0]) ==
          "r#/result/0: warning[bad-result]: The shape of this region cannot be read: y must be a "
          "number; it is kept");
}

TEST_CASE("values with members of random types are read without harm") {
    std::mt19937 random(3);
    const std::vector<Json> values{Json(),
                                   1,
                                   -1.5,
                                   "text",
                                   "7",
                                   true,
                                   Json::array(),
                                   Json::object(),
                                   parsed("[[1,2]]"),
                                   parsed("[{}]"),
                                   parsed(R"([{"x":1}])")};
    const std::vector<std::string> keys{"x",      "y",        "width",       "height",    "radiusX",
                                        "rle",    "points",   "vertices",    "sequence",  "ranges",
                                        "start",  "end",      "startOffset", "endOffset", "instant",
                                        "closed", "rotation", "imageDataURL"};
    for (int round = 0; round < 5000; ++round) {
        Json value = Json::object();
        for (int member = 0; member < round % 7; ++member) {
            value[keys[random() % keys.size()]] = values[random() % values.size()];
        }
        if (const auto shape = read(json::writeJson(value)); shape && *shape) {
            Json again = value;
            writeShape(**shape, again);
            CHECK(*read(json::writeJson(again)) == *shape);
        }
    }
}
