#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <format>
#include <string>

using namespace cartouche;
using editor::CommandId;
using json::Json;
using tests::Labeling;

namespace {

constexpr std::string_view kConfig = R"(<View><Pdf name="pdf" value="$file"/>
  <PdfLabels name="boxes" toName="pdf"><Label value="Total"/></PdfLabels>
  <Rectangle name="plain" toName="pdf"/>
  <TextArea name="read" toName="pdf" perRegion="true"/>
  <Choices name="kind" toName="pdf" perItem="true"><Choice value="Invoice"/></Choices></View>)";

constexpr std::string_view kData = R"({"file":"bill.pdf"})";

constexpr std::string_view kResults = R"([
  {"id":"a","type":"pdflabels","from_name":"boxes","to_name":"pdf","value":{"x":0.25,"y":0.1,"width":0.5,"height":0.30,"rotation":0,"pageIndex":2,"ocrtext":"12 EUR","pdflabels":["Total"]}}])";

void show(Labeling& work, int pages) {
    work.image().setPageCount(pages);
    work.image().setImageSize({200, 100});
    work.image().viewport().setStage({400, 200});
}

} // namespace

TEST_CASE("a document is shown page by page, and its regions lie on their pages") {
    Labeling work(kConfig, kResults, kData);
    CHECK(work.image().address() == "bill.pdf#page=1");
    CHECK(work.image().itemCount() == 1);
    show(work, 3);
    CHECK(work.image().itemCount() == 3);
    CHECK(work.image().index().size() == 0);
    CHECK(work.editor.execute(CommandId::NextImage));
    CHECK(work.image().address() == "bill.pdf#page=2");
    show(work, 3);
    CHECK(work.image().item() == 1); // it stays
    REQUIRE(work.image().index().size() == 1);
    const auto a = *work.editor.document().findArea("a");
    CHECK(*work.image().shapeOf(a) == geometry::Shape(geometry::Rectangle{25, 10, 50, 30, 0}));
    CHECK(work.results().at(0) == json::parseJson(kResults)->at(0));
}

TEST_CASE("what is drawn on a page says its page and fractions of it") {
    Labeling work(kConfig, "[]", kData);
    show(work, 2);
    work.editor.execute(CommandId::NextImage);
    show(work, 2);
    work.press("boxes", "Total");
    work.drag({25, 20}, {75, 50});
    const Json result = work.results().at(0);
    CHECK(result["type"] == "pdflabels");
    CHECK(
        result["value"] ==
        *json::parseJson(
            R"({"x":0.25,"y":0.2,"width":0.5,"height":0.3,"rotation":0,"pageIndex":2,"pdflabels":["Total"]})"));
    CHECK_FALSE(result.contains("item_index"));
    CHECK_FALSE(result.contains("original_width"));
}

TEST_CASE("other tools on a page write percent and the item, as on one of several images") {
    Labeling work(kConfig, "[]", kData);
    show(work, 2);
    work.image().selectTool(editor::ImageTool::Rectangle);
    work.drag({25, 20}, {75, 50});
    const Json result = work.results().at(0);
    CHECK(result["item_index"] == 0);
    CHECK(result["value"]["x"] == 25);
    CHECK_FALSE(result["value"].contains("pageIndex"));
}

TEST_CASE("a region of a page that is moved keeps what else its result says") {
    Labeling work(kConfig, kResults, kData);
    show(work, 2);
    work.editor.showItem(work.image(), 1);
    show(work, 2);
    const auto a = *work.editor.document().findArea("a");
    work.editor.regions().setShapes("Move", {{a, geometry::Rectangle{50, 10, 50, 30, 0}}});
    const Json value = work.results().at(0)["value"];
    CHECK(value["x"] == 0.5);
    CHECK(value["height"] == 0.3);
    CHECK(value["pageIndex"] == 2);
    CHECK(value["ocrtext"] == "12 EUR");
}

TEST_CASE("what is no page counts for none, and nothing is lost") {
    for (const std::string_view page : {"0", "-1", "\"first\"", "null", "1e300", "0.5"}) {
        const std::string results = std::format(
            R"([{{"id":"a","type":"pdflabels","from_name":"boxes","to_name":"pdf","value":{{"x":10,"y":20,"width":30,"height":5,"pageIndex":{},"pdflabels":["Total"]}}}}])",
            page);
        Labeling work(kConfig, results, kData);
        const auto a = *work.editor.document().findArea("a");
        work.editor.regions().setShapes("Move", {{a, geometry::Rectangle{11, 20, 30, 5, 0}}});
        CHECK(work.results().at(0)["value"]["x"] == 11);
        CHECK(work.results().at(0)["value"]["pageIndex"] ==
              json::parseJson(results)->at(0)["value"]["pageIndex"]);
    }
}

TEST_CASE("each page has its answers") {
    Labeling work(kConfig, "[]", kData);
    show(work, 2);
    const auto& control = work.editor.interface().choices().front();
    work.editor.showItem(work.image(), 1);
    work.editor.toggleChoice(control, control.choices[0]);
    CHECK(work.results().at(0)["item_index"] == 1);
}
