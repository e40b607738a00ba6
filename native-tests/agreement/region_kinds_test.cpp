// How far annotations agree whose regions lie on videos, or are lines and bitmasks.

#include "core/agreement/task_agreement.h"
#include "core/annotation/record.h"
#include "core/geometry/mask.h"
#include "core/image/bitmask.h"

#include <doctest/doctest.h>

#include <cmath>
#include <format>
#include <string>

using namespace cartouche;

namespace {

/// How two annotations, each of one region of this control, agree.
agreement::ControlAgreement agreementOf(std::string_view config, std::string_view type,
                                        const std::string& first, const std::string& second) {
    const auto interface = config::parseLabelConfig(config);
    std::vector<annotation::Document> documents;
    for (const std::string& members : {first, second}) {
        const auto record = json::checkJson(std::format(
            R"({{"result":[{{"id":"r","type":"{}","from_name":"c","to_name":"o",{}}}]}})", type,
            members));
        REQUIRE_MESSAGE(record, members);
        diagnostics::Diagnostics problems;
        documents.push_back(annotation::readDocument(
            annotation::readRecord(*record, annotation::RecordKind::Annotation),
            [] { return std::string("new"); }, problems));
        CHECK(problems.empty());
    }
    const auto all = agreement::agreementOnTask(interface, documents);
    REQUIRE(all);
    REQUIRE(all->controls.size() == 1);
    return all->controls.front();
}

std::string track(std::string_view members, std::string_view label) {
    return std::format(R"("value":{{{},"labels":["{}"]}})", members, label);
}

std::string keyFrame(int frame, int x) {
    return std::format(
        R"({{"frame":{},"enabled":true,"rotation":0,"x":{},"y":10,"width":20,"height":20,"time":0}})",
        frame, x);
}

constexpr std::string_view kVideo = R"(<View><Video name="o" value="$v"/>
  <VideoRectangle name="c" toName="o"/>
  <Labels name="l" toName="o"><Label value="Car"/><Label value="Bus"/></Labels></View>)";

} // namespace

TEST_CASE("tracks agree by their boxes on all frames, up to the end of the video that one tells") {
    // Frames 1 to 10 of a box, and 4 to 10 of the same.
    const std::string early = std::format(R"("framesCount":10,"sequence":[{}])", keyFrame(1, 10));
    const std::string late = std::format(R"("sequence":[{}])", keyFrame(4, 10));
    const auto same =
        agreementOf(kVideo, "videorectangle", track(early, "Car"), track(late, "Car"));
    CHECK(same.overlap.mean() == doctest::Approx(0.7));
    CHECK(same.value.mean() == 1);
    CHECK(same.notCompared == 0);
    CHECK(agreementOf(kVideo, "videorectangle", track(early, "Car"), track(late, "Bus"))
              .value.mean() == 0);
    // Without a length the video ends with the last key frame: 1 to 4, and 4.
    const auto shorter =
        agreementOf(kVideo, "videorectangle",
                    track(std::format(R"("sequence":[{}])", keyFrame(3, 10)), ""), track(late, ""));
    CHECK(shorter.overlap.mean() == doctest::Approx(0.5));
}

TEST_CASE("timeline regions of several ranges agree by all of their frames") {
    constexpr std::string_view kConfig = R"(<View><Video name="o" value="$v"/>
      <TimelineLabels name="c" toName="o"><Label value="Moving"/></TimelineLabels></View>)";
    const auto ranges = [](std::string_view list) {
        return std::format(R"("value":{{"ranges":[{}],"timelinelabels":["Moving"]}})", list);
    };
    const auto two = agreementOf(kConfig, "timelinelabels",
                                 ranges(R"({"start":1,"end":10},{"start":21,"end":30})"),
                                 ranges(R"({"start":1,"end":10},{"start":21,"end":25})"));
    CHECK(two.overlap.mean() == doctest::Approx(15.0 / 20));
    CHECK(two.notCompared == 0);
}

TEST_CASE("vectors agree by the distance of their lines") {
    constexpr std::string_view kConfig = R"(<View><Image name="o" value="$i"/>
      <VectorLabels name="c" toName="o"><Label value="Road"/></VectorLabels></View>)";
    const auto line = [](int y) {
        return std::format(
            R"("original_width":300,"original_height":400,"value":{{"vertices":[
                {{"id":"a","x":10,"y":{0},"prevPointId":null,"isBezier":false}},
                {{"id":"b","x":90,"y":{0},"prevPointId":"a","isBezier":false}}],
                "closed":false,"vectorlabels":["Road"]}})",
            y);
    };
    // 4 of 500 pixels.
    const auto near = agreementOf(kConfig, "vectorlabels", line(10), line(11));
    CHECK(near.overlap.count == 0);
    const auto same = agreementOf(kConfig, "vectorlabels", line(10), line(10));
    CHECK(same.overlap.mean() == 1);
    CHECK(same.notCompared == 0);
}

TEST_CASE("bitmasks agree by their pixels, and those that cannot be read are counted") {
    constexpr std::string_view kConfig = R"(<View><Image name="o" value="$i"/>
      <BitmaskLabels name="c" toName="o"><Label value="Sky"/></BitmaskLabels></View>)";
    const auto bitmask = [](const geometry::Mask& mask, std::string_view size) {
        return std::format(
            R"({},"value":{{"imageDataURL":"{}","bitmasklabels":["Sky"]}})", size,
            image::addressOf({.rle = geometry::encode(mask, 4, 2), .width = 4, .height = 2}));
    };
    constexpr std::string_view kSize = R"("original_width":4,"original_height":2)";
    // Six of the eight pixels, and four of these.
    const std::string most = bitmask({0, 0, 3, 2, std::vector<std::uint8_t>(6, 255)}, kSize);
    const std::string some = bitmask({1, 0, 2, 2, std::vector<std::uint8_t>(4, 255)}, kSize);
    const auto read = agreementOf(kConfig, "bitmasklabels", most, some);
    CHECK(read.overlap.mean() == doctest::Approx(4.0 / 6));
    CHECK(read.notCompared == 0);
    const std::string broken = std::format(
        R"({},"value":{{"imageDataURL":"data:image/png;base64,AAAA","bitmasklabels":["Sky"]}})",
        kSize);
    CHECK(agreementOf(kConfig, "bitmasklabels", most, broken).notCompared == 1);
    const std::string other = bitmask({0, 0, 3, 2, std::vector<std::uint8_t>(6, 255)},
                                      R"("original_width":5,"original_height":2)");
    CHECK(agreementOf(kConfig, "bitmasklabels", most, other).notCompared == 1);
}
