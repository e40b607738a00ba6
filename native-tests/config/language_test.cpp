// The whole labeling language: every tag and attribute, and what a config takes from the task.

#include "core/config/labeling_interface.h"
#include "core/config/names.h"
#include "support/rendering.h"

#include <doctest/doctest.h>

#include <format>
#include <set>

using namespace cartouche;
using config::parseLabelConfig;
using json::Json;
using Lines = std::vector<std::string>;

namespace {

config::LabelingInterface parsed(std::string_view xml, std::string_view data) {
    const Json value = *json::parseJson(data);
    return parseLabelConfig(xml, &value);
}

Lines problems(std::string_view xml) {
    return tests::rendered(parseLabelConfig(xml).diagnostics());
}

Lines storedLabels(const config::LabelsControl& control) {
    Lines stored;
    for (const config::Label& label : control.labels) {
        stored.push_back(label.stored);
    }
    return stored;
}

} // namespace

TEST_CASE("the tag table holds each tag once, with help for it and each of its attributes") {
    std::set<std::string_view> names;
    for (const config::TagRow& row : config::tagTable()) {
        CHECK_MESSAGE(names.insert(row.name).second, row.name);
        CHECK_MESSAGE(!row.help.empty(), row.name);
        CHECK((row.role != config::TagRole::Control || !row.resultType.empty()));
        for (const config::AttributeRow* attribute : attributesOf(row)) {
            CHECK_MESSAGE(!attribute->help.empty(), row.name, " ", attribute->name);
            CHECK((attribute->type == config::AttributeType::Enumeration) ==
                  !attribute->allowed.empty());
        }
    }
    CHECK(names.size() >= 61);
}

TEST_CASE("every child that a tag allows is a tag") {
    for (const config::TagRow& row : config::tagTable()) {
        std::string_view rest = row.children;
        while (!rest.empty()) {
            const std::string_view name = rest.substr(0, rest.find('|'));
            CHECK_MESSAGE(config::findTag(name) != nullptr, row.name, " allows ", name);
            rest.remove_prefix(std::min(name.size() + 1, rest.size()));
        }
    }
}

TEST_CASE("the defaults of a shape win over those of labels") {
    CHECK(findAttribute(*config::findTag("PolygonLabels"), "strokewidth")->defaultValue == "2");
    CHECK(findAttribute(*config::findTag("KeyPointLabels"), "opacity")->defaultValue == "0.9");
    CHECK(findAttribute(*config::findTag("RectangleLabels"), "strokeWidth")->defaultValue == "1");
    CHECK(findAttribute(*config::findTag("TimeSeriesLabels"), "opacity")->defaultValue == "0.9");
    CHECK(findAttribute(*config::findTag("BrushLabels"), "strokeWidth")->defaultValue == "15");
    CHECK(findAttribute(*config::findTag("Labels"), "nonsense") == nullptr);
}

TEST_CASE("labels have a stored value, a colour and a hotkey, from one pool with answers") {
    const auto interface = parseLabelConfig(R"(<View>
  <Labels name="l" toName="t"><Label value="Person"/><View><Label value="Car" alias="c" background="red" hotkey="k"/></View></Labels>
  <Choices name="c" toName="t"><Choice value="yes"/></Choices>
  <Text name="t" value="$t"/>
</View>)");
    CHECK(interface.diagnostics().empty());
    REQUIRE(interface.labels().size() == 1);
    const auto& labels = interface.labels()[0].labels;
    CHECK(storedLabels(interface.labels()[0]) == Lines{"Person", "c"});
    CHECK(labels[0].color == "#72bf7d");
    CHECK(labels[1].color == "red");
    CHECK(labels[0].hotkey == "1");
    CHECK(labels[1].hotkey == "k");
    CHECK(interface.choices()[0].choices[0].hotkey == "2");
    CHECK(interface.controls().size() == 2);
}

TEST_CASE("labels without a colour get the reference's own") {
    const std::vector<std::pair<std::string, std::string>> expected{
        {"Person", "#72bf7d"},   {"Car", "#72bfb9"},          {"Positive", "#72bfa0"},
        {"Airplane", "#729dbf"}, {"Organization", "#bf8072"}, {"Cat", "#bf8d72"}};
    for (const auto& [value, color] : expected) {
        const auto interface = parseLabelConfig(std::format(
            R"(<View><Text name="t" value="$t"/><Labels name="l" toName="t"><Label value="{}"/></Labels></View>)",
            value));
        CHECK_MESSAGE(interface.labels()[0].labels[0].color == color, value);
    }
}

TEST_CASE("colours, fractions and enumerations are checked") {
    const auto fault = [](std::string_view attribute) {
        const Lines found = problems(std::format(
            R"(<View><Image name="i" value="$i"/><RectangleLabels name="l" toName="i" {}/></View>)",
            attribute));
        return found.empty() ? "" : found[0].substr(found[0].find("error["));
    };
    for (const std::string_view good :
         {"#d00", "#d00f", "#dd0000", "#dd000080", "red", "RebeccaPurple", "transparent",
          "rgb(1, 2, 3)", "rgba(1 2 3 / 50%)", "hsl(120deg, 50%, 50%)", "inherit", "CanvasText",
          "oklch(60% 0.1 20)", "var(--brand)"}) {
        CHECK_MESSAGE(fault(std::format("fillColor=\"{}\"", good)) == "", good);
    }
    for (const std::string_view bad :
         {"", "#12", "#xyz", "reddish", "rgb(1,2)", "rgb(a,b,c)", "url(x)"}) {
        CHECK_MESSAGE(
            fault(std::format("fillColor=\"{}\"", bad)) ==
                std::format("error[bad-attribute]: fillColor of <RectangleLabels> is \"{}\", "
                            "but it must be a colour, such as #d00 or red",
                            bad),
            bad);
    }
    CHECK(fault("opacity=\"0.5\"") == "");
    CHECK(fault("opacity=\" .5 or so\"") == ""); // as parseFloat reads it
    CHECK(fault("opacity=\"1.5\"").ends_with("it must be a number from 0 to 1"));
    CHECK(fault("allowEmpty=\"yes\"").ends_with("it must be true or false"));
    CHECK(fault("choice=\"Multiple\"").ends_with("it must be \"single\" or \"multiple\""));
}

TEST_CASE("controls that label one kind of object only say so") {
    CHECK(
        problems(
            R"(<View><Text name="t" value="$t"/><RectangleLabels name="l" toName="t"/></View>)") ==
        Lines{"config.xml:1:60: error[wrong-to-name]: RectangleLabels \"l\" labels \"t\", but that "
              "is a "
              "Text; it can only label <Image>"});
}

TEST_CASE("Pairwise and Ranker label several objects") {
    const auto interface = parseLabelConfig(
        R"(<View><Text name="a" value="$a"/><Text name="b" value="$b"/><Pairwise name="p" toName="a,b"/></View>)");
    CHECK(interface.diagnostics().empty());
    CHECK(interface.controls()[0].toNames == Lines{"a", "b"});
    CHECK(
        problems(
            R"(<View><Text name="a" value="$a"/><Text name="b" value="$b"/><Pairwise name="p" toName="a,x"/></View>)")
            .size() == 1);
}

TEST_CASE("perRegion and perItem exclude each other") {
    CHECK(
        problems(
            R"(<View><Image name="i" value="$i"/><Choices name="c" toName="i" perRegion="true" perItem="true"/></View>)") ==
        Lines{"config.xml:1:81: error[bad-attribute]: <Choices> is both perRegion and perItem; it "
              "can be one of them"});
}

TEST_CASE("the markup in a HyperText is its value, whatever tags it has") {
    const auto interface = parseLabelConfig(
        R"(<View><HyperText name="h"><div class="x">a &amp; b<p>c</p></div></HyperText><HyperTextLabels name="l" toName="h"><Label value="A"/></HyperTextLabels></View>)");
    CHECK(tests::rendered(interface.diagnostics()) == Lines{});
    CHECK(interface.objects()[0]->text("value") == R"(<div class="x">a &amp; b<p>c</p></div>)");
}

TEST_CASE("a Repeater repeats its content for each item of the task's list") {
    const std::string xml = R"(<View><Repeater on="$images" indexFlag="{{i}}">
  <Image name="img_{{i}}" value="$images[{{i}}].url"/>
  <Choices name="c_{{i}}" toName="img_{{i}}"><Choice value="{{i}} {{i}}"/></Choices>
</Repeater></View>)";
    const auto interface = parsed(xml, R"({"images":[{"url":"a"},{"url":"b"},{"url":"c"}]})");
    CHECK(interface.diagnostics().empty());
    REQUIRE(interface.choices().size() == 3);
    CHECK(interface.choices()[2].name == "c_2");
    CHECK(interface.choices()[2].toName == "img_2");
    CHECK(interface.choices()[2].choices[0].stored == "2 {{i}}"); // the first flag only
    CHECK(interface.objects()[1]->text("value") == "$images[1].url");
    CHECK(parseLabelConfig(xml).choices().size() == 1);
    CHECK(tests::rendered(parsed(xml, "{}").diagnostics()).front() ==
          "config.xml:1:17: error[missing-variable]: <Repeater> repeats over \"$images\", but the "
          "task's data has no such entry");
    CHECK(tests::rendered(parsed(xml, R"({"images":"none"})").diagnostics()).front() ==
          "config.xml:1:17: error[missing-variable]: <Repeater> repeats over \"$images\", but in "
          "the task "
          "that is a text, not a list");
}

TEST_CASE("Repeaters can be nested, and what is wrong in them is said once") {
    const auto interface = parsed(
        R"(<View><Repeater on="$rows" indexFlag="{{r}}"><Repeater on="$columns" indexFlag="{{c}}">
  <Text name="t_{{r}}_{{c}}" value="$x"/><Oops/></Repeater></Repeater></View>)",
        R"({"rows":[1,2],"columns":[1,2,3]})");
    CHECK(interface.objects().size() == 6);
    CHECK(interface.objects()[5]->name() == "t_1_2");
    CHECK(interface.diagnostics().size() == 1);
}

TEST_CASE("a Repeater over more than anyone labels is refused, not expanded") {
    std::string data = "{\"list\":[1";
    for (int index = 0; index < 300'000; ++index) {
        data += ",1";
    }
    const auto interface =
        parsed(R"(<View><Repeater on="$list"><Header value="h"/></Repeater></View>)", data + "]}");
    REQUIRE_FALSE(interface.diagnostics().empty());
    CHECK(interface.diagnostics()[0].message == "This config has more than 200000 tags");
}
