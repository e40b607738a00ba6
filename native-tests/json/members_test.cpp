#include "core/json/checked_text.h"
#include "core/json/members.h"
#include "core/json/numbers.h"
#include "core/json/scan.h"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstddef>
#include <format>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace cartouche::json;

namespace {

/// What an object of these members holds, last of equal keys first.
std::optional<std::string> valueOf(const std::vector<std::pair<std::string, std::string>>& members,
                                   std::string_view key) {
    std::optional<std::string> value;
    for (const auto& [name, text] : members) {
        value = name == key ? std::optional(text) : value;
    }
    return value;
}

} // namespace

TEST_CASE("object after object, whatever the one before was like, has the members of its text") {
    // Few keys, many of which share their marks, in objects of which some are longer than what is
    // marked and some are no objects at all.
    const std::vector<std::string> keys{"x",
                                        "y",
                                        "id",
                                        "di",
                                        "value",
                                        "eulav",
                                        "",
                                        "ab",
                                        "to_nam",
                                        "width",
                                        "a\\u0041",
                                        "é",
                                        "long key of some length",
                                        "long key of same length"};
    std::mt19937 random(11);
    const auto below = [&random](std::size_t count) { return random() % count; };
    std::vector<std::vector<std::pair<std::string, std::string>>> objects;
    std::string list = "[";
    for (int round = 0; round < 3000; ++round) {
        auto& members = objects.emplace_back();
        const bool isRepeated = round > 0 && below(3) > 0;
        if (isRepeated) {
            members = objects[objects.size() - 2];
        }
        const std::size_t count = isRepeated ? below(2) : below(24);
        for (std::size_t index = 0; index < count; ++index) {
            members.insert(members.begin() + static_cast<std::ptrdiff_t>(below(members.size() + 1)),
                           {keys[below(keys.size())], std::to_string(below(1000))});
        }
        list += round > 0 ? "," : "";
        list += below(2) == 0 ? " {" : "{";
        for (std::size_t index = 0; index < members.size(); ++index) {
            list += std::format("{}\"{}\":{}", index > 0 ? ", " : "", members[index].first,
                                members[index].second);
        }
        list += "}";
    }
    const auto checked = checkJson(list + "]");
    REQUIRE(checked);
    Members members;
    std::size_t index = 0;
    Cursor(*checked).readList([&](Cursor& item) {
        members.read(item);
        const auto& expected = objects[index++];
        REQUIRE(members.all().size() == expected.size());
        for (const std::string& key : keys) {
            const auto found = members.find(unescape(key));
            REQUIRE(found.has_value() == valueOf(expected, key).has_value());
            REQUIRE(std::string(found.value_or("")) == valueOf(expected, key).value_or(""));
        }
        CHECK_FALSE(members.has("absent"));
    });
    CHECK(index == objects.size());
}

TEST_CASE("what is no object has no members, and forgets those of the last one") {
    const auto checked = checkJson(R"([{"a":1,"in":{"b":2}},{"in":[1]},{"a":3},7])");
    Members members;
    Members nested;
    std::string seen;
    Cursor(*checked).readList([&](Cursor& item) {
        members.read(item, "in", nested);
        seen +=
            std::format("{}{} ", members.text("a").empty() ? members.number("a").value_or(0) : -1,
                        nested.has("b") ? "b" : "");
    });
    CHECK(seen == "1b 0 3 0 ");
}

TEST_CASE("texts are compared and searched as the standard library does it") {
    std::mt19937 random(3);
    for (int round = 0; round < 20000; ++round) {
        std::string one(random() % 40, 'a');
        std::string other(one.size() + random() % 2, 'a');
        if (!one.empty() && random() % 2 == 0) {
            one[random() % one.size()] = static_cast<char>(random() % 256);
        }
        if (!other.empty() && random() % 2 == 0) {
            other[random() % other.size()] = static_cast<char>(random() % 256);
        }
        REQUIRE(scan::isSame(one, other) == (one == other));
        const char letter = static_cast<char>(random() % 256);
        REQUIRE(scan::contains(one, letter) == (one.find(letter) != std::string::npos));
        REQUIRE(scan::contains(one, 'a') == (one.find('a') != std::string::npos));
    }
}

TEST_CASE("a number is read to the last bit, up to where it ends") {
    std::mt19937_64 random(5);
    for (int round = 0; round < 20000; ++round) {
        const double number = std::bit_cast<double>(random());
        if (!std::isfinite(number)) {
            continue;
        }
        const std::string text = std::format("{}", number);
        REQUIRE(parseNumber(text) == number);
        const auto checked = checkJson("[" + text + ", 1]");
        REQUIRE(checked);
        Cursor(*checked).readList([&, index = 0](Cursor& item) mutable {
            REQUIRE(item.readNumber() == (index++ == 0 ? number : 1));
        });
    }
    CHECK(parseNumber("0") == 0);
    CHECK(parseNumber("123456789") == 123456789);
    CHECK(parseNumber("1234567890") == 1234567890);
    for (const char* other : {"", "1 ", "1,", "x", "inf", "nan", "1e999", "-", "1]"}) {
        CHECK_MESSAGE(!parseNumber(other), other);
    }
}
