#include "editor/editor.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cartouche;
using editor::CommandId;
using json::Json;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/></RectangleLabels>
  <Choices name="day" toName="image"><Choice value="Sun" selected="true"/><Choice value="Rain"/></Choices>
  <Choices name="night" toName="image"><Choice value="Dark"/><Choice value="Light"/></Choices></View>)";

constexpr std::string_view kLoaded =
    R"({"id":9,"data":{"image":"a.png"},"annotations":[{"id":11,"result":[
   {"id":"a","type":"choices","from_name":"day","to_name":"image","value":{"choices":["Rain"]}},
   {"id":"b","type":"choices","from_name":"night","to_name":"image","value":{"choices":["Dark"]}}]}]})";

struct Desk {
    explicit Desk(std::string_view task)
        : editor({.newId = [this] { return "id" + std::to_string(++ids); },
                  .nowMs = [this] { return nowMs; }},
                 [](const editor::Event&) {}) {
        editor.load(kConfig, *json::checkJson(std::string(task)), {"submit"});
    }

    Json journal(const std::vector<std::string>& known = {},
                 const std::vector<std::string>& renew = {}) {
        return (*json::parseJson(editor.takeJournal(known, renew)))["entries"];
    }
    void toggle(std::size_t control, std::size_t choice) {
        const auto& choices = editor.interface().choices()[control];
        editor.toggleChoice(choices, choices.choices.at(choice));
    }

    int ids = 0;
    double nowMs = 1'000'000;
    editor::Editor editor;
};

} // namespace

TEST_CASE("nothing is journaled of what was only loaded") {
    CHECK(Desk(kLoaded).journal().empty());
    CHECK(Desk(R"({"data":{"image":"a.png"}})").journal().empty());
}

TEST_CASE("the journal is told what a step changed, and first what it changed it in") {
    Desk desk(kLoaded);
    desk.toggle(0, 0);
    desk.nowMs += 2000;
    const Json first = desk.journal();
    REQUIRE(first.size() == 1);
    const std::string id = first[0]["id"];
    CHECK(json::parseJson(first[0]["base"].get<std::string>())->size() == 2);
    CHECK(first[0]["leadTime"] == 2);
    REQUIRE(first[0]["areas"].size() == 1);
    CHECK(first[0]["areas"][0]["id"] == "a");
    CHECK(first[0]["areas"][0]["places"] == Json::array({0}));
    CHECK((*json::parseJson(first[0]["areas"][0]["results"].get<std::string>()))[0]["value"] ==
          Json{{"choices", {"Sun"}}});

    CHECK(desk.journal({id}).empty());
    desk.toggle(1, 1);
    const Json second = desk.journal({id});
    CHECK(second[0]["base"].is_null());
    REQUIRE(second[0]["areas"].size() == 1);
    CHECK(second[0]["areas"][0]["id"] == "b");
    CHECK_MESSAGE(desk.journal().empty(), "nothing new, known or not");
    desk.editor.execute(CommandId::Undo);
    CHECK(desk.journal()[0]["areas"].size() == 2);
}

TEST_CASE("the journal is told all again, where it could not be kept") {
    Desk desk(kLoaded);
    desk.toggle(0, 0);
    const std::string id = desk.journal()[0]["id"];
    desk.toggle(1, 1);
    desk.journal({id});
    const Json again = desk.journal({}, {id});
    REQUIRE(again.size() == 1);
    CHECK(again[0]["base"].is_string());
    CHECK(again[0]["areas"].size() == 2);
}

TEST_CASE("the journal is told that an answer went, and where it stood") {
    Desk desk(kLoaded);
    desk.toggle(1, 0);
    const Json area = desk.journal()[0]["areas"][0];
    CHECK(area["id"] == "b");
    CHECK(area["places"] == Json::array({1}));
    CHECK(area["results"] == "[]");
}

TEST_CASE("what the config preselected is journaled with the first step") {
    Desk desk(R"({"data":{"image":"a.png"}})");
    desk.toggle(1, 0);
    const Json entry = desk.journal()[0];
    CHECK(entry["areas"].size() == 2);
}

TEST_CASE("the journal is told of an annotation that is not shown any more") {
    Desk desk(kLoaded);
    desk.toggle(0, 0);
    const std::string id = desk.editor.current().id;
    const std::string other = desk.editor.addAnnotation({}).id;
    desk.editor.selectEntry(other);
    CHECK(desk.journal()[0]["id"] == id);
}

TEST_CASE("an annotation that was deleted and brought back is journaled anew") {
    Desk desk(kLoaded);
    desk.toggle(0, 0);
    const std::string id = desk.editor.current().id;
    desk.journal();
    desk.editor.removeAnnotation(id);
    CHECK(desk.journal({id}).empty());
    desk.editor.restoreAnnotation();
    CHECK(desk.journal()[0]["areas"].size() == 1);
}

TEST_CASE("an annotation is resumed as the journal had it") {
    Desk desk(R"({"data":{"image":"a.png"}})");
    const std::string id = desk.editor.current().id;
    CHECK(desk.editor.resume(id, {.leadTime = 7, .result = *json::checkJson("[]")}, false) == id);
    const auto written = *json::parseJson(desk.editor.writeAnnotation());
    CHECK_MESSAGE(written["result"].empty(), "what was preselected had been taken back");
    CHECK(written["lead_time"] == 7);
    CHECK_FALSE(desk.editor.isSubmitted());
    CHECK(desk.journal().empty());

    const std::string added =
        desk.editor.resume("", {.pk = "31", .result = *json::checkJson("[]")}, true);
    desk.editor.selectEntry(added);
    CHECK(desk.editor.isSubmitted());
    CHECK((*json::parseJson(desk.editor.writeAnnotation()))["pk"] == 31);
}

TEST_CASE("an annotation that was saved is known by its key") {
    Desk desk(R"({"data":{"image":"a.png"}})");
    CHECK(desk.editor.markSaved(desk.editor.current().id, "31"));
    CHECK(desk.editor.isSubmitted());
    CHECK((*json::parseJson(desk.editor.writeAnnotation()))["pk"] == 31);
    CHECK_FALSE(desk.editor.markSaved("nobody", ""));
}
