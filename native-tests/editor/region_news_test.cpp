#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cartouche;
using editor::CommandId;
using editor::Event;
using json::Json;
using tests::Labeling;
using Deed = editor::Editor::RegionDeed;

namespace {

constexpr std::string_view kBoxes = R"(<View>
  <Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/><Label value="Van"/></RectangleLabels>
  <Choices name="day" toName="image"><Choice value="Sun"/></Choices>
</View>)";

constexpr std::string_view kLoaded = R"([
  {"id":"a","type":"rectanglelabels","from_name":"label","to_name":"image","original_width":200,"original_height":100,
   "image_rotation":0,"value":{"x":10,"y":10,"width":20,"height":20,"rotation":0,"rectanglelabels":["Car"]}},
  {"id":"b","type":"rectanglelabels","from_name":"label","to_name":"image","original_width":200,"original_height":100,
   "image_rotation":0,"value":{"x":60,"y":60,"width":20,"height":20,"rotation":0,"rectanglelabels":["Van"]}}])";

/// What was told of regions since it was last asked: "created a, selected a".
std::string told(Labeling& work) {
    std::string text;
    for (const Event& event : work.events) {
        const Json detail =
            event.kind == Event::Kind::Regions ? Json::parse(event.detail) : Json::object();
        for (const char* list : {"created", "changed", "deleted", "selected", "unselected"}) {
            for (const Json& region : detail.value(list, Json::array())) {
                text += (text.empty() ? "" : ", ") + std::string(list) + " " +
                        region["id"].get<std::string>() + (detail["isHistory"] == true ? "*" : "");
            }
        }
    }
    work.events.clear();
    return text;
}

} // namespace

TEST_CASE("nothing is told of regions that are only loaded, nor of answers about an object") {
    Labeling work(kBoxes, kLoaded);
    CHECK(told(work).empty());
    const auto& day = work.editor.interface().choices().front();
    work.editor.toggleChoice(day, day.choices.front());
    CHECK(told(work).empty());
}

TEST_CASE("a region that is drawn, dragged and deleted is told of once a step") {
    Labeling work(kBoxes, kLoaded);
    work.press("label", "Car");
    work.drag({40, 10}, {50, 40});
    const std::string id = work.results().back()["id"];
    CHECK(told(work) == "created " + id);
    work.image().selectTool(editor::ImageTool::Move);
    work.click({45, 25});
    CHECK(told(work) == "selected " + id);
    work.drag({45, 25}, {48, 30});
    CHECK(told(work) == "changed " + id);
    work.editor.execute(CommandId::DeleteRegions);
    CHECK(told(work) == "deleted " + id + ", unselected " + id);
}

TEST_CASE("what comes and goes through the history is told as such") {
    Labeling work(kBoxes, kLoaded);
    work.editor.doToRegions(Deed::Delete, std::vector<std::string>{"a"});
    CHECK(told(work) == "deleted a");
    work.editor.execute(CommandId::Undo);
    CHECK(told(work) == "created a*");
    work.editor.execute(CommandId::Redo);
    CHECK(told(work) == "deleted a*");
}

TEST_CASE("hiding a region is no change of it") {
    Labeling work(kBoxes, kLoaded);
    CHECK(work.editor.doToRegions(Deed::Hide, std::vector<std::string>{"a", "a", "none"}) == 1);
    CHECK(told(work).empty());
    work.press("label", "Car");
    work.drag({40, 10}, {50, 40});
    CHECK(told(work).find("changed") == std::string::npos);
}

TEST_CASE("regions are selected by their ids, and what was selected before is not any more") {
    Labeling work(kBoxes, kLoaded);
    CHECK(work.editor.doToRegions(Deed::Select, std::vector<std::string>{"a", "b"}) == 2);
    CHECK(told(work) == "selected a, selected b");
    CHECK(work.editor.doToRegions(Deed::Select, std::vector<std::string>{"b"}) == 1);
    CHECK(told(work) == "unselected a");
    CHECK(work.editor.doToRegions(Deed::Select, std::vector<std::string>{}) == 0);
    CHECK(told(work) == "unselected b");
}

TEST_CASE("deleting one region is no change of the others") {
    Labeling work(kBoxes, kLoaded);
    work.editor.takeJournal({});
    work.editor.doToRegions(Deed::Delete, std::vector<std::string>{"a"});
    const Json journal = Json::parse(work.editor.takeJournal({}));
    REQUIRE(journal["entries"].size() == 1);
    CHECK(journal["entries"][0]["areas"].size() == 1);
}

TEST_CASE("the results of a region are read as they stand, and of one that is gone as they stood") {
    Labeling work(kBoxes, kLoaded);
    const editor::Entry& entry = work.editor.current();
    CHECK(Json::parse(work.editor.writeRegion(entry, "b", std::nullopt))[0]["value"]["x"] == 60);
    work.editor.doToRegions(Deed::Delete, std::vector<std::string>{"b"});
    CHECK(work.editor.writeRegion(entry, "b", std::nullopt) == "null");
    const annotation::AreaHandle second{1};
    CHECK(Json::parse(work.editor.writeRegion(entry, "b", second))[0]["value"]["x"] == 60);
    CHECK(work.editor.writeRegion(entry, "a", second) == "null"); // another one's handle
    CHECK(work.editor.writeRegion(entry, "a", annotation::AreaHandle{9}) == "null");
}

TEST_CASE("the page changes a region in one step, which can be undone") {
    Labeling work(kBoxes, kLoaded);
    const Json before = work.results();
    Json results = Json::array({before[0]});
    results[0]["value"]["width"] = 30;
    results[0]["value"]["rectanglelabels"] = {"Van"};
    CHECK(work.editor.updateRegion("a", json::checkJson(results.dump()).value()));
    CHECK(told(work) == "changed a");
    CHECK(work.results()[0]["value"]["width"] == 30);
    CHECK(work.results()[0]["value"]["rectanglelabels"] == Json{"Van"});
    CHECK(work.results()[1] == before[1]);
    work.editor.execute(CommandId::Undo);
    CHECK(work.results() == before);
    CHECK_FALSE(work.editor.canExecute(CommandId::Undo));
}

TEST_CASE("a region is not made what it cannot be") {
    Labeling work(kBoxes, kLoaded);
    const auto update = [&work](std::string_view id, std::string_view results) {
        return work.editor.updateRegion(id, json::checkJson(std::string(results)).value());
    };
    const Json before = work.results();
    CHECK_FALSE(update("none", before.dump()));
    CHECK_FALSE(update("a", before.dump())); // two regions
    CHECK_FALSE(update("a", "[]"));
    CHECK_FALSE(update("a", R"([{"id":"a","type":"choices","from_name":"day","to_name":"image",
                                 "value":{"choices":["Sun"]}}])"));
    CHECK(work.problems().empty());
    CHECK_FALSE(update("a", R"([{"id":"a","type":"rectanglelabels"}])"));
    CHECK_FALSE(work.problems().empty());
    CHECK(work.results() == before);
}
