// Conversations being labeled, judged by the JSON that comes out: what the browser selects is given
// in UTF-16 code units of all that is said, with a line break between two phrases.

#include "core/json/json.h"
#include "editor/editor.h"
#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace cartouche;
using editor::TextWorkspace;
using json::Json;
using Intent = TextWorkspace::Intent;
using Outcome = TextWorkspace::Outcome;

namespace {

TextWorkspace::Selection all(std::size_t start, std::size_t end) {
    TextWorkspace::Selection selection;
    selection.fill({start, end});
    return selection;
}

constexpr std::string_view kTalk =
    R"([{"who":"Ada","says":"Hi 😀 you"},{"who":"Bob","says":""},{"who":"Ada","says":"Two\nlines"},{"says":7}])";

struct Conversation {
    explicit Conversation(std::string_view attributes = "", std::string_view results = "[]",
                          std::string_view kind = "Paragraphs")
        : editor({.newId = [count = 0]() mutable { return "id" + std::to_string(++count); },
                  .nowMs = [] { return 0.0; }},
                 [](const editor::Event&) {}) {
        const Json task{{"data", {{"talk", Json::parse(kTalk)}}},
                        {"annotations", Json::array({{{"result", Json::parse(results)}}})}};
        const std::string config =
            "<View><ParagraphLabels name=\"ner\" toName=\"talk\"><Label value=\"Greeting\"/>"
            "<Label value=\"Other\"/></ParagraphLabels><" +
            std::string(kind) + " name=\"talk\" value=\"$talk\" nameKey=\"who\" textKey=\"says\" " +
            std::string(attributes) + "/></View>";
        editor.load(config, json::checkJson(json::writeJson(task)).value(), {});
    }

    TextWorkspace& talk() { return *editor.texts().front(); }
    void press(std::size_t label) {
        const config::LabelsControl& control = editor.interface().labels().front();
        editor.pressLabel({control, control.labels[label]});
    }
    Outcome mark(std::size_t start, std::size_t end) {
        return talk().select(all(start, end), Intent::Mark);
    }
    Json results() const {
        std::string written;
        editor.appendResults(written);
        return Json::parse(written);
    }

    editor::Editor editor;
};

} // namespace

TEST_CASE("a conversation is one text, a line break between its phrases") {
    Conversation conversation;
    const editor::TextContent& content = *conversation.talk().content();
    CHECK(content.text() == "Hi 😀 you\n\nTwo\nlines\n7");
    REQUIRE(content.phrases().size() == 4);
    CHECK(content.phrases()[0].range == editor::TextRange{0, 9});
    CHECK(content.phrases()[1].range == editor::TextRange{10, 10});
    CHECK(content.phrases()[2].range == editor::TextRange{11, 20});
    CHECK(content.phrases()[3].author.empty());
    CHECK(editor::authorsOf(content) == std::vector<std::string>{"Ada", "Bob", ""});
}

TEST_CASE("what is selected of a phrase becomes a region of the specification's shape") {
    Conversation conversation;
    conversation.press(0);
    CHECK(conversation.mark(3, 5) == Outcome::Done); // the emoji
    const Json result = conversation.results()[0];
    CHECK(result["type"] == "paragraphlabels");
    CHECK(result["from_name"] == "ner");
    CHECK(result["value"] == Json::parse(R"({"start":"0","end":"0","startOffset":3,"endOffset":5,
      "text":"😀","paragraphlabels":["Greeting"]})"));
}

TEST_CASE("a region goes from phrase to phrase, and not to where nothing of one is covered") {
    Conversation conversation;
    conversation.press(0);
    CHECK(conversation.mark(6, 14) == Outcome::Done);
    CHECK(conversation.results()[0]["value"]["end"] == "2");
    CHECK(conversation.results()[0]["value"]["endOffset"] == 3);
    CHECK(conversation.results()[0]["value"]["text"] == "you\\n\\nTwo");
    conversation.press(1);
    CHECK(conversation.mark(20, 22) == Outcome::Done); // from behind the last letter of a phrase
    const Json value = conversation.results()[1]["value"];
    CHECK(value["start"] == "3");
    CHECK(value["startOffset"] == 0);
    conversation.press(1);
    CHECK(conversation.mark(9, 11) == Outcome::Nothing); // nothing but line breaks
    CHECK(conversation.results().size() == 2);
}

TEST_CASE("the same region with the same label is not made twice") {
    Conversation conversation;
    conversation.press(0);
    conversation.mark(0, 2);
    conversation.press(0);
    conversation.mark(0, 2);
    CHECK(conversation.results().size() == 1);
    conversation.talk().unselect();
    conversation.editor.regions().select({});
    conversation.press(1);
    conversation.mark(0, 2);
    CHECK(conversation.results().size() == 2);
}

TEST_CASE("regions of a conversation are shown where they are, or it is said why not") {
    Conversation conversation("", R"([
      {"id":"a","type":"paragraphlabels","from_name":"ner","to_name":"talk","value":{"start":0,"end":"2","startOffset":6,"endOffset":3,"paragraphlabels":["Other"]}},
      {"id":"b","type":"paragraphlabels","from_name":"ner","to_name":"talk","value":{"start":"9","end":"9","startOffset":0,"endOffset":3,"paragraphlabels":["Other"]}},
      {"id":"c","type":"paragraphlabels","from_name":"ner","to_name":"talk","value":{"start":"2","end":"2","startOffset":3,"endOffset":3,"paragraphlabels":["Other"]}}])");
    const auto spans = conversation.talk().spans();
    REQUIRE(spans.size() == 1);
    CHECK(spans[0].range == editor::TextRange{6, 14});
    const auto problems = conversation.editor.diagnostics();
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].message.contains("there is no phrase 9, but 4 of them"));
    CHECK(problems[1].message.contains("its end is not behind its start"));
    CHECK(conversation.results()[0]["value"]["start"] == 0); // as it came
}

TEST_CASE("the ends of a region of a conversation are moved, and its text with them") {
    Conversation conversation(R"(saveTextResult="yes")", R"([{"id":"a","type":"paragraphlabels",
      "from_name":"ner","to_name":"talk","value":{"start":"0","end":"0","startOffset":0,"endOffset":2,"text":"Hi","paragraphlabels":["Other"]}}])");
    const auto region = conversation.editor.regions().list().front();
    CHECK(conversation.talk().setEnds(region, all(0, 5)));
    CHECK(conversation.results()[0]["value"]["text"] == "Hi 😀");
    CHECK(conversation.results()[0]["value"]["endOffset"] == 5);
    conversation.editor.execute(editor::CommandId::Undo);
    CHECK(conversation.results()[0]["value"]["text"] == "Hi");
}

TEST_CASE("phrases are hidden by who says them, and where nothing is labeled") {
    Conversation conversation;
    TextWorkspace& talk = conversation.talk();
    CHECK(talk.hiddenPhrases().empty());
    talk.filter().setShown("Ada", false);
    CHECK(talk.hiddenPhrases() == std::vector<std::size_t>{0, 2});
    talk.filter().setShown("Ada", true);
    talk.filter().setLabeledOnly(true);
    CHECK(talk.hiddenPhrases().size() == 4);
    conversation.press(0);
    conversation.mark(11, 14);
    CHECK(talk.hiddenPhrases() == std::vector<std::size_t>{0, 1, 3});
}

TEST_CASE("a text that is not saved is not written") {
    Conversation conversation(R"(saveTextResult="no")");
    conversation.press(0);
    conversation.mark(0, 2);
    CHECK_FALSE(conversation.results()[0]["value"].contains("text"));
}

TEST_CASE("offsets beyond all numbers of a text are at its end, and none are out of bounds") {
    Conversation conversation("", R"([
      {"id":"a","type":"paragraphlabels","from_name":"ner","to_name":"talk","value":{"start":"0","end":"2","startOffset":6,"endOffset":1e300,"paragraphlabels":["Other"]}},
      {"id":"b","type":"paragraphlabels","from_name":"ner","to_name":"talk","value":{"start":"1e300","end":"2","startOffset":6,"endOffset":7,"paragraphlabels":["Other"]}},
      {"id":"c","type":"paragraphlabels","from_name":"ner","to_name":"talk","value":{"start":"0","end":"0","startOffset":0.5,"endOffset":7,"paragraphlabels":["Other"]}}])");
    const auto spans = conversation.talk().spans();
    REQUIRE(spans.size() == 1);
    CHECK(spans[0].range == editor::TextRange{6, 20});
    CHECK(conversation.editor.diagnostics().size() == 2);
}

TEST_CASE("phrases say when they are heard, by numbers or texts of seconds") {
    tests::Labeling work(
        R"(<View><Paragraphs name="talk" value="$talk" audioUrl="$audio"/></View>)", "[]",
        R"({"audio":"talk.mp3","talk":[{"author":"A","text":"a","start":1.5,"duration":2,"end":9},
            {"text":"b","start":"3","end":"4.5"},{"text":"c","start":5},{"text":"d","start":6,"end":2},{"text":"e","end":7}]})");
    const auto& text = *work.editor.texts().front();
    CHECK(text.audio() == "talk.mp3");
    const auto& phrases = text.content()->phrases();
    using editor::HeardTime;
    CHECK(phrases[0].heard == HeardTime{1.5, 3.5}); // a duration goes before an end
    CHECK(phrases[1].heard == HeardTime{3, 4.5});
    CHECK(phrases[2].heard == HeardTime{5, std::nullopt});
    CHECK(phrases[3].heard == HeardTime{6, std::nullopt}); // an end before the start is none
    CHECK_FALSE(phrases[4].heard.has_value());
}

namespace {

constexpr std::string_view kChat = R"(<View>
  <Chat name="chat" value="$chat" minMessages="2" maxMessages="2" editable="user"/>
  <Choices name="good" toName="chat" perRegion="true" whenRole="assistant" visibleWhen="region-selected"><Choice value="Yes"/></Choices></View>)";
constexpr std::string_view kChatData = R"({"chat":[{"role":"user","content":"Hi"}]})";

} // namespace

TEST_CASE("messages are added behind a conversation, and are regions of it") {
    tests::Labeling work(kChat, "[]", kChatData);
    auto& chat = *work.editor.texts().front();
    CHECK(chat.content()->text() == "Hi");
    CHECK_FALSE(work.editor.execute(editor::CommandId::Submit));
    CHECK(work.problems().front() == "Chat \"chat\" needs at least 2 messages, and 0 were added.");
    work.editor.addMessage(chat, "assistant", "Hello");
    work.editor.addMessage(chat, "user", "A pizza 🍕, please");
    work.editor.addMessage(chat, "user", " \n"); // nothing is said
    CHECK(chat.content()->text() == "Hi\nHello\nA pizza 🍕, please");
    CHECK(chat.content()->phrases()[2].author == "user");
    CHECK_FALSE(work.editor.canAddMessage(chat));
    const Json results = work.results();
    REQUIRE(results.size() == 2);
    CHECK(results[0]["type"] == "chatmessage");
    CHECK(results[0]["from_name"] == "chat");
    CHECK(results[0]["to_name"] == "chat");
    CHECK(results[0]["value"]["chatmessage"]["content"] == "Hello");
    CHECK(results[1]["value"]["chatmessage"]["createdAt"].get<double>() >
          results[0]["value"]["chatmessage"]["createdAt"].get<double>());

    const auto spans = chat.spans();
    REQUIRE(spans.size() == 2);
    CHECK(spans[0].range == TextWorkspace::Range{3, 8});
    work.editor.regions().select({spans[0].region});
    CHECK_FALSE(work.editor.editableMessage(chat).has_value()); // of an assistant
    const auto& good = work.editor.interface().choices().front();
    CHECK(work.editor.isVisible(*good.tag));
    work.editor.toggleChoice(good, good.choices[0]);
    const Json judged = work.results();
    REQUIRE(judged.size() == 3);
    CHECK(judged[1]["id"] == judged[0]["id"]);
    CHECK(judged[1]["value"] == *json::parseJson(R"({"choices":["Yes"]})"));
    work.editor.regions().select({spans[1].region});
    CHECK_FALSE(work.editor.isVisible(*good.tag));
    work.editor.setMessage(*work.editor.editableMessage(chat), "Two, please");
    CHECK(chat.content()->text() == "Hi\nHello\nTwo, please");
    work.editor.execute(editor::CommandId::Undo);
    work.editor.execute(editor::CommandId::Undo);
    work.editor.execute(editor::CommandId::Undo);
    CHECK(chat.content()->text() == "Hi\nHello");
}

TEST_CASE("a message is not shown to be changed where private data is masked") {
    constexpr std::string_view kResults =
        R"([{"id":"a","type":"chatmessage","from_name":"chat","to_name":"chat","value":{"chatmessage":{"role":"user","content":"ada@example.org","createdAt":1}}}])";
    tests::Labeling work(kChat, kResults, kChatData);
    auto& chat = *work.editor.texts().front();
    work.editor.regions().select({*work.editor.document().findArea("a")});
    CHECK(work.editor.editableMessage(chat).has_value());
    work.editor.setPrivateData(editor::PrivateData::Mode::Masked, {});
    CHECK_FALSE(work.editor.editableMessage(chat).has_value());
}

TEST_CASE("messages that were saved are shown in the order in which they were written") {
    constexpr std::string_view kResults = R"([
      {"id":"b","type":"chatmessage","from_name":"chat","to_name":"chat","value":{"chatmessage":{"role":"assistant","content":"second","createdAt":1757612212681,"extra":1}}},
      {"id":"a","type":"chatmessage","from_name":"chat","to_name":"chat","value":{"chatmessage":{"role":"user","content":"first","createdAt":1757612212000}}},
      {"id":"b","type":"choices","from_name":"good","to_name":"chat","value":{"choices":["Yes"]}}])";
    tests::Labeling work(kChat, kResults, kChatData);
    auto& chat = *work.editor.texts().front();
    CHECK(chat.content()->text() == "Hi\nfirst\nsecond");
    CHECK(work.results() == *json::parseJson(kResults));
    CHECK(work.problems().empty());
    const auto a = *work.editor.document().findArea("a");
    work.editor.setMessage(a, "changed");
    CHECK(work.results()[1]["value"]["chatmessage"] ==
          *json::parseJson(R"({"role":"user","content":"changed","createdAt":1757612212000})"));
    CHECK(work.results()[0] == json::parseJson(kResults)->at(0));
}
