#include "core/text/markup_map.h"
#include "core/text/span_checks.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cartouche::text;
using cartouche::json::Json;

namespace {

MarkupNode element(std::string name, std::vector<MarkupNode> children = {}) {
    return {.name = std::move(name), .text = {}, .children = std::move(children)};
}

MarkupNode text(std::string characters) {
    return {.name = {}, .text = std::move(characters), .children = {}};
}

/// <div>
///   <p>a😀</p><p></p><p><b>bold</b>tail<br>next</p></div>
const MarkupNode kDocument = element(
    "body", {element("div", {text("\n  "), element("p", {text("a😀")}), element("p", {text("")}),
                             element("p", {element("b", {text("bold")}), text("tail"),
                                           element("br"), text("next")})})});

std::optional<std::size_t> global(std::string path, std::size_t offset,
                                  Rounding rounding = Rounding::Down) {
    return MarkupMap(kDocument).globalOffset({std::move(path), offset}, rounding);
}

std::string written(std::string_view path) {
    const auto parsed = parseNodePath(path);
    return parsed ? writeNodePath(*parsed) : "nothing";
}

Json value(std::string start, int startOffset, std::string end, int endOffset) {
    return {{"start", std::move(start)},
            {"end", std::move(end)},
            {"startOffset", startOffset},
            {"endOffset", endOffset}};
}

std::string faults(const Json& stored) {
    const auto found = checkMarkupSpan(stored, MarkupMap(kDocument));
    return found.empty() ? "" : found.front().where.pointer + ": " + found.front().message;
}

} // namespace

TEST_CASE("paths are read, and written in their full form") {
    CHECK(written("/div[1]/p[2]/text()[1]") == "/div[1]/p[2]/text()[1]");
    CHECK(written("/DIV/P[2]/text()") == "/div[1]/p[2]/text()[1]");
    CHECK(parseNodePath("/p[1]/teXt()[1]") == parseNodePath("/p[1]/text()[1]"));
    CHECK(written("/") == "/");
    for (const auto* path : {"", "div[1]", "//div[1]", "/div[1]/", "/div[0]", "/div[-1]", "/div[1",
                             "/div[1]x", "/div[]", "/[1]", "/div[99999999999999999999999]"}) {
        CHECK_MESSAGE(written(path) == "nothing", path);
    }
}

TEST_CASE("paths lead to global offsets: UTF-16 in a node, code points over all") {
    CHECK(global("/div[1]/text()[1]", 0) == 0);
    CHECK(global("/div[1]/p[1]/text()[1]", 0) == 3);
    CHECK(global("/div[1]/p[1]/text()[1]", 3) == 5);
    CHECK(global("/div[1]/p[1]/text()[1]", 2) == 4);
    CHECK(global("/div[1]/p[1]/text()[1]", 2, Rounding::Up) == 5);
    CHECK(global("/div[1]/p[2]/text()[1]", 5) == 5);
    CHECK(global("/div[1]/p[3]/b[1]/text()[1]", 4) == 9);
    CHECK(global("/div[1]/p[3]/text()[1]", 0) == 9);
    CHECK(global("/div[1]/p[3]/text()[2]", 1) == 15); // behind the br, which counts 1
    CHECK(global("/div[1]/p[3]/text()[2]", 99) == 18);
    CHECK(MarkupMap(kDocument).size() == 18);
}

TEST_CASE("a path may lead to an element, but not to a br or nowhere") {
    CHECK(global("/div[1]", 0) == 0);
    CHECK(global("/div[1]/p[3]", 0) == 5);
    CHECK(global("/div[1]/p[3]", 2) == 7);
    CHECK(global("/div[1]/p[3]", 99) == 18);
    CHECK(global("/", 0) == 0);
    CHECK(global("/div[1]/p[3]/br[1]", 0) == std::nullopt);
    CHECK(global("/div[1]/p[4]", 0) == std::nullopt);
    CHECK(global("/div[1]/p[1]/text()[1]/b[1]", 0) == std::nullopt);
    CHECK(global("div", 0) == std::nullopt);
}

TEST_CASE("global offsets lead to the texts that a span begins and ends in") {
    const MarkupMap map(kDocument);
    CHECK(map.nodeSpan({3, 5}) ==
          NodeSpan{{"/div[1]/p[1]/text()[1]", 0}, {"/div[1]/p[1]/text()[1]", 3}});
    CHECK(map.nodeSpan({4, 9}) ==
          NodeSpan{{"/div[1]/p[1]/text()[1]", 1}, {"/div[1]/p[3]/b[1]/text()[1]", 4}});
    CHECK(map.nodeSpan({9, 10}) ==
          NodeSpan{{"/div[1]/p[3]/text()[1]", 0}, {"/div[1]/p[3]/text()[1]", 1}});
    CHECK(map.nodeSpan({12, 18}) ==
          NodeSpan{{"/div[1]/p[3]/text()[1]", 3}, {"/div[1]/p[3]/text()[2]", 4}});
    CHECK(map.nodeSpan({13, 15}) == std::nullopt); // begins with the br
    CHECK(map.nodeSpan({9, 14}) == std::nullopt);  // ends with it
    CHECK(map.nodeSpan({4, 4}) == std::nullopt);
    CHECK(map.nodeSpan({4, 19}) == std::nullopt);
}

TEST_CASE("every span between characters of texts comes back from its paths") {
    const MarkupMap map(kDocument);
    int spans = 0;
    for (std::size_t start = 0; start < map.size(); ++start) {
        for (std::size_t end = start + 1; end <= map.size(); ++end) {
            if (const auto paths = map.nodeSpan({start, end})) {
                CHECK(map.globalSpan(*paths) == GlobalSpan{start, end});
                ++spans;
            }
        }
    }
    CHECK(spans == 153); // 171 but for those that begin or end with the br
}

TEST_CASE("a stored span is where its paths lead, else where its global offsets are") {
    const MarkupMap map(kDocument);
    Json stored = value("/div[1]/p[3]/b[1]/text()[1]", 1, "/div[1]/p[3]/text()[1]", 2);
    stored["globalOffsets"] = {{"start", 0}, {"end", 2}};
    CHECK(map.resolve(stored) == GlobalSpan{6, 11});
    stored["end"] = "/div[1]/p[9]/text()[1]";
    CHECK(map.resolve(stored) == GlobalSpan{0, 2});
    stored["globalOffsets"] = {{"start", 0}, {"end", 200}};
    CHECK(map.resolve(stored) == std::nullopt);
    stored.erase("globalOffsets");
    CHECK(map.resolve(stored) == std::nullopt);
    CHECK(map.resolve(nullptr) == std::nullopt);
    CHECK(map.resolve(value("/div[1]/p[3]", 3, "/div[1]/p[1]", 0)) == GlobalSpan{8, 8});
}

TEST_CASE("the characters of a span of HTML are all there, a br as a line break") {
    const MarkupMap map(kDocument);
    CHECK(map.coveredText({1, 4}) == "  a");
    CHECK(map.coveredText({4, 15}) == "😀boldtail\nn");
    CHECK(map.coveredText({0, 99}) == "\n  a😀boldtail\nnext");
    CHECK(map.coveredText({7, 7}).empty());
    CHECK(MarkupMap(element("body")).coveredText({0, 1}).empty());
}

TEST_CASE("a span of HTML is compared with its text but for white space") {
    Json stored = value("/div[1]/p[1]/text()[1]", 0, "/div[1]/p[3]/b[1]/text()[1]", 4);
    CHECK(faults(stored).empty());
    stored["text"] = "a😀\\n\\nbold";
    CHECK(faults(stored).empty());
    stored["text"] = "a😀 bald";
    CHECK(faults(stored) ==
          R"(/text: The text of this span is "a😀 bald", but it covers "a😀bold")");
    CHECK(faults(value("/p[1]", 0, "/p[1]", 1)) ==
          "/start: The document has no text where this span should be");
    CHECK(faults(value("/div[1]", 2, "/div[1]", 2)) ==
          "/end: This span covers nothing: its end is not behind its start");
}
