#include "editor/labeling.h"

#include <doctest/doctest.h>

using namespace cartouche;
using editor::ImageTool;
using tests::Labeling;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <RectangleLabels name="boxes" toName="image"><Label value="Car"/></RectangleLabels>
  <PolygonLabels name="outlines" toName="image"><Label value="Lake"/></PolygonLabels>
  <KeyPointLabels name="points" toName="image"><Label value="Tip"/></KeyPointLabels>
  <BrushLabels name="masks" toName="image"><Label value="Sky"/></BrushLabels></View>)";

/// Keys on the focused image. The stage has two CSS pixels a pixel of the image.
class Keys {
public:
    explicit Keys(Labeling& work) : m_work(work) {}

    bool press(std::string_view key, bool shift = false, bool control = false) {
        const editor::KeyPress press{.key = key, .control = control, .shift = shift};
        return m_work.image().pressKey(press, editor::Platform::Other) ||
               m_work.image().pressFocusedKey(press, editor::Platform::Other);
    }
    void space() {
        m_work.image().holdSpace(true, true);
        m_work.image().holdSpace(true, true); // it repeats
        m_work.image().holdSpace(false, true);
    }
    void go(std::string_view key, int longSteps) {
        for (int step = 0; step < longSteps; ++step) {
            press(key, true);
        }
    }

private:
    Labeling& m_work;
};

json::Json valueOf(const Labeling& work, std::size_t index = 0) {
    return work.results().at(index)["value"];
}

} // namespace

TEST_CASE("with the arrow keys and Space alone a box is drawn") {
    Labeling work(kConfig);
    Keys keys(work);
    work.press("boxes", "Car");
    keys.press("arrowleft"); // the cross comes in the middle
    REQUIRE(work.image().keyCursor());
    CHECK(work.image().keyCursor()->x == 200);
    keys.space();
    keys.go("arrowright", 4);
    keys.go("arrowdown", 2);
    keys.space();
    CHECK(valueOf(work)["x"] == doctest::Approx(50));
    CHECK(valueOf(work)["width"] == doctest::Approx(10));
    CHECK(valueOf(work)["height"] == doctest::Approx(10));
    work.drag({10, 10}, {12, 20}); // the mouse takes over
    CHECK_FALSE(work.image().keyCursor());
}

TEST_CASE("Space brings the cross onto an image that has the focus, and presses from then on") {
    Labeling work(kConfig);
    Keys keys(work);
    work.press("points", "Tip");
    work.image().holdSpace(true, false);
    work.image().holdSpace(false, false);
    CHECK_FALSE(work.image().keyCursor());
    keys.space();
    CHECK(work.image().keyCursor());
    CHECK(work.results().empty());
    keys.space();
    CHECK(work.results().size() == 1);
}

TEST_CASE("a region that is selected by a key is what the arrow keys move") {
    Labeling work(kConfig);
    Keys keys(work);
    work.press("boxes", "Car");
    work.drag({10, 10}, {30, 30});
    work.editor.regions().select({});
    keys.press("arrowright");
    CHECK(work.image().keyCursor());
    work.editor.execute(editor::CommandId::SelectNext);
    keys.press("arrowright", true);
    CHECK_FALSE(work.image().keyCursor());
    CHECK(valueOf(work)["x"] == doctest::Approx(12.5));
}

TEST_CASE("Space and Enter set corners, points and strokes at the cross") {
    Labeling work(kConfig);
    Keys keys(work);
    keys.press("arrowleft");
    work.press("outlines", "Lake");
    keys.space();
    keys.go("arrowright", 4);
    keys.space();
    keys.go("arrowdown", 4);
    keys.space();
    keys.press("enter");
    REQUIRE(work.results().size() == 1);
    CHECK(valueOf(work)["points"].size() == 3);
    work.editor.regions().select({});
    work.press("points", "Tip");
    keys.press("enter");
    REQUIRE(work.results().size() == 2);
    CHECK(valueOf(work, 1)["x"] == doctest::Approx(60));
    work.editor.regions().select({});
    work.press("masks", "Sky");
    keys.space();
    keys.go("arrowleft", 3);
    keys.space();
    CHECK(work.results().size() == 3);
}

TEST_CASE("what is selected moves and grows by keys, and a run of moves is one step") {
    Labeling work(kConfig);
    Keys keys(work);
    work.press("boxes", "Car");
    work.drag({10, 10}, {30, 30});
    work.editor.regions().select({work.editor.regions().list().front()});
    keys.press("arrowright");
    keys.press("arrowright", true);
    keys.press("arrowdown");
    CHECK_FALSE(work.image().keyCursor());
    CHECK(valueOf(work)["x"] == doctest::Approx(12.75)); // 11 CSS pixels of 400
    CHECK(valueOf(work)["y"] == doctest::Approx(10.5));
    keys.press("arrowright", true, true);
    CHECK(valueOf(work)["width"] == doctest::Approx(21.25));
    CHECK(valueOf(work)["x"] == doctest::Approx(12.75));
    work.editor.execute(editor::CommandId::Undo);
    work.editor.execute(editor::CommandId::Undo);
    CHECK(valueOf(work)["x"] == doctest::Approx(10));
    CHECK(valueOf(work)["width"] == doctest::Approx(20));
    keys.go("arrowleft", 100); // no farther than the image goes
    CHECK(valueOf(work)["x"] == doctest::Approx(0));
}

TEST_CASE("the cross grabs a corner and lets it go") {
    Labeling work(kConfig);
    Keys keys(work);
    work.press("boxes", "Car");
    work.drag({25, 25}, {50, 50});
    keys.press("arrowup"); // in the middle of the image: the lower right corner
    work.editor.regions().select({work.editor.regions().list().front()});
    keys.space();
    keys.go("arrowright", 4);
    keys.space();
    CHECK(valueOf(work)["width"] == doctest::Approx(35));
    CHECK_FALSE(keys.press("escape")); // which unselects
    work.editor.regions().select({});
    CHECK(keys.press("escape"));
    CHECK_FALSE(work.image().keyCursor());
}

TEST_CASE("at the cross Backspace removes a corner, and Shift+Enter presses with Shift") {
    Labeling work(kConfig);
    Keys keys(work);
    work.press("outlines", "Lake");
    for (const geometry::Point corner :
         {geometry::Point{50, 50}, {80, 50}, {90, 80}, {60, 90}, {50, 50}}) {
        work.click(corner);
    }
    REQUIRE(work.results().size() == 1);
    CHECK(valueOf(work)["points"].size() == 4);
    work.image().selectTool(ImageTool::Move);
    keys.press("arrowup"); // in the middle of the image: on the first corner
    CHECK_FALSE(keys.press("backspace")); // it is not selected: no corner can be grabbed
    CHECK(keys.press("enter", true));
    CHECK(work.editor.regions().selection().size() == 1);
    CHECK(keys.press("backspace"));
    CHECK(valueOf(work)["points"].size() == 3);
    CHECK(keys.press("enter", true)); // there is no region any more
    CHECK(work.editor.regions().selection().empty());
}

TEST_CASE("with keys alone a mask is painted with a larger brush, and erased from") {
    Labeling work(kConfig);
    Keys keys(work);
    work.press("masks", "Sky");
    work.editor.execute(editor::CommandId::GrowBrush);
    keys.space(); // the cross comes
    keys.space();
    keys.go("arrowleft", 6);
    keys.space();
    REQUIRE(work.results().size() == 1);
    const json::Json painted = valueOf(work)["rle"];
    work.image().selectTool(ImageTool::Eraser);
    keys.space();
    keys.go("arrowright", 3);
    keys.space();
    CHECK(work.results().size() == 1);
    CHECK(valueOf(work)["rle"] != painted);
}

TEST_CASE("Space that pans with the mouse presses nothing") {
    Labeling work(kConfig);
    Keys keys(work);
    work.press("points", "Tip");
    keys.press("arrowup");
    work.image().holdSpace(true, true);
    work.down({50, 50});
    work.move({60, 50});
    work.up({60, 50});
    work.image().holdSpace(false, true);
    CHECK(work.results().empty());
}
