#include "core/geometry/brush_rle.h"

#include <doctest/doctest.h>

#include <random>

using namespace cartouche::geometry;
using Bytes = std::vector<std::uint8_t>;

namespace {

std::string refusal(const Bytes& rle, std::size_t mostWords = 1000) {
    const auto words = decodeRle(rle, mostWords);
    return words ? "decoded" : words.error().message;
}

} // namespace

TEST_CASE("codes sequences to the bits of the reference") {
    CHECK(encodeRle(Bytes{1, 2, 3, 3, 3, 4}) ==
          Bytes{0, 0, 0, 6, 57, 27, 248, 32, 32, 81, 1, 192, 8});
    CHECK(encodeRle(Bytes{1, 1, 1, 1, 2, 3, 5, 6, 7, 8, 4, 4, 4, 4, 4, 4, 4, 4}) ==
          Bytes{0, 0, 0, 18, 57, 27, 252, 96, 34, 129, 1, 130, 131, 3, 132, 78, 8});
}

TEST_CASE("codes masks to the bits of the reference") {
    CHECK(encodeMask(Bytes{0, 0, 255, 255, 0, 128, 255, 0}) ==
          Bytes{0, 0, 0, 32, 57, 27, 252, 224, 19, 255, 198, 1, 28, 4, 127, 241, 128, 0});
    CHECK(encodeMask(Bytes(4, 0)) == Bytes{0, 0, 0, 16, 57, 27, 253, 240, 0});
    CHECK(encodeMask(Bytes(100, 255)) == Bytes{0, 0, 1, 144, 57, 27, 255, 1, 143, 255});
}

TEST_CASE("decodes what the reference's converter wrote in Python, padding and all") {
    CHECK(decodeRle(
              Bytes{0, 0, 0, 18, 57, 27, 252, 96, 32, 1, 0, 6, 0, 40, 0, 192, 3, 128, 17, 56, 32},
              18) == Bytes{1, 1, 1, 1, 2, 3, 5, 6, 7, 8, 4, 4, 4, 4, 4, 4, 4, 4});
    CHECK(decodeMask(Bytes{0, 0, 1, 144, 57, 27, 255, 1, 143, 255, 0}, 100) == Bytes(100, 255));
}

TEST_CASE("random sequences with runs of every length come back as they were") {
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round) {
        Bytes words;
        while (words.size() < 2000) {
            const std::size_t length = random() % 3 == 0 ? random() % 400 : random() % 5;
            words.insert(words.end(), length, static_cast<std::uint8_t>(random() % 3));
        }
        REQUIRE(decodeRle(encodeRle(words), words.size()) == words);
    }
}

TEST_CASE("runs and chunks longer than one record can say come back as they were") {
    for (const std::size_t length : {65535U, 65536U, 65540U, 131072U, 131076U, 200000U}) {
        const Bytes run(length, 7);
        CHECK(decodeMask(encodeMask(run), run.size()) == run);
        Bytes chunk(length);
        for (std::size_t index = 0; index < length; ++index) {
            chunk[index] = static_cast<std::uint8_t>(index % 251);
        }
        CHECK(decodeRle(encodeRle(chunk), chunk.size()) == chunk);
    }
    CHECK(decodeRle(encodeRle(Bytes{}), 0) == Bytes{});
    CHECK(decodeRle(encodeRle(Bytes{9}), 1) == Bytes{9});
}

TEST_CASE("what is no mask, or not all of one, is refused with what is wrong") {
    CHECK(refusal({}) == "This is not a mask in the run-length code of brushes");
    CHECK(refusal({1, 2, 3, 4, 5, 6, 7, 8}) ==
          "This is not a mask in the run-length code of brushes");
    Bytes cut = encodeRle(Bytes(100, 1));
    cut.pop_back();
    CHECK(refusal(cut) == "This mask ends after 0 of its 100 values");
    CHECK(refusal({255, 255, 255, 255, 57, 27, 255, 255, 255, 255}) ==
          "This mask has 4294967295 values; at most 1000 are expected");
    const auto wrong = decodeMask(encodeMask(Bytes(10, 1)), 11);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().message == "This mask has 40 values, but an image of 11 pixels needs 44");
}

TEST_CASE("random bytes behind a good header are decoded without harm") {
    std::mt19937 random(11);
    for (int round = 0; round < 3000; ++round) {
        Bytes rle{0, 0, 3, 232, 57, 27, 248};
        for (int index = 0; index < round % 60; ++index) {
            rle.push_back(static_cast<std::uint8_t>(random()));
        }
        const auto words = decodeRle(rle, 1000);
        CHECK((!words || words->size() == 1000));
    }
}
