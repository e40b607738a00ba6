#include "core/text/displayed_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cartouche::text;

namespace {

MarkupNode text(std::string content) {
    return {.name = "", .text = std::move(content), .children = {}};
}

MarkupNode element(std::string name, std::vector<MarkupNode> children = {}) {
    return {.name = std::move(name), .text = "", .children = std::move(children)};
}

std::string shown(const MarkupNode& root, std::size_t start = 0, std::size_t end = 10'000) {
    return displayedText(root, {start, end});
}

} // namespace

TEST_CASE("white space of HTML is shown once, and not at the ends of lines") {
    CHECK(shown(element("body", {text("\n  One\n  two "), element("b", {text(" three")}),
                                 text("  \n")})) == "One two three");
    CHECK(shown(element("body", {element("pre", {text("a  b\n c")})})) == "a  b\n c");
}

TEST_CASE("blocks and br break lines, and cells are parted by tabs") {
    const MarkupNode list = element(
        "body", {text("\n"), element("p", {text("One")}), text("\n"),
                 element("ul", {element("li", {text("Two")}), element("li", {text("Three")})})});
    CHECK(shown(list) == "One\nTwo\nThree");
    CHECK(shown(element("body", {text("a"), element("br"), text("b")})) == "a\nb");
    const MarkupNode table =
        element("table", {element("tr", {element("td", {text("a")}), element("td", {text("b")})}),
                          element("tr", {element("td", {text("c")})})});
    CHECK(shown(table) == "a\tb\nc");
}

TEST_CASE("only what a span covers is shown, in code points") {
    const MarkupNode root =
        element("body", {element("p", {text("😀 One")}), element("p", {text("two")})});
    CHECK(shown(root, 2, 7) == "One\ntw");
    CHECK(shown(root, 0, 1) == "😀");
    CHECK(shown(root, 5, 8) == "two");
    CHECK(shown(root, 3, 3).empty());
}
