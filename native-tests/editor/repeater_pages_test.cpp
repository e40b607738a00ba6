// Repeaters that show their items page by page.

#include "core/config/labeling_interface.h"
#include "editor/labeling.h"
#include "editor/repeater_pages.h"

#include <doctest/doctest.h>

#include <format>
#include <string>
#include <string_view>
#include <vector>

using namespace cartouche;
using editor::CommandId;
using editor::RepeaterPages;
using tests::Labeling;

namespace {

constexpr std::string_view kConfig = R"(<View><Repeater on="$images" mode="pagination">
  <Image name="page_{{idx}}" value="$images[{{idx}}].url"/>
  <RectangleLabels name="label_{{idx}}" toName="page_{{idx}}"><Label value="Title"/></RectangleLabels>
  <Choices name="kind_{{idx}}" toName="page_{{idx}}" required="true"><Choice value="Bill"/><Choice value="Letter"/></Choices>
</Repeater></View>)";

constexpr std::string_view kData =
    R"({"images":[{"url":"a"},{"url":"b"},{"url":"c"},{"url":"d"},{"url":"e"},{"url":"f"},{"url":"g"}]})";

constexpr std::string_view kOnFourth =
    R"([{"id":"r","type":"rectanglelabels","from_name":"label_3","to_name":"page_3","original_width":10,)"
    R"("original_height":10,"image_rotation":0,"value":{"x":1,"y":1,"width":5,"height":5,"rotation":0,"rectanglelabels":["Title"]}}])";

struct Book : Labeling {
    explicit Book(std::string_view results = "[]") : Labeling(kConfig, results, kData) {}

    const config::Tag& repeater() const { return *editor.interface().root().children().front(); }
    std::size_t page() const { return editor.pages().page(repeater()); }
    bool isShown(std::string_view object) const {
        return editor.isVisible(*editor.interface().findObject(object));
    }
    void choose(std::size_t page, std::size_t choice) {
        const auto& control = editor.interface().choices()[page];
        editor.toggleChoice(control, control.choices[choice]);
    }
};

} // namespace

TEST_CASE("pages are turned one by one, and what stands on others is not seen") {
    Book book;
    CHECK(book.editor.pages().isPaged(book.repeater()));
    CHECK(book.editor.pages().pageCount(book.repeater()) == 7);
    CHECK(book.isShown("page_0"));
    CHECK_FALSE(book.isShown("page_1"));
    CHECK_FALSE(book.editor.canExecute(CommandId::PreviousPage));
    CHECK(book.editor.execute(CommandId::NextPage));
    CHECK(book.isShown("page_1"));
    CHECK_FALSE(book.isShown("page_0"));
    CHECK(book.editor.activeImage()->tag().name() == "page_1");
    book.editor.showPage(book.repeater(), 99);
    CHECK(book.page() == 6);
    CHECK_FALSE(book.editor.execute(CommandId::NextPage));
    CHECK(book.editor.execute(CommandId::PreviousPage));
    CHECK(book.page() == 5);
    CHECK(book.results().empty()); // to look at a page is no step
}

TEST_CASE("a page may have several items, and the first of a page stays in sight") {
    Book book;
    book.editor.showPage(book.repeater(), 5);
    book.editor.setPageSize(5);
    CHECK(book.editor.pages().pageCount(book.repeater()) == 2);
    CHECK(book.page() == 1);
    CHECK(book.isShown("page_5"));
    CHECK(book.isShown("page_6"));
    CHECK_FALSE(book.isShown("page_4"));
    CHECK(book.editor.pages().isNear(*book.editor.interface().findObject("page_4")));
    book.editor.setPageSize(1);
    CHECK(book.page() == 5);
    book.editor.load(kConfig,
                     json::checkJson(std::string(R"({"data":)") + std::string(kData) + "}").value(),
                     {});
    CHECK(book.page() == 0);
}

TEST_CASE("keys are those of the page that is shown") {
    Book book;
    const std::string key = book.editor.interface().choices()[1].choices[0].hotkey;
    REQUIRE_FALSE(key.empty());
    CHECK_FALSE(book.editor.pressKey({.key = key}));
    book.editor.execute(CommandId::NextPage);
    CHECK(book.editor.pressKey({.key = key}));
    CHECK(book.results()[0]["from_name"] == "kind_1");
}

TEST_CASE("a region that is chosen brings the page that it is on") {
    Book book(kOnFourth);
    book.editor.regions().select(book.editor.regions().list());
    CHECK(book.page() == 3);
    CHECK(book.editor.activeImage()->tag().name() == "page_3");
    book.editor.execute(CommandId::PreviousPage); // it stays chosen
    CHECK(book.page() == 2);
}

TEST_CASE("a submit asks for what is missing on any page, and brings the first of them") {
    Book book;
    book.choose(0, 0);
    book.choose(1, 1);
    CHECK_FALSE(book.editor.execute(CommandId::Submit));
    CHECK(book.page() == 2);
    CHECK(book.problems().size() == 5);
    for (std::size_t page = 2; page < 7; ++page) {
        book.choose(page, 0);
    }
    CHECK(book.editor.execute(CommandId::Submit));
}

TEST_CASE("what is typed and what begins with a value counts on all pages") {
    Labeling work(
        R"(<View><Repeater on="$images" mode="pagination"><Image name="page_{{idx}}" value="$images[{{idx}}].url"/>
      <Number name="count_{{idx}}" toName="page_{{idx}}" defaultValue="3"/>
      <TextArea name="says_{{idx}}" toName="page_{{idx}}"/></Repeater></View>)",
        "[]", R"({"images":[{"url":"a"},{"url":"b"}]})");
    const auto& says =
        *std::ranges::find(work.editor.interface().controls(), "says_1", &config::Control::name);
    work.editor.execute(CommandId::NextPage);
    work.editor.type(says, "wet");
    work.editor.execute(CommandId::PreviousPage);
    CHECK(work.editor.execute(CommandId::Submit));
    CHECK(work.results().size() == 3);
}

TEST_CASE("a Repeater has pages only where its config says so, and it repeats something") {
    const json::Json data = json::Json::parse(kData);
    for (const std::string_view mode : {"", R"(mode="list")"}) {
        const auto interface = config::parseLabelConfig(
            std::format(
                R"(<View><Repeater on="$images" {}><Header value="$images[{{{{idx}}}}].url"/></Repeater></View>)",
                mode),
            &data);
        RepeaterPages pages;
        pages.restart(interface.root());
        CHECK_FALSE(pages.isPaged(*interface.root().children().front()));
        CHECK(pages.current() == nullptr);
    }
    const json::Json one = json::Json::parse(R"({"images":[{"url":"a"}]})");
    const auto interface = config::parseLabelConfig(kConfig, &one);
    RepeaterPages pages;
    pages.restart(interface.root());
    CHECK(pages.current() == nullptr);
    CHECK(pages.isShown(*interface.findObject("page_0")));
}

TEST_CASE("pages within pages are turned by themselves, and brought together") {
    const json::Json data = json::Json::parse(R"({"a":[1,2,3],"b":[1,2]})");
    const auto interface = config::parseLabelConfig(
        R"(<View><Repeater on="$a" mode="pagination" indexFlag="[i]"><Repeater on="$b" mode="pagination" indexFlag="[k]">
          <Text name="t[i]_[k]" value="x"/><TextArea name="c[i]_[k]" toName="t[i]_[k]"/></Repeater></Repeater></View>)",
        &data);
    RepeaterPages pages;
    pages.restart(interface.root());
    const auto text = [&](std::string_view name) -> const config::Tag& {
        return *interface.findObject(name);
    };
    CHECK(pages.isShown(text("t0_0")));
    CHECK_FALSE(pages.isShown(text("t0_1")));
    CHECK(pages.reveal(text("t2_1")));
    CHECK_FALSE(pages.reveal(text("t2_1")));
    CHECK(pages.isShown(text("t2_1")));
    CHECK_FALSE(pages.isShown(text("t0_0")));
}
