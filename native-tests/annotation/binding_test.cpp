#include "core/annotation/binding.h"
#include "support/rendering.h"
#include "support/results.h"

#include <doctest/doctest.h>

using namespace cartouche;
using namespace cartouche::annotation;
using Lines = std::vector<std::string>;

namespace {

constexpr std::string_view kConfig = R"(<View>
    <Image name="image" value="$image"/><Text name="text" value="$text"/>
    <Rectangle name="box" toName="image"/><Labels name="class" toName="image"><Label value="Car"/></Labels>
    <EllipseLabels name="round" toName="image"><Label value="Sun"/></EllipseLabels>
    <Choices name="mood" toName="text"><Choice value="calm"/></Choices></View>)";

std::string result(std::string_view type, std::string_view control, std::string_view object) {
    return std::format(
        R"([{{"id":"a","type":"{0}","from_name":"{1}","to_name":"{2}","value":{{"x":1,"y":2,"width":3,"height":4,"{0}":["Car"]}}}}])",
        type, control, object);
}

/// The control that the only result belongs to; "" if none.
std::string controlOf(std::string_view results) {
    const auto interface = config::parseLabelConfig(kConfig);
    const auto loaded = tests::load(results);
    const Area area = loaded.document.areas().all().front();
    const config::Control* control = findControl(interface, area, area.results.front());
    return control == nullptr ? "" : control->name;
}

Lines problemsOf(std::string_view results) {
    return tests::rendered(
        checkBindings(config::parseLabelConfig(kConfig), tests::load(results).document), "r");
}

} // namespace

TEST_CASE("a result belongs to the control that it names, or to one that can take its place") {
    CHECK(controlOf(result("ellipselabels", "round", "image")) == "round");
    CHECK(controlOf(result("rectanglelabels", "gone", "image")) == "box"); // the shape alone
    CHECK(controlOf(result("ellipselabels", "gone", "image")) == "round"); // the same type
    CHECK(controlOf(result("polygonlabels", "gone", "image")) == "class"); // any labels
    CHECK(controlOf(result("rectanglelabels", "gone", "text")).empty());
    CHECK(controlOf(result("rectangle", "gone", "image")).empty());
}

TEST_CASE("results that belong to nothing are reported, with the name that was meant") {
    CHECK(problemsOf(result("ellipselabels", "round", "image")) == Lines{});
    CHECK(
        problemsOf(result("rectangle", "bux", "image")) ==
        Lines{"r#/result/0: warning[unknown-control]: This result is of the control \"bux\", which "
              "the config does not have; did you mean \"box\"?; it is kept"});
    CHECK(
        problemsOf(result("rectangle", "box", "imgae")) ==
        Lines{
            "r#/result/0: warning[unknown-control]: This result is of the object \"imgae\", which "
            "the config does not have; did you mean \"image\"?; it is kept"});
    CHECK(
        problemsOf(R"([{"id":"a","type":"rating","value":{"rating":1}}])") ==
        Lines{"r#/result/0: warning[unknown-control]: This result does not say of which control it "
              "is, by from_name; it is kept"});
}
