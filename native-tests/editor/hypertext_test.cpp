// HTML being labeled, as the page has read it, judged by the JSON that comes out: what the browser
// selects is given in UTF-16 code units of all texts, each br a line break.

#include "core/json/json.h"
#include "editor/editor.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>

using namespace cartouche;
using editor::TextWorkspace;
using json::Json;
using Outcome = TextWorkspace::Outcome;
using text::MarkupNode;

namespace {

constexpr std::string_view kConfig = R"(<View>
  <HyperTextLabels name="ner" toName="html"><Label value="Person"/></HyperTextLabels>
  <HyperText name="html" value="$html"/>
</View>)";

MarkupNode text(std::string content) {
    return {.name = "", .text = std::move(content), .children = {}};
}

/// <p>Hi 😀 <b>Ada</b></p><p>and<br>Bob</p>
MarkupNode document() {
    return {.name = "body",
            .text = "",
            .children = {{"p", "", {text("Hi 😀 "), {"b", "", {text("Ada")}}}},
                         {"p", "", {text("and"), {"br", "", {}}, text("Bob")}}}};
}

struct Page {
    explicit Page(std::string_view results = "[]")
        : editor({.newId = [count = 0]() mutable { return "id" + std::to_string(++count); },
                  .nowMs = [] { return 0.0; }},
                 [](const editor::Event&) {}) {
        const Json task{{"data", {{"html", "<p>…"}}},
                        {"annotations", Json::array({{{"result", Json::parse(results)}}})}};
        editor.load(kConfig, json::checkJson(json::writeJson(task)).value(), {});
        editor.setTextContent(html(), std::make_shared<editor::TextContent>(document(), 0));
    }

    TextWorkspace& html() { return *editor.texts().front(); }
    Outcome mark(std::size_t start, std::size_t end) {
        const config::LabelsControl& control = editor.interface().labels().front();
        if (!editor.regions().isArmed({control, control.labels.front()})) {
            editor.pressLabel({control, control.labels.front()});
        }
        TextWorkspace::Selection selection;
        selection.fill({start, end});
        return html().select(selection, TextWorkspace::Intent::Mark);
    }
    Json results() const {
        std::string written;
        editor.appendResults(written);
        return Json::parse(written);
    }

    editor::Editor editor;
};

} // namespace

TEST_CASE("HTML waits for the page to read it") {
    Page page;
    CHECK(page.html().markup().empty());
    CHECK(page.html().content()->text() == "Hi 😀 Adaand\nBob");
    page.editor.load(kConfig, json::checkJson(R"({"data":{"html":"<b>x</b>"}})").value(), {});
    CHECK(page.html().markup() == "<b>x</b>");
    CHECK(page.html().content() == nullptr);
}

TEST_CASE("what is selected of HTML becomes a region with paths and offsets of all kinds") {
    Page page;
    CHECK(page.mark(3, 9) == Outcome::Done);
    const Json result = page.results()[0];
    CHECK(result["type"] == "hypertextlabels");
    CHECK(result["value"] == Json::parse(R"({"start":"/p[1]/text()[1]",
      "end":"/p[1]/b[1]/text()[1]","startOffset":3,"endOffset":3,"globalOffsets":{"start":3,"end":8},
      "text":"😀 Ada","hypertextlabels":["Person"]})"));
    CHECK(page.mark(9, 16) == Outcome::Done);
    CHECK(page.results()[1]["value"]["text"] == "and\\nBob");
}

TEST_CASE("a region of HTML neither begins nor ends with a br") {
    Page page;
    CHECK(page.mark(12, 16) == Outcome::Done);
    CHECK(page.results()[0]["value"]["start"] == "/p[2]/text()[2]");
    CHECK(page.results()[0]["value"]["startOffset"] == 0);
    CHECK(page.mark(9, 13) == Outcome::Done);
    CHECK(page.results()[1]["value"]["endOffset"] == 3);
    CHECK(page.mark(12, 13) == Outcome::Nothing);
}

TEST_CASE("regions of HTML are found by their paths, else by global offsets, else it is said") {
    Page page(R"([
      {"id":"a","type":"hypertextlabels","from_name":"ner","to_name":"html","value":{"start":"/p[2]/text()[2]","end":"/p[2]/text()[2]","startOffset":0,"endOffset":3,"hypertextlabels":["Person"]}},
      {"id":"b","type":"hypertextlabels","from_name":"ner","to_name":"html","value":{"start":"/div[7]/text()[1]","end":"/div[7]/text()[1]","startOffset":0,"endOffset":3,"globalOffsets":{"start":5,"end":8},"hypertextlabels":["Person"]}},
      {"id":"c","type":"hypertextlabels","from_name":"ner","to_name":"html","value":{"start":"/div[7]/text()[1]","end":"/div[7]/text()[1]","startOffset":0,"endOffset":3,"hypertextlabels":["Person"]}}])");
    const auto spans = page.html().spans();
    REQUIRE(spans.size() == 2);
    CHECK(spans[0].range == editor::TextRange{6, 9});
    CHECK(spans[1].range == editor::TextRange{13, 16});
    REQUIRE(page.editor.diagnostics().size() == 1);
    CHECK(page.editor.diagnostics().front().message.contains("lead nowhere in this HTML"));
    CHECK(page.results()[2]["value"]["start"] == "/div[7]/text()[1]"); // kept as it came
}
