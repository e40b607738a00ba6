#include "core/image/decode.h"
#include "core/image/orientation.h"
#include "core/image/picture_png.h"
#include "image/encode.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace cartouche::image;
namespace tests = cartouche::tests;

namespace {

Picture picture() {
    return decode(tests::portablePixmap()).value();
}

std::vector<std::uint8_t> pixelsOf(const Picture& picture) {
    return {picture.bytes().begin(), picture.bytes().end()};
}

/// The indexes of pixels in the picture of encode.h, in the order in which they stand here.
std::vector<int> orderOf(const Picture& picture) {
    std::vector<int> order;
    for (std::size_t at = 0; at < picture.bytes().size(); at += Picture::kChannels) {
        const auto color = picture.bytes().subspan(at, 3);
        const auto found = std::ranges::find_if(tests::kPixels, [&](const tests::Rgb& pixel) {
            return std::ranges::equal(pixel, color);
        });
        order.push_back(static_cast<int>(found - tests::kPixels.begin()));
    }
    return order;
}

} // namespace

TEST_CASE("a picture comes back from its PNG pixel by pixel, with nothing else in the file") {
    const Picture opaque = picture();
    const auto png = writePng(opaque);
    CHECK(pixelsOf(decode(png).value()) == pixelsOf(opaque));
    const std::string_view text(reinterpret_cast<const char*>(png.data()), png.size());
    CHECK(text.substr(12, 4) == "IHDR");
    CHECK(png[25] == 2); // colours without alpha
    CHECK(text.substr(37, 4) == "IDAT");
    CHECK(text.substr(text.size() - 8, 4) == "IEND");

    const Picture faint = picture();
    faint.bytes()[7] = 3;
    const auto withAlpha = writePng(faint);
    CHECK(withAlpha[25] == 6);
    CHECK(pixelsOf(decode(withAlpha).value()) == pixelsOf(faint));
}

TEST_CASE("a picture is turned and mirrored as its Exif says") {
    // Stored as 0 1 2 above 3 4 5.
    const std::vector<std::vector<int>> kShown{
        {0, 1, 2, 3, 4, 5}, {2, 1, 0, 5, 4, 3}, {5, 4, 3, 2, 1, 0}, {3, 4, 5, 0, 1, 2},
        {0, 3, 1, 4, 2, 5}, {3, 0, 4, 1, 5, 2}, {5, 2, 4, 1, 3, 0}, {2, 5, 1, 4, 0, 3}};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        INFO(orientation);
        const Picture turned = upright(picture(), orientation).value();
        CHECK(turned.size == (orientation < 5 ? Size{3, 2} : Size{2, 3}));
        CHECK(orderOf(turned) == kShown.at(static_cast<std::size_t>(orientation - 1)));
    }
    CHECK(orderOf(upright(picture(), 9).value()) == kShown.front());
}
