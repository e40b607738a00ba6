// Text being labeled, judged by the JSON that comes out: what the browser selects is given in
// UTF-16 code units, as it would be.

#include "core/json/json.h"
#include "editor/editor.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <format>
#include <string>
#include <string_view>
#include <vector>

using namespace cartouche;
using editor::TextWorkspace;
using json::Json;
using Intent = TextWorkspace::Intent;
using Outcome = TextWorkspace::Outcome;

namespace {

constexpr std::string_view kConfig = R"(<View>
  <Labels name="ner" toName="text"><Label value="Person"/><Label value="Place" granularity="word"/></Labels>
  <Text name="text" value="$text"/>
</View>)";

/// The same in every granularity.
TextWorkspace::Selection all(std::size_t start, std::size_t end) {
    TextWorkspace::Selection selection;
    selection.fill({start, end});
    return selection;
}

class TextLabeling {
public:
    explicit TextLabeling(std::string_view text, std::string_view config = kConfig,
                          std::string_view results = "[]")
        : editor({.newId = [count = 0]() mutable { return "id" + std::to_string(++count); },
                  .nowMs = [] { return 0.0; }},
                 [](const editor::Event&) {}) {
        const Json task{{"data", {{"text", text}}},
                        {"annotations", Json::array({{{"result", Json::parse(results)}}})}};
        editor.load(config, json::checkJson(json::writeJson(task)).value(), {});
    }

    TextWorkspace& text() { return *editor.texts().front(); }

    Json results() const {
        std::string written;
        editor.appendResults(written);
        return Json::parse(written);
    }
    /// `start`, `end` and `text` of each.
    std::string spans() const {
        std::string line;
        for (const Json& result : results()) {
            const Json& value = result["value"];
            line += std::format("{}[{},{}) {}", line.empty() ? "" : "; ",
                                json::writeJson(value["start"]), json::writeJson(value["end"]),
                                value.contains("text") ? value["text"].get<std::string>() : "-");
        }
        return line;
    }
    void press(std::string_view label) {
        const config::LabelsControl& control = editor.interface().labels().front();
        const auto found = std::ranges::find(control.labels, label, &config::Label::display);
        REQUIRE(found != control.labels.end());
        editor.pressLabel({control, *found});
    }
    annotation::AreaHandle region(std::size_t index) { return editor.regions().list().at(index); }

    editor::Editor editor;
};

} // namespace

TEST_CASE("a selection with a label in hand becomes a region in the shape of the specification") {
    TextLabeling labeling("Hello world");
    labeling.press("Person");
    CHECK(labeling.text().select(all(0, 5), Intent::Mark) == Outcome::Done);
    CHECK(json::writeJson(labeling.results()) ==
          R"([{"value":{"start":0,"end":5,"text":"Hello","labels":["Person"]},"id":"id2",)"
          R"("from_name":"ner","to_name":"text","type":"labels","origin":"manual"}])");
    CHECK_FALSE(labeling.text().selection());
    CHECK_FALSE(labeling.editor.regions().isAnyArmed()); // the reference disarms it, too
}

TEST_CASE("offsets count code points, whatever the browser counts") {
    struct Case {
        std::string text;
        std::size_t start, end; // code units
        std::string expected;
    };
    const std::vector<Case> cases{
        {"a😀b", 3, 4, "[2,3) b"},
        {"a😀b", 1, 3, "[1,2) 😀"},
        {"a😀b", 2, 4, "[1,3) 😀b"}, // never half a character
        {"👍🏽!", 0, 4, "[0,2) 👍🏽"},
        {"👨‍👩‍👧 x", 9, 10, "[6,7) x"},
        {"one\r\ntwo", 2, 6, "[2,6) e\\n\\nt"},
        {"שלום world", 5, 10, "[5,10) world"},
        {"привет", 1, 4, "[1,4) рив"},
        {"e\u0301te\u0301", 2, 5, "[2,5) te\u0301"},
        {std::string("a\0b", 3), 1, 3, std::string("[1,3) \0b", 8)},
        {"𝒳𝒴", 2, 4, "[1,2) 𝒴"},
    };
    for (const Case& each : cases) {
        TextLabeling labeling(each.text);
        labeling.press("Person");
        labeling.text().select(all(each.end, each.start), Intent::Mark); // made backwards
        CHECK_MESSAGE(labeling.spans() == each.expected, each.text);
        const auto range = labeling.text().rangeOf(labeling.region(0));
        REQUIRE(range);
        const bool isHalf = each.start == 2 && each.text == "a😀b";
        CHECK(range->start == (isHalf ? 1 : each.start));
        CHECK(range->end == each.end);
    }
}

TEST_CASE("a selection without a label waits for one, which is pressed or has a key") {
    TextLabeling labeling("Ada met Charles");
    CHECK(labeling.text().select(all(0, 3), Intent::Mark) == Outcome::Kept);
    CHECK(labeling.results().empty());
    labeling.press("Person");
    CHECK(labeling.spans() == "[0,3) Ada");
    CHECK_FALSE(labeling.editor.regions().isAnyArmed());
    labeling.text().select(all(8, 15), Intent::Wait);
    CHECK(labeling.editor.pressKey({.key = "2"}));
    CHECK(labeling.spans() == "[0,3) Ada; [8,15) Charles");
    labeling.text().select(all(4, 7), Intent::Wait);
    labeling.text().unselect();
    CHECK(labeling.editor.pressKey({.key = "1"})); // arms it, since nothing waits
    CHECK(labeling.results().size() == 2);
}

TEST_CASE("a finger's selection waits, even with a label in hand") {
    TextLabeling labeling("Ada met Charles");
    labeling.press("Person");
    CHECK(labeling.text().select(all(0, 3), Intent::Wait) == Outcome::Kept);
    CHECK(labeling.results().empty());
    labeling.press("Person");
    CHECK(labeling.spans() == "[0,3) Ada");
}

TEST_CASE("the label's granularity counts, else the text's") {
    TextWorkspace::Selection selection;
    selection[0] = {9, 12};
    selection[1] = {8, 15};
    selection[2] = {0, 16};
    selection[3] = {0, 20};
    TextLabeling labeling("Ada met Charles. Yes");
    labeling.press("Place");
    labeling.text().select(selection, Intent::Mark);
    CHECK(labeling.spans() == "[8,15) Charles");
    TextLabeling sentences("Ada met Charles. Yes",
                           R"(<View><Labels name="l" toName="text"><Label value="Person"/></Labels>
        <Text name="text" value="$text" granularity="sentence"/></View>)");
    sentences.press("Person");
    sentences.text().select(selection, Intent::Mark);
    CHECK(sentences.spans() == "[0,16) Ada met Charles.");
}

TEST_CASE("what covers nothing, or is beyond the text, makes no region") {
    TextLabeling labeling("abc");
    labeling.press("Person");
    CHECK(labeling.text().select(all(1, 1), Intent::Mark) == Outcome::Nothing);
    CHECK(labeling.text().select(all(7, 9), Intent::Mark) == Outcome::Nothing);
    CHECK(labeling.text().select(all(1, 9), Intent::Mark) == Outcome::Done);
    CHECK(labeling.spans() == "[1,3) bc");
}

TEST_CASE("regions may overlap, are undone one by one, and keep to maxUsages") {
    TextLabeling labeling("abcdef", R"(<View>
        <Labels name="l" toName="text" maxUsages="2"><Label value="Person"/></Labels>
        <Text name="text" value="$text"/></View>)");
    for (const std::size_t start : {0, 1, 2}) {
        labeling.press("Person");
        labeling.text().select(all(start, start + 3), Intent::Mark);
    }
    CHECK(labeling.spans() == "[0,3) abc; [1,4) bcd");
    CHECK(labeling.editor.diagnostics().size() == 1);
    labeling.editor.execute(editor::CommandId::Undo);
    CHECK(labeling.spans() == "[0,3) abc");
    labeling.editor.execute(editor::CommandId::Redo);
    CHECK(labeling.spans() == "[0,3) abc; [1,4) bcd");
}

TEST_CASE("text is saved or not, as the config says, and not by itself of a text at an address") {
    const auto spansWith = [](std::string_view attributes, bool isFetched = false) {
        TextLabeling labeling("abc", std::format(R"(<View>
            <Labels name="l" toName="text"><Label value="Person"/></Labels>
            <Text name="text" value="$text" {}/></View>)",
                                                 attributes));
        if (isFetched) {
            CHECK(labeling.text().address() == "abc");
            CHECK(labeling.text().content() == nullptr);
            labeling.editor.setTextContent(labeling.text(),
                                           std::make_shared<editor::TextContent>("fetched"));
        }
        labeling.press("Person");
        labeling.text().select(all(0, 2), Intent::Mark);
        return labeling.spans();
    };
    CHECK(spansWith("") == "[0,2) ab");
    CHECK(spansWith(R"(saveTextResult="no")") == "[0,2) -");
    CHECK(spansWith(R"(valueType="url")", true) == "[0,2) -");
    CHECK(spansWith(R"(valueType="url" saveTextResult="yes")", true) == "[0,2) fe");
    CHECK(spansWith(R"(encoding="base64unicode")") == ""); // "abc" is no Base64 of UTF-8
}

constexpr std::string_view kTwo = R"([
  {"id":"a","type":"labels","from_name":"ner","to_name":"text",
   "value":{"start":0,"end":9,"text":"Ada Love…","labels":["Person"]}},
  {"id":"b","type":"labels","from_name":"ner","to_name":"text",
   "value":{"start":"4","end":9,"text":"Lovel","labels":["Place"]},"origin":"prediction"}])";

TEST_CASE("ends are moved as one undo; what is saved of the region follows") {
    TextLabeling labeling("Ada Lovelace met", kConfig, kTwo);
    CHECK(labeling.text().setEnds(labeling.region(1), all(4, 12)));
    const Json moved = labeling.results()[1];
    // A number that was a text, and is as it was, stays one.
    CHECK(json::writeJson(moved["value"]) ==
          R"({"start":"4","end":12,"text":"Lovelace","labels":["Place"]})");
    CHECK(moved["origin"] == "prediction-changed");
    CHECK(labeling.results()[0] == Json::parse(kTwo)[0]);
    CHECK_FALSE(labeling.text().setEnds(labeling.region(1), all(4, 4)));
    CHECK_FALSE(labeling.text().setEnds(labeling.region(1), all(4, 12))); // nothing changes
    labeling.editor.execute(editor::CommandId::Undo);
    CHECK(labeling.results() == Json::parse(kTwo));
    labeling.editor.regions().setLocked({{labeling.region(1)}}, true);
    CHECK_FALSE(labeling.text().setEnds(labeling.region(1), all(4, 12)));
}

TEST_CASE("an answer of a region that is a text keeps it when ends are moved") {
    TextLabeling labeling("Ada Lovelace", R"(<View>
        <Labels name="ner" toName="text"><Label value="Person"/></Labels>
        <TextArea name="note" toName="text" perRegion="true"/>
        <Text name="text" value="$text"/></View>)",
                          R"([{"id":"a","type":"labels","from_name":"ner","to_name":"text",
            "value":{"start":0,"end":3,"text":"Ada","labels":["Person"]}},
            {"id":"a","type":"textarea","from_name":"note","to_name":"text",
            "value":{"start":0,"end":3,"text":["typed"]}}])");
    CHECK(labeling.text().setEnds(labeling.region(0), all(0, 12)));
    CHECK(labeling.results()[0]["value"]["text"] == "Ada Lovelace");
    CHECK(labeling.results()[1]["value"] == Json{{"start", 0}, {"end", 12}, {"text", {"typed"}}});
}

TEST_CASE("clicks select: the innermost, with Control more of them, again none") {
    TextLabeling labeling("Ada Lovelace met", kConfig, kTwo);
    const auto inner = labeling.region(1);
    const auto outer = labeling.region(0);
    const auto& regions = labeling.editor.regions();
    labeling.text().press({{inner, outer}}, false);
    CHECK(regions.selection() == std::vector{inner});
    labeling.text().press({{outer}}, true);
    CHECK(regions.selection() == std::vector{inner, outer});
    labeling.text().press({}, true);
    CHECK(regions.selection().size() == 2);
    labeling.text().press({{outer}}, false);
    CHECK(regions.selection() == std::vector{outer});
    labeling.text().press({{outer}}, false);
    CHECK(regions.selection().empty());
    labeling.text().select(all(5, 6), Intent::Pick);
    CHECK(regions.selection() == std::vector{outer, inner});
    labeling.text().select(all(12, 14), Intent::Mark); // a selection of text takes their place
    CHECK(regions.selection().empty());
}

TEST_CASE("keys go through the regions in the order of the text, what holds others first") {
    TextLabeling labeling("Ada Lovelace met", kConfig, kTwo);
    const auto& regions = labeling.editor.regions();
    CHECK(labeling.editor.execute(editor::CommandId::NextSpan));
    CHECK(regions.selection() == std::vector{labeling.region(0)});
    labeling.editor.execute(editor::CommandId::NextSpan);
    CHECK(regions.selection() == std::vector{labeling.region(1)});
    labeling.editor.execute(editor::CommandId::NextSpan);
    CHECK(regions.selection() == std::vector{labeling.region(0)});
    labeling.editor.execute(editor::CommandId::PreviousSpan);
    CHECK(regions.selection() == std::vector{labeling.region(1)});
}

TEST_CASE("regions that cannot be shown are said, kept, and saved as they came") {
    constexpr std::string_view kOdd = R"([
      {"id":"a","type":"labels","from_name":"ner","to_name":"text","value":{"start":5,"end":9,"labels":["Person"]}},
      {"id":"b","type":"labels","from_name":"ner","to_name":"text","value":{"start":2,"end":2,"labels":["Person"]}},
      {"id":"c","type":"labels","from_name":"ner","to_name":"text","value":{"start":1,"end":9,"labels":["Person"]}},
      {"id":"d","type":"labels","from_name":"ner","to_name":"text","value":{"start":-1,"end":2,"labels":["Person"]}}])";
    TextLabeling labeling("abc", kConfig, kOdd);
    std::vector<std::string> messages;
    for (const auto& problem : labeling.editor.diagnostics()) {
        messages.push_back(problem.message);
    }
    CHECK(messages ==
          std::vector<std::string>{
              "The region \"a\" cannot be shown: it begins at 5, and the text has 3 code points; "
              "it is kept",
              "The region \"b\" cannot be shown: its end is not behind its start; it is kept",
              "The region \"d\" cannot be shown: it goes from -1 to 2, and offsets count from 0 in "
              "whole numbers; it is kept"});
    CHECK(labeling.text().spans().size() == 1);
    CHECK(labeling.results() == Json::parse(kOdd));
}

TEST_CASE("what can only be looked at is selected, and not labeled") {
    TextLabeling labeling("abcdef");
    annotation::Record record;
    record.isReadonly = true;
    labeling.editor.selectEntry(labeling.editor.addAnnotation(std::move(record)).id);
    CHECK(labeling.text().select(all(0, 3), Intent::Mark) == Outcome::Kept);
    labeling.press("Person");
    CHECK(labeling.results().empty());
}

TEST_CASE("annotations share a text; each shows its own regions") {
    TextLabeling labeling("abcdef");
    labeling.press("Person");
    labeling.text().select(all(0, 3), Intent::Mark);
    const auto* first = labeling.text().content().get();
    labeling.editor.selectEntry(labeling.editor.addAnnotation({}).id);
    CHECK(labeling.text().content().get() == first);
    CHECK(labeling.text().spans().empty());
    CHECK(labeling.text().takeDirty().isAll);
}

TEST_CASE("the list shows what a region covers, in one line and cut") {
    TextLabeling labeling("one\r\n  two " + std::string(300, 'x'));
    labeling.press("Person");
    labeling.text().select(all(0, 310), Intent::Mark);
    const auto* area = labeling.editor.document().areas().find(labeling.region(0));
    const std::string excerpt = labeling.editor.excerptOf(*area);
    CHECK(excerpt.starts_with("one two xxx"));
    CHECK(excerpt.size() < 201);
}
