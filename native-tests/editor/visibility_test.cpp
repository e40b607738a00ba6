#include "editor/visibility.h"
#include "support/results.h"

#include <doctest/doctest.h>

#include <format>

using namespace cartouche;
using annotation::AreaHandle;
using annotation::Document;
using editor::Submission;

namespace {

/// Two regions, one labeled Car by `box`, one labeled Sun by `round`; a mood for the first; a
/// Taxonomy.
constexpr std::string_view kResults = R"([
  {"id":"car","type":"rectanglelabels","from_name":"box","to_name":"image","value":{"x":1,"y":2,"width":3,"height":4,"rectanglelabels":["Car"]}},
  {"id":"car","type":"choices","from_name":"mood","to_name":"image","value":{"x":1,"y":2,"width":3,"height":4,"choices":["calm"]}},
  {"id":"sun","type":"ellipselabels","from_name":"round","to_name":"image","value":{"x":1,"y":2,"radiusX":3,"radiusY":4,"ellipselabels":["Sun, setting"]}},
  {"id":"kind","type":"choices","from_name":"kind","to_name":"image","value":{"choices":["bird"]}},
  {"id":"tree","type":"taxonomy","from_name":"tree","to_name":"image","value":{"taxonomy":[["Animal","Parrot"]]}},
  {"id":"msg","type":"chatmessage","from_name":"chat","to_name":"chat","value":{"chatmessage":{"role":"user","content":"Hi"}}}
])";

std::string configWith(std::string_view tag) {
    return std::format(R"(<View><Image name="image" value="$image"/>
        <RectangleLabels name="box" toName="image"><Label value="Car"/></RectangleLabels>
        <EllipseLabels name="round" toName="image"><Label value="Sun, setting"/></EllipseLabels>
        <Choices name="kind" toName="image"><Choice value="Kéa" alias="bird"/></Choices>
        <Choices name="mood" toName="image" perRegion="true"><Choice value="calm"/></Choices>
        <Choices name="none" toName="image"><Choice value="x"/></Choices>
        <Taxonomy name="tree" toName="image"><Choice value="Animal"/></Taxonomy>
        {}</View>)",
                       tag);
}

const config::Tag& lastOf(const config::LabelingInterface& interface) {
    return *interface.root().children().back();
}

/// Whether the last tag of the config is visible with these regions selected.
bool isVisible(std::string_view tag, std::vector<std::string> selected,
               std::string_view results = kResults) {
    const auto interface = config::parseLabelConfig(configWith(tag));
    REQUIRE_FALSE(hasErrors(interface.diagnostics()));
    const Document document = tests::load(results).document;
    std::vector<AreaHandle> handles;
    for (const std::string& id : selected) {
        handles.push_back(document.findArea(id).value());
    }
    return editor::Conditions(interface, document, handles).isVisible(lastOf(interface));
}

/// Whether the first result of that control goes out.
bool isIncluded(std::string_view tag, std::string_view control, std::string_view results) {
    const auto interface = config::parseLabelConfig(configWith(tag));
    REQUIRE_FALSE(hasErrors(interface.diagnostics()));
    const Document document = tests::load(results).document;
    const Submission submission(interface, document, {});
    for (const annotation::Area& area : document.areas().all()) {
        if (const annotation::Result* result = area.find(control)) {
            return submission.includes(area, *result);
        }
    }
    FAIL("the control has no result");
    return false;
}

} // namespace

TEST_CASE("conditions on the selected region hold as the reference has them") {
    struct Row {
        std::string_view attributes;
        bool withNone;
        bool withCar;
        bool withSun;
        bool withBoth;
    };
    const std::vector<Row> rows{
        {R"(visibleWhen="region-selected")", false, true, true, false},
        {R"(visibleWhen="no-region-selected")", true, false, false, false},
        {R"(visibleWhen="region-selected" whenTagName="box")", false, true, false, false},
        {R"(visibleWhen="region-selected" whenTagName="image")", false, false, false, false},
        {R"(visibleWhen="region-selected" whenLabelValue="Car,Bus")", false, true, false, false},
        {R"(visibleWhen="region-selected" whenLabelValue="Sun, setting")", false, false, true,
         false},
        {R"(visibleWhen="region-selected" whenTagName="round" whenLabelValue="Car")", false, false,
         false, false},
        {R"(visibleWhen="region-selected" whenLabelValue="Car" whenRole="user")", false, true,
         false, false},
        {R"(visibleWhen="anything else")", true, true, true, true},
    };
    for (const Row& row : rows) {
        const std::string tag = std::format(R"(<View {}/>)", row.attributes);
        CAPTURE(tag);
        CHECK(isVisible(tag, {}) == row.withNone);
        CHECK(isVisible(tag, {"car"}) == row.withCar);
        CHECK(isVisible(tag, {"sun"}) == row.withSun);
        CHECK(isVisible(tag, {"car", "sun"}) == row.withBoth);
    }
    CHECK(isVisible(R"(<View visibleWhen="region-selected" whenRole="assistant,user"/>)", {"msg"}));
    CHECK_FALSE(isVisible(R"(<View visibleWhen="region-selected" whenRole="system"/>)", {"msg"}));
}

TEST_CASE("conditions on choices hold as the reference has them") {
    const std::vector<std::pair<std::string_view, bool>> rows{
        {R"(visibleWhen="choice-selected")", true},
        {R"(visibleWhen="choice-selected" whenTagName="kind")", true},
        {R"(visibleWhen="choice-selected" whenTagName="none")", false},
        {R"(visibleWhen="choice-selected" whenTagName="gone")", false},
        {R"(visibleWhen="choice-selected" whenTagName="kind" whenChoiceValue="cat,bird")", true},
        {R"(visibleWhen="choice-selected" whenTagName="kind" whenChoiceValue="Kéa")", true},
        {R"(visibleWhen="choice-selected" whenTagName="kind" whenChoiceValue="cat")", false},
        {R"(visibleWhen="choice-selected" whenTagName="tree" whenChoiceValue="Parrot")", true},
        {R"(visibleWhen="choice-selected" whenTagName="tree" whenChoiceValue="Animal")", false},
        {R"(visibleWhen="choice-unselected" whenTagName="kind")", false},
        {R"(visibleWhen="choice-unselected" whenTagName="none")", true},
        {R"(whenChoiceValue="Parrot")", true},
        {R"(whenChoiceValue="Animal")", false},
    };
    for (const auto& [attributes, isMet] : rows) {
        const std::string tag = std::format(R"(<View {}/>)", attributes);
        CAPTURE(tag);
        CHECK(isVisible(tag, {}) == isMet);
    }
    const std::string_view onlyTaxonomy =
        R"([{"id":"tree","type":"taxonomy","from_name":"tree","to_name":"image","value":{"taxonomy":[["A"]]}}])";
    CHECK_FALSE(isVisible(R"(<View visibleWhen="choice-selected"/>)", {}, onlyTaxonomy));
}

TEST_CASE("a per-region control shows for one region of its object, with one of its labels") {
    const auto control = [](std::string_view attributes) {
        return std::format(
            R"(<Choices name="own" toName="image" perRegion="true" {}><Choice value="x"/></Choices>)",
            attributes);
    };
    CHECK_FALSE(isVisible(control(""), {}));
    CHECK(isVisible(control(""), {"sun"}));
    CHECK_FALSE(isVisible(control(""), {"sun", "car"}));
    CHECK_FALSE(isVisible(control(""), {"msg"}));
    CHECK(isVisible(control(R"(whenLabelValue="Car")"), {"car"}));
    CHECK_FALSE(isVisible(control(R"(whenLabelValue="Car")"), {"sun"}));
}

TEST_CASE("a control that is hidden itself makes nothing visible, and conditions in a ring end") {
    constexpr std::string_view kChain =
        R"(<View><Choices name="a" toName="image" visibleWhen="choice-selected" whenTagName="none"><Choice value="1"/></Choices>
           <Choices name="b" toName="image" visibleWhen="choice-selected" whenTagName="c"><Choice value="1"/></Choices>
           <Choices name="c" toName="image" visibleWhen="choice-selected" whenTagName="b"><Choice value="1"/></Choices>
           <Header value="h" visibleWhen="choice-selected" whenTagName="a"/></View>)";
    const auto interface = config::parseLabelConfig(configWith(kChain));
    const Document document =
        tests::load(
            R"([{"id":"1","type":"choices","from_name":"a","to_name":"image","value":{"choices":["1"]}}])")
            .document;
    const auto hidden = editor::findHidden(interface, document, {});
    const auto& chain = lastOf(interface).children();
    CHECK(hidden.contains(chain[0].get()));
    CHECK(hidden.contains(chain[1].get()));
    CHECK(hidden.contains(chain[3].get()));
}

TEST_CASE("results of controls that a choice hides are not submitted; others are, hidden or not") {
    const auto rating = [](std::string_view attributes) {
        return std::format(R"(<Rating name="r" toName="image" {}/>)", attributes);
    };
    const auto within = [&](std::string_view view) {
        return std::format(R"(<View {}><View>{}</View></View>)", view, rating(""));
    };
    const auto result = [](std::string_view more) {
        return std::format(
            R"([{{"id":"r","type":"rating","from_name":"r","to_name":"image","value":{{"rating":3}}}}{}])",
            more);
    };
    const std::string chosen = result(
        R"(,{"id":"k","type":"choices","from_name":"kind","to_name":"image","value":{"choices":["bird"]}})");
    CHECK(isIncluded(rating(""), "r", result("")));
    CHECK_FALSE(isIncluded(within(R"(visibleWhen="choice-selected")"), "r", result("")));
    CHECK(isIncluded(within(R"(visibleWhen="choice-selected")"), "r", chosen));
    CHECK(isIncluded(within(R"(visibleWhen="choice-selected" whenTagName="kind")"), "r", chosen));
    CHECK_FALSE(
        isIncluded(within(R"(visibleWhen="choice-selected" whenTagName="none")"), "r", chosen));
    CHECK(isIncluded(within(R"(visibleWhen="region-selected")"), "r", result("")));
}

TEST_CASE("of a per-region control only what is on regions that it is for is submitted") {
    const auto own = [](std::string_view attributes) {
        return std::format(
            R"(<Choices name="own" toName="image" perRegion="true" {}><Choice value="x"/></Choices>)",
            attributes);
    };
    const std::string results = std::format(
        R"({},{{"id":"car","type":"choices","from_name":"own","to_name":"image","value":{{"x":1,"y":2,"width":3,"height":4,"choices":["x"]}}}}])",
        kResults.substr(0, kResults.rfind(']')));
    CHECK(isIncluded(own(""), "own", results));
    CHECK(isIncluded(own(R"(whenLabelValue="Car")"), "own", results));
    CHECK_FALSE(isIncluded(own(R"(whenLabelValue="Bus")"), "own", results));
    CHECK(isIncluded(own(R"(visibleWhen="choice-selected" whenTagName="mood")"), "own", results));
    CHECK_FALSE(
        isIncluded(own(R"(visibleWhen="choice-unselected" whenTagName="mood")"), "own", results));
    CHECK_FALSE(
        isIncluded(own(R"(visibleWhen="choice-selected" whenTagName="none")"), "own", results));
}
