#include "editor/editor.h"

#include <doctest/doctest.h>

#include <format>
#include <string>
#include <vector>

using namespace cartouche;
using editor::CommandId;
using editor::Event;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/><Label value="Van"/></RectangleLabels>
  <Choices name="day" toName="image"><Choice value="Sun"/><Choice value="Rain"/></Choices>
  <Choices name="state" toName="image" perRegion="true"><Choice value="New"/></Choices></View>)";

std::string box(std::string_view id, double x, double y, std::string_view label) {
    return std::format(
        R"({{"id":"{}","type":"rectanglelabels","from_name":"label","to_name":"image","value":{{"x":{},"y":{},"width":20,"height":20,"rotation":0,"rectanglelabels":["{}"]}}}})",
        id, x, y, label);
}

std::string taskText() {
    return std::format(
        R"({{"id":9,"data":{{"image":"a.png"}},"annotations":[
           {{"id":11,"created_at":"2024-01-03","result":[{},{{"id":"d","type":"choices","from_name":"day","to_name":"image","value":{{"choices":["Rain"]}}}}]}},
           {{"id":12,"created_at":"2024-01-02","result":[{},{}]}}],
         "predictions":[{{"id":5,"model_version":"net","created_at":"2024-01-01","result":[{}]}}]}})",
        box("a", 10, 10, "Car"), box("b", 15, 10, "Van"), box("c", 60, 60, "Car"),
        box("p", 70, 70, "Car"));
}

/// Annotation 11 is column 0 and current, 12 is column 1, the prediction 2.
struct Desk {
    explicit Desk(const std::vector<std::string>& interfaces = {"annotations:view-all", "submit"})
        : editor({.newId = [this] { return "id" + std::to_string(++ids); },
                  .nowMs = [] { return 0.0; }},
                 [this](const Event& event) { events.push_back(event.kind); }) {
        editor.load(kConfig, *json::checkJson(taskText()), interfaces);
        editor.setImageSize(*editor.images().front(), {200, 100});
        editor.images().front()->viewport().setStage({400, 200});
        events.clear();
    }

    editor::Comparison& compare() {
        REQUIRE(editor.execute(CommandId::Compare));
        for (std::size_t column = 0; column < editor.comparison()->count(); ++column) {
            editor.comparison()->open(column);
            image(column).setImageSize({200, 100});
            image(column).viewport().setStage({400, 200});
        }
        return *editor.comparison();
    }
    editor::ImageWorkspace& image(std::size_t column) {
        return *editor.comparison()->open(column).images.front();
    }
    /// Points are in percent of the image.
    void point(std::size_t column, geometry::Point percent) {
        const geometry::Point px = geometry::toPixels(percent, {200, 100});
        image(column).move({.at = image(column).viewport().toStage(px)});
        editor.comparison()->point();
    }
    bool isChosen(std::size_t column, std::size_t choice) {
        const editor::Editor::Glance glance(editor, editor.comparison()->open(column));
        const auto& control = editor.interface().choices().front();
        return editor.isChosen(control, control.choices[choice]);
    }

    int ids = 0;
    std::vector<Event::Kind> events;
    editor::Editor editor;
};

} // namespace

TEST_CASE("a comparison has a column for each annotation and prediction, as they stand now") {
    Desk desk;
    const auto& control = desk.editor.interface().choices().front();
    desk.editor.toggleChoice(control, control.choices[0]); // not saved yet
    editor::Comparison& comparison = desk.compare();
    REQUIRE(comparison.count() == 3);
    CHECK(comparison.entry(0).record.pk == "11");
    CHECK(comparison.entry(2).isPrediction());
    CHECK(desk.isChosen(0, 0));
    CHECK_FALSE(desk.isChosen(0, 1));
    CHECK_FALSE(desk.isChosen(1, 0));
    CHECK(comparison.open(1).regions.list().size() == 2);
    CHECK(comparison.open(2).regions.list().size() == 1);
}

TEST_CASE("a column is laid out when it is first seen") {
    Desk desk;
    REQUIRE(desk.editor.execute(CommandId::Compare));
    CHECK(desk.editor.comparison()->findSheet(0) != nullptr); // the one that is current
    CHECK(desk.editor.comparison()->findSheet(1) == nullptr);
    desk.editor.comparison()->open(1);
    CHECK(desk.editor.comparison()->findSheet(1) != nullptr);
    CHECK(desk.editor.findEntry("12")->sheet == nullptr); // it is the comparison's own
}

TEST_CASE("nothing can be changed while annotations are compared, and nothing is told") {
    Desk desk;
    const std::string before = desk.editor.writeAnnotation();
    desk.editor.regions().select({desk.editor.regions().list().front()});
    desk.events.clear();
    desk.compare();
    CHECK(desk.editor.isReadonly());
    for (const editor::Command& command : editor::commandTable()) {
        const bool isLooking =
            command.id == CommandId::Compare || command.id == CommandId::Exit ||
            command.id == CommandId::LinkViews || command.id == CommandId::OpenPalette ||
            command.id == CommandId::SelectNext || command.name.starts_with("tool:zoom") ||
            command.name.starts_with("tool:rotate");
        CHECK_MESSAGE(desk.editor.canExecute(command.id) == isLooking, command.name);
    }
    CHECK_FALSE(desk.editor.execute(CommandId::DeleteRegions));
    CHECK_FALSE(desk.editor.copyRegions().has_value());
    CHECK(desk.editor.pasteRegions("[" + box("n", 1, 1, "Car") + "]").count == 0);
    const auto& control = desk.editor.interface().choices().front();
    desk.editor.toggleChoice(control, control.choices[0]);
    desk.image(1).press({.at = {40, 40}});
    desk.image(1).move({.at = {80, 60}});
    desk.image(1).release({.at = {80, 60}});
    CHECK(desk.events.empty());
    CHECK(desk.editor.execute(CommandId::Exit));
    CHECK(desk.editor.comparison() == nullptr);
    CHECK(desk.editor.writeAnnotation() == before);
    CHECK(desk.editor.regions().selection().size() == 1);
    CHECK(desk.events == std::vector{Event::Kind::Comparison});
}

TEST_CASE("a click in a column selects there alone, and shows what is said of the region") {
    Desk desk;
    editor::Comparison& comparison = desk.compare();
    const config::Tag& state = *desk.editor.interface().choices().back().tag;
    CHECK(comparison.open(1).hidden.contains(&state));
    desk.image(1).press({.at = {100, 40}});
    desk.image(1).release({.at = {100, 40}});
    CHECK(comparison.open(1).regions.selection().size() == 1);
    CHECK_FALSE(comparison.open(1).hidden.contains(&state));
    CHECK(comparison.open(0).regions.selection().empty());
    CHECK(desk.editor.regions().selection().empty());
}

TEST_CASE("images are moved together until they are unlinked") {
    Desk desk;
    editor::Comparison& comparison = desk.compare();
    comparison.lead(desk.image(1));
    CHECK(desk.editor.execute(CommandId::ZoomIn));
    comparison.follow();
    CHECK(desk.image(1).viewport().scale() == doctest::Approx(2.5));
    CHECK(desk.image(0).viewport().scale() == doctest::Approx(2.5));
    CHECK(desk.image(2).viewport().scale() == doctest::Approx(2.5));
    CHECK(desk.editor.execute(CommandId::LinkViews));
    CHECK(desk.editor.execute(CommandId::ZoomToFit));
    comparison.follow();
    CHECK(desk.image(1).viewport().scale() == doctest::Approx(2));
    CHECK(desk.image(0).viewport().scale() == doctest::Approx(2.5));
    CHECK(desk.editor.execute(CommandId::LinkViews));
    comparison.follow();
    CHECK(desk.image(0).viewport().scale() == doctest::Approx(2));
    CHECK(desk.editor.execute(CommandId::Exit));
    CHECK(desk.editor.images().front()->viewport().scale() == doctest::Approx(2)); // as it was
}

TEST_CASE("the region under the pointer is matched with what it overlaps most elsewhere") {
    Desk desk;
    editor::Comparison& comparison = desk.compare();
    desk.point(0, {12, 15});
    REQUIRE(comparison.pointed().has_value());
    CHECK(comparison.pointed()->column == 0);
    CHECK_FALSE(comparison.matchIn(0).has_value());
    REQUIRE(comparison.matchIn(1).has_value());
    CHECK(comparison.matchIn(1)->region == comparison.open(1).regions.list().front());
    CHECK(comparison.matchIn(1)->overlap == doctest::Approx(0.6)); // 15 of 25 percent
    CHECK_FALSE(comparison.matchIn(2).has_value());
    desk.image(0).leave();
    desk.point(2, {75, 75});
    CHECK_FALSE(comparison.matchIn(0).has_value());
    CHECK(comparison.matchIn(1)->overlap == doctest::Approx(1.0 / 7));
    desk.image(2).leave();
    comparison.point();
    CHECK_FALSE(comparison.pointed().has_value());
    CHECK_FALSE(comparison.matchIn(1).has_value());
}

TEST_CASE("by keys, regions of the leading column are selected and matched as if pointed at") {
    Desk desk;
    editor::Comparison& comparison = desk.compare();
    CHECK(desk.editor.execute(CommandId::SelectNext));
    comparison.point();
    CHECK(comparison.pointed() ==
          editor::Comparison::Pointed{0, comparison.open(0).regions.list().front()});
    REQUIRE(comparison.matchIn(1).has_value());
    CHECK(comparison.matchIn(1)->overlap == doctest::Approx(0.6));
    comparison.lead(std::size_t{2});
    CHECK(comparison.activeImage() == &desk.image(2));
    comparison.point();
    CHECK_FALSE(comparison.pointed().has_value());
    CHECK(desk.editor.execute(CommandId::SelectNext));
    comparison.point();
    CHECK(comparison.matchIn(1)->overlap == doctest::Approx(1.0 / 7));
    CHECK(desk.editor.regions().selection().empty());
}

TEST_CASE("showing one annotation ends the comparison, also by the host") {
    Desk desk;
    desk.compare();
    CHECK(desk.editor.selectEntry("12"));
    CHECK(desk.editor.comparison() == nullptr);
    CHECK(desk.editor.current().record.pk == "12");
    desk.compare();
    CHECK(desk.editor.selectEntry("12")); // which is current
    CHECK(desk.editor.comparison() == nullptr);
    desk.compare();
    CHECK(desk.editor.removeAnnotation("12"));
    CHECK(desk.editor.comparison() == nullptr);
}

TEST_CASE("what the host changes meanwhile is laid out anew") {
    Desk desk;
    desk.compare();
    desk.editor.setResults("12", *json::checkJson("[]"));
    CHECK(desk.editor.comparison()->open(1).regions.list().empty());
    desk.editor.addAnnotation({.pk = "13", .createdAt = "2023-01-01"});
    REQUIRE(desk.editor.comparison() != nullptr);
    CHECK(desk.editor.comparison()->count() == 4);
    CHECK(desk.editor.removeAnnotation("12"));
    REQUIRE(desk.editor.comparison() != nullptr);
    CHECK(desk.editor.comparison()->count() == 3);
    CHECK(desk.editor.comparison()->entry(2).record.pk == "13");
}

TEST_CASE("a host that does not want annotations compared has no command for it") {
    Desk desk({"submit"});
    CHECK_FALSE(desk.editor.canExecute(CommandId::Compare));
    CHECK_FALSE(desk.editor.execute(CommandId::Compare));
    CHECK(desk.editor.comparison() == nullptr);
}

TEST_CASE(
    "the agreement is that of the annotations, and its regions are selected in their columns") {
    Desk desk;
    editor::Comparison& comparison = desk.compare();
    const auto& agreement = comparison.agreement();
    CHECK(agreement.columns == std::vector<std::size_t>{0, 1}); // no prediction
    REQUIRE(agreement.result);
    CHECK(agreement.result->annotators == 2);
    REQUIRE(agreement.result->controls.size() == 2);
    CHECK(agreement.result->controls[0].value.mean() == 0); // of a car and a van nothing matches
    CHECK_FALSE(agreement.result->controls[1].value.mean());
    REQUIRE(agreement.result->regions.size() == 3);
    const auto& last = agreement.result->regions[2];
    CHECK(last.annotator == 1);
    CHECK(last.label == "Car");
    comparison.selectRegion(1, last.region);
    CHECK(comparison.open(1).regions.selection() ==
          std::vector<annotation::AreaHandle>{last.region});
    comparison.point();
    CHECK(comparison.pointed()->column == 1);
}
