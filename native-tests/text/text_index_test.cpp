#include "core/json/json.h"
#include "core/text/text_index.h"
#include "core/text/utf8.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>

using namespace cartouche::text;

namespace {

std::string utf8(char32_t character) {
    const auto byte = [character](unsigned shift, unsigned mark) {
        return static_cast<char>(mark | ((character >> shift) & 0x3FU));
    };
    if (character < 0x80) {
        return {static_cast<char>(character)};
    }
    if (character < 0x800) {
        return {static_cast<char>(0xC0U | (character >> 6U)), byte(0, 0x80)};
    }
    if (character < 0x10000) {
        return {static_cast<char>(0xE0U | (character >> 12U)), byte(6, 0x80), byte(0, 0x80)};
    }
    return {static_cast<char>(0xF0U | (character >> 18U)), byte(12, 0x80), byte(6, 0x80),
            byte(0, 0x80)};
}

/// A text with the place of each boundary, counted the plain way.
struct Counted {
    std::string text;
    std::vector<Place> boundaries{Place{}};

    void add(char32_t character) {
        text += utf8(character);
        const Place& last = boundaries.back();
        boundaries.push_back(
            {text.size(), last.codePoint + 1, last.codeUnit + (character > 0xFFFF ? 2 : 1)});
    }
};

char32_t randomCharacter(std::mt19937& random) {
    switch (random() % 8) {
    case 0:
        return random() % 0x80; // NUL and line breaks, too
    case 1:
        return 0x80 + (random() % 0x780);
    case 2:
        return 0x800 + (random() % 0xD000); // up to the surrogates
    case 3:
        return 0xE000 + (random() % 0x2000);
    case 4:
        return 0x10000 + (random() % 0x100000);
    default:
        return 'a' + (random() % 26);
    }
}

Counted randomText(std::mt19937& random, std::size_t bytes) {
    Counted counted;
    while (counted.text.size() < bytes) {
        counted.add(randomCharacter(random));
    }
    return counted;
}

constexpr std::array kUnits{Unit::Byte, Unit::CodePoint, Unit::CodeUnit};

/// How many offsets from one boundary to the next are found in a wrong place.
int countWrong(const TextIndex& index, const Place& before, const Place& after) {
    int wrong = 0;
    for (const Unit unit : kUnits) {
        wrong += index.find(unit, before.in(unit)) == before ? 0 : 1;
        wrong += index.find(unit, before.in(unit), Rounding::Up) == before ? 0 : 1;
        for (std::size_t inside = before.in(unit) + 1; inside < after.in(unit); ++inside) {
            wrong += index.find(unit, inside) == before ? 0 : 1;
            wrong += index.find(unit, inside, Rounding::Up) == after ? 0 : 1;
        }
    }
    return wrong;
}

/// The end in each unit, as "bytes code points code units".
std::string counts(std::string_view text) {
    const Place end = TextIndex(text).end();
    return std::to_string(end.byte) + " " + std::to_string(end.codePoint) + " " +
           std::to_string(end.codeUnit);
}

} // namespace

TEST_CASE("counts bytes, code points and UTF-16 code units") {
    CHECK(counts("") == "0 0 0");
    CHECK(counts("Hello") == "5 5 5");
    CHECK(counts("a\r\nb") == "4 4 4");
    CHECK(counts(std::string_view("a\0b", 3)) == "3 3 3");
    CHECK(counts("a😀b") == "6 3 4");
    CHECK(counts("👍🏽") == "8 2 4");
    CHECK(counts("👨‍👩‍👧‍👦") == "25 7 11");
    CHECK(counts("e\u0301") == "3 2 2"); // e and a combining accent
    CHECK(counts("שלום") == "8 4 4");
    CHECK(counts("العربية") == "14 7 7");
    CHECK(counts("नमस्ते") == "18 6 6");
    CHECK(counts("\uFEFFx") == "4 2 2"); // a byte order mark within a text is a character
    CHECK(counts("\U0010FFFF") == "4 1 2");
}

TEST_CASE("finds a place by any unit") {
    const TextIndex index("a😀b");
    const Place b{5, 2, 3};
    CHECK(index.find(Unit::CodePoint, 2) == b);
    CHECK(index.find(Unit::CodeUnit, 3) == b);
    CHECK(index.find(Unit::Byte, 5) == b);
    CHECK(index.between(b, index.end()) == "b");
    CHECK(index.between(index.end(), b).empty());
    CHECK(index.findAll(Unit::CodePoint, std::array<std::size_t, 3>{2, 0, 9}) ==
          std::vector<Place>{b, {}, {6, 3, 4}});
}

TEST_CASE("an offset inside of a character goes down to its start or up to its end") {
    const TextIndex index("a😀b");
    CHECK(index.find(Unit::CodeUnit, 2) == Place{1, 1, 1});
    CHECK(index.find(Unit::CodeUnit, 2, Rounding::Up) == Place{5, 2, 3});
    for (const std::size_t inside : {2U, 3U, 4U}) {
        CHECK(index.find(Unit::Byte, inside) == Place{1, 1, 1});
        CHECK(index.find(Unit::Byte, inside, Rounding::Up) == Place{5, 2, 3});
    }
}

TEST_CASE("an offset beyond the end is the end") {
    CHECK(TextIndex("").find(Unit::CodePoint, 3) == Place{});
    CHECK(TextIndex("ab").find(Unit::CodeUnit, 3) == Place{2, 2, 2});
    CHECK(TextIndex("é").find(Unit::CodePoint, SIZE_MAX) == Place{2, 1, 1});
}

TEST_CASE("bytes that are not UTF-8 count as what a browser puts in their place") {
    CHECK(counts("\xFF") == "1 1 1");
    CHECK(counts("\x80\x80") == "2 2 2");
    CHECK(counts("\xC0\xAF") == "2 2 2");         // overlong
    CHECK(counts("\xED\xA0\x80") == "3 3 3");     // a lone surrogate
    CHECK(counts("\xF0\x9F\x98") == "3 1 1");     // cut off
    CHECK(counts("\xF0\x9F\x98x") == "4 2 2");    // cut off before a letter
    CHECK(counts("\xF4\x90\x80\x80") == "4 4 4"); // beyond U+10FFFF
    CHECK(counts("\xE2\x82\xF0\x9F\x98\x80") == "6 2 3");
}

TEST_CASE("lone surrogates do not come in from JSON, paired ones do") {
    using cartouche::json::parseJson;
    const auto lone = parseJson(R"("a\ud800b")");
    REQUIRE_FALSE(lone);
    CHECK(lone.error().message.starts_with("This is not valid JSON: "));
    CHECK_FALSE(parseJson(R"("\udc00")"));
    CHECK(parseJson(R"("\ud83d\ude00")")->get<std::string>() == "😀");
}

TEST_CASE("every offset of random texts is found where plain counting finds it") {
    std::mt19937 random(7);
    for (const std::size_t bytes : {1U, 20U, 511U, 512U, 513U, 1024U, 20000U}) {
        const Counted counted = randomText(random, bytes);
        const TextIndex index(counted.text);
        int wrong = 0;
        for (std::size_t at = 0; at + 1 < counted.boundaries.size(); ++at) {
            wrong += countWrong(index, counted.boundaries[at], counted.boundaries[at + 1]);
        }
        CHECK(wrong == 0);
        CHECK(index.end() == counted.boundaries.back());
    }
}

TEST_CASE("a text of a megabyte is found in without reading it again") {
    std::mt19937 random(8);
    const Counted counted = randomText(random, 1U << 20U);
    const TextIndex index(counted.text);
    CHECK(index.end() == counted.boundaries.back());
    int wrong = 0;
    for (std::size_t at = 0; at + 1 < counted.boundaries.size(); at += 1 + (random() % 40)) {
        wrong += countWrong(index, counted.boundaries[at], counted.boundaries[at + 1]);
    }
    CHECK(wrong == 0);
}

TEST_CASE("random bytes are counted to the last one, whatever they are") {
    std::mt19937 random(9);
    for (int round = 0; round < 300; ++round) {
        std::string bytes;
        for (int length = round; length > 0; --length) {
            bytes +=
                static_cast<char>(random() % 3 == 0 ? random() % 0x80 : 0x80 + random() % 0x80);
        }
        const TextIndex index(bytes);
        REQUIRE(index.end().byte == bytes.size());
        for (std::size_t at = 0; at <= index.end().codePoint; ++at) {
            REQUIRE(index.find(Unit::CodePoint, at).codePoint == at);
        }
    }
}
