#include "editor/editor.h"

#include <doctest/doctest.h>

#include <format>
#include <random>

using namespace cartouche;
using editor::CommandId;
using editor::Event;
using json::Json;
using Answers = std::vector<std::string>;

namespace {

constexpr std::string_view kImage = R"(<Image name="Image" value="$image"/>)";

std::string pets(std::string_view attributes, std::string_view extra = "") {
    return std::format(R"(<View>{}<Choices name="Pets" toName="Image" {}>
        <Choice value="Cat"/><Choice value="Dog"/><Choice value="Kéa" alias="bird"/></Choices>{}</View>)",
                       kImage, attributes, extra);
}

/// An editor with a clock that stands where it is put, and all its events.
struct Desk {
    explicit Desk(std::string_view config,
                  std::string_view task = R"({"id":5,"data":{"image":"a.png"}})")
        : editor({.newId = [this] { return std::format("id{}", ++ids); },
                  .nowMs = [this] { return nowMs; }},
                 [this](const Event& event) { events.push_back(event); }) {
        editor.load(config, *json::checkJson(std::string(task)), {"submit", "update"});
    }

    Answers answers(std::string_view control = "Pets") const {
        const auto* found = editor.document().findAnswer(control);
        return found == nullptr ? Answers{} : std::get<Answers>(found->answer);
    }

    Json written() const { return *json::parseJson(editor.writeAnnotation()); }

    void toggle(std::size_t index, std::size_t control = 0) {
        const auto& row = editor.interface().choices().at(control);
        editor.toggleChoice(row, row.choices.at(index));
    }

    std::vector<Json> details(Event::Kind kind) const {
        std::vector<Json> found;
        for (const Event& event : events) {
            if (event.kind == kind) {
                found.push_back(*json::parseJson(event.detail));
            }
        }
        return found;
    }

    int ids = 0;
    double nowMs = 1'000'000;
    std::vector<Event> events;
    editor::Editor editor;
};

} // namespace

TEST_CASE("a single choice replaces the other and can be taken back") {
    Desk desk(pets(R"(choice="single")"));
    desk.toggle(0);
    CHECK(desk.answers() == Answers{"Cat"});
    desk.toggle(2);
    CHECK(desk.answers() == Answers{"bird"});
    desk.toggle(2);
    CHECK(desk.answers() == Answers{});
    CHECK(desk.written()["result"].empty());
}

TEST_CASE("a single-radio choice stays once it is made") {
    Desk desk(pets(R"(choice="single-radio")"));
    desk.toggle(0);
    desk.toggle(0);
    CHECK(desk.answers() == Answers{"Cat"});
    CHECK(desk.editor.execute(CommandId::Undo));
    CHECK_FALSE(desk.editor.canExecute(CommandId::Undo));
}

TEST_CASE("multiple choices are stored in the order of the config") {
    Desk desk(pets(R"(choice="multiple")"));
    desk.toggle(2);
    desk.toggle(0);
    CHECK(desk.answers() == Answers{"Cat", "bird"});
    desk.toggle(2);
    CHECK(desk.answers() == Answers{"Cat"});
}

TEST_CASE("submit hands over the annotation, and after that it is an update") {
    Desk desk(pets(""));
    desk.toggle(0);
    desk.nowMs += 2500;
    CHECK(desk.editor.execute(CommandId::Submit));
    const auto submitted = desk.details(Event::Kind::Submit);
    REQUIRE(submitted.size() == 1);
    CHECK(
        json::writeJson(submitted[0]) ==
        R"({"annotation":{"id":"id1","task":5,"result":[{"value":{"choices":["Cat"]},"id":"id2","from_name":"Pets","to_name":"Image","type":"choices","origin":"manual"}],"lead_time":2.5,"created_at":"1970-01-01T00:16:40.000Z","was_cancelled":false}})");
    CHECK(desk.editor.isSubmitted());
    desk.editor.execute(CommandId::Submit);
    CHECK(desk.details(Event::Kind::Submit).size() == 1);
    CHECK(desk.details(Event::Kind::Update).size() == 1);
}

TEST_CASE("a required answer that is missing refuses the submit until it is given") {
    Desk desk(pets(R"(required="true" requiredMessage="Which animal?")"));
    CHECK_FALSE(desk.editor.execute(CommandId::Submit));
    CHECK(desk.details(Event::Kind::Submit).empty());
    REQUIRE(desk.editor.diagnostics().size() == 1);
    CHECK(desk.editor.diagnostics()[0].message == "Which animal?");
    CHECK_FALSE(desk.editor.execute(CommandId::Submit));
    CHECK(desk.editor.diagnostics().size() == 1);
    desk.toggle(0);
    CHECK(desk.editor.diagnostics().empty());
    CHECK(desk.editor.execute(CommandId::Submit));
}

TEST_CASE("a loaded annotation is shown and keeps what is not understood") {
    Desk desk(pets(""), R"({"data":{"image":"a"},"annotations":[{"result":[
        {"id":"r","type":"brush","value":{"rle":[1]}},
        {"id":"c","type":"choices","from_name":"Pets","to_name":"Image","value":{"choices":["Dog"]}}]}]})");
    CHECK(desk.answers() == Answers{"Dog"});
    desk.toggle(0);
    const Json result = desk.written()["result"];
    CHECK(result[0]["value"]["rle"] == Json::array({1}));
    CHECK(result[1]["id"] == "c");
    CHECK(result[1]["value"]["choices"] == Json::array({"Cat"}));
}

TEST_CASE("an answer that the config does not know stays when another is added") {
    Desk desk(pets(R"(choice="multiple")"), R"({"data":{"image":"a"},"annotations":[{"result":[
        {"id":"c","type":"choices","from_name":"Pets","to_name":"Image","value":{"choices":["Old"]}}]}]})");
    desk.toggle(1);
    CHECK(desk.answers() == Answers{"Old", "Dog"});
}

TEST_CASE("answers marked as selected are chosen in a new annotation and not in a loaded one") {
    const std::string config = std::format(
        R"(<View>{}<Choices name="Pets" toName="Image"><Choice value="Cat" selected="true"/><Choice value="Dog"/></Choices></View>)",
        kImage);
    CHECK(Desk(config).answers() == Answers{"Cat"});
    CHECK_FALSE(Desk(config).editor.canExecute(CommandId::Undo));
    CHECK(Desk(config, R"({"data":{"image":"a"},"annotations":[{"result":[
        {"id":"c","type":"choices","from_name":"Pets","to_name":"Image","value":{"choices":["Dog"]}}]}]})")
              .answers() == Answers{"Dog"});
}

TEST_CASE("hotkeys choose, and other keys are left to the page") {
    Desk desk(pets(""));
    CHECK(desk.editor.pressKey({.key = "2"}));
    CHECK(desk.answers() == Answers{"Dog"});
    CHECK_FALSE(desk.editor.pressKey({.key = "2", .control = true}));
    CHECK_FALSE(desk.editor.pressKey({.key = "x"}));
}

TEST_CASE("answers within others have keys, too") {
    Desk desk(std::format(
        R"(<View>{}<Choices name="Pets" toName="Image" choice="multiple" allowNested="true">
        <Choice value="Birds"><Choice value="Kea"/><Choice value="Owl" hotkey="o"/></Choice></Choices></View>)",
        kImage));
    CHECK(desk.editor.pressKey({.key = "o"}));
    CHECK(desk.written()["result"][0]["value"]["choices"] == Json::parse(R"([["Birds","Owl"]])"));
    CHECK(desk.editor.pressKey({.key = desk.editor.interface().choices()[0].choices[0].hotkey}));
    CHECK(desk.written()["result"][0]["value"]["choices"].size() == 3);
}

TEST_CASE("a filter hides what does not match, in any case, from its least length on") {
    Desk desk(pets("", R"(<Filter name="f" toName="Pets" minlength="2"/>)"));
    const config::Tag& filter = *desk.editor.interface().root().children()[2];
    const auto& control = desk.editor.interface().choices()[0];
    const auto hidden = [&](std::size_t index) {
        return desk.editor.isFilteredOut(control, control.choices[index]);
    };
    desk.editor.setFilterText(filter, "k");
    CHECK_FALSE(hidden(0));
    desk.editor.setFilterText(filter, "KÉ");
    CHECK(hidden(0));
    CHECK(hidden(1));
    CHECK_FALSE(hidden(2));
    desk.editor.applyFilter(filter);
    CHECK(desk.answers() == Answers{"bird"});
    CHECK(desk.editor.filterText(filter) == "");
    CHECK_FALSE(hidden(0));
}

TEST_CASE("everything wrong with config, task and results is reported once") {
    Desk desk(
        R"(<View><Bogus/><Image name="Image" value="$x"/><Choices name="Pets" toName="Image"/></View>)",
        R"({"data":{},"annotations":[{"result":[7]}]})");
    std::vector<std::string> codes;
    for (const Json& detail : desk.details(Event::Kind::Error)) {
        codes.push_back(detail["diagnostic"]["code"]);
    }
    CHECK(codes == std::vector<std::string>{"unknown-tag", "missing-variable", "bad-result"});
    CHECK(desk.editor.diagnostics().size() == 3);
}

TEST_CASE("a control is hidden until its condition is met, and so is what it is within") {
    Desk desk(pets(
        "", R"(<View visibleWhen="choice-selected" whenTagName="Pets" whenChoiceValue="Cat,Kéa">
        <Choices name="Mood" toName="Image" required="true"><Choice value="calm"/></Choices></View>
        <Header value="none yet" visibleWhen="choice-unselected" whenTagName="Pets"/>
        <Choices name="Size" toName="Image" visibleWhen="region-selected"><Choice value="big"/></Choices>)"));
    const auto& children = desk.editor.interface().root().children();
    const auto visible = [&] {
        return std::vector<bool>{
            desk.editor.isVisible(*children[2]), desk.editor.isVisible(*children[2]->children()[0]),
            desk.editor.isVisible(*children[3]), desk.editor.isVisible(*children[4])};
    };
    CHECK(visible() == std::vector{false, false, true, false});
    CHECK(desk.editor.execute(CommandId::Submit)); // what is hidden is not required
    desk.toggle(0);
    CHECK(visible() == std::vector{true, true, false, false});
    CHECK_FALSE(desk.editor.execute(CommandId::Submit));
    desk.toggle(0, 1);
    CHECK(desk.written()["result"].size() == 2);
    desk.toggle(1); // Dog: the mood is hidden, kept, and not submitted
    CHECK(visible() == std::vector{false, false, false, false});
    CHECK(desk.answers("Mood") == Answers{"calm"});
    CHECK(desk.written()["result"].size() == 1);
    desk.toggle(2); // the value that is shown counts as well as the one that is stored
    CHECK(visible() == std::vector{true, true, false, false});
    CHECK(desk.written()["result"].size() == 2);
}

TEST_CASE("without visibleWhen, a choice anywhere can make a tag visible") {
    Desk desk(pets("", R"(<Header value="h" whenChoiceValue="Dog"/>)"));
    const config::Tag& header = *desk.editor.interface().root().children()[2];
    CHECK_FALSE(desk.editor.isVisible(header));
    desk.toggle(1);
    CHECK(desk.editor.isVisible(header));
    desk.editor.execute(CommandId::Undo);
    CHECK_FALSE(desk.editor.isVisible(header));
}

TEST_CASE("a task is decided once all that is asked is answered, if a key answers each of it") {
    const auto isDecided = [](const Desk& desk) {
        return desk.details(Event::Kind::Change).back()["isDecided"].get<bool>();
    };
    Desk one(pets(R"(choice="single")"));
    CHECK_FALSE(isDecided(one));
    one.toggle(0);
    CHECK(isDecided(one));
    one.editor.execute(CommandId::Undo);
    CHECK_FALSE(isDecided(one));
    Desk two(pets(R"(choice="single")", R"(<Choices name="More" toName="Image" choice="single"
        visibleWhen="choice-selected" whenTagName="Pets" whenChoiceValue="Dog"><Choice value="Yes"/></Choices>)"));
    two.toggle(0);
    CHECK(isDecided(two)); // the other one is not asked
    two.toggle(1);
    CHECK_FALSE(isDecided(two));
    two.toggle(0, 1);
    CHECK(isDecided(two));
    Desk many(pets(R"(choice="multiple")"));
    many.toggle(0);
    CHECK_FALSE(isDecided(many)); // there may be more to say
    Desk text(pets(R"(choice="single")", R"(<TextArea name="why" toName="Image"/>)"));
    text.toggle(0);
    CHECK_FALSE(isDecided(text));
}

TEST_CASE("a session of random clicks undoes to its start and redoes to its end") {
    std::mt19937 random(2);
    for (int round = 0; round < 50; ++round) {
        Desk desk(pets(
            R"(choice="multiple")",
            R"(<Choices name="B" toName="Image"><Choice value="1"/><Choice value="2"/></Choices>)"));
        const Json start = desk.written()["result"];
        for (int click = 0; click < 40; ++click) {
            const std::size_t control = random() % 2;
            desk.toggle(random() % (control == 0 ? 3 : 2), control);
        }
        const Json end = desk.written()["result"];
        int undone = 0;
        while (desk.editor.execute(CommandId::Undo)) {
            ++undone;
        }
        CHECK(undone == 40);
        CHECK(desk.written()["result"] == start);
        while (desk.editor.execute(CommandId::Redo)) {
        }
        CHECK(desk.written()["result"] == end);
        desk.editor.execute(CommandId::Reset);
        CHECK(desk.written()["result"] == start);
    }
}
