#include "ui/widgets/wrapped.h"

#include <doctest/doctest.h>

#include <array>
#include <span>
#include <vector>

using namespace cartouche;

namespace {

std::vector<float> widths(std::span<const float> wanted, float room) {
    std::vector<float> all;
    for (const ui::Box& box : ui::shareLine(wanted, {10, 5, room, 36}, 8)) {
        all.push_back(box.width);
    }
    return all;
}

} // namespace

TEST_CASE("who shares a line gets what it wants, and all alike of what is left") {
    CHECK(widths(std::array{110.0F, 70.0F}, 208) == std::vector{120.0F, 80.0F});
    CHECK(widths(std::array{50.0F}, 200) == std::vector{200.0F});
    CHECK(widths({}, 200).empty());
}

TEST_CASE("where a line is too short, the widest give way first") {
    CHECK(widths(std::array{150.0F, 40.0F}, 148) == std::vector{100.0F, 40.0F});
    CHECK(widths(std::array{150.0F, 200.0F, 30.0F}, 246) == std::vector{100.0F, 100.0F, 30.0F});
    CHECK(widths(std::array{300.0F}, 200) == std::vector{200.0F});
    CHECK(widths(std::array{30.0F, 30.0F}, 0) == std::vector{0.0F, 0.0F});
}

TEST_CASE("those that share a line stand side by side in it") {
    const auto boxes = ui::shareLine(std::array{100.0F, 100.0F}, {10, 5, 208, 36}, 8);
    REQUIRE(boxes.size() == 2);
    CHECK(boxes[0].left == 10);
    CHECK(boxes[1].left == 118);
    CHECK(boxes[1].right() == 218);
    CHECK(boxes[1].top == 5);
    CHECK(boxes[1].height == 36);
}
