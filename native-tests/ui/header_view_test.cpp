// Headers: how they look.

#include "ui/screen.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <string>

using namespace cartouche;
using tests::Screen;

namespace {

/// Corners of all that is drawn.
int cornersOf(const std::string& header, const std::string& style = "") {
    Screen screen("<View style=\"" + style + "\">" + header + "</View>");
    return ImGui::GetDrawData()->TotalVtxCount;
}

} // namespace

TEST_CASE("each line of a Header is underlined if it says so") {
    constexpr int kCorners = 4; // of a line
    const std::string value = R"(<Header value="What is the sentiment of this review?")";
    const int plain = cornersOf(value + "/>");
    CHECK(cornersOf(value + R"( underline="false"/>)") == plain);
    CHECK(cornersOf(value + R"( underline="true"/>)") == plain + kCorners);
    const std::string narrow = "padding-left: 48px; padding-right: 48px; display: grid; "
                               "grid-template-columns: 200px auto";
    const int broken = cornersOf(value + "/>", narrow);
    const int underlined = cornersOf(value + R"( underline="true"/>)", narrow);
    CHECK(underlined == broken + 2 * kCorners);
}
