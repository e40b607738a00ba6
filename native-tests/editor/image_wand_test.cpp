#include "core/geometry/mask.h"
#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace cartouche;
using editor::ImageTool;
using json::Json;
using tests::Labeling;

namespace {

constexpr std::string_view kWand = R"(<View><Image name="image" value="$image"/>
  <Labels name="label" toName="image"><Label value="Sky"/></Labels>
  <MagicWand name="wand" toName="image" blurRadius="0" defaultThreshold="10"/></View>)";

/// A box of 40 x 20 pixels, brighter than the ground by 100, with one half brighter by 15 more.
geometry::Picture picture() {
    geometry::Picture picture{200, 100, {}};
    for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 200; ++x) {
            const bool isIn = x >= 20 && x < 60 && y >= 40 && y < 60;
            const auto red = static_cast<std::uint8_t>(isIn ? (x < 40 ? 100 : 115) : 0);
            picture.rgba.insert(picture.rgba.end(), {red, 0, 0, 255});
        }
    }
    return picture;
}

geometry::Mask maskOf(const Labeling& work, std::size_t index) {
    geometry::BrushMask brush;
    for (const Json& byte : work.results().at(index)["value"]["rle"]) {
        brush.rle.push_back(byte.get<std::uint8_t>());
    }
    return geometry::decode(brush, 200, 100).value();
}

} // namespace

TEST_CASE("a press fills what is connected by like colours, as a mask with the armed label") {
    Labeling work(kWand);
    int reads = 0;
    work.image().setPixelSource([&reads] {
        ++reads;
        return std::optional(picture());
    });
    work.press("label", "Sky");
    work.image().selectTool(ImageTool::MagicWand);
    work.click({15, 50});
    const Json results = work.results();
    REQUIRE(results.size() == 2);
    CHECK(results[0]["type"] == "magicwand");
    CHECK(results[0]["from_name"] == "wand");
    CHECK(results[0]["value"]["format"] == "rle");
    CHECK(results[1]["type"] == "labels");
    CHECK(results[1]["value"]["labels"] == Json{"Sky"});
    CHECK(maskOf(work, 0) == geometry::Mask{20, 40, 20, 20, std::vector<std::uint8_t>(400, 255)});
    REQUIRE(work.editor.regions().selection().size() == 1);
    work.click({25, 50}); // adds to it
    CHECK(work.results().size() == 2);
    CHECK(maskOf(work, 0).width == 40);
    CHECK(reads == 1);
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(maskOf(work, 0).width == 20);
    CHECK(work.editor.execute(editor::CommandId::Undo));
    CHECK(work.results().empty());
}

TEST_CASE("dragging right raises the threshold, dragging left lowers it, and Escape drops it all") {
    Labeling work(kWand);
    work.image().setPixelSource([] { return std::optional(picture()); });
    work.image().selectTool(ImageTool::MagicWand);
    work.down({15, 50});
    work.move({20, 50}); // 20 CSS pixels: 10 + 6
    REQUIRE(work.image().painting() != nullptr);
    CHECK(work.image().painting()->canvas.cropped().width == 40);
    work.move({10, 50}); // 10 - 4
    CHECK(work.image().painting()->canvas.cropped().width == 20);
    work.image().pressKey({.key = "escape"}, editor::Platform::Other);
    CHECK(work.image().painting() == nullptr);
    CHECK(work.results().empty());
    work.drag({15, 50}, {20, 50});
    CHECK(maskOf(work, 0).width == 40);
}

TEST_CASE("of two wands each has its own threshold, and the key takes the next one") {
    Labeling work(R"(<View><Image name="image" value="$image"/>
      <MagicWand name="fine" toName="image" blurRadius="0" defaultThreshold="5"/>
      <MagicWand name="coarse" toName="image" blurRadius="0" defaultThreshold="20"/></View>)");
    work.image().setPixelSource([] { return std::optional(picture()); });
    const auto pressKey = [&work](std::string_view key) {
        work.image().pressToolKey({.key = key}, editor::Platform::Other, work.editor.keymap());
    };
    work.image().selectTool(ImageTool::Move);
    pressKey("w");
    CHECK(work.image().wand()->name == "fine");
    work.click({15, 50});
    CHECK(work.results().at(0)["from_name"] == "fine");
    CHECK(maskOf(work, 0).width == 20);
    work.editor.regions().select({});
    pressKey("w");
    CHECK(work.image().tool() == ImageTool::MagicWand);
    CHECK(work.image().wand()->name == "coarse");
    work.click({15, 50});
    CHECK(work.results().at(1)["from_name"] == "coarse");
    CHECK(maskOf(work, 1).width == 40);
    pressKey("w");
    CHECK(work.image().wand()->name == "fine");
    work.image().selectTool(ImageTool::Move);
    work.image().selectWand(*work.image().wands().at(1));
    CHECK(work.image().tool() == ImageTool::MagicWand);
    CHECK(work.image().wand()->name == "coarse");
}

TEST_CASE("without pixels the wand says so") {
    Labeling work(kWand);
    work.image().selectTool(ImageTool::MagicWand);
    work.click({15, 50});
    CHECK(work.results().empty());
    CHECK(work.problems() ==
          std::vector<std::string>{
              "The pixels of this image cannot be read, which the magic wand needs"});
}

TEST_CASE("a bitmask is painted pixel by pixel and saved as a PNG, and erased from") {
    Labeling work(R"(<View><Image name="image" value="$image"/>
      <BitmaskLabels name="cells" toName="image" strokeWidth="1"><Label value="Cell"/></BitmaskLabels></View>)");
    work.press("cells", "Cell");
    CHECK(work.image().tool() == ImageTool::Bitmask);
    work.drag({10.2, 50.2}, {20.2, 50.2});
    const Json result = work.results().at(0);
    CHECK(result["type"] == "bitmasklabels");
    CHECK(result["value"]["bitmasklabels"] == Json{"Cell"});
    CHECK(result["value"].size() == 2);
    CHECK(result["value"]["imageDataURL"].get<std::string>().starts_with("data:image/png;base64,"));
    const annotation::AreaHandle region{0};
    REQUIRE(work.image().maskOf(region) != nullptr);
    CHECK(*work.image().maskOf(region) ==
          geometry::Mask{20, 50, 21, 1, std::vector<std::uint8_t>(21, 255)});

    // What was saved is read, goes out as it came, and is painted on.
    Labeling again(R"(<View><Image name="image" value="$image"/>
      <BitmaskLabels name="cells" toName="image" strokeWidth="1"><Label value="Cell"/></BitmaskLabels></View>)",
                   work.results().dump());
    CHECK(again.results() == work.results());
    CHECK(*again.image().maskOf(region) == *work.image().maskOf(region));
    again.click({15.2, 50.2}); // selects it
    again.image().selectTool(ImageTool::Eraser);
    again.image().setBrushSize(1);
    again.click({15.2, 50.2});
    CHECK_FALSE(geometry::covers(*again.image().maskOf(region), {30.5, 50.5}));
    CHECK(again.results() != work.results());
    again.image().selectTool(ImageTool::Bitmask);
    again.click({15.2, 50.2});
    CHECK(*again.image().maskOf(region) == *work.image().maskOf(region));
    for (int steps = 0; steps < 2; ++steps) {
        again.editor.execute(editor::CommandId::Undo);
    }
    CHECK(again.results() == work.results());
}

TEST_CASE("a bitmask of another size is not shown, not painted over, and goes out as it came") {
    const std::string saved =
        R"([{"id":"a","type":"bitmasklabels","from_name":"cells","to_name":"image","original_width":3,"original_height":2,"value":{"imageDataURL":"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAHklEQVR42mNkAAIuEbn/3948YmICsv////qaEUQDAGFwCOPWJlOlAAAAAElFTkSuQmCC","bitmasklabels":["Cell"]}}])";
    Labeling work(R"(<View><Image name="image" value="$image"/>
      <BitmaskLabels name="cells" toName="image"><Label value="Cell"/></BitmaskLabels></View>)",
                  saved);
    const annotation::AreaHandle region{0};
    CHECK(work.image().maskOf(region) == nullptr);
    work.editor.regions().select({region});
    work.image().selectTool(ImageTool::Bitmask);
    work.drag({10, 50}, {20, 50});
    CHECK(work.results() == Json::parse(saved));
}
