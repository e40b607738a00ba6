#include "core/image/decode.h"
#include "image/encode.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cartouche;
using image::Fault;
using image::Size;
using tests::Bytes;
using tests::Rgb;

namespace {

/// Each pixel as "r,g,b,a".
std::vector<std::string> pixelsOf(const Bytes& file) {
    const auto picture = image::decode(file);
    REQUIRE_MESSAGE(picture.has_value(), (picture ? "" : picture.error().reason));
    CHECK(picture->size == Size{tests::kWidth, tests::kHeight});
    std::vector<std::string> pixels;
    const auto bytes = picture->bytes();
    for (std::size_t at = 0; at < bytes.size(); at += 4) {
        pixels.push_back(std::to_string(bytes[at]) + "," + std::to_string(bytes[at + 1]) + "," +
                         std::to_string(bytes[at + 2]) + "," + std::to_string(bytes[at + 3]));
    }
    return pixels;
}

std::vector<std::string> expected(int alpha = 255) {
    std::vector<std::string> pixels;
    for (const Rgb& pixel : tests::kPixels) {
        pixels.push_back(std::to_string(pixel[0]) + "," + std::to_string(pixel[1]) + "," +
                         std::to_string(pixel[2]) + "," + std::to_string(alpha));
    }
    return pixels;
}

} // namespace

TEST_CASE("every format is decoded to the same pixels") {
    CHECK(pixelsOf(tests::portablePixmap()) == expected());
    CHECK(pixelsOf(tests::windowsBitmap()) == expected());
    CHECK(pixelsOf(tests::photoshop()) == expected());
    CHECK(pixelsOf(tests::targa()) == expected(128));
}

TEST_CASE("the first frame of a GIF is decoded") {
    const std::string red = "255,0,0,255";
    const std::string dark = "16,32,64,255";
    CHECK(pixelsOf(tests::graphicsInterchange()) ==
          std::vector<std::string>{red, dark, red, dark, dark, red});
}

TEST_CASE("a Radiance picture is mapped to eight bits by its gamma") {
    // 0.5, and its root of 2.2 in 255ths.
    CHECK(pixelsOf(tests::radiance(128, 128)) == std::vector<std::string>(6, "186,186,186,255"));
    // Brighter than white.
    CHECK(pixelsOf(tests::radiance(128, 140)) == std::vector<std::string>(6, "255,255,255,255"));
}

TEST_CASE("a file of another kind is of an unknown format") {
    for (const std::string& text : {std::string("<!doctype html><title>Log in</title>"),
                                    std::string("II*\0 a TIFF", 11), std::string()}) {
        const auto picture = image::decode(Bytes(text.begin(), text.end()));
        REQUIRE_FALSE(picture.has_value());
        CHECK(picture.error().fault == Fault::UnknownFormat);
        CHECK(picture.error().reason == "");
    }
}

TEST_CASE("a broken file is refused with a reason and its size") {
    Bytes bitmap = tests::windowsBitmap();
    bitmap[28] = 7; // bits a pixel
    const auto odd = image::decode(bitmap);
    REQUIRE_FALSE(odd.has_value());
    CHECK(odd.error().fault == Fault::Broken);
    CHECK(odd.error().reason.starts_with("it"));

    Bytes psd = tests::photoshop();
    psd[25] = 4; // CMYK
    const auto cmyk = image::decode(psd);
    REQUIRE_FALSE(cmyk.has_value());
    CHECK(cmyk.error().fault == Fault::Broken);
    CHECK(cmyk.error().reason ==
          "it is a PSD image of a kind that is not decoded, or its header is broken");
}

TEST_CASE("an image that claims more pixels than it may have is refused before memory is taken") {
    Bytes bitmap = tests::windowsBitmap();
    bitmap[18] = bitmap[22] = 0x60;
    bitmap[19] = bitmap[23] = 0xEA;
    const auto picture = image::decode(bitmap);
    REQUIRE_FALSE(picture.has_value());
    CHECK(picture.error().fault == Fault::TooLarge);
    CHECK(picture.error().size == Size{60'000, 60'000});

    tests::Writer png;
    png.text("\x89PNG\r\n\x1A\n").big(13, 4).text("IHDR").big(60'000, 4).big(50'000, 4);
    png.big(8, 1).big(2, 1).big(0, 3).big(0, 4);
    const auto large = image::decode(png.take());
    REQUIRE_FALSE(large.has_value());
    CHECK(large.error().fault == Fault::TooLarge);
    CHECK(large.error().size == Size{60'000, 50'000});

    CHECK(image::decode(tests::windowsBitmap(), 6).has_value());
    CHECK_FALSE(image::decode(tests::windowsBitmap(), 5).has_value());
}
