// What is private in texts while they are labeled: where it is, and what is shown in its place.

#include "editor/private_data.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace cartouche;
using editor::PrivateData;
using editor::TextContent;
using editor::TextRange;
using Mode = PrivateData::Mode;

TEST_CASE("nothing is looked for unless the host wants it") {
    const PrivateData none;
    const auto content = std::make_shared<const TextContent>("ada@example.org");
    CHECK(none.find(content) == nullptr);
    CHECK(none.shown(content, {0, 3}) == "ada");
}

TEST_CASE("a masked text has as many code units, and the same lines") {
    PrivateData privateData;
    privateData.set(Mode::Masked, {});
    const std::string text = "😀 ada@example.org\r\nand 4111 1111 1111 1111.";
    const auto content = std::make_shared<const TextContent>(text);
    const editor::PrivateParts* found = privateData.find(content);
    REQUIRE(found != nullptr);
    CHECK(found->masked() == "😀 ███████████████\r\nand ████ ████ ████ ████.");
    CHECK(text::TextIndex(found->masked()).end().codeUnit == content->index().end().codeUnit);
    REQUIRE(found->parts().size() == 2);
    CHECK(found->parts()[0].range == TextRange{3, 18});
    CHECK(found->parts()[0].type == "EMAIL_ADDRESS");
    CHECK(found->parts()[1].type == "CREDIT_CARD");
    CHECK(privateData.shown(content, {0, 7}) == "😀 ████");
    CHECK(content->covered({0, 7}) == "😀 ada@"); // as it is
}

TEST_CASE("what is marked is shown as it is; only the types that are asked for are found") {
    PrivateData privateData;
    privateData.set(Mode::Marked, {"CREDIT_CARD"});
    const auto content = std::make_shared<const TextContent>("ada@example.org 4111 1111 1111 1111");
    REQUIRE(privateData.find(content) != nullptr);
    CHECK(privateData.find(content)->parts().size() == 1);
    CHECK(privateData.shown(content, {16, 20}) == "4111");
    const std::size_t before = privateData.revision();
    privateData.set(Mode::Ignored, {});
    CHECK(privateData.revision() != before);
    CHECK(privateData.find(content) == nullptr);
}
