#include "editor/editor.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cartouche;
using editor::CommandId;
using editor::Event;
using json::Json;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/><Label value="Van"/></RectangleLabels>
  <Choices name="day" toName="image"><Choice value="Sun" selected="true"/><Choice value="Rain"/></Choices></View>)";

constexpr std::string_view kTask = R"({"id":9,"data":{"image":"a.png"},
 "annotations":[
  {"id":11,"created_username":"anna","created_at":"2024-01-02T00:00:00Z","lead_time":4,"result":[
   {"id":"a","type":"choices","from_name":"day","to_name":"image","value":{"choices":["Rain"]}}]},
  {"id":12,"created_username":"ben","created_at":"2024-01-03T00:00:00Z","ground_truth":true,"result":[]}],
 "predictions":[
  {"id":5,"model_version":"net-1","score":0.75,"created_at":"2024-01-01T00:00:00Z","result":[
   {"id":"p","type":"rectanglelabels","from_name":"label","to_name":"image","origin":"manual","score":0.9,"odd":1,
    "value":{"x":10,"y":10,"width":20,"height":20,"rotation":0,"rectanglelabels":["Car"]}}]}]})";

struct Desk {
    explicit Desk(std::string_view task = kTask, std::string_view config = kConfig)
        : editor({.newId = [this] { return "id" + std::to_string(++ids); },
                  .nowMs = [this] { return nowMs; }},
                 [this](const Event& event) { events.push_back(event); }) {
        editor.load(
            config, *json::checkJson(std::string(task)),
            {"submit", "update", "annotations:add-new", "annotations:delete", "ground-truth"});
    }

    Json written() const { return *json::parseJson(editor.writeAnnotation()); }
    Json list() const { return *json::parseJson(editor.describeEntries()); }
    std::string shown() const { return editor.current().record.pk; }
    Json last(Event::Kind kind) const {
        for (std::size_t index = events.size(); index-- > 0;) {
            if (events[index].kind == kind) {
                return *json::parseJson(events[index].detail);
            }
        }
        return {};
    }
    void toggle(std::size_t choice) {
        const auto& control = editor.interface().choices().front();
        editor.toggleChoice(control, control.choices.at(choice));
    }

    int ids = 0;
    double nowMs = 1'000'000;
    std::vector<Event> events;
    editor::Editor editor;
};

} // namespace

TEST_CASE(
    "all annotations and predictions of a task are listed, and the first annotation is shown") {
    Desk desk;
    CHECK(desk.shown() == "11");
    const Json list = desk.list();
    REQUIRE(list["annotations"].size() == 3);
    CHECK(list["annotations"][0]["pk"] == "12"); // the latest first
    CHECK(list["annotations"][0]["isGroundTruth"] == true);
    CHECK(list["annotations"][1]["createdBy"] == "anna");
    CHECK(list["annotations"][2]["kind"] == "prediction");
    CHECK(list["annotations"][2]["score"] == 0.75);
    CHECK(list["selected"] == list["annotations"][1]["id"]);
    CHECK(desk.last(Event::Kind::Annotations) == list);
}

TEST_CASE("each annotation has a history of its own, which waits while another is shown") {
    Desk desk;
    desk.toggle(1);
    CHECK(desk.written()["result"].empty());
    REQUIRE(desk.editor.selectEntry("12"));
    CHECK_FALSE(desk.editor.canExecute(CommandId::Undo));
    CHECK(desk.written()["result"][0]["value"]["choices"] == Json{"Sun"}); // preselected
    desk.toggle(1);
    REQUIRE(desk.editor.selectEntry("11"));
    CHECK(desk.written()["result"].empty());
    CHECK(desk.editor.execute(CommandId::Undo));
    CHECK(desk.written()["result"][0]["value"]["choices"] == Json{"Rain"});
    REQUIRE(desk.editor.selectEntry("12"));
    CHECK(desk.written()["result"][0]["value"]["choices"] == Json{"Rain"});
    CHECK_FALSE(desk.editor.selectEntry("nobody"));
    CHECK_FALSE(desk.editor.selectEntry(""));
}

TEST_CASE("what is submitted is what is shown, and what was saved before is updated") {
    Desk desk;
    CHECK(desk.editor.isSubmitted());
    desk.nowMs += 2000;
    CHECK(desk.editor.execute(CommandId::Submit));
    const Json update = desk.last(Event::Kind::Update)["annotation"];
    CHECK(update["pk"] == 11);
    CHECK(update["lead_time"] == 6);
    CHECK(desk.editor.execute(CommandId::CreateAnnotation));
    CHECK(desk.editor.execute(CommandId::Submit));
    const Json submit = desk.last(Event::Kind::Submit)["annotation"];
    CHECK_FALSE(submit.contains("pk"));
    CHECK(submit["id"] == desk.editor.current().id);
    CHECK(submit["result"][0]["value"]["choices"] == Json{"Sun"});
}

TEST_CASE("a prediction can be looked at, but nothing of it can be changed") {
    Desk desk;
    REQUIRE(desk.editor.selectEntry("5"));
    CHECK(desk.editor.isReadonly());
    CHECK_FALSE(desk.editor.canExecute(CommandId::Submit));
    editor::Regions& regions = desk.editor.regions();
    regions.select({regions.list().front()});
    CHECK_FALSE(regions.isEditable(regions.list().front()));
    CHECK(
        desk.editor.execute(CommandId::DeleteRegions)); // hiding is allowed, deleting does nothing
    CHECK_FALSE(desk.editor.execute(CommandId::DuplicateRegions));
    const auto& label = desk.editor.interface().labels().front();
    regions.press({label, label.labels[1]});
    desk.toggle(0);
    regions.setShapes("Move", {{regions.list().front(), geometry::Rectangle{1, 1, 1, 1, 0}}});
    CHECK(desk.written()["result"].size() == 1);
    CHECK(desk.written()["result"][0]["value"]["x"] == 10);
    CHECK(desk.written()["result"][0]["value"]["rectanglelabels"] == Json{"Car"});
    CHECK_FALSE(desk.editor.canExecute(CommandId::Undo));
}

TEST_CASE("a copy of a prediction can be changed, and says where it is from") {
    Desk desk;
    REQUIRE(desk.editor.selectEntry("5"));
    CHECK(desk.editor.execute(CommandId::CopyAnnotation));
    CHECK_FALSE(desk.editor.isReadonly());
    Json copy = desk.written();
    CHECK(copy["parent_prediction"] == 5);
    REQUIRE(copy["result"].size() == 1);
    CHECK(copy["result"][0]["id"] == "p");
    CHECK(copy["result"][0]["origin"] == "prediction");
    CHECK(copy["result"][0]["score"] == 0.9);
    CHECK(copy["result"][0]["odd"] == 1);
    editor::Regions& regions = desk.editor.regions();
    regions.setShapes("Move", {{regions.list().front(), geometry::Rectangle{1, 1, 1, 1, 0}}});
    CHECK(desk.written()["result"][0]["origin"] == "prediction-changed");
    CHECK(desk.editor.execute(CommandId::Undo));
    CHECK(desk.written()["result"][0]["origin"] == "prediction");
    REQUIRE(desk.editor.selectEntry("11"));
    CHECK(desk.editor.execute(CommandId::CopyAnnotation));
    CHECK(desk.written()["parent_annotation"] == 11);
}

TEST_CASE("an annotation is deleted and brought back, and one is always there") {
    Desk desk(R"({"data":{"image":"a"},"annotations":[{"id":3,"result":[]}]})");
    CHECK(desk.editor.execute(CommandId::DeleteAnnotation));
    CHECK(desk.last(Event::Kind::Delete)["annotation"]["pk"] == 3);
    CHECK(desk.editor.entries().size() == 1);
    CHECK(desk.shown().empty());
    CHECK(desk.editor.restoreAnnotation());
    CHECK(desk.editor.entries().size() == 2);
    CHECK(desk.shown() == "3");
    CHECK_FALSE(desk.editor.restoreAnnotation());
    Desk other;
    REQUIRE(other.editor.selectEntry("5"));
    CHECK_FALSE(other.editor.canExecute(CommandId::DeleteAnnotation)); // a prediction
    CHECK_FALSE(other.editor.removeAnnotation("5"));
}

TEST_CASE("one annotation is the ground truth") {
    Desk desk;
    CHECK(desk.editor.execute(CommandId::ToggleGroundTruth));
    CHECK(desk.editor.findEntry("11")->record.isGroundTruth);
    CHECK_FALSE(desk.editor.findEntry("12")->record.isGroundTruth);
    CHECK(desk.last(Event::Kind::GroundTruth)["value"] == true);
    CHECK(desk.written()["ground_truth"] == true);
    CHECK(desk.editor.execute(CommandId::ToggleGroundTruth));
    CHECK_FALSE(desk.editor.findEntry("11")->record.isGroundTruth);
}

TEST_CASE("problems of an annotation are those of the one that is shown") {
    Desk desk(R"({"data":{"image":"a"},"annotations":[
      {"id":1,"result":[]},{"id":2,"result":[5]}]})");
    CHECK(desk.editor.diagnostics().empty());
    const auto errors = [&desk] {
        return std::ranges::count(desk.events, Event::Kind::Error, &Event::kind);
    };
    REQUIRE(desk.editor.selectEntry("2"));
    REQUIRE(desk.editor.diagnostics().size() == 1);
    CHECK(errors() == 1);
    REQUIRE(desk.editor.selectEntry("1"));
    CHECK(desk.editor.diagnostics().empty());
    REQUIRE(desk.editor.selectEntry("2"));
    CHECK(desk.editor.diagnostics().size() == 1);
    CHECK(errors() == 1);
    CHECK(desk.written()["result"][0] == 5);
}

TEST_CASE("an image is looked at in the same way in all annotations") {
    Desk desk;
    desk.editor.setImageSize(*desk.editor.findImage("image"), {200, 100});
    editor::ImageWorkspace& first = *desk.editor.findImage("image");
    first.viewport().setStage({400, 200});
    first.viewport().zoomTo(4, first.viewport().center());
    REQUIRE(desk.editor.selectEntry("12"));
    editor::ImageWorkspace& second = *desk.editor.findImage("image");
    CHECK(&second != &first);
    CHECK(second.hasImage());
    CHECK(second.viewport().scale() == first.viewport().scale());
}

TEST_CASE(
    "a new annotation begins with the results of predictions that are not to be asked about") {
    const std::string task = R"({"id":9,"data":{"image":"a.png"},
      "annotations":[{"id":11,"result":[]}],
      "predictions":[{"id":5,"model_version":"net","result":[
        {"id":"n","type":"rectanglelabels","from_name":"label","to_name":"image","interactive_mode":false,"odd":1,
         "value":{"x":1,"y":1,"width":2,"height":2,"rotation":0,"rectanglelabels":["Car"]}},
        {"id":"y","type":"rectanglelabels","from_name":"label","to_name":"image","interactive_mode":true,
         "value":{"x":5,"y":5,"width":2,"height":2,"rotation":0,"rectanglelabels":["Car"]}},
        {"id":"z","type":"rectanglelabels","from_name":"label","to_name":"image",
         "value":{"x":9,"y":9,"width":2,"height":2,"rotation":0,"rectanglelabels":["Car"]}}]}]})";
    Desk desk(task);
    CHECK(desk.written()["result"].size() == 1); // preselected; a saved one copies nothing
    REQUIRE(desk.editor.execute(CommandId::CreateAnnotation));
    const Json result = desk.written()["result"];
    REQUIRE(result.size() == 2);
    CHECK(result[0]["id"] == "n");
    CHECK(result[0]["origin"] == "prediction");
    CHECK(result[0]["odd"] == 1);
    CHECK(result[1]["value"]["choices"] == Json{"Sun"});
    CHECK_FALSE(desk.editor.canExecute(CommandId::Undo));
    REQUIRE(desk.editor.selectEntry("5"));
    CHECK(desk.editor.regions().list().size() == 3);
}

TEST_CASE("a task without annotations begins with those results, too, and host's own win") {
    const std::string task = R"({"data":{"image":"a.png"},"predictions":[{"result":[
      {"id":"d","type":"choices","from_name":"day","to_name":"image","interactive_mode":false,"value":{"choices":["Rain"]}}]}]})";
    Desk desk(task);
    REQUIRE(desk.written()["result"].size() == 1); // in place of what the config preselects
    CHECK(desk.written()["result"][0]["value"]["choices"] == Json{"Rain"});
    desk.editor.startAnnotation(*json::checkJson("[]"));
    CHECK(desk.written()["result"][0]["value"]["choices"] == Json{"Sun"});
}
