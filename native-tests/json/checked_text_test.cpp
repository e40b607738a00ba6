#include "core/json/checked_text.h"
#include "core/json/cursor.h"
#include "core/json/members.h"
#include "core/json/object_text.h"

#include <doctest/doctest.h>

#include <random>

using namespace cartouche;
using json::checkJson;
using json::Cursor;
using json::Json;
using json::Kind;
using json::Members;

namespace {

bool isGood(std::string text) {
    return checkJson(std::move(text)).has_value();
}

/// The value as the cursor sees it, made into a tree.
Json walked(Cursor& cursor) {
    switch (cursor.kind()) {
    case Kind::Object: {
        Json out = Json::object();
        cursor.readObject([&out](std::string_view key, Cursor& value) {
            out[json::unescape(key)] = walked(value);
        });
        return out;
    }
    case Kind::List: {
        Json out = Json::array();
        cursor.readList([&out](Cursor& item) { out.push_back(walked(item)); });
        return out;
    }
    case Kind::Text:
        return *cursor.readText();
    case Kind::Number:
        return *cursor.readNumber();
    case Kind::Boolean:
        return *cursor.readFlag();
    case Kind::Null:
        cursor.skip();
    }
    return nullptr;
}

Json randomValue(std::mt19937& random, int depth) {
    static const std::vector<Json> kScalars{0,
                                            -1.5,
                                            255,
                                            1e-7,
                                            12345678901.25,
                                            true,
                                            false,
                                            nullptr,
                                            "",
                                            "a\"b\\c/\b\f\n\r\t",
                                            "🦜 naïve \u2028",
                                            std::string("\0x", 2)};
    const std::size_t kind = random() % (depth > 0 ? kScalars.size() + 6 : kScalars.size());
    if (kind < kScalars.size()) {
        return kScalars[kind];
    }
    Json out = kind % 2 == 0 ? Json::array() : Json::object();
    for (std::size_t count = random() % 4; count > 0; --count) {
        if (out.is_array()) {
            out.push_back(randomValue(random, depth - 1));
        } else {
            out["k\"" + std::to_string(random() % 9)] = randomValue(random, depth - 1);
        }
    }
    return out;
}

} // namespace

TEST_CASE("checks all that would keep a text from being read, and keeps it to the letter") {
    CHECK(checkJson(" [1, 2.50 ]\n")->text() == "[1, 2.50 ]");
    CHECK(checkJson("1")->text() == "1");
    CHECK(json::CheckedText().text() == "null");
    for (const char* text :
         {"", " ", "[1,]", "{\"a\":}", "[01]", "[1] 2", "\"\t\"", "nul", "[1e999]", "[-1e999]x",
          "\"\\ud800\"", "\"\\udc00\"", "\"\xC3\"", "\"\xED\xA0\x80\"", "{'a':1}", "[1"}) {
        CAPTURE(text);
        CHECK_FALSE(isGood(text));
        CHECK_FALSE(json::parseJson(text));
    }
    CHECK_FALSE(isGood(std::string("[1]\0", 4)));
    CHECK(isGood("\"\\ud83e\\udd9c 🦜 \xED\x9F\xBF\""));
    CHECK(isGood(std::string(512, '[') + std::string(512, ']')));
    const auto deep = checkJson(std::string(513, '[') + std::string(513, ']'));
    REQUIRE_FALSE(deep);
    CHECK(deep.error().message == "This JSON is nested deeper than 512 levels");
    CHECK(
        formatDiagnostic("a.json", checkJson("{\n  \"a\" 1}").error()).starts_with("a.json:2:7: "));
}

TEST_CASE("a cursor sees what a parser sees, in whatever way it is written") {
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        const Json value = randomValue(random, 5);
        for (const bool isAscii : {false, true}) {
            const std::string text = value.dump(round % 3 == 0 ? 2 : -1, ' ', isAscii);
            const auto checked = checkJson(text);
            REQUIRE(checked);
            Cursor cursor(checked->text());
            CHECK(walked(cursor) == value);
            Cursor whole(checked->text());
            CHECK(whole.skip() == checked->text());
        }
    }
}

TEST_CASE("a reading of another type passes nothing") {
    const auto checked = checkJson(R"(["7.5",256,"x",null,[],1e3,[0, 255],[256],[1,-1],[]])");
    std::vector<std::string> seen;
    Cursor(checked->text()).readList([&seen](Cursor& item) {
        if (const auto bytes = item.readBytes()) {
            seen.push_back(std::to_string(bytes->size()) + " bytes");
        } else if (const auto number = item.readNumber()) {
            seen.push_back(std::to_string(*number));
        } else if (const auto text = item.readText()) {
            seen.push_back(*text);
        }
    });
    CHECK(seen == std::vector<std::string>{"7.500000", "256.000000", "x", "0 bytes", "1000.000000",
                                           "2 bytes", "0 bytes"});
}

TEST_CASE("what is large is passed in one step, and seen the same") {
    const std::string many(3000, ' ');
    const std::string text = "{\"a\":[1,{\"b\":[" + many + "2]}],\"c\":\"" + many + "]\"}";
    const auto checked = checkJson(text);
    REQUIRE(checked->extents()->size() == 4);
    const Members members{Cursor(*checked)};
    CHECK(members.find("a")->size() == many.size() + 13);
    CHECK(members.find("a") == Members(checked->text()).find("a"));
    CHECK(members.text("c") == many + "]");
}

TEST_CASE("of two members with one key the last counts, and keys may be written with escapes") {
    const auto checked = checkJson(R"({"a":1,"\u0061":2,"b":"2","c":true})");
    const Members members(checked->text());
    CHECK(members.number("a") == 2);
    CHECK(members.number("b") == 2);
    CHECK(members.flag("c") == true);
    CHECK(members.text("b") == "2");
    CHECK(members.text("c") == "");
    CHECK(members.find("d") == std::nullopt);
    CHECK(Members("[1]").all().empty());
}

TEST_CASE("an object of which members are replaced keeps the others to the letter") {
    json::ObjectText object(checkJson(R"({"a": 1.0, "b" :[ 1 ], "c":"\u0041"})")->text());
    object.set("b", std::string("2"));
    object.set("d\"", Json("new"));
    object.erase("a");
    CHECK(object.text() == R"({"b":2,"c":"\u0041","d\"":"new"})");
    CHECK(json::ObjectText().text() == "{}");
}
