#include "core/config/labeling_interface.h"
#include "support/rendering.h"

#include <doctest/doctest.h>

using namespace cartouche;
using config::parseLabelConfig;
using Lines = std::vector<std::string>;

namespace {

Lines problems(std::string_view xml) {
    return tests::rendered(parseLabelConfig(xml).diagnostics());
}

/// A config with something before, in and after its Choices.
std::string pets(std::string_view attributes,
                 std::string_view answers = R"(<Choice value="Cat"/>)") {
    return std::string("<View><Image name=\"Image\" value=\"$image\"/><Choices ")
        .append(attributes)
        .append(">")
        .append(answers)
        .append("</Choices></View>");
}

} // namespace

TEST_CASE("the first example is understood as it stands") {
    const auto interface = parseLabelConfig(R"(<View>
  <Choices name="Pets" toName="Image" choice="single">
    <Choice value="Cat"></Choice>
    <Choice value="Dog"></Choice>
  </Choices>
  <Image name="Image" value="$image_url"></Image>
</View>)");
    CHECK(tests::rendered(interface.diagnostics()) == Lines{});
    REQUIRE(interface.choices().size() == 1);
    const config::ChoicesControl& pets = interface.choices().front();
    CHECK(pets.name == "Pets");
    CHECK(pets.toName == "Image");
    CHECK(pets.mode == config::ChoiceMode::Single);
    CHECK_FALSE(pets.isRequired);
    REQUIRE(pets.choices.size() == 2);
    CHECK(pets.choices[0].stored == "Cat");
    CHECK(pets.choices[1].display == "Dog");
    CHECK(pets.choices[0].hotkey == "1");
    CHECK(pets.choices[1].hotkey == "2");
    REQUIRE(interface.objects().size() == 1);
    CHECK(interface.objects().front()->text("value") == "$image_url");
    CHECK(interface.findObject("Image") == interface.objects().front());
    CHECK(interface.findObject("image") == nullptr);
}

TEST_CASE("names of tags and attributes match in any case, values do not") {
    const auto interface = parseLabelConfig(
        R"(<VIEW><image NAME="i" Value="$x"/><cHoices name="c" TONAME="i" CHOICE="multiple" Required="true">
           <choice VALUE="A" ALIAS="a"/></cHoices></VIEW>)");
    CHECK(interface.diagnostics().empty());
    REQUIRE(interface.choices().size() == 1);
    CHECK(interface.choices()[0].mode == config::ChoiceMode::Multiple);
    CHECK(interface.choices()[0].isRequired);
    CHECK(interface.choices()[0].choices[0].stored == "a");
    CHECK(
        problems(pets(R"(name="c" toName="Image" choice="Multiple")")) ==
        Lines{"config.xml:1:76: error[bad-attribute]: choice of <Choices> is \"Multiple\", but it "
              "must be \"single\", \"single-radio\" or \"multiple\""});
}

TEST_CASE("text in an element is its value and wins over the attribute; comments do not count") {
    const auto interface = parseLabelConfig(
        pets(R"(name="c" toName="Image")", "<Choice value=\"no\">  Cat &amp; <!-- or "
                                           "-->Dog\n</Choice><Choice><![CDATA[a < b]]></Choice>") +
        "<!-- after the root -->");
    CHECK(interface.diagnostics().empty());
    REQUIRE(interface.choices().size() == 1);
    CHECK(interface.choices()[0].choices[0].display == "Cat & Dog");
    CHECK(interface.choices()[0].choices[1].display == "a < b");
}

TEST_CASE("answers may be wrapped in Views, and unknown attributes are nobody's business") {
    const auto interface = parseLabelConfig(pets(
        R"(name="c" toName="Image" data-note="x")",
        R"(<View><Choice value="A"/><View><Choice value="B"/></View></View><Header value="h"/><Choice value="C"/>)"));
    CHECK(interface.diagnostics().empty());
    CHECK(interface.choices()[0].choices.size() == 3);
}

TEST_CASE("hotkeys that are given stay, and the others get the next free one") {
    const auto interface = parseLabelConfig(
        pets(R"(name="c" toName="Image")",
             R"(<Choice value="A"/><Choice value="B" hotkey="1"/><Choice value="C"/>)"));
    const auto& choices = interface.choices()[0].choices;
    CHECK(choices[0].hotkey == "2");
    CHECK(choices[1].hotkey == "1");
    CHECK(choices[2].hotkey == "3");
}

TEST_CASE("when the hotkeys run out, the rest of the answers has none") {
    std::string answers;
    for (int index = 0; index < 50; ++index) {
        answers += "<Choice value=\"c" + std::to_string(index) + "\"/>";
    }
    const auto interface = parseLabelConfig(pets(R"(name="c" toName="Image")", answers));
    CHECK(interface.choices()[0].choices[9].hotkey == "0");
    CHECK(interface.choices()[0].choices[32].hotkey == "m");
    CHECK(interface.choices()[0].choices[33].hotkey == "");
}

TEST_CASE("reports a toName that names nothing, with the name that was meant") {
    CHECK(
        problems(pets(R"(name="Pets" toName="Imgae")")) ==
        Lines{"config.xml:1:64: error[unknown-to-name]: Choices \"Pets\" labels \"Imgae\", but no "
              "object has that name; did you mean \"Image\"?"});
}

TEST_CASE("reports a toName that names what cannot be labeled") {
    CHECK(
        problems(
            R"(<View><Header name="h" value="x"/><Image name="i" value="$x"/><Choices name="c" toName="h"><Choice value="A"/></Choices></View>)") ==
        Lines{"config.xml:1:81: error[wrong-to-name]: Choices \"c\" labels \"h\", but that is a "
              "Header, which cannot be labeled"});
}

TEST_CASE("without toName, the only object is meant; with several, it must be said") {
    CHECK(parseLabelConfig(pets(R"(name="c")")).choices()[0].toName == "Image");
    CHECK(
        problems(
            R"(<View><Image name="a" value="$x"/><Image name="b" value="$y"/><Choices name="c"/></View>)") ==
        Lines{"config.xml:1:64: error[unknown-to-name]: Choices \"c\" does not say which of the 2 "
              "objects it labels; add toName=\"a\""});
    CHECK(problems(R"(<View><Choices name="c"/></View>)") ==
          Lines{"config.xml:1:8: error[unknown-to-name]: Choices \"c\" has nothing to label: the "
                "config holds no object, such as <Image>"});
}

TEST_CASE("reports tags that are unknown or misplaced, and keeps the rest") {
    const auto interface = parseLabelConfig(R"(<View>
  <Imagee name="x"/>

  <Choice value="lost"/>
  <Image name="Image" value="$image"/>
  <Choices name="Pets" toName="Image"><Choice value="Cat"/></Choices>
</View>)");
    CHECK(
        tests::rendered(interface.diagnostics()) ==
        Lines{
            "config.xml:2:4: error[unknown-tag]: <Imagee> is not a tag that Cartouche knows; did "
            "you mean <Image>?",
            "config.xml:4:4: error[misplaced-tag]: <Choice> cannot stand in <View>; it belongs in "
            "<Choices> or <Taxonomy>"});
    CHECK(interface.choices().size() == 1);
    const auto& children = interface.root().children();
    REQUIRE(children.size() == 4);
    CHECK(children[0]->kind() == config::TagKind::Broken);
    CHECK(children[0]->problem()->code == diagnostics::Code::UnknownTag);
    CHECK(children[2]->kind() == config::TagKind::Image);
}

TEST_CASE("what stands in an unknown tag still works") {
    const auto interface = parseLabelConfig(
        R"(<View><div><Image name="i" value="$x"/></div><Choices name="c" toName="i"><Choice value="A"/></Choices></View>)");
    CHECK(tests::rendered(interface.diagnostics()).size() == 1);
    CHECK(interface.choices().size() == 1);
}

TEST_CASE("reports what has no name, or a name that is taken") {
    CHECK(problems(R"(<View><Image value="$x"/><Choices toName="i"/></View>)") ==
          Lines{"config.xml:1:8: error[missing-name]: <Image> needs a name, as in <Image "
                "name=\"image\" …>",
                "config.xml:1:27: error[missing-name]: <Choices> needs a name, as in <Choices "
                "name=\"choice\" …>"});
    CHECK(
        problems(
            R"(<View><Image name="i" value="$x"/><Image name="i" value="$y"/><Choices name="c" toName="i"/></View>)") ==
        Lines{
            "config.xml:1:42: warning[duplicate-name]: The name \"i\" is used twice; the last one "
            "counts"});
}

TEST_CASE("reports attributes that are written twice or have no value of their type") {
    CHECK(
        problems(pets(R"(name="c" toName="Image" required="yes" required="true")")) ==
        Lines{
            "config.xml:1:76: error[bad-attribute]: required of <Choices> is \"yes\", but it must "
            "be true or false"});
    CHECK(problems(pets(R"(name="c" toName="Image" name="d")")) ==
          Lines{"config.xml:1:76: error[duplicate-attribute]: <Choices> has the attribute \"name\" "
                "twice; the first one counts"});
}

TEST_CASE("a config without any control says so") {
    CHECK(
        problems(R"(<View><Image name="i" value="$x"/></View>)") ==
        Lines{
            "config.xml:1:2: warning[nothing-to-label]: This config holds no control, so there is "
            "nothing to label with; add one, such as <Choices>"});
    CHECK(problems("").empty());
    CHECK(problems(" \n ").empty());
}

TEST_CASE("broken XML is one problem at its place") {
    CHECK(
        problems("<View>\n  <Image name=\"i\"\n</View>") ==
        Lines{
            "config.xml:3:1: error[xml-syntax]: This start tag is broken, or is never closed with "
            "\">\""});
    CHECK(
        problems("<View>\n  <Image/>\n</Veiw>") ==
        Lines{"config.xml:3:3: error[xml-syntax]: This end tag does not belong to the element that "
              "is open here, or the text ends before every element is closed"});
    CHECK(problems("no XML at all") ==
          Lines{"config.xml:1:13: error[xml-syntax]: This is not XML: there is no element in it; a "
                "config begins with <View>"});
    CHECK(problems("<View><!-- ")
              .front()
              .contains("error[xml-syntax]: This comment is never closed"));
    CHECK(parseLabelConfig("<View").root().kind() == config::TagKind::Broken);
}

TEST_CASE("columns count characters, not bytes") {
    CHECK(problems("<View><Header value=\"äöü 😀\"/><Oops/></View>")
              .front()
              .starts_with("config.xml:1:31:"));
}

TEST_CASE("all problems are reported at once, in the order of the document") {
    const Lines found = problems(R"(<View>
  <Choices name="c" toName="i" choice="many"/>
  <Filter toName="d"/>
  <Bogus/>
  <Image name="i" value="$x"/>
</View>)");
    REQUIRE(found.size() == 3);
    CHECK(found[0].starts_with("config.xml:2:32: error[bad-attribute]"));
    CHECK(found[1].starts_with("config.xml:3:11: error[unknown-to-name]"));
    CHECK(found[2].starts_with("config.xml:4:4: error[unknown-tag]"));
}
