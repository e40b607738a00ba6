// Texts on the canvas: where they are, what the page is told of them, and what it tells.

#include "ui/screen.h"

#include <doctest/doctest.h>

#include <format>
#include <string>

using namespace cartouche;
using editor::TextWorkspace;
using tests::Screen;

namespace {

constexpr std::string_view kConfig = R"(<View>
  <Labels name="ner" toName="text"><Label value="Person" background="#2980b9"/><Label value="Place"/></Labels>
  <Text name="text" value="$text"/>
</View>)";

constexpr std::string_view kTask =
    R"({"data":{"text":"Ada met Charles 😀 in London"},"annotations":[{"result":[
  {"id":"a","type":"labels","from_name":"ner","to_name":"text","value":{"start":0,"end":3,"labels":["Person"]}},
  {"id":"b","type":"labels","from_name":"ner","to_name":"text","value":{"start":21,"end":27,"labels":["Place"]}}]}]})";

TextWorkspace::Selection all(std::size_t start, std::size_t end) {
    TextWorkspace::Selection selection;
    selection.fill({start, end});
    return selection;
}

} // namespace

TEST_CASE("a text is in the tree as a document, and the page gets it with its spans") {
    Screen screen(kConfig, kTask);
    const ui::SemanticsNode* node = screen.find("document", "text");
    REQUIRE(node != nullptr);
    CHECK(node->isFocusable);
    CHECK(screen.listener.textCount == 1);
    CHECK(screen.listener.textWidget == node->id);
    CHECK(screen.listener.shownText == "Ada met Charles 😀 in London");
    const ui::TextSpans& spans = screen.listener.spans;
    CHECK(spans.isAll);
    REQUIRE(spans.spans.size() == 2);
    CHECK(spans.spans[1].range == TextWorkspace::Range{22, 28}); // code units
    REQUIRE(spans.styles.size() == 2);
    CHECK(spans.styles[0].name == "Person");
    CHECK(spans.styles[0].stroke == config::CssColor{0x29, 0x80, 0xB9, 0xFF});
    CHECK(screen.app.semantics().undescribedItems().empty());
    CHECK(screen.find("alert", "") == nullptr); // no card says that it is not drawn
}

TEST_CASE("only what changed of the spans is told") {
    Screen screen(kConfig, kTask);
    const std::uint32_t widget = screen.listener.textWidget;
    screen.press("1");
    CHECK(screen.app.selectText(widget, all(8, 15), TextWorkspace::Intent::Mark) ==
          TextWorkspace::Outcome::Done);
    screen.settle();
    CHECK_FALSE(screen.listener.spans.isAll);
    REQUIRE(screen.listener.spans.spans.size() == 1);
    CHECK(screen.listener.spans.spans[0].range == TextWorkspace::Range{8, 15});
    screen.press("z", true);
    CHECK(screen.listener.spans.spans.empty());
    CHECK(screen.listener.spans.gone == std::vector<std::uint32_t>{2});
}

TEST_CASE("regions are looked for by what they cover") {
    Screen screen(kConfig, kTask);
    screen.press("1");
    screen.app.selectText(screen.listener.textWidget, all(8, 15), TextWorkspace::Intent::Mark);
    const editor::Editor& editor = screen.app.editor();
    CHECK(editor::shownInOrder(editor.document(), editor.regions().list(), {.search = "charl"}) ==
          std::vector<std::uint32_t>{2});
}

TEST_CASE("what is selected is told, and revealed when it was selected elsewhere") {
    Screen screen(kConfig, kTask);
    screen.app.resize(1000, 700, 1);
    screen.settle();
    screen.click("treeitem", "2 Place, span: London");
    CHECK(screen.listener.textState.selected == std::vector<std::uint32_t>{1});
    CHECK(screen.listener.textState.revealed == std::optional(TextWorkspace::Range{22, 28}));
    screen.app.pressText(screen.listener.textWidget, {}, false);
    screen.settle();
    CHECK(screen.listener.textState.selected.empty());
    CHECK_FALSE(screen.listener.textState.revealed);
}

TEST_CASE("relations between spans of a text are told, and those of what is hidden are not") {
    std::string task(kTask);
    task.insert(
        task.rfind("]}]}"),
        R"(,{"type":"relation","from_id":"b","to_id":"a","direction":"left","labels":["lives in"]})");
    Screen screen(kConfig, task);
    REQUIRE(screen.listener.textRelations.size() == 1);
    CHECK(screen.listener.textRelations.front() ==
          ui::TextRelation{.relation = 0,
                           .from = 1,
                           .to = 0,
                           .direction = annotation::Direction::Left,
                           .label = "lives in"});
    screen.app.resize(1000, 700, 1);
    screen.settle();
    screen.click("tab", "Relations 1");
    screen.click("button", "Hide the relation Place to Person");
    CHECK(screen.listener.textRelations.empty());
}

TEST_CASE("what expressions find is told as offered, and a click takes it over") {
    Screen screen(kConfig, kTask);
    screen.app.setExpressions(json::checkJson(R"([{"name":"Place","pattern":"Charles"}])").value());
    screen.settle();
    const ui::TextSpans& offered = screen.listener.otherSpans;
    CHECK(offered.kind == ui::TextSpans::Kind::Offered);
    REQUIRE(offered.spans.size() == 1);
    CHECK(offered.spans.front().range == TextWorkspace::Range{8, 15});
    CHECK(screen.find("status", "1 offered") != nullptr);
    screen.app.acceptOffer({offered.spans.front().region});
    screen.settle();
    CHECK(screen.app.editor().regions().list().size() == 3);
    CHECK(screen.listener.otherSpans.spans.empty());
    CHECK(screen.find("status", "1 offered") == nullptr); // the bar goes with the last one
}

TEST_CASE("private data is told as such, and masked wherever the text is shown") {
    const std::string task =
        R"({"data":{"text":"Write 😀 to ada@example.org now"},"annotations":[{"result":[
  {"id":"a","type":"labels","from_name":"ner","to_name":"text","value":{"start":11,"end":26,"text":"ada@example.org","labels":["Person"]}}]}]})";
    Screen screen(kConfig, task);
    screen.app.resize(1000, 700, 1);
    CHECK(screen.listener.shownText == "Write 😀 to ada@example.org now");
    screen.app.setPrivateData(editor::PrivateData::Mode::Marked, {});
    screen.settle();
    CHECK(screen.listener.shownText == "Write 😀 to ada@example.org now");
    CHECK(screen.find("treeitem", "1 Person, span: ada@example.org") != nullptr);
    REQUIRE(screen.listener.privateSpans.spans.size() == 1);
    CHECK(screen.listener.privateSpans.spans.front().range == TextWorkspace::Range{12, 27});
    CHECK(screen.listener.privateSpans.styles.front().name == "email address");
    screen.app.setPrivateData(editor::PrivateData::Mode::Masked, {"EMAIL_ADDRESS"});
    screen.settle();
    CHECK(screen.listener.shownText == "Write 😀 to ███████████████ now");
    CHECK(screen.find("treeitem", "1 Person, span: ███████████████") != nullptr);
    CHECK(screen.find("treeitem", "ada@example.org") == nullptr);
    screen.click("tab", "Find");
    CHECK(screen.find("status", "Private data: email address 1") != nullptr);
    std::string results;
    screen.app.editor().appendResults(results);
    CHECK(results.contains(R"("text":"ada@example.org")")); // the host's, as it is
    screen.app.setPrivateData(editor::PrivateData::Mode::Masked, {"IBAN_CODE"});
    screen.settle();
    CHECK(screen.listener.shownText == "Write 😀 to ada@example.org now");
}

TEST_CASE("what waits for a label is told, and forgotten when a region is chosen") {
    Screen screen(kConfig, kTask);
    screen.app.resize(1000, 700, 1);
    screen.app.selectText(screen.listener.textWidget, all(4, 7), TextWorkspace::Intent::Mark);
    screen.settle();
    CHECK(screen.listener.textState.isSelecting);
    screen.click("treeitem", "1 Person, span: Ada");
    CHECK_FALSE(screen.listener.textState.isSelecting);
    screen.press("2"); // relabels the region
    CHECK(screen.find("treeitem", "1 Place, span: Ada") != nullptr);
    CHECK(screen.find("treeitem", "3 Place, span: met") == nullptr);
}

TEST_CASE("under a dialog a text keeps its place, and is cut out") {
    Screen screen(kConfig, kTask);
    screen.press("k", false, false);
    CHECK_FALSE(screen.listener.covers.isShaded);
    screen.app.execute(editor::CommandId::OpenPalette);
    screen.settle();
    CHECK(screen.listener.covers.isShaded);
    CHECK(screen.listener.covers.boxes.size() == 1);
    CHECK(screen.find("document", "text") != nullptr);
    CHECK(screen.find("radio", "Person") == nullptr);
    screen.press("escape");
    CHECK_FALSE(screen.listener.covers.isShaded);
}

TEST_CASE("a text at an address is asked for once; what comes is shown, or why nothing came") {
    const std::string config = R"(<View><Labels name="l" toName="text"><Label value="A"/></Labels>
        <Text name="text" value="$text" valueType="url"/></View>)";
    Screen screen(config, R"({"data":{"text":"a.txt"}})");
    CHECK(screen.listener.neededTexts == std::vector<std::string>{"a.txt"});
    CHECK(screen.find("status", "Text \"text\": Loading the text…") != nullptr);
    screen.app.setFetchedText("a.txt", "the text", "");
    screen.settle();
    CHECK(screen.listener.shownText == "the text");
    CHECK(screen.listener.neededTexts.size() == 1);
    Screen other(config, R"({"data":{"text":"b.txt"}})");
    other.app.setFetchedText("b.txt", std::nullopt, "The text b.txt could not be loaded.");
    other.settle();
    CHECK(other.find("alert", "The text b.txt could not be loaded.") != nullptr);
    CHECK(other.listener.textCount == 0);
}

TEST_CASE("a short text is as high as it is, a long one takes what room there is") {
    Screen screen(kConfig, kTask);
    const auto height = [&screen] {
        const ImVec4& box = screen.find("document", "text")->box;
        return box.w - box.y;
    };
    screen.app.setTextHeight(screen.listener.textWidget, 90);
    screen.settle();
    CHECK(height() == doctest::Approx(88)); // within its outline
    screen.app.setTextHeight(screen.listener.textWidget, 1500);
    screen.settle();
    CHECK(height() > 350);
}

TEST_CASE("Markdown stands anywhere, by itself, and is read by the page") {
    tests::Screen screen(R"(<View><Markdown value="$notes"/><Choices name="c" toName="t"><Choice value="a"/></Choices>
      <Text name="t" value="$text"/></View>)",
                         R"({"data":{"notes":"# Rules","text":"x"}})");
    screen.settle();
    CHECK(screen.listener.neededMarkups == std::vector<std::string>{"# Rules"});
    CHECK(screen.find("document", "Markdown") == nullptr); // not yet
    screen.app.setMarkup(0, {.name = "body", .children = {{.text = "Rules"}}});
    screen.settle();
    CHECK(screen.find("document", "Markdown") != nullptr);
    CHECK(screen.find("document", "t") != nullptr);
}
