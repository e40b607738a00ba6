// What the value of an object means, and what of a task a config cannot use.

#include "core/config/labeling_interface.h"
#include "core/task/object_value.h"
#include "core/task/task.h"
#include "support/rendering.h"

#include <doctest/doctest.h>

using namespace cartouche;
using json::Json;
using task::SecureMode;
using task::ValueKind;
using Lines = std::vector<std::string>;

namespace {

constexpr std::string_view kData = R"({
  "url": "a.png", "n": 1.5, "yes": true, "text": "Hello", "list": [1, [2, "x"], null],
  "urls": ["1.png", "2.png"], "object": {"b": 1}, "latin": "5A==", "utf8": "w6Q=", "json": "{\"a\":1}",
  "phrases": [{"author": "Ada", "text": "Hello"}], "none": null,
  "columns": {"Time": [0, 1], "speed": [2, 3], "bad": 5},
  "items": [{"id": 1, "title": "One"}, {"id": "b"}], "messages": [{"role": "user", "content": "Hi"}]})";

const Json& data() {
    static const Json value = *json::parseJson(kData);
    return value;
}

/// One object, in a config of its own.
struct Object {
    explicit Object(std::string_view element)
        : interface(config::parseLabelConfig("<View>" + std::string(element) + "</View>")) {
        REQUIRE(interface.objects().size() == 1);
    }
    const config::Tag& tag() const { return *interface.objects().front(); }
    config::LabelingInterface interface;
};

task::ResolvedValue resolved(std::string_view element, SecureMode mode = SecureMode::Off) {
    const Object object(element);
    return task::resolveValue(object.tag(), data(), mode);
}

/// The first thing that is wrong; "" if nothing is.
std::string fault(std::string_view element) {
    const task::ResolvedValue value = resolved(element);
    return value.problems.empty() ? "" : value.problems.front().message;
}

Lines checked(std::string_view control, std::string_view taskData) {
    const auto interface = config::parseLabelConfig("<View><Text name=\"t\" value=\"x\"/>" +
                                                    std::string(control) + "</View>");
    return tests::rendered(task::checkTask(interface, {.data = *json::parseJson(taskData)}));
}

} // namespace

TEST_CASE("media are at addresses") {
    for (const std::string_view tag : {"Audio", "AudioPlus", "Image", "Pdf", "Video"}) {
        const auto value = resolved("<" + std::string(tag) + " name=\"x\" value=\"$url\"/>");
        CHECK(value.format.kind == ValueKind::Url);
        CHECK(value.format.content == ValueKind::Media);
        CHECK(value.value == "a.png");
    }
    CHECK(fault(R"(<Image name="x" value="$n"/>)") ==
          "Image \"x\" reads $n, which is a number in the task; it needs an address");
    CHECK(resolved(R"(<Image name="x" value="https://x.org/$url"/>)").value ==
          "https://x.org/a.png");
}

TEST_CASE("an Image may have a list of addresses") {
    for (const std::string_view attribute : {"value", "valueList"}) {
        const auto value = resolved("<Image name=\"x\" " + std::string(attribute) + "=\"$urls\"/>");
        CHECK(value.format.kind == ValueKind::UrlList);
        CHECK(value.value.size() == 2);
    }
    CHECK(
        fault(R"(<Image name="x" valueList="$list"/>)") ==
        "Image \"x\" reads $list, which is a list in the task; it needs a list of addresses, such "
        "as [\"1.png\", \"2.png\"]");
    CHECK(fault(R"(<Image name="x" valueList="$url"/>)")
              .ends_with("a list of addresses, such as "
                         "[\"1.png\", \"2.png\"]"));
}

TEST_CASE("texts are in the task, or at an address by valueType or in secure mode") {
    CHECK(resolved(R"(<Text name="x" value="$text"/>)").format.kind == ValueKind::Text);
    CHECK(resolved(R"(<HyperText name="x" value="$text"/>)").format.kind == ValueKind::Html);
    const auto remote = resolved(R"(<Text name="x" value="$url" valueType="url"/>)");
    CHECK(remote.format.kind == ValueKind::Url);
    CHECK(remote.format.content == ValueKind::Text);
    CHECK(resolved(R"(<Text name="x" value="$url"/>)", SecureMode::On).format.kind ==
          ValueKind::Url);
    CHECK(
        resolved(R"(<Text name="x" value="$url" valueType="text"/>)", SecureMode::On).format.kind ==
        ValueKind::Text);
    CHECK(resolved(R"(<Paragraphs name="x" value="$url"/>)", SecureMode::On).format.content ==
          ValueKind::Json);
}

TEST_CASE("numbers and lists are texts as JavaScript writes them, objects are none") {
    CHECK(resolved(R"(<Text name="x" value="$n"/>)").value == "1.5");
    CHECK(resolved(R"(<Text name="x" value="$yes"/>)").value == "true");
    CHECK(resolved(R"(<Text name="x" value="$list"/>)").value == "1,2,x,");
    CHECK(fault(R"(<Text name="x" value="$object"/>)") ==
          "Text \"x\" reads $object, which is an object in the task; it needs a text");
}

TEST_CASE("what is not there is nothing, and no problem of the value") {
    CHECK(resolved(R"(<Text name="x" value="$none"/>)").format.kind == ValueKind::Nothing);
    CHECK(resolved(R"(<Image name="x" value="$missing"/>)").value == "");
    CHECK(resolved(R"(<Image name="x"/>)").format.kind == ValueKind::Nothing);
}

TEST_CASE("encoded texts are decoded") {
    CHECK(resolved(R"(<Text name="x" value="$latin" encoding="base64"/>)").value == "ä");
    CHECK(resolved(R"(<HyperText name="x" value="$utf8" encoding="base64unicode"/>)").value == "ä");
    CHECK(fault(R"(<Text name="x" value="$url" encoding="base64"/>)") ==
          "Text \"x\" reads $url: This text is no Base64, which encoding=\"base64\" says it is");
    CHECK(fault(R"(<Text name="x" value="$latin" encoding="base64unicode"/>)") ==
          "Text \"x\" reads $latin: This text is no Base64 of UTF-8, which "
          "encoding=\"base64unicode\" says it is");
}

TEST_CASE("Paragraphs need a list of phrases with their two members") {
    CHECK(resolved(R"(<Paragraphs name="x" value="$phrases"/>)").format.kind == ValueKind::Json);
    CHECK(fault(R"(<Paragraphs name="x" value="$phrases"/>)") == "");
    CHECK(fault(R"(<Paragraphs name="x" value="$text"/>)") ==
          "Paragraphs \"x\" reads $text, which is a text in the task; it needs a list of phrases, "
          "such as [{\"author\": \"Ada\", \"text\": \"Hello\"}]; for an address of one, add "
          "valueType=\"url\"");
    CHECK(fault(R"(<Paragraphs name="x" value="$urls"/>)")
              .ends_with("\"text\": \"Hello\"}], and item 0 is a text"));
    CHECK(fault(R"(<Paragraphs name="x" value="$phrases" textKey="said"/>)") ==
          "Paragraphs \"x\" reads $phrases, which is a list in the task; its phrases have no "
          "\"said\"; say with textKey which of their members it is");
    CHECK(resolved(R"(<Paragraphs name="x" value="$url" valueType="url"/>)").format.kind ==
          ValueKind::Url);
}

TEST_CASE("a List needs items with ids of their own") {
    CHECK(fault(R"(<List name="x" value="$items"/>)") == "");
    CHECK(fault(R"(<List name="x" value="$phrases"/>)") ==
          "List \"x\" reads $phrases, which is a list in the task; item 0 has no id, which must be "
          "a text or a number");
    const Object list(R"(<List name="x" value="$l"/>)");
    const Json twice = *json::parseJson(R"({"l":[{"id":1},{"id":"1"}]})");
    CHECK(task::resolveValue(list.tag(), twice)
              .problems.front()
              .message.ends_with("two of its items have the id \"1\""));
}

TEST_CASE("a TimeSeries of JSON needs each column that its channels name") {
    const auto series = [](std::string_view attributes, std::string_view column) {
        return "<TimeSeries name=\"x\" value=\"$columns\" valueType=\"json\" " +
               std::string(attributes) + "><MultiChannel><Channel column=\"" + std::string(column) +
               "\"/></MultiChannel></TimeSeries>";
    };
    CHECK(fault(series(R"(timeColumn="time")", "speed")) == "");
    CHECK(fault(series("", "1")) == "");
    CHECK(fault(series("", "sped")) ==
          "TimeSeries \"x\" reads $columns, which is an object in the task; it has no column "
          "\"sped\"");
    CHECK(fault(series(R"(timeColumn="when")", "speed")).ends_with("it has no column \"when\""));
    CHECK(fault(series("", "bad")).ends_with("its column \"bad\" is a number, not a list"));
    CHECK(fault(R"(<TimeSeries name="x" value="$phrases" valueType="json"/>)")
              .ends_with("it needs columns, such as {\"time\": [0, 1], \"speed\": [2.5, 3]}"));
    CHECK(resolved(R"(<TimeSeries name="x" valueType="json"/>)").value == data());
    const auto remote = resolved(R"(<TimeSeries name="x" value="$url"/>)");
    CHECK(remote.format.kind == ValueKind::Url);
    CHECK(remote.format.content == ValueKind::Csv);
}

TEST_CASE("a Table takes JSON, JSON in a text, or CSV") {
    CHECK(resolved(R"(<Table name="x" value="$object"/>)").value == Json{{"b", 1}});
    CHECK(resolved(R"(<Table name="x" value="$json"/>)").value == Json{{"a", 1}});
    CHECK(
        fault(R"(<Table name="x" value="$text"/>)") ==
        "Table \"x\" reads $text, which is a text in the task; it needs an object or a list, such "
        "as {\"name\": \"Ada\"}");
    CHECK(resolved(R"(<Table name="x" value="$text" valueType="csv|separator=;"/>)").format.kind ==
          ValueKind::Csv);
    const auto remote = resolved(R"(<Table name="x" value="$url" valueType="json|url"/>)");
    CHECK(remote.format.kind == ValueKind::Url);
    CHECK(remote.format.content == ValueKind::Json);
}

TEST_CASE("a resolver makes the value an address, and its column the content") {
    const Object text(R"(<Text name="x" value="$url" resolver="csv|column=b" encoding="base64"/>)");
    const auto value = task::resolveValue(text.tag(), data());
    CHECK(value.format.kind == ValueKind::Url);
    CHECK(value.value == "a.png");
    CHECK(*readFetched(text.tag(), value.format, "a,b\n1,SGk=") == "Hi");
    CHECK(readFetched(text.tag(), value.format, "num,date\n1,2").error().message ==
          "This CSV has no column \"b\"; it has num, date");
}

TEST_CASE("what was fetched is read by the type of the value") {
    const auto read = [](std::string_view element, std::string_view fetched) {
        const Object object(element);
        const auto content =
            readFetched(object.tag(), task::findValueFormat(object.tag()), fetched);
        return content ? json::writeJson(*content) : "error: " + content.error().message;
    };
    CHECK(read(R"(<Text name="x" value="$url" valueType="url"/>)", "[1]") == "\"[1]\"");
    constexpr std::string_view kPhrases = R"(<Paragraphs name="x" value="$url" valueType="url"/>)";
    CHECK(read(kPhrases, R"([{"author":"A","text":"b"}])") == R"([{"author":"A","text":"b"}])");
    CHECK(read(kPhrases, "{}") ==
          "error: What Paragraphs \"x\" shows is an object; it needs a list of phrases, such as "
          "[{\"author\": \"Ada\", \"text\": \"Hello\"}]");
    CHECK(read(kPhrases, "{").starts_with("error: This is not valid JSON"));
    constexpr std::string_view kSeries =
        R"(<TimeSeries name="x" value="$url"><Channel column="a"/></TimeSeries>)";
    CHECK(read(kSeries, "a\n1") == "\"a\\n1\"");
    CHECK(read(kSeries, R"({"a":[1]})") == R"({"a":[1]})");
}

TEST_CASE("what is no object has no value") {
    const auto interface = config::parseLabelConfig("<View/>");
    CHECK(task::findValueFormat(interface.root()).kind == ValueKind::Nothing);
    CHECK(task::resolveValue(interface.root(), data()).problems.empty());
}

TEST_CASE("checkTask reports values of the wrong kind at the attribute") {
    const auto interface =
        config::parseLabelConfig("<View>\n  <Paragraphs name=\"d\" value=\"$text\"/>\n</View>");
    CHECK(tests::rendered(task::checkTask(interface, {.data = data()}))
              .front()
              .starts_with("config.xml:2:24: error[bad-value]: Paragraphs \"d\" reads $text, which "
                           "is a text"));
}

TEST_CASE("answers from the task must be objects with attributes of their types") {
    const std::string control = R"(<Choices name="c" toName="t" value="$l"/>)";
    CHECK(checked(control, R"({"l":[{"value":"A","selected":true,"hint":null,"other":1}]})") ==
          Lines{});
    CHECK(checked(control, R"({"l":["A"]})") ==
          Lines{"config.xml:1:62: error[bad-value]: Choices \"c\" reads $l, which is a list in the "
                "task; it needs a list of answers, such as [{\"value\": \"Cat\"}], and item 0 is a "
                "text"});
    CHECK(checked(control, R"({"l":"A"})").front().ends_with("such as [{\"value\": \"Cat\"}]"));
    CHECK(
        checked(control, R"({"l":[{"value":"A","children":[{"value":"B","hotkey":1}]}]})")
            .front()
            .ends_with("\"hotkey\" of {\"value\":\"B\",\"hotkey\":1} is 1, but it must be a text"));
    CHECK(checked(control, R"({"l":[{"value":"A","selected":"true"}]})")
              .front()
              .ends_with("is \"true\", but it must be true or false"));
    CHECK(checked(R"(<Labels name="c" toName="t" value="$l"/>)",
                  R"({"l":[{"value":"A","background":"reddish"}]})")
              .front()
              .ends_with("is \"reddish\", but it must be a colour, such as #d00 or red"));
}

TEST_CASE("answers that the task lacks are missed only where there are no others") {
    CHECK(checked(R"(<Choices name="c" toName="t" value="$answers"/>)", R"({"answer":[]})") ==
          Lines{"config.xml:1:62: error[missing-variable]: Choices \"c\" reads $answers, but the "
                "task's data has no such entry; did you mean $answer?"});
    CHECK(checked(R"(<Choices name="c" toName="t" value="$l"><Choice value="A"/></Choices>)",
                  "{}") == Lines{});
    CHECK(checked(R"(<Taxonomy name="c" toName="t" value="$l" apiUrl="/items"/>)", "{}") ==
          Lines{});
    CHECK(checked(R"(<TextArea name="c" toName="t" value="$l"/>)", "{}") == Lines{});
}

TEST_CASE("a price in a text is no variable that is missing") {
    const auto interface =
        config::parseLabelConfig(R"(<View><Text name="t" value="It costs $15.00"/></View>)");
    CHECK(task::checkTask(interface, {.data = Json::object()}).empty());
}
