// The rules by which the reference takes a config or refuses it (spec/edge-cases.md 1 and 2).

#include "core/config/labeling_interface.h"
#include "support/rendering.h"

#include <doctest/doctest.h>

#include <format>

using namespace cartouche;
using config::parseLabelConfig;
using Lines = std::vector<std::string>;

namespace {

Lines problems(std::string_view xml) {
    return tests::rendered(parseLabelConfig(xml).diagnostics());
}

} // namespace

TEST_CASE("true and false are no texts, but for a value") {
    CHECK(
        problems(
            R"(<View><Image name="i" value="$i"/><Choices name="c" toName="i" whenTagName="true"><Choice value="true" hint="false"/></Choices></View>)") ==
        Lines{"config.xml:1:64: error[bad-attribute]: whenTagName of <Choices> is \"true\", but it "
              "must be a text, which true and false are not",
              "config.xml:1:104: error[bad-attribute]: hint of <Choice> is \"false\", but it must "
              "be a text, which true and false are not"});
}

TEST_CASE("an empty text is neither true nor false, and none of an enumeration") {
    CHECK(
        problems(
            R"(<View><Image name="i" value="$i"/><Choices name="c" toName="i" required="" choice="" hint=""/></View>)") ==
        Lines{"config.xml:1:64: error[bad-attribute]: required of <Choices> is \"\", but it must "
              "be true or false",
              "config.xml:1:76: error[bad-attribute]: choice of <Choices> is \"\", but it must be "
              "\"single\", \"single-radio\" or \"multiple\""});
}

TEST_CASE("names of attributes that differ in case are one, of which the last counts") {
    const auto interface = parseLabelConfig(
        R"(<View><Image name="i" value="$i"/><Choices name="c" toName="i" NAME="d"/></View>)");
    CHECK(tests::rendered(interface.diagnostics()) ==
          Lines{"config.xml:1:64: hint[repeated-attribute]: <Choices> has the attribute \"name\" "
                "as \"NAME\", too; the last one counts"});
    CHECK(interface.choices()[0].name == "d");
}

TEST_CASE("an attribute with a slip in its name is pointed out, another is not") {
    CHECK(
        problems(
            R"(<View><Image name="i" value="$i"/><Choices name="c" toName="i" requird="true" size="5" data-x="1"/></View>)") ==
        Lines{"config.xml:1:64: hint[unknown-attribute]: <Choices> has no attribute "
              "\"requird\"; did you mean \"required\"?"});
}

TEST_CASE("a part needs its control around it, which cannot be the outermost element") {
    CHECK(problems(R"(<TimeSeries name="t" value="$t"><Channel column="a"/></TimeSeries>)") ==
          Lines{"config.xml:1:34: error[misplaced-tag]: <Channel> cannot stand in <TimeSeries> "
                "while that is the outermost element; put a <View> around it"});
    CHECK(
        problems(
            R"(<View><TimeSeries name="t" value="$t"><View><Channel column="a"/></View></TimeSeries></View>)") ==
        Lines{"config.xml:1:46: error[misplaced-tag]: <Channel> cannot stand in <View>; it "
              "belongs in <TimeSeries> or <MultiChannel>"});
    CHECK(
        problems(
            R"(<View><Image name="i" value="$i"/><Labels name="l" toName="i"><Choice value="A"/></Labels></View>)") ==
        Lines{"config.xml:1:64: error[misplaced-tag]: <Choice> cannot stand in <Labels>; it "
              "belongs in <Choices> or <Taxonomy>"});
}

TEST_CASE("a tag in a parent that takes others only is told what that parent takes") {
    CHECK(
        problems(
            R"(<View><Text name="t" value="$t"/><Taxonomy name="x" toName="t"><View/></Taxonomy></View>)") ==
        Lines{"config.xml:1:65: error[misplaced-tag]: <View> cannot stand in <Taxonomy>; only "
              "<Choice> can"});
    CHECK(
        problems(
            R"(<View><Text name="t" value="$t"/><Choices name="c" toName="t"><Image name="i" value="$i"/></Choices></View>)") ==
        Lines{"config.xml:1:64: error[misplaced-tag]: <Image> cannot stand in <Choices>; it "
              "belongs in <View>"});
    CHECK(
        problems(
            R"(<View><Collapse><Panel value="p"><Markdown value="m"/><Text name="t" value="$t"/><Choices name="c" toName="t"/></Panel></Collapse></View>)") ==
        Lines{"config.xml:1:35: error[misplaced-tag]: <Markdown> cannot stand in <Panel>; it "
              "belongs in <View>"});
}

TEST_CASE("what stands in a tag that shows no content is left out, with a warning") {
    const auto interface = parseLabelConfig(
        R"(<View><Image name="i" value="$i"><RectangleLabels name="l" toName="i"><Label value="A"/></RectangleLabels></Image></View>)");
    CHECK(tests::rendered(interface.diagnostics()) ==
          Lines{"config.xml:1:2: warning[nothing-to-label]: This config holds no control, so there "
                "is nothing to label with; add one, such as <Choices>",
                "config.xml:1:35: warning[ignored-tag]: <RectangleLabels> stands in <Image>, which "
                "shows nothing that stands in it; close <Image> before it"});
}

TEST_CASE("HTML outside of HyperText is pointed out tag by tag, and what it wraps works") {
    const auto interface = parseLabelConfig(
        R"(<View><div><p>Look</p><Image name="i" value="$i"/></div><Choices name="c" toName="i"><Choice value="A"/></Choices></View>)");
    CHECK(tests::rendered(interface.diagnostics()) ==
          Lines{"config.xml:1:8: error[unknown-tag]: <div> is a tag of HTML, which can stand in "
                "<HyperText> only; use <View> to group and <Header> for text",
                "config.xml:1:13: error[unknown-tag]: <p> is a tag of HTML, which can stand in "
                "<HyperText> only; use <View> to group and <Header> for text"});
    CHECK(interface.choices()[0].toName == "i");
}

TEST_CASE("text that nothing shows is pointed out; comments and text for a value are not") {
    CHECK(
        problems(
            "<View>Which?<Text name=\"t\" value=\"$t\"/><!-- no -->\n  Choose <Choices name=\"c\" "
            "toName=\"t\"><Choice>A<!-- b --></Choice></Choices><Style>.a > b { }<!-- c "
            "--></Style></View>") ==
        Lines{"config.xml:1:7: hint[ignored-text]: Text stands in <View> here, where nothing "
              "shows it; put it in a <Header>",
              "config.xml:2:78: hint[ignored-style]: Of this <Style> the rules for .a > b are "
              "passed over: rules are read that are for a class, as .wide"});
}

TEST_CASE("what is passed over of CSS is pointed out, once for each style") {
    const auto problems = [](std::string_view style, std::string_view sheet) {
        return tests::rendered(
            parseLabelConfig(std::format("<View>\n<View style=\"{}\"/>\n<Style>{}</Style>\n<Header "
                                         "value=\"h\"/></View>",
                                         style, sheet))
                .diagnostics());
    };
    const std::string nothing = "config.xml:1:2: warning[nothing-to-label]: This config holds no "
                                "control, so there is nothing to label with; add one, such as "
                                "<Choices>";
    CHECK(problems("display: flex; padding: 1px", ".a, .b { width: 50% }") == Lines{nothing});
    CHECK(problems("color: red; Color: blue; flex: 1; margin: 0; top: 1px; left: 0; float: none",
                   ".a:hover { color: red } @media print { .b { x: y } } .a { z-index: 1 }") ==
          Lines{nothing,
                "config.xml:2:7: hint[ignored-style]: Of this style color, margin, top, left and "
                "1 more is passed over: type, colors and distances are the theme's",
                "config.xml:3:2: hint[ignored-style]: Of this <Style> the rules for .a:hover, "
                "@media print are passed over: rules are read that are for a class, as .wide",
                "config.xml:3:2: hint[ignored-style]: Of this <Style> z-index is passed over: "
                "type, colors and distances are the theme's"});
}

TEST_CASE("XML that a browser would refuse is read, and each place of it is pointed out") {
    CHECK(problems("<View><Header value=\"A & B &amp; &nbsp; &#160; &#xA0;\"/><Text name=\"t\" "
                   "value=\"$t\"/><Choices name=\"c\" toName=\"t\"><Choice value=\"< 1\"/><!-- & "
                   "--><Choice><![CDATA[&]]></Choice></Choices></View> end") ==
          Lines{"config.xml:1:24: hint[loose-xml]: A \"&\" stands here that begins no entity; "
                "write &amp; for it",
                "config.xml:1:34: hint[loose-xml]: &nbsp; is no entity of XML; write the "
                "character itself, or its number, such as &#160;",
                "config.xml:1:128: hint[loose-xml]: A \"<\" stands in an attribute here; write "
                "&lt; for it",
                "config.xml:1:192: error[xml-syntax]: This text stands outside of the outermost "
                "element; remove it, or move it in"});
}

TEST_CASE("without toName, the only object that the reference counts is meant") {
    const auto target = [](std::string_view objects) {
        const auto interface =
            parseLabelConfig("<View>" + std::string(objects) +
                             R"(<Choices name="c"><Choice value="A"/></Choices></View>)");
        return interface.choices().empty() ? "" : interface.choices()[0].toName;
    };
    CHECK(target(R"(<Text name="t" value="$t"/><Image name="i" value="$i"/>)") == "i");
    CHECK(target(R"(<Text name="t" value="$t"/>)") == "t"); // which the reference leaves unbound
    CHECK(target(R"(<Text name="t" value="$t"/><HyperText name="h" value="$h"/>)") == "");
    CHECK(target(R"(<AudioPlus name="a" value="$a"/><Video name="v" value="$v"/>)") == "v");
    CHECK(
        target(
            R"(<Text name="a" value="$a"/><Text name="b" value="$b"/><Pairwise name="p" toName="a,b"/>)") ==
        "p");
    CHECK(target(R"(<List name="l" value="$l"/><Ranker name="r"/>)") == "l");
}

TEST_CASE("names in a list of toName have no spaces around them") {
    CHECK(
        problems(
            R"(<View><Text name="a" value="$a"/><Text name="b" value="$b"/><Pairwise name="p" toName="a, b"/></View>)") ==
        Lines{"config.xml:1:80: error[unknown-to-name]: Pairwise \"p\" labels \" b\", but no "
              "object has that name; write \"b\", without spaces"});
}

TEST_CASE("a control of an object that is wrong is not blamed, and works") {
    const auto interface = parseLabelConfig(
        R"(<View><Imag name="i" value="$i"/><Choices name="c" toName="i"><Choice value="A"/></Choices></View>)");
    CHECK(interface.diagnostics().size() == 1);
    REQUIRE(interface.choices().size() == 1);
    CHECK(interface.choices()[0].toName == "i");
}

TEST_CASE("a Dialog can be labeled") {
    const auto interface = parseLabelConfig(
        R"(<View><Dialog name="d" value="$d"/><Choices name="c" toName="d"><Choice value="A"/></Choices></View>)");
    CHECK(interface.diagnostics().empty());
    CHECK(interface.objects().size() == 1);
}

TEST_CASE("what a tag cannot be without is asked for") {
    CHECK(
        problems(
            R"(<View><TimeSeries name="t" value="$t"><Channel/></TimeSeries><Rating name="r" toName="t"/></View>)") ==
        Lines{"config.xml:1:40: error[bad-attribute]: <Channel> needs the attribute column, as in "
              "<Channel column=\"…\" …>: name or index of the column"});
    CHECK(
        problems(
            R"(<View><List name="l" value="$l"/><Ranker name="r" toName="l"><Bucket title="x"/></Ranker></View>)") ==
        Lines{"config.xml:1:63: error[missing-name]: <Bucket> needs a name, as in <Bucket "
              "name=\"best\" …>"});
}

TEST_CASE("a resolver is csv, with its own options") {
    CHECK(
        problems(
            R"(<View><Text name="t" value="$t" resolver="json"/><Text name="u" value="$u" resolver="csv|colum=a"/><Text name="v" value="$v" resolver="csv|headless|separator=;|column=1"/><Rating name="r" toName="t"/></View>)") ==
        Lines{"config.xml:1:33: warning[bad-resolver]: The resolver \"json\" is of no type that is "
              "known; it must be csv, such as csv|column=text",
              "config.xml:1:76: warning[bad-resolver]: The resolver \"csv|colum=a\" has the "
              "option \"colum\", but csv has only headless, separator and column; did you mean "
              "\"column\"?"});
}

TEST_CASE("a byte order mark, tabs and line ends are no part of a config") {
    const auto interface = parseLabelConfig(
        "\xEF\xBB\xBF<View>\r\n\t<Image\r\n\tname='i'\tvalue='$i'/><Oops/>\r\n</View>");
    CHECK(tests::rendered(interface.diagnostics()) ==
          Lines{"config.xml:3:24: error[unknown-tag]: <Oops> is not a tag that Cartouche knows"});
    CHECK(parseLabelConfig("\xEF\xBB\xBF").diagnostics().empty());
}

TEST_CASE("an object that makes results by itself is something to label with") {
    CHECK(problems(R"(<View><ReactCode name="x" toName="x">code</ReactCode></View>)").empty());
    CHECK(problems(R"(<View><Chat name="x" value="$c" editable="true"/></View>)").empty());
}

TEST_CASE("a Filter without a control, or for a broken one, is no problem of its own") {
    CHECK(problems(
              R"(<View><Filter/><Text name="t" value="$t"/><Rating name="r" toName="t"/></View>)")
              .empty());
    CHECK(
        problems(
            R"(<View><Filter toName="c"/><Text name="t" value="$t"/><Choices name="c" toName="nowhere"/></View>)") ==
        Lines{"config.xml:1:72: error[unknown-to-name]: Choices \"c\" labels \"nowhere\", but no "
              "object "
              "has that name"});
}
