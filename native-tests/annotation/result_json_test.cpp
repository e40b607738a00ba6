#include "core/annotation/edit.h"
#include "core/annotation/result_json.h"
#include "core/json/json.h"
#include "support/rendering.h"
#include "support/results.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <format>

using namespace cartouche;
using namespace cartouche::annotation;
using json::Json;
using tests::load;
using tests::saved;

namespace {

constexpr std::string_view kCat =
    R"({"id":"abc","type":"choices","from_name":"Pets","to_name":"Image","value":{"choices":["Cat"]},"score":0.75,"x-note":{"kept":[1,2.50,123456789012345678901234567890]}})";

constexpr std::string_view kBox =
    R"({"original_width":600,"original_height":400,"image_rotation":0,"value":{"x":10.0,"y":1e1,"width":30,"height":25.123456789012345678,"rotation":0,"rectanglelabels":["Car"]},"id":"r1","from_name":"label","to_name":"image","type":"rectanglelabels","origin":"prediction","score":0.9})";

/// The areas of a document, as a list of their ids.
std::string idsOf(const Document& document) {
    std::string ids;
    for (const Area& area : document.areas().all()) {
        ids += (ids.empty() ? "" : " ") + area.id;
    }
    return ids;
}

History historyOf(std::string_view results) {
    History history;
    history.restart(load(results).document);
    return history;
}

AreaHandle areaOf(const History& history, std::string_view id) {
    return history.document().findArea(id).value();
}

} // namespace

TEST_CASE("a new answer has the shape of the peer's") {
    History history;
    Edit edit(history, "");
    edit.setAnswer(Name("Image"), Area::kWholeObject, {Name("Pets"), ResultType::Choices},
                   Texts{"Cat"}, [] { return "aB3_-xyz01"; });
    edit.commit();
    CHECK(
        saved(history.document()) ==
        R"([{"value":{"choices":["Cat"]},"id":"aB3_-xyz01","from_name":"Pets","to_name":"Image","type":"choices","origin":"manual"}])");
}

TEST_CASE("a new region has the shape of the peer's, and each of its results repeats its place") {
    History history;
    Edit edit(history, "");
    Area area{.id = "r1",
              .object = Name("image"),
              .item = 2,
              .shape = geometry::Rectangle{10, 20.5, 30, 25, 0},
              .parent = "r0",
              .note = "blurred",
              .medium = {.width = 600, .height = 400}};
    area.results.push_back(
        {.control = Name("label"), .type = ResultType::RectangleLabels, .answer = Texts{"Car"}});
    const AreaHandle handle = edit.addArea(std::move(area));
    edit.setAnswer(handle, {Name("plate"), ResultType::TextArea}, Texts{"B-AB 12"});
    edit.commit();
    CHECK(
        saved(history.document()) ==
        R"([{"original_width":600,"original_height":400,"image_rotation":0,"value":{"x":10,"y":20.5,"width":30,"height":25,"rotation":0,"rectanglelabels":["Car"]},"meta":{"text":["blurred"]},"parentID":"r0","id":"r1","from_name":"label","to_name":"image","type":"rectanglelabels","origin":"manual","item_index":2},)"
        R"({"original_width":600,"original_height":400,"image_rotation":0,"value":{"x":10,"y":20.5,"width":30,"height":25,"rotation":0,"text":["B-AB 12"]},"meta":{"text":["blurred"]},"parentID":"r0","id":"r1","from_name":"plate","to_name":"image","type":"textarea","origin":"manual","item_index":2}])");
}

TEST_CASE(
    "what was loaded and not touched goes out to the letter, unknown fields and types and all") {
    const std::string text = std::format(
        R"([ {},{}, {{"id":"u","type":"hologram","value":{{"depth":1}}}},{{"from":"a","type":"relation"}},"no object",null])",
        kCat, kBox);
    const auto loaded = load(text);
    CHECK(saved(loaded.document) == text);
    CHECK(
        tests::rendered(loaded.problems, "r") ==
        std::vector<std::string>{
            "r#/result/2: warning[bad-result]: Results of type \"hologram\" are not known here; it "
            "is kept",
            "r#/result/3: warning[bad-result]: This relation does not say from where to where, by "
            "from_id and to_id; it is kept",
            "r#/result/4: warning[bad-result]: A result must be an object, but this is a text; it "
            "is kept",
            "r#/result/5: warning[bad-result]: A result must be an object, but this is null; it is "
            "kept"});
}

TEST_CASE("an answer that was changed changes in its choices and nothing else") {
    History history = historyOf(std::format("[{},{}]", kCat, kBox));
    Edit edit(history, "");
    edit.setAnswer(Name("Image"), Area::kWholeObject, {Name("Pets"), ResultType::Choices},
                   Texts{"Dog"}, tests::countingIds());
    edit.commit();
    std::string expected(kCat);
    expected.replace(expected.find("Cat"), 3, "Dog");
    CHECK(saved(history.document()) == std::format("[{},{}]", expected, kBox));
}

TEST_CASE("a region that was moved changes in its place and origin, and keeps every other digit") {
    History history = historyOf(std::format("[{}]", kBox));
    Edit edit(history, "");
    edit.setShape(areaOf(history, "r1"), geometry::Rectangle{11.5, 10, 30, 25.123456789012345678});
    edit.commit();
    CHECK(
        saved(history.document()) ==
        R"([{"original_width":600,"original_height":400,"image_rotation":0,"value":{"x":11.5,"y":10.0,"width":30,"height":25.123456789012344,"rotation":0,"rectanglelabels":["Car"]},"id":"r1","from_name":"label","to_name":"image","type":"rectanglelabels","origin":"prediction-changed","score":0.9}])");
    history.undo();
    CHECK(saved(history.document()) == std::format("[{}]", kBox));
}

TEST_CASE(
    "results with one id are one region, wherever they stand, and are written where they stood") {
    const std::string text =
        R"([{"id":"a","from_name":"r","to_name":"i","type":"rectangle","value":{"x":1,"y":2,"width":3,"height":4}},)"
        R"({"id":"b","from_name":"r","to_name":"i","type":"rectangle","value":{"x":5,"y":6,"width":7,"height":8}},)"
        R"({"from_id":"a","to_id":"b","type":"relation","direction":"bi","labels":["next to"]},)"
        R"({"id":"a","from_name":"l","to_name":"i","type":"labels","value":{"x":1,"y":2,"width":3,"height":4,"labels":["Car"]}}])";
    History history = historyOf(text);
    CHECK(idsOf(history.document()) == "a b");
    const Area& first = *history.document().areas().find(areaOf(history, "a"));
    CHECK(first.results.size() == 2);
    CHECK(std::get<Texts>(first.find("l")->answer) == Texts{"Car"});
    CHECK(saved(history.document()) == text);
    Edit edit(history, "");
    edit.setAnswer(areaOf(history, "a"), {Name("t"), ResultType::TextArea}, Texts{"new"});
    edit.commit();
    const Json written = *json::parseJson(saved(history.document()));
    REQUIRE(written.size() == 5);
    CHECK(written[2]["type"] == "relation");
    CHECK(written[3]["from_name"] == "l");
    CHECK(written[4]["value"] ==
          *json::parseJson(R"({"x":1,"y":2,"width":3,"height":4,"rotation":0,"text":["new"]})"));
}

TEST_CASE("one id on two objects, or on two items of one, is two regions") {
    const auto loaded = load(
        R"([{"id":"a","from_name":"r","to_name":"i","type":"rectangle","value":{"x":1,"y":2,"width":3,"height":4}},
            {"id":"a","from_name":"r","to_name":"j","type":"rectangle","value":{"x":1,"y":2,"width":3,"height":4}},
            {"id":"a","from_name":"r","to_name":"j","type":"rectangle","item_index":1,"value":{"x":1,"y":2,"width":3,"height":4}}])");
    CHECK(idsOf(loaded.document) == "a a a");
    CHECK(loaded.document.findArea("a", "j", 1).value().index == 2);
}

TEST_CASE("results may come as JSON text; ids that are missing are made, and suffixes cut") {
    const auto loaded = load(
        R"("[{\"type\":\"choices\",\"from_name\":\"P\",\"to_name\":\"I\",\"value\":{\"choices\":[\"A\"]}},{\"id\":\"x#7\",\"type\":\"choices\",\"from_name\":\"Q\",\"to_name\":\"I\",\"value\":{\"choices\":[\"B\"]}}]")");
    CHECK(idsOf(loaded.document) == "new-1 x");
    History history;
    history.restart(loaded.document);
    Edit edit(history, "");
    edit.setNote(AreaHandle{0}, "noted");
    edit.setNote(AreaHandle{1}, "noted");
    edit.commit();
    const Json written = *json::parseJson(saved(history.document()));
    CHECK(written[0]["id"] == "new-1");
    CHECK(written[1]["id"] == "x");
    history.undo();
    CHECK_FALSE(saved(history.document()).contains("new-1"));
}

TEST_CASE("of several answers of one control the last counts; a change leaves one of them") {
    const std::string text =
        R"([{"id":"1","type":"choices","from_name":"P","to_name":"I","value":{"choices":["A"]}},)"
        R"({"id":"2","type":"choices","from_name":"P","to_name":"I","value":{"choices":["B"]}}])";
    History history = historyOf(text);
    CHECK(std::get<Texts>(history.document().findAnswer("P")->answer) == Texts{"B"});
    CHECK(saved(history.document()) == text);
    const auto answer = [&history](Answer to) {
        Edit edit(history, "");
        edit.setAnswer(Name("I"), Area::kWholeObject, {Name("P"), ResultType::Choices},
                       std::move(to), tests::countingIds());
        edit.commit();
    };
    answer(Texts{"C"});
    CHECK(idsOf(history.document()) == "2");
    answer(Answer());
    CHECK(saved(history.document()) == "[]");
    history.undo();
    history.undo();
    CHECK(saved(history.document()) == text);
}

TEST_CASE("every type of answer is read, and written when it changed") {
    struct Row {
        std::string_view type;
        std::string_view value;
        Answer changed;
        std::string_view written;
    };
    const std::vector<Row> rows{
        {"choices", R"({"choices":[["Animal","Cat"]]})", std::vector<Path>{{"Plant"}},
         R"({"choices":[["Plant"]]})"},
        {"taxonomy", R"({"taxonomy":[["a"],["b","c"]]})", std::vector<Path>{{"b"}},
         R"({"taxonomy":[["b"]]})"},
        {"textarea", R"({"text":"one"})", Texts{"one", "two"}, R"({"text":["one","two"]})"},
        {"number", R"({"number":3.5})", 4.0, R"({"number":4})"},
        {"rating", R"({"rating":4})", 2.0, R"({"rating":2})"},
        {"datetime", R"({"datetime":"2024-05-01T13:30"})", std::string("2024"),
         R"({"datetime":"2024"})"},
        {"pairwise", R"({"selected":"left"})", std::string("right"), R"({"selected":"right"})"},
        {"ranker", R"({"ranker":{"_":["c"],"best":["a"]}})", Columns{{"best", {"c", "a"}}},
         R"({"ranker":{"best":["c","a"]}})"},
        {"videorectangle",
         R"({"framesCount":9,"sequence":[{"frame":1,"x":1,"y":2,"width":3,"height":4}],"labels":["Car"]})",
         Texts{"Bus"},
         R"({"framesCount":9,"sequence":[{"frame":1,"x":1,"y":2,"width":3,"height":4}],"labels":["Bus"]})"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.type);
        const auto text = [&row](std::string_view value) {
            return std::format(
                R"([{{"id":"a","type":"{}","from_name":"c","to_name":"o","value":{}}}])", row.type,
                value);
        };
        History history = historyOf(text(row.value));
        const ResultType type = findResultType(row.type);
        Edit edit(history, "");
        edit.setAnswer(areaOf(history, "a"), {Name("c"), type}, row.changed);
        edit.commit();
        CHECK(saved(history.document()) == text(row.written));
        CHECK(load(text(row.written)).document.areas().all().front().results.front().answer ==
              row.changed);
        history.undo();
        CHECK(saved(history.document()) == text(row.value));
    }
}

TEST_CASE("answers that are not what they must be are reported and kept") {
    for (const std::string_view value : {"3", "[]", "[1]", "\"A\"", "null", "{}", "[[]]"}) {
        const std::string text = std::format(
            R"([{{"id":"1","type":"choices","from_name":"P","to_name":"I","value":{{"choices":{}}}}}])",
            value);
        CAPTURE(text);
        const auto loaded = load(text);
        CHECK(saved(loaded.document) == text);
        CHECK(tests::rendered(loaded.problems, "r") ==
              std::vector<std::string>{
                  "r#/result/0: warning[bad-result]: The answer of this result cannot "
                  "be read: choices must be a list of texts or of paths, with "
                  "something in it; it is kept"});
    }
}

TEST_CASE("legacy fields are understood: htmllabels, normalization, offsets as texts") {
    const auto loaded = load(
        R"([{"id":"h","type":"htmllabels","from_name":"n","to_name":"t","normalization":"Berlin","value":{"start":"/p[1]/text()[1]","end":"/p[1]/text()[1]","startOffset":0,"endOffset":3,"htmllabels":["City"]}},
            {"id":"s","type":"labels","from_name":"n","to_name":"t","value":{"start":"3","end":"9","labels":["X"]}}])");
    const Area first = loaded.document.areas().all().front();
    CHECK(first.note == "Berlin");
    CHECK(first.results[0].type == ResultType::HyperTextLabels);
    CHECK(std::get<Texts>(first.results[0].answer) == Texts{"City"});
    CHECK(loaded.document.areas().find(AreaHandle{1})->shape ==
          geometry::Shape(geometry::Span{3, 9}));
}

TEST_CASE(
    "a note goes into the meta of every result of its region, and out again without a trace") {
    const std::string text =
        R"([{"id":"a","type":"labels","from_name":"n","to_name":"t","value":{"start":1,"end":2},"meta":{"lead_time":3.20}}])";
    History history = historyOf(text);
    const auto note = [&history](std::string to) {
        Edit edit(history, "");
        edit.setNote(areaOf(history, "a"), std::move(to));
        edit.commit();
    };
    note("see \"this\"");
    CHECK(
        saved(history.document()) ==
        R"([{"id":"a","type":"labels","from_name":"n","to_name":"t","value":{"start":1,"end":2},"meta":{"lead_time":3.20,"text":["see \"this\""]}}])");
    note("");
    CHECK(saved(history.document()) == text);
}

TEST_CASE("relations are read and written with their direction and labels") {
    const std::string text =
        R"([{"id":"a","type":"labels","from_name":"n","to_name":"t","value":{"start":1,"end":2}},)"
        R"({"id":"b","type":"labels","from_name":"n","to_name":"t","value":{"start":3,"end":4}},)"
        R"({"from_id":"a","to_id":"b","type":"relation","direction":"right","x":1.0}])";
    History history = historyOf(text);
    const RelationHandle relation{0};
    CHECK(history.document().relations().find(relation)->direction == Direction::Right);
    {
        Edit edit(history, "");
        edit.setDirection(relation, Direction::Both);
        edit.setLabels(relation, {"owns"});
        edit.addRelation({.from = "a", .to = "b"}); // there already
        edit.addRelation({.from = "a", .to = "a"});
        edit.addRelation({.from = "b", .to = "a", .direction = Direction::Left});
        edit.commit();
    }
    const std::string changed = saved(history.document());
    CHECK(changed.ends_with(
        R"({"from_id":"a","to_id":"b","type":"relation","direction":"bi","x":1.0,"labels":["owns"]},)"
        R"({"from_id":"b","to_id":"a","type":"relation","direction":"left"}])"));
    history.undo();
    CHECK(saved(history.document()) == text);
}

TEST_CASE("a relation that leads nowhere is reported and kept") {
    const std::string text = R"([{"from_id":"a","to_id":"b","type":"relation"}])";
    const auto loaded = load(text);
    CHECK(saved(loaded.document) == text);
    CHECK(tests::rendered(loaded.problems, "r").front() ==
          "r#/result/0: warning[bad-result]: This relation leads to \"a\", but no region has that "
          "id; "
          "it is kept");
}

TEST_CASE("a draft's strokes are read, and go when the mask is coded") {
    const std::string text =
        R"([{"original_width":4,"original_height":2,"id":"b","type":"brush","from_name":"n","to_name":"t","value":{"format":"rle","touches":[{"id":"t1","type":"eraser","points":[],"relativePoints":[1,2,30.5,4],"relativeStrokeWidth":2.5}]}}])";
    History history = historyOf(text);
    const AreaHandle handle = areaOf(history, "b");
    const auto mask =
        std::get<geometry::BrushMask>(*history.document().areas().find(handle)->shape);
    REQUIRE(mask.strokes.size() == 1);
    CHECK(mask.strokes[0] == geometry::Stroke{true, 2.5, {{1, 2}, {30.5, 4}}});
    Edit edit(history, "");
    edit.setShape(handle, geometry::BrushMask{.rle = {0, 0, 0, 255}});
    edit.commit();
    CHECK(
        saved(history.document()) ==
        R"([{"original_width":4,"original_height":2,"id":"b","type":"brush","from_name":"n","to_name":"t","value":{"format":"rle","rle":[0,0,0,255]}}])");
}

TEST_CASE("what is no list of results is reported, and nothing is loaded") {
    CHECK(load("null").problems.empty());
    const auto loaded = load(R"({"a":1})");
    CHECK(idsOf(loaded.document) == "");
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].message == "A result must be a list, but this is an object");
    CHECK(load(R"("[1")").problems.size() == 1);
}

TEST_CASE("hostile members are read without harm") {
    const auto loaded = load(
        R"([{"id":7,"type":[],"value":{"x":1,"y":1,"width":1}},{"id":"a","type":"labels","item_index":-3,"original_width":1e300,"score":"0.5","readonly":"yes","meta":[],"parentID":{},"value":{"start":1,"end":2,"labels":null}},{}])");
    CHECK(loaded.problems.size() == 2);
    CHECK(saved(loaded.document).contains("1e300"));
}

TEST_CASE("a region whose value was no object gets one, once it has a shape") {
    for (const char* value : {"\"I\"", "null", "[1]", "7"}) {
        History history = historyOf(std::format(
            R"([{{"id":"a","type":"htmllabels","from_name":"l","to_name":"t","value":{}}}])",
            value));
        {
            Edit edit(history, "");
            edit.setNote(AreaHandle{0}, "noted");
            CHECK_MESSAGE(saved(history.document()).contains(std::format("\"value\":{}", value)),
                          value);
            edit.setShape(AreaHandle{0}, geometry::Rectangle{1, 2, 3, 4, 0});
            CHECK(Json::parse(saved(history.document()))[0]["value"]["width"] == 3);
        }
        CHECK(saved(history.document()).contains(std::format("\"value\":{}}}", value)));
    }
}
