// Configs that nobody wrote: none may crash, hang or be mistaken for a good one.

#include "core/config/labeling_interface.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace cartouche;
using config::parseLabelConfig;

namespace {

constexpr std::string_view kGood = R"(<?xml version="1.0"?><!-- note --><View className="ä">
  <Header value="What &lt; is &#228; it?"/>
  <Filter name="f" toName="Pets" minlength="0"/>
  <Choices name="Pets" toName="Image" choice="multiple" required="true">
    <Choice value="Cat" alias="c" hotkey="k" selected="true"/><Choice><![CDATA[Dog]]></Choice>
  </Choices>
  <Image name="Image" value="$image_url"/>
</View>)";

} // namespace

TEST_CASE("every truncation of a config is read, and says what is wrong unless it is whole") {
    for (std::size_t length = 1; length < kGood.size(); ++length) {
        const auto interface = parseLabelConfig(kGood.substr(0, length));
        CAPTURE(length);
        CHECK_FALSE(interface.diagnostics().empty());
    }
    CHECK(parseLabelConfig(kGood).diagnostics().empty());
}

TEST_CASE("configs with random bytes in them are read without harm") {
    std::mt19937 random(20261124);
    std::uniform_int_distribution<std::size_t> place(0, kGood.size() - 1);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int round = 0; round < 3000; ++round) {
        std::string xml(kGood);
        for (int change = 0; change <= round % 8; ++change) {
            xml[place(random)] = static_cast<char>(byte(random));
        }
        const auto interface = parseLabelConfig(xml);
        for (const auto& diagnostic : interface.diagnostics()) {
            CHECK(diagnostic.where.line > 0);
            CHECK_FALSE(diagnostic.message.empty());
        }
    }
}

TEST_CASE("random bytes alone are read without harm") {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int round = 0; round < 1000; ++round) {
        std::string xml(static_cast<std::size_t>(round % 200), '\0');
        for (char& letter : xml) {
            letter = static_cast<char>(byte(random));
        }
        parseLabelConfig(xml);
    }
}

TEST_CASE("nesting beyond what anyone writes is refused with its place") {
    std::string xml;
    for (int depth = 0; depth < 20'000; ++depth) {
        xml += "<View>";
    }
    for (int depth = 0; depth < 20'000; ++depth) {
        xml += "</View>";
    }
    const auto interface = parseLabelConfig(xml);
    REQUIRE_FALSE(interface.diagnostics().empty());
    CHECK(formatDiagnostic("c", interface.diagnostics().front()) ==
          "c:1:608: error[xml-syntax]: This config is nested deeper than 100 levels");
}

TEST_CASE("entities that would multiply stay as they are written") {
    const auto interface = parseLabelConfig(
        R"(<!DOCTYPE v [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
<View><Image name="i" value="$x"/><Choices name="c" toName="i"><Choice value="&b;"/></Choices></View>)");
    REQUIRE(interface.choices().size() == 1);
    CHECK(interface.choices()[0].choices[0].display == "&b;");
}

TEST_CASE("a long line with many problems is read in no time") {
    std::string xml = R"(<View><Text name="t" value=")" + std::string(2'000'000, 'x') +
                      R"("/><Choices name="c" toName="t">)";
    for (int index = 0; index < 20'000; ++index) {
        xml += "<Choice value=\"ä & ö\" hin=\"?\"/>";
    }
    const auto interface = parseLabelConfig(xml + "</Choices></View>");
    CHECK(interface.choices()[0].choices.size() == 20'000);
    CHECK(interface.diagnostics().size() == 20'050);
    CHECK(interface.diagnostics().back().where.column == 2'620'052);
}
