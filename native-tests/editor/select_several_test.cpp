#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cartouche;
using editor::CommandId;
using editor::ImageTool;
using json::Json;
using tests::Labeling;

namespace {

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <Rectangle name="box" toName="image"/><Brush name="brush" toName="image"/>
  <Labels name="label" toName="image"><Label value="Car"/></Labels></View>)";

std::string boxAt(std::string_view id, int x, int y) {
    return R"({"id":")" + std::string(id) +
           R"(","type":"rectangle","from_name":"box","to_name":"image","original_width":200,"original_height":100,"value":{"x":)" +
           std::to_string(x) + R"(,"y":)" + std::to_string(y) +
           R"(,"width":20,"height":20,"rotation":0}})";
}

/// Three boxes under a finger, which holds no keys.
struct Touching : Labeling {
    Touching()
        : Labeling(kConfig, "[" + boxAt("a", 10, 10) + "," + boxAt("b", 60, 10) + "," +
                                boxAt("c", 60, 60) + "]") {
        image().selectTool(ImageTool::Move);
        held.isTouch = true;
        editor.setActiveImage(image());
    }
    std::size_t selected() const { return editor.regions().selection().size(); }
    double x(std::size_t index) const { return results().at(index)["value"]["x"].get<double>(); }
};

} // namespace

TEST_CASE("taps select several regions, and take one back; one beside them takes none") {
    Touching work;
    work.click({20, 20});
    work.click({70, 20});
    CHECK(work.selected() == 1);
    CHECK(work.editor.execute(CommandId::SelectSeveral));
    work.click({20, 20});
    work.click({70, 70});
    CHECK(work.selected() == 3);
    work.click({70, 20});
    CHECK(work.selected() == 2);
    work.click({45, 45});
    CHECK(work.selected() == 2);
    CHECK(work.editor.execute(CommandId::SelectSeveral));
    work.click({45, 45});
    CHECK(work.selected() == 0);
}

TEST_CASE("a box around regions adds them, and a drag takes all along in one step") {
    Touching work;
    work.click({20, 20});
    work.editor.execute(CommandId::SelectSeveral);
    work.drag({55, 50}, {95, 95});
    CHECK(work.selected() == 2);
    work.drag({70, 20}, {75, 20}); // this one, too
    CHECK(work.selected() == 3);
    CHECK(work.x(0) == doctest::Approx(15));
    CHECK(work.x(1) == doctest::Approx(65));
    CHECK(work.x(2) == doctest::Approx(65));
    CHECK(work.editor.execute(CommandId::Undo));
    CHECK(work.x(0) == doctest::Approx(10));
    CHECK(work.x(2) == doctest::Approx(60));
}

TEST_CASE("while several are selected nothing is drawn; a tool or a label that draws ends it") {
    Touching work;
    work.image().selectTool(ImageTool::Rectangle);
    work.editor.execute(CommandId::SelectSeveral);
    work.drag({5, 5}, {40, 95});
    CHECK(work.results().size() == 3);
    CHECK(work.selected() == 1);
    work.image().selectTool(ImageTool::Brush);
    CHECK_FALSE(work.editor.regions().selectsSeveral());
    work.editor.execute(CommandId::SelectSeveral);
    work.drag({55, 5}, {95, 95});
    CHECK(work.results().size() == 3);
    CHECK(work.selected() == 3);
    work.image().selectTool(ImageTool::Move);
    CHECK(work.editor.regions().selectsSeveral());
    work.editor.regions().select({});
    work.press("label", "Car");
    CHECK_FALSE(work.editor.regions().selectsSeveral());
}

TEST_CASE("Escape ends the selecting of several, and then the selection") {
    Touching work;
    work.editor.execute(CommandId::SelectSeveral);
    work.click({20, 20});
    CHECK(work.editor.execute(CommandId::Exit));
    CHECK_FALSE(work.editor.regions().selectsSeveral());
    CHECK(work.selected() == 1);
    CHECK(work.editor.execute(CommandId::Exit));
    CHECK(work.selected() == 0);
}
