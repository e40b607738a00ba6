#include "editor/editor.h"

#include <doctest/doctest.h>

#include <format>
#include <string>

using namespace cartouche;
using editor::CommandId;
using json::Json;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/><Label value="Van"/></RectangleLabels></View>)";

std::string region(std::string_view id, double x, std::string_view more) {
    return std::format(
        R"({{"id":"{}","type":"rectanglelabels","from_name":"label","to_name":"image",{}"value":{{"x":{},"y":10,"width":10,"height":10,"rotation":0,"rectanglelabels":["Car"]}}}})",
        id, more, x);
}

struct Desk {
    Desk()
        : editor({.newId = [this] { return "id" + std::to_string(++ids); },
                  .nowMs = [] { return 0.0; }},
                 [](const editor::Event&) {}) {
        const std::string task =
            R"({"data":{"image":"a"},"predictions":[{"id":1,"score":0.5,"model_version":"one","result":[)" +
            region("a", 10, R"("score":0.9,"odd":[1],)") + "," +
            region("b", 30, R"("score":0.3,)") + "," + region("c", 50, "") +
            R"(]},{"id":2,"model_version":"two","result":[)" + region("d", 70, "") + "]}]}";
        editor.load(kConfig, *json::checkJson(task), {});
        editor.setImageSize(*editor.findImage("image"), {200, 100});
    }
    Json results() const {
        std::string text;
        editor.appendResults(text);
        return Json::parse(text);
    }
    std::size_t offered() { return editor.candidates()->offered().size(); }

    int ids = 0;
    editor::Editor editor;
};

} // namespace

TEST_CASE("what a prediction offers depends on the least score, and on what is there already") {
    Desk desk;
    CHECK(desk.editor.candidates() == nullptr);
    CHECK(desk.editor.execute(CommandId::ShowPredictions));
    REQUIRE(desk.editor.candidates() != nullptr);
    CHECK(desk.offered() == 3);
    desk.editor.setThreshold(0.4);
    CHECK(desk.offered() == 2); // a region without a score has that of the prediction
    desk.editor.setThreshold(0.6);
    CHECK(desk.offered() == 1);
    CHECK(desk.editor.execute(CommandId::AcceptPredictions));
    CHECK(desk.offered() == 0);
    CHECK_FALSE(desk.editor.canExecute(CommandId::AcceptPredictions));
    desk.editor.setThreshold(0);
    CHECK(desk.offered() == 2);
    CHECK(desk.editor.execute(CommandId::Undo));
    CHECK(desk.offered() == 3);
    desk.editor.nextCandidates();
    CHECK(desk.editor.candidates()->prediction().record.createdBy == "two");
    CHECK(desk.offered() == 1);
    CHECK(desk.editor.execute(CommandId::ShowPredictions));
    CHECK(desk.editor.candidates() == nullptr);
}

TEST_CASE("accepting takes a region over with its score, origin and all members, as one step") {
    Desk desk;
    desk.editor.execute(CommandId::ShowPredictions);
    CHECK_FALSE(desk.editor.canExecute(CommandId::AcceptPrediction));
    CHECK(desk.editor.execute(CommandId::NextPrediction));
    CHECK(desk.editor.execute(CommandId::AcceptPrediction));
    REQUIRE(desk.results().size() == 1);
    const Json first = desk.results()[0];
    CHECK(first["id"] == "a");
    CHECK(first["origin"] == "prediction");
    CHECK(first["score"] == 0.9);
    CHECK(first["odd"] == Json{1});
    CHECK(desk.editor.execute(CommandId::AcceptPrediction)); // the next one
    CHECK(desk.results()[1]["id"] == "b");
    CHECK(desk.editor.execute(CommandId::AcceptPredictions));
    CHECK(desk.results().size() == 3);
    CHECK(desk.editor.execute(CommandId::Undo));
    CHECK(desk.editor.execute(CommandId::Undo));
    CHECK(desk.results().size() == 1);
    editor::Regions& regions = desk.editor.regions();
    regions.setShapes("Move", {{regions.list().front(), geometry::Rectangle{1, 1, 1, 1, 0}}});
    CHECK(desk.results()[0]["origin"] == "prediction-changed");
}

TEST_CASE("nothing is offered over what can only be looked at") {
    Desk desk;
    desk.editor.execute(CommandId::ShowPredictions);
    CHECK(desk.editor.selectEntry("1"));
    CHECK(desk.editor.candidates() == nullptr);
    CHECK_FALSE(desk.editor.canExecute(CommandId::AcceptPredictions));
    CHECK_FALSE(desk.editor.canExecute(CommandId::ShowPredictions));
}
