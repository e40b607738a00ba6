#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

using namespace cartouche;
using editor::CommandId;
using editor::ImageTool;
using geometry::Point;
using json::Json;
using tests::Labeling;

namespace {

constexpr std::string_view kPolygon =
    R"(<View><Image name="image" value="$image"/><Polygon name="poly" toName="image"/></View>)";

std::string polygonOf(std::string_view points, bool isClosed = true) {
    return R"([{"id":"a","type":"polygon","from_name":"poly","to_name":"image","original_width":200,"original_height":100,
      "value":{"points":)" +
           std::string(points) + R"(,"closed":)" + (isClosed ? "true" : "false") + "}}]";
}

std::string vectorConfig(std::string_view attributes) {
    return R"(<View><Image name="image" value="$image"/><Vector name="line" toName="image" )" +
           std::string(attributes) + "/></View>";
}

std::string vectorOf(std::string_view points, std::string_view closed) {
    std::string vertices;
    std::string previous = "null";
    int count = 0;
    for (const Json& point : Json::parse(points)) {
        const std::string id = "\"v" + std::to_string(count++) + "\"";
        vertices += std::string(vertices.empty() ? "" : ",") + R"({"id":)" + id +
                    R"(,"isBezier":false,"prevPointId":)" + previous + R"(,"x":)" +
                    point[0].dump() + R"(,"y":)" + point[1].dump() + "}";
        previous = id;
    }
    return R"([{"id":"a","type":"vector","from_name":"line","to_name":"image","original_width":200,"original_height":100,
      "value":{"closed":)" +
           std::string(closed) + R"(,"vertices":[)" + vertices + "]}}]";
}

/// The region is selected, and a finger that holds no keys takes its points.
struct Touching : Labeling {
    Touching(std::string_view config, const std::string& annotations)
        : Labeling(config, annotations) {
        image().selectTool(ImageTool::Move);
        held.isTouch = true;
        editor.setActiveImage(image());
        editor.regions().select({{0}});
    }

    Json value() const { return results().at(0)["value"]; }
    std::vector<double> corners() const {
        std::vector<double> numbers;
        for (const Json& point : value()["points"]) {
            numbers.push_back(point[0].get<double>());
            numbers.push_back(point[1].get<double>());
        }
        return numbers;
    }
    /// The ids and places of the vertices: "v0 10,10 v1 50,10".
    std::string vertices() const {
        std::string text;
        for (const Json& vertex : value()["vertices"]) {
            text += (text.empty() ? "" : " ") + vertex["id"].get<std::string>() + " " +
                    std::to_string(std::lround(vertex["x"].get<double>())) + "," +
                    std::to_string(std::lround(vertex["y"].get<double>()));
        }
        return text;
    }
};

} // namespace

TEST_CASE("a corner of a polygon that is tapped is removed by a command") {
    Touching work(kPolygon, polygonOf("[[10,10],[50,10],[50,60],[10,60]]"));
    CHECK_FALSE(work.editor.execute(CommandId::RemovePoint)); // none is chosen
    CHECK_FALSE(work.image().chosenPoint());
    work.click({50, 10});
    REQUIRE(work.image().chosenPoint());
    CHECK(work.image().chosenPoint()->x == doctest::Approx(200));
    CHECK(work.image().chosenPoint()->y == doctest::Approx(20));
    CHECK(work.image().grips()[1].isChosen);
    CHECK(work.editor.execute(CommandId::RemovePoint));
    CHECK(work.corners() == std::vector<double>{10, 10, 50, 60, 10, 60});
    CHECK_FALSE(work.image().chosenPoint());
    work.click({10, 10});
    CHECK_FALSE(work.editor.canExecute(CommandId::RemovePoint)); // three is the least
    CHECK(work.editor.execute(CommandId::Undo));
    CHECK(work.corners().size() == 8);
}

TEST_CASE("a point is inserted halfway to the next one, and is then the chosen one") {
    Touching work(kPolygon, polygonOf("[[10,10],[50,10],[50,60],[10,60]]"));
    work.click({10, 60});
    CHECK(work.editor.execute(CommandId::InsertPoint));
    CHECK(work.corners() == std::vector<double>{10, 10, 50, 10, 50, 60, 10, 60, 10, 35});
    CHECK(work.image().chosenPoint()->y == doctest::Approx(70));
    CHECK(work.editor.execute(CommandId::InsertPoint));
    CHECK(work.corners().size() == 12);
    CHECK(work.editor.execute(CommandId::Undo));
    CHECK(work.corners().size() == 10);
    CHECK_FALSE(work.image().chosenPoint());
    CHECK(work.editor.execute(CommandId::Undo));
    CHECK(work.corners().size() == 8);
}

TEST_CASE("behind the last point of an open polygon nothing is inserted") {
    Touching work(kPolygon, polygonOf("[[10,10],[50,10],[50,60]]", false));
    work.click({50, 60});
    CHECK(work.editor.execute(CommandId::InsertPoint));
    CHECK(work.corners() == std::vector<double>{10, 10, 50, 10, 50, 35, 50, 60});
}

TEST_CASE("points of a polygon are neither bent nor locked ones changed") {
    Touching work(kPolygon, polygonOf("[[10,10],[50,10],[50,60],[10,60]]"));
    work.click({50, 10});
    CHECK_FALSE(work.editor.canExecute(CommandId::BendPoint));
    CHECK_FALSE(work.editor.canExecute(CommandId::OpenPath));
    work.editor.execute(CommandId::ToggleLocked);
    CHECK_FALSE(work.editor.canExecute(CommandId::RemovePoint));
    CHECK_FALSE(work.image().chosenPoint());
}

TEST_CASE(
    "points of a vector are removed, inserted and bent by commands, as far as its control allows") {
    Touching work(vectorConfig(R"(curves="true" minPoints="3" maxPoints="4")"),
                  vectorOf("[[10,10],[50,10],[50,60]]", "false"));
    work.click({50, 10});
    CHECK_FALSE(work.editor.canExecute(CommandId::RemovePoint));
    CHECK(work.editor.execute(CommandId::InsertPoint));
    CHECK(work.vertices() == "v0 10,10 v1 50,10 id2 50,35 v2 50,60");
    CHECK_FALSE(work.editor.canExecute(CommandId::InsertPoint)); // four is the most
    CHECK(work.editor.execute(CommandId::BendPoint));
    CHECK(work.value()["vertices"][2]["isBezier"] == true);
    CHECK(work.editor.execute(CommandId::BendPoint)); // it is still chosen
    CHECK(work.value()["vertices"][2]["isBezier"] == false);
    CHECK(work.editor.execute(CommandId::RemovePoint));
    CHECK(work.vertices() == "v0 10,10 v1 50,10 v2 50,60");
    work.click({50, 60}); // the last one: halfway back
    CHECK(work.editor.execute(CommandId::InsertPoint));
    CHECK(work.vertices() == "v0 10,10 v1 50,10 id3 50,35 v2 50,60");
}

TEST_CASE("without curves nothing is bent") {
    Touching work(vectorConfig(""), vectorOf("[[10,10],[50,10],[50,60]]", "false"));
    work.click({50, 10});
    CHECK(work.editor.canExecute(CommandId::RemovePoint));
    CHECK_FALSE(work.editor.canExecute(CommandId::BendPoint));
    CHECK_FALSE(work.editor.canExecute(CommandId::OpenPath)); // it is open
}

TEST_CASE("a closed vector is opened behind the chosen point") {
    Touching work(vectorConfig(R"(closable="true")"),
                  vectorOf("[[10,10],[50,10],[50,60]]", "true"));
    work.click({50, 10});
    CHECK(work.editor.execute(CommandId::OpenPath));
    CHECK(work.value()["closed"] == false);
    CHECK(work.vertices() == "v2 50,60 v0 10,10 v1 50,10");
    CHECK(work.editor.execute(CommandId::Undo));
    CHECK(work.value()["closed"] == true);
}

TEST_CASE("where several are selected, taps choose several points, and those go in one step") {
    Touching work(vectorConfig(R"(curves="true")"),
                  vectorOf("[[10,10],[50,10],[50,60],[80,60],[80,90]]", "false"));
    CHECK(work.editor.execute(CommandId::SelectSeveral));
    work.click({50, 10});
    work.click({80, 60});
    work.click({50, 60});
    work.click({50, 60}); // and not that one
    CHECK_FALSE(work.editor.canExecute(CommandId::InsertPoint));
    CHECK(work.editor.execute(CommandId::BendPoint));
    CHECK(work.value()["vertices"][1]["isBezier"] == true);
    CHECK(work.value()["vertices"][3]["isBezier"] == true);
    CHECK(work.editor.execute(CommandId::RemovePoint));
    CHECK(work.vertices() == "v0 10,10 v2 50,60 v4 80,90");
    CHECK(work.editor.execute(CommandId::Undo));
    CHECK(work.editor.execute(CommandId::Undo));
    CHECK(work.vertices() == "v0 10,10 v1 50,10 v2 50,60 v3 80,60 v4 80,90");
}
