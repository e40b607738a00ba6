#include "core/task/task.h"
#include "support/rendering.h"

#include <doctest/doctest.h>

using namespace cartouche;
using json::Json;
using task::readTask;
using Lines = std::vector<std::string>;

namespace {

json::CheckedText parsed(std::string_view text) {
    return *json::checkJson(std::string(text));
}

std::string refusal(std::string_view text) {
    const auto task = readTask(parsed(text));
    return task ? "accepted" : formatDiagnostic("task.json", task.error());
}

Lines checked(std::string_view xml, std::string_view data) {
    const auto interface = config::parseLabelConfig(xml);
    return tests::rendered(checkTask(interface, *readTask(parsed(data))));
}

} // namespace

TEST_CASE("a task is read with its id, data, annotations and predictions") {
    const auto task = readTask(parsed(
        R"({"id":7,"data":{"image":"a.png"},"annotations":[{"result":[]}],"predictions":[{"score":0.5}]})"));
    REQUIRE(task);
    CHECK(task->id == 7);
    CHECK(task->data == Json{{"image", "a.png"}});
    CHECK(task->annotations.size() == 1);
    CHECK(task->predictions.size() == 1);
}

TEST_CASE("data may be JSON in a string, and a bare object is the data itself") {
    CHECK(readTask(parsed(R"({"data":"{\"image\":\"a.png\"}"})"))->data["image"] == "a.png");
    CHECK(readTask(parsed(R"({"image":"a.png"})"))->data["image"] == "a.png");
    CHECK(readTask(parsed(R"({"data":null,"x":1})"))->data["x"] == 1);
}

TEST_CASE("what is no task says what a task is") {
    CHECK(refusal("[1]") ==
          "task.json: error[bad-task]: A task must be an object such as {\"data\": "
          "{…}}, but it is a list");
    CHECK(refusal("3").ends_with("but it is a number"));
    CHECK(refusal("null").ends_with("but it is null"));
    CHECK(refusal(R"({"data":"no JSON"})") ==
          "task.json#/data: error[bad-task]: A task's data must be an object such as {\"image\": "
          "\"cat.jpg\"}, but it is a text");
    CHECK(refusal(R"({"data":true})").ends_with("but it is true or false"));
}

TEST_CASE("reports a variable that the task does not have, with the one that was meant") {
    const std::string xml = "<View>\n  <Image name=\"i\" value=\"$image_url\"/>\n</View>";
    CHECK(checked(xml, R"({"data":{"image_url":"a"}})") == Lines{});
    CHECK(checked(xml, R"({"data":{"image_ulr":"a"}})") ==
          Lines{"config.xml:2:19: error[missing-variable]: Image \"i\" reads $image_url, but the "
                "task's "
                "data has no such entry; did you mean $image_ulr?"});
    CHECK(checked(xml, R"({"data":{"text":"a","n":1}})") ==
          Lines{"config.xml:2:19: error[missing-variable]: Image \"i\" reads $image_url, but the "
                "task's "
                "data has no such entry; it has $text, $n"});
    CHECK(checked(xml, R"({"data":{}})") == Lines{"config.xml:2:19: error[missing-variable]: Image "
                                                  "\"i\" reads $image_url, but the task's "
                                                  "data has no such entry; it is empty"});
    CHECK(checked(xml, R"({"data":{"image_url":null}})") ==
          Lines{"config.xml:2:19: error[missing-variable]: Image \"i\" reads $image_url, which is "
                "null in the task, so that it is empty"});
}
