// `cartouche redact --regions`, as a user runs it.

#include "cli/workplace.h"
#include "core/geometry/mask.h"
#include "core/image/bitmask.h"
#include "core/image/decode.h"
#include "core/json/json.h"

#include <array>
#include <format>
#include <vector>

using cartouche::json::parseJson;
using namespace cartouche::tests;
namespace geometry = cartouche::geometry;
namespace image = cartouche::image;

namespace {

constexpr int kWidth = 20;
constexpr int kHeight = 10;

using Pixel = std::array<int, 4>;

Pixel stored(int x, int y) {
    return {10 * x, 20 * y, 100, 255};
}

/// A picture in text, no two pixels of it alike.
std::string photo() {
    std::string text = std::format("P3\n# taken by Jane\n{} {}\n255\n", kWidth, kHeight);
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            const Pixel pixel = stored(x, y);
            text += std::format("{} {} {}\n", pixel[0], pixel[1], pixel[2]);
        }
    }
    return text;
}

/// The pixels that are not as they were stored, with where they are.
struct Changed {
    std::vector<std::pair<int, int>> places;
    std::vector<Pixel> pixels;
};

Changed changedIn(const std::string& png) {
    const std::vector<std::uint8_t> bytes(png.begin(), png.end());
    const auto picture = image::decode(bytes);
    REQUIRE(picture);
    REQUIRE(picture->size == image::Size{kWidth, kHeight});
    Changed changed;
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            const auto at = picture->bytes().subspan(static_cast<std::size_t>(y * kWidth + x) * 4);
            const Pixel pixel{at[0], at[1], at[2], at[3]};
            if (pixel != stored(x, y)) {
                changed.places.emplace_back(x, y);
                changed.pixels.push_back(pixel);
            }
        }
    }
    return changed;
}

std::string result(std::string_view id, std::string_view type, std::string_view label,
                   std::string_view value, std::string_view more = "") {
    return std::format(
        R"({{"id":"{}","type":"{}labels","from_name":"l","to_name":"i",{}"value":{{{},"{}labels":["{}"]}}}})",
        id, type, more, value, type, label);
}

std::string box(std::string_view id, std::string_view label, int left, int top) {
    return result(id, "rectangle", label,
                  std::format(R"("x":{},"y":{},"width":20,"height":20)", left, top));
}

const std::string kFace = box("a", "Face", 50, 50); // 4 by 2 pixels from (10, 5) on

std::string task(std::string_view results, std::string_view data = "photo.ppm") {
    return std::format(R"({{"data":{{"image":"{}"}},"annotations":[{{"result":[{}]}}]}})", data,
                       results);
}

Run redact(const Workplace& here, const std::string& regions, const std::string& options = "") {
    here.write("photo.ppm", photo());
    here.write("regions.json", regions);
    return here.run("redact photo.ppm --regions regions.json --out hidden.png " + options);
}

} // namespace

TEST_CASE("redact --regions fills what regions cover, and nothing else changes or is told") {
    const Workplace here;
    const Run run = redact(here, task(kFace));
    CHECK(run.exitCode == 0);
    CHECK(run.output ==
          "1 regions hidden by fill, 0 with other labels left. The picture is now a PNG without "
          "metadata and colour profile; its other pixels are as they were decoded, with 8 bits a "
          "channel\n");
    const Changed changed = changedIn(here.read("hidden.png"));
    CHECK(changed.places ==
          std::vector<std::pair<int, int>>{
              {10, 5}, {11, 5}, {12, 5}, {13, 5}, {10, 6}, {11, 6}, {12, 6}, {13, 6}});
    CHECK(changed.pixels == std::vector<Pixel>(8, Pixel{0, 0, 0, 255}));
    CHECK_FALSE(here.read("hidden.png").contains("Jane"));
}

TEST_CASE(
    "redact --hide pixelate and blur mix what is within a region, and say what they are worth") {
    const Workplace here;
    for (const std::string how : {"pixelate", "blur"}) {
        const Run run = redact(here, task(kFace), "--hide " + how);
        CHECK(run.exitCode == 0);
        CHECK(run.output.contains("only fill hides for sure\n"));
        // So small a region becomes the mean of 10 · (10 to 13) and of 20 · (5 and 6).
        CHECK(changedIn(here.read("hidden.png")).pixels ==
              std::vector<Pixel>(8, Pixel{115, 110, 100, 255}));
    }
}

TEST_CASE("redact --regions hides every kind of region that covers an area") {
    const Workplace here;
    const geometry::Mask mask{3, 4, 2, 2, {255, 0, 1, 255}};
    const auto rle = geometry::encode(mask, kWidth, kHeight);
    std::string bytes;
    for (const std::uint8_t byte : rle) {
        bytes += (bytes.empty() ? "" : ",") + std::to_string(byte);
    }
    const std::string png =
        image::addressOf({.dataUrl = {}, .rle = rle, .width = kWidth, .height = kHeight});
    const std::string results =
        // By a right angle around (10, 5): 1 by 4 pixels.
        result("turned", "rectangle", "A",
               R"("x":50,"y":50,"width":20,"height":10,"rotation":90)") +
        "," + result("round", "ellipse", "A", R"("x":50,"y":50,"radiusX":5,"radiusY":10)") + "," +
        // Half of 4 by 4 pixels along the diagonal, with those on it.
        result("corner", "polygon", "A", R"("points":[[0,0],[20,0],[0,40]])") + "," +
        result("mask", "brush", "A", std::format(R"("format":"rle","rle":[{}])", bytes)) + "," +
        result("bits", "bitmask", "A", std::format(R"("imageDataURL":"{}")", png)) + "," +
        result("loop", "vector", "A", R"("closed":true,"vertices":[
            {"id":"1","x":0,"y":0,"prevPointId":"4"},{"id":"2","x":10,"y":0,"prevPointId":"1"},
            {"id":"3","x":10,"y":10,"prevPointId":"2"},{"id":"4","x":0,"y":10,"prevPointId":"3"}])");
    const Run run = redact(here, task(results), "--json");
    const auto report = parseJson(run.output.substr(run.output.find('{')));
    REQUIRE_MESSAGE(report, run.output);
    std::string pixels;
    for (const auto& region : (*report)["regions"]) {
        pixels +=
            std::format("{} {}; ", region["id"].get<std::string>(), region["pixels"].get<int>());
    }
    CHECK(pixels == "turned 4; round 4; corner 10; mask 3; bits 3; loop 2; ");
}

TEST_CASE("redact --labels hides regions with these labels alone, and never silently none") {
    const Workplace here;
    const std::string both = kFace + "," + box("b", "Plate", 0, 0);
    Run run = redact(here, task(both), "--labels Plate,Tatoo");
    CHECK(run.exitCode == 0);
    CHECK(
        run.output.starts_with("regions.json: no region has the label \"Tatoo\"\n1 regions hidden "
                               "by fill, 1 with other labels left."));
    CHECK(changedIn(here.read("hidden.png")).places.front() == std::pair(0, 0));
    here.write("hidden.png", "");
    run = redact(here, task(both), "--labels Tatoo");
    CHECK(run.exitCode == 1);
    CHECK(run.output ==
          "regions.json: error[bad-value]: No region has one of the labels \"Tatoo\"; "
          "they have \"Face\", \"Plate\"\n"
          "Nothing is written, as not all that is meant can be hidden\n");
    CHECK(here.read("hidden.png").empty());
}

TEST_CASE("redact --regions takes results, an annotation, and the task that names the picture") {
    const Workplace here;
    const std::string other = task(box("b", "Plate", 0, 0), "other.ppm");
    const std::string upload = task(kFace, "/data/upload/1/0a1b2c3d-photo.ppm");
    const auto hidden = [&](const std::string& regions, const std::string& options = "") {
        here.write("hidden.png", "");
        const Run run = redact(here, regions, options);
        return run.exitCode != 0 ? run.output
                                 : std::to_string(changedIn(here.read("hidden.png")).places.size());
    };
    CHECK(hidden("[" + kFace + "]") == "8");
    CHECK(hidden("{\"result\":[" + kFace + "]}") == "8");
    CHECK(hidden("[" + task(kFace, "any.ppm") + "]") == "8");
    CHECK(hidden("[" + other + "," + upload + "]") == "8");
    CHECK(hidden("[" + other + "," + upload + "," + task("") + "]", "--task '#1'") == "8");
    CHECK(hidden("[" + other + "," + upload + "," + task("") + "]")
              .starts_with("regions.json: error[bad-task]: 2 of 3 tasks name photo.ppm in their "
                           "data: name the one that is meant with --task\n"));
    CHECK(hidden("[" + other + "," + other + "]").contains("0 of 2 tasks name photo.ppm"));
    CHECK(hidden(task(kFace), "--task 9").contains("0 of 1 tasks are called \"9\""));
    CHECK(hidden(task("")) == "0");
    // Of several annotators all regions, but those of skipped annotations; of models, if nobody
    // else.
    const auto records = [](std::string_view name, std::string_view more) {
        return std::format(R"("{}":[{{"result":[{}]}},{{"was_cancelled":true,"result":[{}]}}{}])",
                           name, kFace, box("b", "Face", 0, 0), more);
    };
    CHECK(hidden("{\"data\":{}," +
                 records("annotations", ",{\"result\":[" + box("c", "Face", 0, 50) + "]}") + "," +
                 records("predictions", "") + "}") == "16");
    CHECK(hidden("{\"data\":{}," + records("predictions", "") + "}") == "8");
    CHECK(hidden("{\"data\":{}}").contains("This task has no annotation and no prediction"));
    CHECK(hidden("[]").contains("This list is empty"));
    CHECK(hidden("{").contains("error[json-syntax]"));
}

TEST_CASE("redact --regions writes nothing if a region cannot be hidden, and says which") {
    const Workplace here;
    const auto fault = [&](const std::string& results, const std::string& options = "") {
        const Run run = redact(here, task(kFace + "," + results), options);
        CHECK(run.exitCode == 1);
        CHECK(here.read("hidden.png").empty());
        CHECK(run.output.contains("Nothing is written"));
        return run.output.substr(0, run.output.find('\n'));
    };
    CHECK(fault(result("k", "keypoint", "Eye", R"("x":1,"y":1,"width":1)")) ==
          "regions.json#/annotations/0/result/1: warning[bad-result]: This region has no area: "
          "points and open lines hide nothing");
    CHECK(fault(result("k", "polygon", "A", R"("points":[[1,1],[9,9]],"closed":false)"))
              .ends_with("points and open lines hide nothing"));
    CHECK(fault(box("o", "A", 200, 0)).ends_with("This region covers no pixel of the picture"));
    CHECK(
        fault(result("s", "rectangle", "A", R"("x":1,"y":1,"width":9,"height":9)",
                     R"("original_width":10,"original_height":20,)"))
            .ends_with("This region is of an image of 10 x 20 pixels, but photo.ppm has 20 x 10"));
    CHECK(
        fault(result("m", "brush", "A", R"("rle":[1,2,3])")).contains("#/annotations/0/result/1"));
    CHECK(fault(result("x", "rectangle", "A", R"("x":"left","y":1,"width":9,"height":9)"))
              .ends_with(", and cannot be hidden"));
    std::string elsewhere = box("e", "A", 0, 0);
    elsewhere.replace(elsewhere.find(R"("i")"), 3, R"("j")");
    CHECK(fault(elsewhere).contains("The regions lie on several images, \"i\", \"j\": name the one "
                                    "with --object"));
    CHECK(fault(elsewhere, "--object k").contains("No region lies on \"k\", but on \"i\", \"j\""));
    CHECK(redact(here, task(kFace + "," + elsewhere), "--object i").exitCode == 0);
}

TEST_CASE("redact --regions says what it cannot do with a picture or its options") {
    const Workplace here;
    here.write("regions.json", task(kFace));
    here.write("photo.webp", "RIFF    WEBPVP8 ");
    CHECK(here.run("redact photo.webp --regions regions.json --out hidden.png").output ==
          "photo.webp: Regions are hidden on PNG, JPEG, GIF, BMP, PSD, HDR, TGA and PNM, and this "
          "is none of them. Save it as PNG first\n");
    here.write("cut.jpg", "\xFF\xD8\xFF\xE1");
    const Run cut = here.run("redact cut.jpg --regions regions.json --out hidden.png");
    CHECK(cut.exitCode == 1);
    CHECK(cut.output.starts_with("cut.jpg: This JPEG is cut off"));
    here.write("photo.ppm", photo());
    for (const std::string options :
         {"--out hidden.jpg", "--json", "--out hidden.png --format text",
          "--out hidden.png --hide ink"}) {
        INFO(options);
        CHECK(here.run("redact photo.ppm --regions regions.json " + options).exitCode == 2);
    }
    CHECK(here.run("redact photo.ppm --hide fill").exitCode == 2);
    CHECK(here.run("redact photo.ppm --regions missing.json --out hidden.png").exitCode == 1);
    CHECK(here.read("hidden.png").empty());
}
