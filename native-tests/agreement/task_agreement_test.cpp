// How far annotations of one task agree, control by control and region by region.

#include "core/agreement/task_agreement.h"
#include "core/annotation/record.h"

#include <doctest/doctest.h>

#include <format>
#include <string>

using namespace cartouche;
using agreement::agreementOnTask;
using agreement::MeasureKind;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/><Label value="Bus"/></RectangleLabels>
  <Choices name="day" toName="image"><Choice value="Sun"/><Choice value="Rain"/></Choices>
  <Choices name="seen" toName="image" choice="multiple"><Choice value="A"/><Choice value="B"/></Choices>
  <Rating name="stars" toName="image" maxRating="5"/>
  <Number name="count" toName="image"/></View>)";

std::string box(std::string_view id, int left, std::string_view label) {
    return std::format(
        R"({{"id":"{}","type":"rectanglelabels","from_name":"label","to_name":"image","value":{{"x":{},"y":10,"width":20,"height":20,"rotation":0,"rectanglelabels":["{}"]}}}})",
        id, left, label);
}

std::string answer(std::string_view type, std::string_view name, std::string_view value) {
    return std::format(
        R"({{"id":"{}","type":"{}","from_name":"{}","to_name":"image","value":{{{}}}}})", name,
        type, name, value);
}

annotation::Document document(const std::string& results) {
    diagnostics::Diagnostics problems;
    const auto value = json::checkJson(std::format(R"({{"id":1,"result":[{}]}})", results)).value();
    int count = 0;
    return annotation::readDocument(
        annotation::readRecord(value, annotation::RecordKind::Annotation),
        [&count] { return std::to_string(count++); }, problems);
}

const agreement::ControlAgreement& controlOf(const agreement::TaskAgreement& all,
                                             std::string_view name) {
    const auto found = std::ranges::find(all.controls, name, [](const auto& control) {
        return std::string_view(control.control->name);
    });
    REQUIRE(found != all.controls.end());
    return *found;
}

} // namespace

TEST_CASE("each control has the agreement of those who answered it") {
    const auto interface = config::parseLabelConfig(kConfig);
    const auto all = agreementOnTask(
        interface, {document(answer("choices", "day", R"("choices":["Sun"])") + "," +
                             answer("choices", "seen", R"("choices":["A","B"])") + "," +
                             answer("rating", "stars", R"("rating":4)") + "," +
                             answer("number", "count", R"("number":7)")),
                    document(answer("choices", "day", R"("choices":["Sun"])") + "," +
                             answer("choices", "seen", R"("choices":["B"])") + "," +
                             answer("rating", "stars", R"("rating":1)") + "," +
                             answer("number", "count", R"("number":8)")),
                    document(answer("choices", "day", R"("choices":["Rain"])"))});
    REQUIRE(all);
    CHECK(all->annotators == 3);
    CHECK(controlOf(*all, "day").value.mean() == doctest::Approx(1.0 / 3));
    CHECK(controlOf(*all, "day").value.count == 3);
    CHECK(controlOf(*all, "seen").value.mean() == doctest::Approx(0.5));
    CHECK(controlOf(*all, "seen").kind == MeasureKind::Set);
    CHECK(controlOf(*all, "stars").value.mean() == doctest::Approx(0.25));
    CHECK(controlOf(*all, "count").value.mean() == 0);
}

TEST_CASE("a region has the overlap of those that others drew with its label, one to one") {
    const auto interface = config::parseLabelConfig(kConfig);
    const auto all = agreementOnTask(
        interface, {document(box("a", 10, "Car") + "," + box("b", 50, "Bus")),
                    document(box("c", 14, "Car") + "," + box("d", 50, "Car")), document("")});
    REQUIRE(all);
    const auto& label = controlOf(*all, "label");
    CHECK(label.kind == MeasureKind::Regions);
    // F1 of 1 matched of 2 and 2, and of nothing matched with the one who drew nothing, twice.
    CHECK(label.value.mean() == doctest::Approx(0.5 / 3));
    CHECK(label.overlap.mean() == doctest::Approx(16.0 / 24));
    REQUIRE(all->regions.size() == 4);
    CHECK(all->regions[0].overlap == 0);
    CHECK(all->regions[0].partners == 0);
    CHECK(all->regions[3].overlap == doctest::Approx(16.0 / 24 / 2));
    CHECK(all->regions[3].partners == 1);
    CHECK(all->regions[3].others == 2);
    CHECK(all->regions[2].annotator == 0);
    CHECK(all->regions[2].region.index == 0);
}

TEST_CASE("items of a Taxonomy that labels are the labels of its spans") {
    const auto interface = config::parseLabelConfig(
        R"(<View><Text name="text" value="$text"/><Taxonomy name="kind" toName="text" labeling="true"/></View>)");
    const auto span = [](std::string_view items) {
        return document(std::format(
            R"({{"id":"a","type":"taxonomy","from_name":"kind","to_name":"text","value":{{"start":0,"end":4,"taxonomy":{}}}}})",
            items));
    };
    const std::string cat = R"([["Beast","Cat"]])";
    const auto same = agreementOnTask(interface, {span(cat), span(cat)});
    CHECK(controlOf(same, "kind").kind == MeasureKind::Regions);
    CHECK(controlOf(same, "kind").value.mean() == doctest::Approx(1));
    const auto other = agreementOnTask(interface, {span(cat), span(R"([["Fruit","Cat"]])")});
    CHECK(controlOf(other, "kind").value.mean() == doctest::Approx(0));
}

TEST_CASE("with one annotator there is nothing to agree on") {
    const auto interface = config::parseLabelConfig(kConfig);
    const auto all = agreementOnTask(interface, {document(box("a", 10, "Car"))});
    REQUIRE(all);
    CHECK_FALSE(controlOf(*all, "label").value.mean());
    CHECK(all->regions.empty());
    CHECK(agreementOnTask(interface, {})->controls.empty());
}

TEST_CASE("more regions than can be compared while somebody waits are counted, not compared") {
    std::string boxes;
    for (int at = 0; at < 501; ++at) {
        boxes += (at > 0 ? "," : "") + box(std::format("r{}", at), 10, "Car");
    }
    const auto interface = config::parseLabelConfig(kConfig);
    const auto all = agreementOnTask(interface, {document(boxes), document(boxes)});
    REQUIRE_FALSE(all);
    CHECK(all.error() == 501 * 501);
}
