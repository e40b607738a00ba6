// Headers: how they look.

#include "ui/screen.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <cmath>
#include <string>

using namespace cartouche;
using tests::Screen;

namespace {

struct Drawn {
    int corners = 0; // of all that is drawn
    float height = 0;
};

Drawn draw(const std::string& header, const std::string& style = "") {
    Screen screen("<View style=\"" + style + "\">" + header + "</View>");
    const ImVec4 box = screen.find("heading", "What is the sentiment of this review?")->box;
    return {ImGui::GetDrawData()->TotalVtxCount, box.w - box.y};
}

} // namespace

TEST_CASE("each line of a Header is underlined if it says so") {
    constexpr int kCorners = 4; // of a line
    const std::string value = R"(<Header value="What is the sentiment of this review?")";
    const Drawn plain = draw(value + "/>");
    CHECK(draw(value + R"( underline="false"/>)").corners == plain.corners);
    CHECK(draw(value + R"( underline="true"/>)").corners == plain.corners + kCorners);
    const std::string narrow = "display: grid; grid-template-columns: 200px auto";
    const Drawn broken = draw(value + "/>", narrow);
    const int lines = static_cast<int>(std::lround(broken.height / plain.height));
    REQUIRE(lines > 1);
    CHECK(draw(value + R"( underline="true"/>)", narrow).corners ==
          broken.corners + lines * kCorners);
}
