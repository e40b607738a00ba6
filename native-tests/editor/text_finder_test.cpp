// Phrases and expressions looked for in texts, judged by what is offered and by the JSON that comes
// out.

#include "core/json/json.h"
#include "editor/editor.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace cartouche;
using editor::CommandId;
using editor::Editor;
using editor::Expression;
using json::Json;

namespace {

constexpr std::string_view kText =
    "Revenue was $5 million, up 12%.\nThe 😀 margin: 40 percent of $7.50\n\nNo figures here.";

constexpr std::string_view kConfig = R"(<View><Labels name="ner" toName="text">
  <Label value="Other"/><Label value="Money"/><Label value="Percent" alias="pct"/></Labels>
  <Text name="text" value="$text"/></View>)";

struct Desk {
    explicit Desk(std::string_view results = "[]", std::string_view config = kConfig)
        : editor({.newId = [this] { return "id" + std::to_string(++ids); },
                  .nowMs = [] { return 0.0; }},
                 [this](const editor::Event& event) { events.push_back(event); }) {
        const Json task{{"data", {{"text", kText}}},
                        {"annotations", Json::array({{{"result", Json::parse(results)}}})}};
        editor.load(config, json::checkJson(json::writeJson(task)).value(), {});
    }

    editor::TextWorkspace& text() { return *editor.texts().front(); }
    void look(std::vector<Expression> expressions) {
        editor.changeExpressions(std::move(expressions));
    }
    Json results() const {
        std::string written;
        editor.appendResults(written);
        return Json::parse(written);
    }
    /// "Money: $5 million" of each region, in order.
    std::vector<std::string> labeled() const {
        std::vector<std::string> all;
        for (const Json& result : results()) {
            all.push_back(result["value"]["labels"][0].get<std::string>() + ": " +
                          result["value"]["text"].get<std::string>());
        }
        return all;
    }
    /// What is offered, as text.
    std::vector<std::string> offered() {
        std::vector<std::string> all;
        const editor::Candidates* candidates = editor.candidates();
        for (const auto handle : candidates == nullptr ? std::vector<annotation::AreaHandle>()
                                                       : candidates->offered()) {
            all.push_back(editor.excerptOf(*candidates->document().areas().find(handle)));
        }
        return all;
    }
    void press(std::size_t label) {
        const config::LabelsControl& control = editor.interface().labels().front();
        editor.pressLabel({control, control.labels[label]});
    }

    int ids = 0;
    std::vector<editor::Event> events;
    Editor editor;
};

using Texts = std::vector<std::string>;

std::vector<Expression> readyMade() {
    const auto all = editor::readyMadeExpressions();
    return {all.begin(), all.end()};
}

/// All that the ready-made expression of that name finds, between bars.
std::string foundBy(std::string_view name, std::string_view text) {
    for (const Expression& expression : editor::readyMadeExpressions()) {
        if (expression.name == name) {
            const auto regex = text::Regex::compile(expression.pattern);
            REQUIRE_MESSAGE(regex, expression.name);
            std::string all;
            for (const auto& match : regex->findAll(text).matches) {
                all += '|' + std::string(text.substr(match.start, match.end - match.start));
            }
            return all;
        }
    }
    return "no such expression";
}

} // namespace

TEST_CASE("what expressions find is offered with the label that they are called like") {
    Desk desk;
    desk.look(readyMade());
    CHECK(desk.editor.offer() == Editor::Offer::Found);
    CHECK(desk.offered() == Texts{"$5 million", "$7.50", "12%", "40 percent"});
    CHECK(desk.editor.finder().countOf(0).found == 2);
    CHECK(desk.editor.finder().countOf(2).found == 0);
    CHECK(desk.results().empty());
    CHECK(desk.editor.execute(CommandId::AcceptPredictions));
    CHECK(desk.labeled() ==
          Texts{"Money: $5 million", "Money: $7.50", "pct: 12%", "pct: 40 percent"});
    CHECK(desk.offered().empty());
    const Json result = desk.results()[3];
    CHECK(result["origin"] == "prediction");
    CHECK(result["meta"]["text"] == Json::array({"Found by the expression \"Percent\""}));
    CHECK(result["value"]["start"] == 46); // in code points, behind the emoji
    CHECK(result["value"]["end"] == 56);
    CHECK(desk.editor.execute(CommandId::Undo));
    CHECK(desk.results().empty());
    CHECK(desk.offered().size() == 4); // again
}

TEST_CASE("the label of an expression is the one it names, else the one it is called like, else "
          "the first") {
    Desk desk;
    desk.look({{.name = "a", .pattern = "5"},
               {.name = "b", .pattern = "7", .label = "pct"},
               {.name = "MONEY", .pattern = "12"},
               {.name = "c", .pattern = "40", .label = "gone"}});
    CHECK(desk.editor.execute(CommandId::AcceptPredictions));
    CHECK(desk.labeled() == Texts{"Other: 5", "Other: 5", "pct: 7", "Money: 12", "Other: 40"});
}

TEST_CASE("what is labeled by hand is not offered, nor what was rejected") {
    Desk desk;
    desk.look(readyMade());
    desk.press(1); // Money
    editor::TextWorkspace::Selection selection;
    selection.fill({12, 22});
    CHECK(desk.text().select(selection, editor::TextWorkspace::Intent::Mark) ==
          editor::TextWorkspace::Outcome::Done);
    CHECK(desk.offered() == Texts{"$7.50", "12%", "40 percent"});
    CHECK(desk.editor.execute(CommandId::NextPrediction));
    CHECK(desk.editor.execute(CommandId::RejectPrediction));
    CHECK(desk.offered() == Texts{"12%", "40 percent"});
    desk.look(readyMade()); // looks again
    CHECK(desk.offered() == Texts{"12%", "40 percent"});
    CHECK(desk.editor.execute(CommandId::Undo));
    CHECK(desk.offered() == Texts{"$5 million", "12%", "40 percent"});
}

TEST_CASE("only what is in view is accepted, if that is asked for") {
    Desk desk;
    desk.look(readyMade());
    desk.text().setInView({0, 30});
    CHECK(desk.editor.execute(CommandId::AcceptInView));
    CHECK(desk.labeled() == Texts{"Money: $5 million", "pct: 12%"});
}

TEST_CASE("expressions that are off or wrong find nothing, and say what is wrong") {
    Desk desk;
    desk.look({{.name = "off", .pattern = "5", .isOn = false},
               {.name = "wrong", .pattern = "(5"},
               {.name = "empty", .pattern = ""},
               {.name = "case", .pattern = "REVENUE", .ignoresCase = true}});
    CHECK(desk.offered() == Texts{"Revenue"});
    REQUIRE(desk.editor.finder().faultOf(1) != nullptr);
    CHECK(desk.editor.finder().faultOf(1)->describe() ==
          "There is a ( without its ), at character 3");
    CHECK(desk.editor.finder().faultOf(0) == nullptr);
    REQUIRE(desk.events.back().kind == editor::Event::Kind::Expressions);
    CHECK(Json::parse(desk.events.back().detail)["expressions"][0] ==
          Json::parse(R"({"name":"off","pattern":"5","ignoreCase":false,"enabled":false})"));
}

TEST_CASE("a search that takes too long, or finds too much, ends and says so") {
    const auto countOf = [](std::string_view pattern, const std::string& text) {
        Desk desk;
        desk.editor.load(
            kConfig, json::checkJson(json::writeJson({{"data", {{"text", text}}}})).value(), {});
        desk.look({{.name = "a", .pattern = std::string(pattern)}});
        return desk.editor.finder().countOf(0);
    };
    const auto slow = countOf("a([^b]*b)?", std::string(20'000, 'a'));
    CHECK(slow.isSlow);
    CHECK(slow.found < 10'000);
    const auto many = countOf("a", std::string(20'000, 'a'));
    CHECK(many.isMany);
    CHECK(many.found == 10'000);
    CHECK_FALSE(many.isSlow);
}

TEST_CASE("expressions stay for the next task; what a model suggests takes their place, and gives "
          "it back") {
    Desk desk;
    desk.look(readyMade());
    desk.editor.load(kConfig, json::checkJson(R"({"data":{"text":"It cost €3."}})").value(),
                     {"auto-annotation"});
    CHECK(desk.offered() == Texts{"€3"});
    desk.editor.setSuggestions(json::checkJson(R"([{"id":"s","type":"labels","from_name":"ner",
        "to_name":"text","value":{"start":0,"end":2,"labels":["Other"]}}])")
                                   .value());
    CHECK(desk.editor.offer() == Editor::Offer::Suggested);
    CHECK(desk.offered() == Texts{"It"});
    CHECK(desk.editor.execute(CommandId::AcceptPredictions));
    CHECK(desk.editor.offer() == Editor::Offer::Found);
    CHECK(desk.offered() == Texts{"€3"});
}

TEST_CASE("predictions of texts are offered like those of images, by their place in the text") {
    Desk desk;
    const Json task{{"data", {{"text", kText}}},
                    {"predictions", Json::parse(R"([{"score":0.9,"result":[
        {"id":"p","type":"labels","from_name":"ner","to_name":"text","value":{"start":0,"end":7,"labels":["Other"]}}]}])")}};
    desk.editor.load(kConfig, json::checkJson(json::writeJson(task)).value(),
                     {"annotations:add-new"});
    desk.editor.execute(CommandId::CreateAnnotation);
    REQUIRE(desk.editor.execute(CommandId::ShowPredictions));
    CHECK(desk.editor.offer() == Editor::Offer::Predicted);
    editor::TextWorkspace* own = desk.editor.candidates()->findText(desk.text());
    REQUIRE(own != nullptr);
    CHECK(own->spans().size() == 1);
    CHECK(desk.editor.execute(CommandId::AcceptPredictions));
    CHECK(own->spans().empty());
    CHECK(desk.results().size() == 1);
}

TEST_CASE("matches in conversations are regions of phrases") {
    Desk desk(
        "[]",
        R"(<View><ParagraphLabels name="ner" toName="talk"><Label value="Money"/></ParagraphLabels>
        <Paragraphs name="talk" value="$talk" textKey="says" nameKey="who"/></View>)");
    desk.editor.load(
        R"(<View><ParagraphLabels name="ner" toName="talk"><Label value="Money"/></ParagraphLabels>
        <Paragraphs name="talk" value="$talk" textKey="says" nameKey="who"/></View>)",
        json::checkJson(
            R"({"data":{"talk":[{"who":"A","says":"Hi"},{"who":"B","says":"It is $5."}]}})")
            .value(),
        {});
    desk.look({readyMade().front()});
    CHECK(desk.editor.execute(CommandId::AcceptPredictions));
    CHECK(
        desk.results()[0]["value"] ==
        Json::parse(
            R"({"start":"1","end":"1","startOffset":6,"endOffset":8,"text":"$5","paragraphlabels":["Money"]})"));
}

TEST_CASE("what is wrong with a host's expressions is said with its place") {
    const auto problemOf = [](std::string_view text) {
        const auto read = editor::readExpressions(Json::parse(text));
        return read ? std::string() : read.error();
    };
    CHECK(problemOf("null").empty());
    CHECK(problemOf(R"([{"name":"a","pattern":"b","label":"c","ignoreCase":true,"enabled":false}])")
              .empty());
    CHECK(problemOf("{}").starts_with("expressions is no list"));
    CHECK(
        problemOf(R"([{"name":"a","pattern":"b"},7])").starts_with("expressions[1] is no object"));
    CHECK(problemOf(R"([{"name":"a","pattern":7}])") ==
          "expressions[0] has a pattern that is no text");
    CHECK(problemOf(R"([{"name":"a"}])") == "expressions[0] needs a name and a pattern");
    CHECK(problemOf(R"([{"name":"a","pattern":"b","enabled":"yes"}])") ==
          "expressions[0] has an enabled that is neither true nor false");
}

TEST_CASE("ready-made expressions find what they are called") {
    CHECK(foundBy("Money", "$1,234.50 or €7, US$ 3 billion; 12 dollars and 5.5 EUR, not 7 eggs") ==
          "|$1,234.50|€7|US$ 3 billion|12 dollars|5.5 EUR");
    CHECK(foundBy("Percent", "up 12%, -3.5 % or 7 percent of 9") == "|12%|-3.5 %|7 percent");
    CHECK(foundBy("Date", "2024-01-31, 3/4/2023, 31.12.99 and March 5, 2020 or May 7") ==
          "|2024-01-31|3/4/2023|31.12.99|March 5, 2020|May 7");
    CHECK(foundBy("E-mail", "write to ada.l+x@mail.example.org, not to @ada") ==
          "|ada.l+x@mail.example.org");
    CHECK(foundBy("Phone", "call +44 20 7946 0958 or (030) 1234-5678-90, not 1234") ==
          "|+44 20 7946 0958|(030) 1234-5678-90");
    CHECK(foundBy("URL", "see https://example.org/a?b=c#d. Or (http://x.y)") ==
          "|https://example.org/a?b=c#d|http://x.y");
    CHECK(foundBy("Ticker", "Example Corp (NASDAQ: EXMP) and NYSE:XY") == "|NASDAQ: EXMP|NYSE:XY");
}

TEST_CASE("a phrase is found in letters of either case, from what is in view on, round and round") {
    Desk desk;
    desk.text().setInView({30, 60});
    desk.editor.searchTexts("R");
    const editor::TextSearch& search = desk.editor.search();
    CHECK(search.hits().size() == 5);
    REQUIRE(search.current());
    CHECK(search.hits()[*search.current()].range.start ==
          41); // margin, behind the emoji of two units
    CHECK(search.spot()->place.range == search.hits()[*search.current()].range);
    const std::size_t first = *search.current();
    for (std::size_t step = 0; step < search.hits().size(); ++step) {
        CHECK(desk.editor.execute(CommandId::FindNext));
    }
    CHECK(search.current() == first);
    CHECK(desk.editor.execute(CommandId::FindPrevious));
    CHECK(search.current() == first - 1);
    desk.editor.searchTexts("nowhere");
    CHECK(search.hits().empty());
    CHECK_FALSE(desk.editor.execute(CommandId::FindNext));
}

TEST_CASE("all that is found is labeled in one step, but what has the label already") {
    Desk desk(R"([{"id":"a","type":"labels","from_name":"ner","to_name":"text",
        "value":{"start":12,"end":13,"text":"$","labels":["Money"]}}])");
    desk.editor.searchTexts("$");
    CHECK_FALSE(desk.editor.canExecute(CommandId::LabelFound)); // with which label?
    desk.press(1);
    CHECK(desk.editor.execute(CommandId::LabelFound));
    CHECK(desk.labeled() == Texts{"Money: $", "Money: $"});
    CHECK(desk.results()[1]["id"] != desk.results()[0]["id"]);
    CHECK(desk.editor.execute(CommandId::Undo));
    CHECK(desk.labeled() == Texts{"Money: $"});
}

TEST_CASE("the phrase of a region or a selection is found everywhere") {
    Desk desk(R"([{"id":"a","type":"labels","from_name":"ner","to_name":"text",
        "value":{"start":12,"end":13,"text":"$","labels":["Money"]}}])");
    CHECK_FALSE(desk.editor.canExecute(CommandId::FindAgain));
    desk.editor.regions().select({desk.editor.regions().list().front()});
    CHECK(desk.editor.execute(CommandId::FindAgain));
    CHECK(desk.editor.search().phrase() == "$");
    CHECK(desk.editor.search().hits().size() == 2);
    editor::TextWorkspace::Selection selection;
    selection.fill({0, 7});
    desk.text().select(selection, editor::TextWorkspace::Intent::Wait);
    CHECK(desk.editor.execute(CommandId::FindAgain));
    CHECK(desk.editor.search().phrase() == "Revenue");
}

TEST_CASE("the next line without a region is shown, and blank ones are not") {
    Desk desk(R"([{"id":"a","type":"labels","from_name":"ner","to_name":"text",
        "value":{"start":0,"end":7,"text":"Revenue","labels":["Money"]}}])");
    const auto shown = [&desk] {
        CHECK(desk.editor.execute(CommandId::NextUnlabeled));
        return std::string(
            desk.text().content()->covered(desk.editor.search().spot()->place.range));
    };
    CHECK(shown().starts_with("The 😀 margin"));
    CHECK(shown() == "No figures here.");
    CHECK(shown().starts_with("The 😀 margin"));
}

TEST_CASE("an expression may have a colour of its own, which CSS knows") {
    const auto read = editor::readExpressions(
        *json::parseJson(R"([{"name":"A","pattern":"a","color":"#2a6fdb"}])"));
    REQUIRE(read);
    CHECK(read->front().color == "#2a6fdb");
    CHECK(editor::writeExpressions(*read)[0]["color"] == "#2a6fdb");
    const auto wrong = editor::readExpressions(
        *json::parseJson(R"([{"name":"A","pattern":"a","color":"pinkish"}])"));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error() ==
          "expressions[0] has the color \"pinkish\", which is none that CSS knows");
}
