#include "editor/labeling.h"
#include "editor/viewport.h"

#include <doctest/doctest.h>

using namespace cartouche;
using editor::Viewport;
using tests::Labeling;

namespace {

Labeling imageWith(const std::string& attributes) {
    return Labeling("<View><Image name=\"image\" value=\"$image\" " + attributes +
                    "/><RectangleLabels name=\"l\" toName=\"image\"><Label "
                    "value=\"A\"/></RectangleLabels></View>");
}

} // namespace

TEST_CASE("an image begins fitted, in its own size, or in its own size if it is small") {
    CHECK(imageWith("").image().viewport().scale() == 2);
    CHECK(imageWith("defaultZoom=\"fit\"").image().viewport().scale() == 2);
    CHECK(imageWith("defaultZoom=\"original\"").image().viewport().scale() == 1);
    CHECK(imageWith("defaultZoom=\"auto\"").image().viewport().scale() == 1);
    Labeling large = imageWith("defaultZoom=\"auto\"");
    large.image().viewport().setStage({100, 50});
    CHECK(large.image().viewport().scale() == 0.5);
}

TEST_CASE("an image lies where its alignment says, and otherwise in the middle") {
    const auto leftOf = [](const std::string& attributes) {
        Labeling work = imageWith(attributes);
        work.image().viewport().setStage({600, 200});
        return work.image().viewport().toStage({0, 0}).x;
    };
    CHECK(leftOf("") == doctest::Approx(100));
    CHECK(leftOf("horizontalAlignment=\"left\"") == doctest::Approx(0));
    CHECK(leftOf("horizontalAlignment=\"right\"") == doctest::Approx(200));
}

TEST_CASE("zooming out ends with the whole image, unless the tag wants it smaller") {
    Labeling work = imageWith("");
    Viewport& view = work.image().viewport();
    view.zoomBy(4, {10, 10});
    CHECK(view.scale() == 8);
    CHECK_FALSE(view.seesAll());
    view.zoomBy(0.01, {10, 10});
    CHECK(view.scale() == 1); // its own size is smaller than fitted, and can be shown
    view.zoomTo(2, {0, 0});
    CHECK(view.isFitted());
    Labeling shrunk = imageWith("negativeZoom=\"true\"");
    shrunk.image().viewport().zoomBy(0.01, {0, 0});
    CHECK(shrunk.image().viewport().scale() == doctest::Approx(0.2));
}

TEST_CASE("the small map leads to the part that is pressed, and draws nothing") {
    Labeling work = imageWith("");
    work.image().viewport().setStage({800, 400});
    CHECK_FALSE(work.image().minimap());
    work.press("l", "A");
    work.image().viewport().zoomBy(4, {0, 0});
    const auto map = work.image().minimap();
    REQUIRE(map);
    CHECK(map->right == 788);
    CHECK(map->width() == 140);
    editor::ImageWorkspace::Pointer pointer{.at = {map->right - 1, map->bottom - 1}};
    work.image().press(pointer);
    work.image().release(pointer);
    CHECK(work.image().viewport().visible().right > 199);
    CHECK(work.results().empty());
}
