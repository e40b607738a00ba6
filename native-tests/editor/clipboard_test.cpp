#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <format>
#include <string>

using namespace cartouche;
using annotation::AreaHandle;
using editor::CommandId;
using tests::Labeling;

namespace {

constexpr std::string_view kConfig = R"(<View>
  <Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/><Label value="Van"/></RectangleLabels>
  <Relations><Relation value="tows"/></Relations>
</View>)";

constexpr std::string_view kResults = R"([
  {"id":"a","type":"rectanglelabels","from_name":"label","to_name":"image","x-own":[1,2],"original_width":200,"original_height":100,
   "value":{"x":10.123456789012345,"y":10,"width":20,"height":20,"rotation":0,"rectanglelabels":["Car"]},"score":0.5,"origin":"prediction"},
  {"id":"b","type":"rectanglelabels","from_name":"label","to_name":"image","parentID":"a",
   "value":{"x":60,"y":60,"width":20,"height":20,"rotation":0,"rectanglelabels":["Van"]}},
  {"from_id":"a","to_id":"b","type":"relation","direction":"right","labels":["tows"]}])";

} // namespace

TEST_CASE(
    "regions are copied and pasted with new ids, their relations and all that they came with") {
    Labeling work(kConfig, kResults);
    CHECK(work.editor.copyRegions() == std::nullopt);
    work.editor.regions().select({AreaHandle{0}, AreaHandle{1}});
    const std::string copied = work.editor.copyRegions().value();
    CHECK(json::Json::parse(copied) == json::Json::parse(kResults));

    Labeling other(kConfig);
    const auto pasted = other.editor.pasteRegions(copied);
    CHECK(pasted.count == 2);
    CHECK(pasted.message == "2 regions pasted");
    const json::Json results = other.results();
    REQUIRE(results.size() == 3);
    CHECK(results[0]["id"] == "id2");
    CHECK(results[1]["id"] == "id3");
    CHECK(results[1]["parentID"] == "id2");
    CHECK(results[0]["value"]["x"] == 10.123456789012345);
    CHECK(results[0]["x-own"] == json::Json{1, 2});
    CHECK(results[0]["origin"] == "manual");
    CHECK_FALSE(results[0].contains("score"));
    CHECK(results[2]["from_id"] == "id2");
    CHECK(results[2]["to_id"] == "id3");
    CHECK(results[2]["labels"] == json::Json{"tows"});
    CHECK(other.editor.regions().selection().size() == 2);
    CHECK(other.editor.execute(CommandId::Undo)); // all of it is one
    CHECK(other.results().empty());
    CHECK(other.editor.execute(CommandId::Redo));
    CHECK(other.results().size() == 3);
}

TEST_CASE("pasting what is no region says so and changes nothing") {
    Labeling work(kConfig, kResults);
    const json::Json before = work.results();
    for (const std::string& text :
         {std::string(""), std::string("hello"), std::string("{}"), std::string("[]"),
          std::string("[1,null]"), std::string("[{}")}) {
        const auto pasted = work.editor.pasteRegions(text);
        CHECK(pasted.count == 0);
        CHECK_FALSE(pasted.message.empty());
    }
    CHECK(work.editor.pasteRegions("hello").message == "The clipboard holds no regions");
    CHECK(work.results() == before);
    CHECK_FALSE(work.editor.canExecute(CommandId::Undo));
}

TEST_CASE("what the config has no place for is left out with a reason, and the rest is pasted") {
    Labeling work(kConfig);
    const auto pasted = work.editor.pasteRegions(R"([
      {"id":"a","type":"rectanglelabels","from_name":"label","to_name":"image","value":{"x":1,"y":1,"width":2,"height":2,"rectanglelabels":["Car"]}},
      {"id":"b","type":"polygonlabels","from_name":"poly","to_name":"image","value":{"points":[[1,1],[2,2],[3,1]],"polygonlabels":["Car"]}},
      {"id":"c","type":"choices","from_name":"mood","to_name":"image","value":{"choices":["good"]}}])");
    CHECK(pasted.count == 1);
    CHECK(pasted.message ==
          "1 region pasted, 2 left out: the config has no control \"poly\" for \"image\"");
    const auto nothing = work.editor.pasteRegions(
        R"([{"id":"a","type":"rectangle","from_name":"label","to_name":"photo","value":{"x":1,"y":1,"width":2,"height":2}}])");
    CHECK(nothing.message == "Nothing was pasted: the config has no object \"photo\"");
    CHECK(work.results().size() == 1);
}

TEST_CASE("a mask is pasted only onto an image of its size") {
    Labeling work(
        R"(<View><Image name="image" value="$image"/><BrushLabels name="brush" toName="image"><Label value="Sky"/></BrushLabels></View>)");
    const auto mask = [](int width, int height) {
        return std::format(
            R"([{{"id":"m","type":"brushlabels","from_name":"brush","to_name":"image","original_width":{},"original_height":{},)"
            R"("value":{{"format":"rle","rle":[0,0,0,32,57,27,252,224,19,255,198,1,28,4,127,241,128,0],"brushlabels":["Sky"]}}}}])",
            width, height);
    };
    CHECK(work.editor.pasteRegions(mask(4, 2)).message ==
          "Nothing was pasted: a mask is of an image of 4 x 2 pixels, but this one has 200 x 100");
    CHECK(work.editor.pasteRegions(mask(200, 100)).count == 1);
}

TEST_CASE("regions come to the front and go to the back: for clicks, and in the order of results") {
    Labeling work(
        R"(<View><Image name="image" value="$image"/><Rectangle name="box" toName="image"/></View>)",
        R"([{"id":"a","type":"rectangle","from_name":"box","to_name":"image","value":{"x":10,"y":10,"width":40,"height":40,"rotation":0}},
                      {"id":"b","type":"rectangle","from_name":"box","to_name":"image","value":{"x":10,"y":10,"width":40,"height":40,"rotation":0}},
                      {"from_id":"a","to_id":"b","type":"relation","direction":"right"},
                      {"id":"c","type":"rectangle","from_name":"box","to_name":"image","value":{"x":10,"y":10,"width":40,"height":40,"rotation":0}}])");
    const auto order = [&work] {
        std::string ids;
        for (const json::Json& result : work.results()) {
            ids += result.value("id", "-");
        }
        return ids;
    };
    const auto topmost = [&work] {
        work.editor.regions().select({});
        return work.image().find(work.image().viewport().toStage({60, 30}), 2)->index;
    };
    CHECK(order() == "ab-c");
    CHECK(topmost() == 2);
    work.editor.regions().select({AreaHandle{0}});
    CHECK(work.editor.execute(CommandId::BringToFront));
    CHECK(order() == "bca-");
    CHECK(topmost() == 0);
    work.editor.regions().select({AreaHandle{2}, AreaHandle{0}});
    CHECK(work.editor.execute(CommandId::SendToBack));
    CHECK(order() == "cab-");
    CHECK(topmost() == 1);
    CHECK(work.editor.execute(CommandId::Undo));
    CHECK(work.editor.execute(CommandId::Undo));
    CHECK(order() == "ab-c");
}

TEST_CASE("a relation has labels, several or one, and can be hidden") {
    Labeling work(kConfig, kResults);
    const annotation::RelationHandle relation{0};
    work.editor.regions().toggleRelationLabel(relation, "pulls", true);
    CHECK(work.results()[2]["labels"] == json::Json{"tows", "pulls"});
    work.editor.regions().toggleRelationLabel(relation, "follows", false);
    CHECK(work.results()[2]["labels"] == json::Json{"follows"});
    work.editor.regions().toggleRelationLabel(relation, "follows", false);
    CHECK(work.results()[2]["labels"] == json::Json::array());
    work.editor.regions().setHidden(relation, true);
    CHECK(work.editor.regions().isHidden(relation));
    for (int count = 0; count < 3; ++count) {
        CHECK(work.editor.execute(CommandId::Undo));
    }
    CHECK(work.results() == json::Json::parse(kResults));
}
