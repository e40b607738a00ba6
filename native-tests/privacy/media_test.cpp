#include "core/privacy/image_metadata.h"
#include "core/privacy/region_hiding.h"

#include <doctest/doctest.h>

#include <format>
#include <vector>

using namespace cartouche::privacy;

namespace {

Bytes hex(std::string_view text) {
    return parseHex(text).value();
}

/// Start, Exif with orientation 6, comment, a frame, a scan, end, and something behind it.
const std::string kJpeg = "ffd8"
                          "ffe1002245786966000049492a0008000000010012010300010000000600000000000000"
                          "fffe0006534543"
                          "52"
                          "ffc0000b080001000101011100"
                          "ffda0008010100003f00"
                          "a5ff00d0ff"
                          "ffd9"
                          "deadbeef";

const std::string kPng =
    "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a73"
    "0000000f74455874417574686f72004a616e6520446f65346a1949"
    "00000019494441547801010e00f1ff00ff000000ff00000000ff0909091a2a031964ea564d"
    "0000000049454e44ae426082";

const std::string kWebp =
    "524946463000000057454250565038580a0000000c0000000100000100005650382006000000"
    "616263646566455849460300000078797a00";

/// Each beginning of a file but the whole is refused, and none crashes.
void checkCutOff(const Bytes& file, std::size_t needed) {
    for (std::size_t size = 0; size < needed; ++size) {
        INFO(size);
        CHECK_FALSE(stripMetadata(ByteView(file).first(size)));
    }
    CHECK(stripMetadata(file));
}

} // namespace

TEST_CASE("of a JPEG its picture and its orientation are left, and what stood behind it is gone") {
    const Bytes file = hex(kJpeg);
    CHECK(readJpegFacts(file)->orientation == 6);
    const auto stripped = stripJpeg(file);
    REQUIRE(stripped);
    CHECK(hexOf(*stripped) == "ffd8"
                              "ffe1002245786966000"
                              "04d4d002a00000008000101120003000000010006000000000000"
                              "ffc0000b080001000101011100ffda0008010100003f00a5ff00d0ffffd9");
    CHECK(readJpegFacts(*stripped)->orientation == 6);
    CHECK(stripJpeg(*stripped) == stripped);
    checkCutOff(file, file.size() - 4);
}

TEST_CASE("the thumbnail of JFIF goes, too") {
    const auto stripped =
        stripJpeg(hex("ffd8ffe000134a46494600010100000100010101aabbccffda0008010100003f00a5ffd9"));
    REQUIRE(stripped);
    CHECK(hexOf(*stripped) == "ffd8ffe000104a46494600010100000100010000ffda0008010100003f00a5ffd9");
}

TEST_CASE("PNG and WebP that are cut off or damaged are refused in words") {
    checkCutOff(hex(kPng), hex(kPng).size());
    checkCutOff(hex(kWebp), hex(kWebp).size());
    Bytes damaged = hex(kPng);
    damaged[70] ^= 1;
    CHECK(stripPng(damaged).error() == "This PNG is broken: the checksum at byte 60 is wrong");
    CHECK(stripJpeg(hex("ffd8ffd9")).error() == "This JPEG has no picture");
    CHECK(stripJpeg(hex("ffd8ffe10100")).error() ==
          "This JPEG is cut off in the segment 0xE1 at byte 2");
    CHECK(stripMetadata(bytesOf("GIF89a")).error() ==
          "This is no JPEG, PNG or WebP. Save it as one of these first");
    CHECK_FALSE(stripMetadata({}));
}

TEST_CASE("Exif that lies about its places is taken as not there") {
    Bytes file = hex(kJpeg);
    for (std::size_t at = 12; at < 38; ++at) {
        for (const int byte : {0, 1, 0x7F, 0xFF}) {
            Bytes changed = file;
            changed[at] = static_cast<std::uint8_t>(byte);
            CHECK(readJpegFacts(changed).has_value());
        }
    }
}

TEST_CASE("a region is filled, made coarse or blurred, and nothing beyond it changes") {
    std::vector<std::uint8_t> bytes;
    for (int at = 0; at < 6 * 4 * 2; ++at) {
        bytes.push_back(static_cast<std::uint8_t>(at * 5));
    }
    const std::vector<std::uint8_t> before = bytes;
    const Pixels pixels{bytes, 6, 4, 2};
    const PixelRegion region{4, 2, 99, 99};
    const std::vector<std::uint8_t> color{7, 9};
    const auto restIsKept = [&] {
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            const std::size_t x = at / 2 % 6;
            const std::size_t y = at / 12;
            CHECK((bytes[at] == before[at] || (x >= 4 && y >= 2)));
        }
    };
    blurRegion(pixels, region, 1);
    restIsKept();
    // The mean of 160, 170, 220 and 230 in each of the four.
    CHECK(bytes[(2 * 6 + 4) * 2] == 195);
    CHECK(bytes[(3 * 6 + 5) * 2] == 195);
    pixelateRegion(pixels, region, 100);
    restIsKept();
    fillRegion(pixels, region, color);
    restIsKept();
    CHECK(bytes[(2 * 6 + 4) * 2] == 7);
    CHECK(bytes.back() == 9);
    fillRegion(pixels, {9, 9, 2, 2}, color);
    pixelateRegion(pixels, {3, 3, 3, 3}, 2);
    blurRegion(pixels, {6, 4, 6, 4}, 2);
    restIsKept();
}

TEST_CASE("of a region with a mask only its own pixels change, and only they are mixed") {
    const std::vector<std::uint8_t> before{10, 20, 99, 30, 99, 50};
    const std::vector<std::uint8_t> mask{1, 255, 0, 7, 0, 1};
    std::vector<std::uint8_t> bytes = before;
    const Pixels pixels{bytes, 3, 2, 1};
    const PixelRegion region{0, 0, 3, 2, mask};
    pixelateRegion(pixels, region, 3);
    // The mean of 10, 20, 30 and 50, rounded half up.
    CHECK(bytes == std::vector<std::uint8_t>{28, 28, 99, 28, 99, 28});
    bytes = before;
    blurRegion(pixels, region, 1);
    // Of 10, 20 and 30; of these and 50; of 20 and 50.
    CHECK(bytes == std::vector<std::uint8_t>{20, 28, 99, 20, 99, 35});
    bytes = before;
    fillRegion(pixels, region, std::vector<std::uint8_t>{1});
    CHECK(bytes == std::vector<std::uint8_t>{1, 1, 99, 1, 99, 1});
    // A mask keeps its rows where a part of the region is beyond the picture.
    bytes = before;
    fillRegion(pixels, {2, 0, 4, 2, std::vector<std::uint8_t>{0, 1, 1, 0}},
               std::vector<std::uint8_t>{1});
    CHECK(bytes == std::vector<std::uint8_t>{10, 20, 99, 30, 99, 1});
}

TEST_CASE("squares and blurs are as wide as a region asks for, and small regions are one colour") {
    CHECK(suggestedBlock({0, 0, 601, 900}) == 101);
    CHECK(suggestedRadius({0, 0, 900, 601}) == 151);
    CHECK(suggestedBlock({5, 5, 10, 10}) == 8);
    CHECK(suggestedRadius({5, 5, 10, 10}) == 4);
}

TEST_CASE("the Exif of a PNG tells how it is turned") {
    CHECK(readPngFacts(hex(kPng))->orientation == 1);
    Bytes exif{'e', 'X', 'I', 'f'};
    const Bytes segment = hex("4d4d002a00000008000101120003000000010006000000000000");
    exif.insert(exif.end(), segment.begin(), segment.end());
    std::uint32_t check = 0xFFFFFFFFU;
    for (const std::uint8_t byte : exif) {
        check ^= byte;
        for (int bit = 0; bit < 8; ++bit) {
            check = check >> 1U ^ ((check & 1U) != 0 ? 0xEDB88320U : 0);
        }
    }
    const std::string file = kPng.substr(0, 66) +
                             std::format("{:08x}{}{:08x}", segment.size(), hexOf(exif), ~check) +
                             kPng.substr(66);
    CHECK(readPngFacts(hex(file))->orientation == 6);
    CHECK(stripPng(hex(file)) == stripPng(hex(kPng)));
    CHECK_FALSE(readPngFacts(hex(file.substr(0, 90))));
}
