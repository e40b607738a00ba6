#include "core/image/portable_map.h"
#include "image/encode.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cartouche;
using image::Fault;
using tests::Bytes;

namespace {

Bytes bytesOf(std::string_view text) {
    return {text.begin(), text.end()};
}

/// The red of each pixel; green and blue must be alike where `isGrey`.
std::vector<int> redsOf(const Bytes& file, bool isGrey = true) {
    REQUIRE(image::isPortableMap(file));
    const auto picture = image::decodePortableMap(file, 1000);
    REQUIRE_MESSAGE(picture.has_value(), (picture ? "" : picture.error().reason));
    std::vector<int> reds;
    const auto bytes = picture->bytes();
    for (std::size_t at = 0; at < bytes.size(); at += 4) {
        CHECK((!isGrey || (bytes[at] == bytes[at + 1] && bytes[at] == bytes[at + 2])));
        CHECK(bytes[at + 3] == 255);
        reds.push_back(bytes[at]);
    }
    return reds;
}

image::Refusal refusalOf(std::string_view file, std::uint64_t mostPixels = 1000) {
    const auto picture = image::decodePortableMap(bytesOf(file), mostPixels);
    REQUIRE_FALSE(picture.has_value());
    return picture.error();
}

} // namespace

TEST_CASE("bits are white where they are 0, and rows of them begin with a byte") {
    CHECK(redsOf(bytesOf("P1 3 2 010 1 1 0")) == std::vector{255, 0, 255, 0, 0, 255});
    CHECK(redsOf(bytesOf("P4 3 2\n\x5F\xC0")) == std::vector{255, 0, 255, 0, 0, 255});
}

TEST_CASE("values are taken as parts of the greatest") {
    CHECK(redsOf(bytesOf("P2 4 1 3 0 1 2 3")) == std::vector{0, 85, 170, 255});
    CHECK(redsOf(bytesOf("P5 2 1 51 \x33\x11")) == std::vector{255, 85});
}

TEST_CASE("values of two bytes begin with the higher one") {
    tests::Writer file;
    file.text("P5 3 1 65535\n").big(0, 2).big(0x8000, 2).big(65535, 2);
    CHECK(redsOf(file.take()) == std::vector{0, 128, 255});
    tests::Writer twelve; // bits of a sensor
    twelve.text("P5 3 1 4095\n").big(0, 2).big(2048, 2).big(4095, 2);
    CHECK(redsOf(twelve.take()) == std::vector{0, 128, 255});
}

TEST_CASE("colours come in text and in bytes") {
    CHECK(redsOf(bytesOf("P3\n# made by hand\n2 1 # two\n255\n10 20 30  40 50 60"), false) ==
          std::vector{10, 40});
    CHECK(redsOf(tests::portablePixmap(), false) == std::vector{255, 0, 0, 255, 16, 200});
}

TEST_CASE("a portable map that is broken says what it lacks") {
    CHECK(refusalOf("P5 2 2 255\nabc").reason == "it ends before its last pixel");
    CHECK(refusalOf("P5 2 2 255\nabc").size == image::Size{2, 2});
    CHECK(refusalOf("P2 2 1 9 1 x").reason == "it ends before its last pixel");
    CHECK(refusalOf("P5 2 2 70000\n").reason == "its header is no PNM header");
    CHECK(refusalOf("P5 0 2 255\n").reason == "its header is no PNM header");
    CHECK(refusalOf("P6 99999999999999999999 2 255\n").fault == Fault::Broken);
    CHECK(refusalOf("P5 # comment without an end").fault == Fault::Broken);
    CHECK(refusalOf("P6 60000 60000 255\n").fault == Fault::TooLarge);
    CHECK(refusalOf("P6 60000 60000 255\n").size == image::Size{60'000, 60'000});
}

TEST_CASE("what only begins like a portable map is none") {
    CHECK_FALSE(image::isPortableMap(bytesOf("Peter")));
    CHECK_FALSE(image::isPortableMap(bytesOf("P7\nWIDTH 1")));
    CHECK_FALSE(image::isPortableMap(bytesOf("P5")));
}
