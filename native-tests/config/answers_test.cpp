// What controls offer: answers, labels and trees, of the config and of the task.

#include "core/config/labeling_interface.h"
#include "support/rendering.h"

#include <doctest/doctest.h>

using namespace cartouche;
using config::parseLabelConfig;
using json::Json;
using Lines = std::vector<std::string>;

namespace {

config::LabelingInterface parsed(std::string_view xml, std::string_view data = "{}") {
    const Json value = *json::parseJson(data);
    return parseLabelConfig(xml, &value);
}

/// A config with a Text and something that labels it.
std::string onText(std::string_view control) {
    return "<View><Text name=\"t\" value=\"$t\"/>" + std::string(control) + "</View>";
}

/// `A(B,C(D)),E`: what is shown, with what is nested in it.
std::string tree(const std::vector<config::Choice>& choices) {
    std::string text;
    for (const config::Choice& choice : choices) {
        text += (text.empty() ? "" : ",") + choice.display;
        text += choice.children.empty() ? "" : "(" + tree(choice.children) + ")";
    }
    return text;
}

std::string hotkeys(const std::vector<config::Choice>& choices) {
    std::string text;
    for (const config::Choice& choice : choices) {
        text += choice.hotkey + hotkeys(choice.children);
    }
    return text;
}

} // namespace

TEST_CASE("labels and answers come from the task's data, after those of the config") {
    const auto interface = parsed(
        R"(<View><Text name="t" value="$t"/>
  <Labels name="l" toName="t" value="$labels"><Label value="first"/></Labels>
  <Choices name="c" toName="t" value="$answers"/></View>)",
        R"({"t":"x","labels":[{"value":"A","background":"#123456"},{"value":"B","alias":"b"},"no object"],
            "answers":[{"value":"yes","hotkey":"y"},{"value":"no","selected":true}]})");
    const auto& labels = interface.labels()[0].labels;
    REQUIRE(labels.size() == 3);
    CHECK(labels[0].stored == "first");
    CHECK(labels[1].color == "#123456");
    CHECK(labels[2].stored == "b");
    REQUIRE(interface.choices()[0].choices.size() == 2);
    CHECK(interface.choices()[0].choices[0].hotkey == "y");
    CHECK(interface.choices()[0].choices[1].selected);
}

TEST_CASE("members of the task's answers are attributes in lower case") {
    const auto interface = parsed(
        onText(
            R"(<Labels name="l" toName="t" value="$a"/><Choices name="c" toName="t" value="$a"/>)"),
        R"({"a":[{"value":"x","maxusages":"2","html":"<b>x</b>","readonly":true,"groupcancontain":"y","maxUsages":"9"}]})");
    CHECK(interface.labels()[0].labels[0].maxUsages == "2");
    CHECK(interface.labels()[0].labels[0].groupCanContain == "y");
    CHECK(interface.choices()[0].choices[0].html == "<b>x</b>");
    CHECK(interface.choices()[0].choices[0].isReadonly);
}

TEST_CASE("a list of answers is a variable by itself, and nothing but a list") {
    const auto count = [](std::string_view value, std::string_view data) {
        const auto interface = parsed(
            onText("<Choices name=\"c\" toName=\"t\" value=\"" + std::string(value) + "\"/>"),
            data);
        return interface.choices()[0].choices.size();
    };
    CHECK(count("$a.b", R"({"a":{"b":[{"value":"x"}]}})") == 1);
    CHECK(count("$a[1]", R"({"a":[[],[{"value":"x"},{"value":"y"}]]})") == 2);
    CHECK(count("no $a", R"({"a":[{"value":"x"}]})") == 0);
    CHECK(count("$a", R"({"a":{"value":{"value":"x"}}})") == 0);
    CHECK(count("$a", R"({"a":"text"})") == 0);
    CHECK(count("$a", R"({"a":null})") == 0);
}

TEST_CASE("answers nest with allowNested only, in the config and in the task") {
    const std::string nested =
        R"(<Choice value="A"><Choice value="B"/><Choice value="C"><Choice value="D"/></Choice></Choice>)";
    const std::string data = R"({"l":[{"value":"E","children":[{"value":"F"}]}]})";
    const auto with =
        parsed(onText(R"(<Choices name="c" toName="t" allowNested="true" value="$l">)" + nested +
                      "</Choices>"),
               data);
    CHECK(with.diagnostics().empty());
    CHECK(tree(with.choices()[0].choices) == "A(B,C(D)),E(F)");
    CHECK(hotkeys(with.choices()[0].choices) == "123456");
    const auto without =
        parsed(onText(R"(<Choices name="c" toName="t" value="$l">)" + nested + "</Choices>"), data);
    CHECK(tree(without.choices()[0].choices) == "A,E");
}

TEST_CASE("a Taxonomy is a tree in which siblings have different values") {
    const auto interface = parsed(
        onText(
            R"(<Taxonomy name="x" toName="t" value="$l" required="true"><Choice value="A"><Choice value="B"/><Choice value="B"/></Choice><Choice value="B" alias="b" color="red"/></Taxonomy>)"),
        R"({"l":[{"value":"A"},{"value":"C","children":[{"value":"D","children":[{"value":"E"}]}]}]})");
    CHECK(interface.diagnostics().empty());
    REQUIRE(interface.taxonomies().size() == 1);
    const config::TaxonomyControl& control = interface.taxonomies()[0];
    CHECK(tree(control.items) == "A(B),B,C(D(E))");
    CHECK(control.items[1].stored == "b");
    CHECK(control.items[1].color == "red");
    CHECK(control.isRequired);
    CHECK(interface.findTaxonomy(*control.tag) == &control);
    CHECK(hotkeys(control.items).empty()); // they are not in sight
}

TEST_CASE("the same answer may stand twice in Choices") {
    const auto interface = parsed(
        onText(R"(<Choices name="c" toName="t"><Choice value="A"/><Choice value="A"/></Choices>)"));
    CHECK(interface.diagnostics().empty());
    CHECK(tree(interface.choices()[0].choices) == "A,A");
}

TEST_CASE("a Repeater in a control repeats its answers") {
    const auto interface = parsed(
        onText(
            R"(<Choices name="c" toName="t"><Repeater on="$l"><Choice value="$l[{{idx}}]"/></Repeater></Choices>
  <Labels name="l" toName="t"><Repeater on="$l"><Label value="label {{idx}}"/></Repeater></Labels>)"),
        R"({"l":["x","y"]})");
    CHECK(interface.diagnostics().empty());
    CHECK(tree(interface.choices()[0].choices) == "x,y");
    CHECK(interface.labels()[0].labels[1].stored == "label 1");
}

TEST_CASE("a price is no variable, and a variable is filled in") {
    const auto interface = parsed(
        onText(
            R"(<Choices name="c" toName="t"><Choice value="$15.00"/><Choice value="$ 15"/><Choice value="under $20"/><Choice value="$name"/><Choice value="$missing"/></Choices>)"),
        R"({"name":"Ada"})");
    CHECK(tree(interface.choices()[0].choices) == "$15.00,$ 15,under $20,Ada,");
}

TEST_CASE("an answer stores what it shows, a label what is written; an alias wins over both") {
    const auto interface = parsed(
        onText(
            R"(<Choices name="c" toName="t"><Choice value="$name"/><Choice value="x" alias=""/></Choices><Labels name="l" toName="t"><Label value="$name"/><Label value="$name" alias="n"/></Labels>)"),
        R"({"name":"Ada"})");
    CHECK(interface.choices()[0].choices[0].stored == "Ada");
    CHECK(interface.choices()[0].choices[1].stored == "x");
    CHECK(interface.labels()[0].labels[0].display == "Ada");
    CHECK(interface.labels()[0].labels[0].stored == "$name");
    CHECK(interface.labels()[0].labels[1].stored == "n");
}

TEST_CASE("a label's own colour comes from its value, and the reference's default is none") {
    const auto interface = parsed(onText(
        R"(<Labels name="l" toName="t"><Label value="Person" alias="p"/><Label value="Person" background="#DA935D"/><Label value="Person" background="#36B37E"/></Labels>)"));
    const auto& labels = interface.labels()[0].labels;
    CHECK(labels[0].color == "#72bf7d");
    CHECK(labels[1].color == "#72bf7d");
    CHECK(labels[2].color == "#36B37E");
}

TEST_CASE("keys that anything else asks for are not given to answers") {
    const auto interface = parsed(onText(
        R"(<Rating name="r" toName="t" hotkey="1"/><TextArea name="a" toName="t" hotkey="ctrl+2, 3"><Shortcut value="x" hotkey="4"/></TextArea><Choices name="c" toName="t"><Choice value="A"/><Choice value="B" hotkey="Q"/></Choices>)"));
    CHECK(interface.choices()[0].choices[0].hotkey == "2");
    const auto many = parsed(
        onText(
            R"(<Choices name="c" toName="t" value="$l"><Choice value="B" hotkey="Q"/></Choices>)"),
        R"({"l":[{},{},{},{},{},{},{},{},{},{},{}]})");
    CHECK(hotkeys(many.choices()[0].choices) == "Q1234567890w");
}

TEST_CASE("answers nested without end are read without harm") {
    std::string list = R"([{"value":"x"}])";
    for (int depth = 0; depth < 160; ++depth) {
        list = R"([{"value":"x","children":)" + list + "}]";
    }
    const auto interface =
        parsed(onText(R"(<Taxonomy name="x" toName="t" value="$l"/>)"), R"({"l":)" + list + "}");
    CHECK(interface.taxonomies()[0].items.size() == 1);
}
