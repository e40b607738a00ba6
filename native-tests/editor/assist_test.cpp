#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <string>

using namespace cartouche;
using editor::CommandId;
using editor::ImageTool;
using json::Json;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <KeyPointLabels name="point" toName="image" smartOnly="true"><Label value="Car"/></KeyPointLabels>
  <RectangleLabels name="box" toName="image" smart="true"><Label value="Van"/></RectangleLabels>
  <EllipseLabels name="round" toName="image" smart="false"><Label value="Bus"/></EllipseLabels></View>)";

constexpr std::string_view kSuggested = R"([
  {"id":"s","type":"rectanglelabels","from_name":"box","to_name":"image","score":0.7,
   "value":{"x":10,"y":10,"width":20,"height":20,"rotation":0,"rectanglelabels":["Van"]}},
  {"id":"t","type":"rectanglelabels","from_name":"box","to_name":"image",
   "value":{"x":50,"y":10,"width":20,"height":20,"rotation":0,"rectanglelabels":["Van"]}}])";

struct Desk : tests::Labeling {
    explicit Desk(bool hasModel = true)
        : Labeling(kConfig, "[]", R"({"image":"x"})",
                   hasModel ? std::vector<std::string>{"auto-annotation"}
                            : std::vector<std::string>{}) {}

    /// A point where the model is told that there is a car, or with Alt that there is none.
    void prompt(geometry::Point place, bool isAgainst = false) {
        press("point", "Car");
        held.alt = isAgainst;
        click(place);
        held.alt = false;
    }
    std::vector<Json> prompted() const {
        std::vector<Json> details;
        for (const editor::Event& event : events) {
            if (event.kind == editor::Event::Kind::Prompt) {
                details.push_back(Json::parse(event.detail));
            }
        }
        return details;
    }
    void suggest() { editor.setSuggestions(json::checkJson(std::string(kSuggested)).value()); }
    std::vector<std::string> ids() const {
        std::vector<std::string> found;
        for (const Json& result : results()) {
            found.push_back(result["id"]);
        }
        return found;
    }
};

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("a smartOnly control draws only for a host that has a model") {
    CHECK(std::ranges::contains(Desk().image().tools(), ImageTool::KeyPoint));
    Desk without(false);
    CHECK_FALSE(std::ranges::contains(without.image().tools(), ImageTool::KeyPoint));
    CHECK(std::ranges::contains(without.image().tools(), ImageTool::Rectangle));
    CHECK_FALSE(without.editor.execute(CommandId::ToggleAssist));
}

TEST_CASE("smart tools prompt once assistance is on, smartOnly ones always, others never") {
    Desk desk;
    desk.press("box", "Van");
    desk.drag({10, 10}, {30, 30});
    CHECK(desk.prompted().empty());
    desk.prompt({50, 50});
    CHECK(desk.prompted().size() == 1);
    CHECK(desk.editor.execute(CommandId::ToggleAssist));
    desk.press("box", "Van");
    desk.drag({60, 60}, {80, 80});
    CHECK(desk.prompted().size() == 2);
    desk.press("round", "Bus");
    desk.drag({80, 10}, {90, 30});
    CHECK(desk.prompted().size() == 2);
}

TEST_CASE("a prompt goes out with those that wait, and says whether it is for or against") {
    Desk desk;
    desk.prompt({50, 50});
    desk.prompt({20, 20}, true);
    REQUIRE(desk.prompted().size() == 2);
    const Json last = desk.prompted()[1];
    CHECK(last["region"].size() == 1);
    CHECK(last["region"][0]["is_positive"] == false);
    CHECK(last["region"][0]["value"]["keypointlabels"] == Json::array({"Car"}));
    CHECK(last["connected"].size() == 2);
    CHECK(last["connected"][0]["is_positive"] == true);
    CHECK(desk.results()[0]["is_positive"] == true); // while it waits it is saved like any region
}

TEST_CASE("the prompts go with the first suggestion that is accepted, in one step") {
    Desk desk;
    desk.prompt({50, 50});
    const Ids before = desk.ids();
    desk.suggest();
    CHECK(desk.editor.offer() == editor::Editor::Offer::Suggested);
    CHECK(desk.ids() == before);
    CHECK(desk.editor.execute(CommandId::NextPrediction));
    CHECK(desk.editor.execute(CommandId::AcceptPrediction));
    CHECK(desk.ids() == Ids{"s"});
    CHECK(desk.results()[0]["origin"] == "prediction");
    CHECK(desk.editor.offer() ==
          editor::Editor::Offer::Suggested); // the other one is still offered
    CHECK(desk.editor.execute(CommandId::AcceptPredictions));
    CHECK(desk.ids() == Ids{"s", "t"});
    CHECK_FALSE(desk.editor.offer() == editor::Editor::Offer::Suggested);
    CHECK(desk.editor.execute(CommandId::Undo));
    CHECK(desk.editor.execute(CommandId::Undo));
    CHECK(desk.ids() == before);
}

TEST_CASE("rejecting suggestions takes the prompts, and ends when none is left") {
    Desk desk;
    desk.prompt({50, 50});
    desk.suggest();
    CHECK(desk.editor.execute(CommandId::NextPrediction));
    CHECK(desk.editor.execute(CommandId::RejectPrediction));
    CHECK(desk.ids().empty());
    REQUIRE(desk.editor.candidates() != nullptr);
    CHECK(desk.editor.candidates()->offered().size() == 1);
    CHECK(desk.editor.execute(CommandId::RejectPrediction));
    CHECK(desk.editor.candidates() == nullptr);
}

TEST_CASE("suggestions are accepted at once if that is wished") {
    Desk desk;
    desk.editor.setAssist(true, true);
    desk.prompt({50, 50});
    desk.suggest();
    CHECK(desk.ids() == Ids{"s", "t"});
    CHECK(desk.editor.candidates() == nullptr);
}

TEST_CASE("suggestions that say nothing leave the prompts alone") {
    Desk desk;
    desk.prompt({50, 50});
    desk.editor.setSuggestions(json::checkJson("[]").value());
    CHECK(desk.ids().size() == 1);
    CHECK_FALSE(desk.editor.offer() == editor::Editor::Offer::Suggested);
    CHECK(desk.editor.candidates() == nullptr);
}
