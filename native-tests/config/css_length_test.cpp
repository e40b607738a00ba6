#include "core/config/css_length.h"

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string_view>

using namespace cartouche::config;

namespace {

struct LengthCase {
    std::string_view text;
    std::optional<CssLength> length;
};

constexpr std::array kLengths{
    LengthCase{"0", CssLength{}},
    LengthCase{" 300px ", CssLength{.px = 300}},
    LengthCase{"2em", CssLength{.px = 32}},
    LengthCase{"1.5rem", CssLength{.px = 24}},
    LengthCase{"50%", CssLength{.ofParent = 0.5}},
    LengthCase{"25vw", CssLength{.ofViewport = 0.25}},
    LengthCase{"calc(100vh - 194px)", CssLength{.px = -194, .ofHeight = 1}},
    LengthCase{"calc( 50% + 10px - 1em )", CssLength{.px = -6, .ofParent = 0.5}},
    LengthCase{"", std::nullopt},
    LengthCase{"auto", std::nullopt},
    LengthCase{"300", std::nullopt},
    LengthCase{"300 px", std::nullopt},
    LengthCase{"3pt", std::nullopt},
    LengthCase{"calc()", std::nullopt},
    LengthCase{"calc(100vh-194px)", std::nullopt},
    LengthCase{"calc(100vh -194px)", std::nullopt},
    LengthCase{"calc(100vh - )", std::nullopt},
    LengthCase{"calc(2 * 10px)", std::nullopt},
    LengthCase{"calc(100vh", std::nullopt},
};

} // namespace

TEST_CASE("lengths are read as CSS writes them") {
    for (const LengthCase& row : kLengths) {
        CAPTURE(row.text);
        CHECK(parseCssLength(row.text) == row.length);
    }
}

TEST_CASE("a length is as many pixels as its parts are") {
    CHECK(parseCssLength("calc(50% + 10px - 10vh)")->resolve(400, 1000, 700) == 140);
    CHECK(parseCssLength("10vw")->resolve(400, 1000, 700) == 100);
}
