#include "core/json/json.h"
#include "core/language/locale.h"
#include "core/language/message.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace cartouche;
using language::Direction;
using language::Locale;
using language::say;

namespace {

/// Speaks a locale as long as it lives, and English after it.
class Speaking {
public:
    explicit Speaking(std::string_view locale) {
        language::speak(Locale::read(*json::parseJson(locale), problems));
    }
    ~Speaking() { language::speak(Locale()); }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

    diagnostics::Diagnostics problems;
};

/// "/pointer: message", of each.
std::vector<std::string> problemsOf(std::string_view locale) {
    diagnostics::Diagnostics problems;
    Locale::read(*json::parseJson(locale), problems);
    std::vector<std::string> lines;
    for (const auto& problem : problems) {
        CHECK(problem.code == diagnostics::Code::BadLocale);
        lines.push_back(problem.where.pointer + ": " + problem.message);
    }
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("a message is English until another language is spoken") {
    CHECK(language::spokenLocale().language() == "en");
    CHECK(language::spokenLocale().direction() == Direction::LeftToRight);
    CHECK(say("text.loading") == "Loading the text…");
    CHECK(say("command.annotation:undo") == "Undo");
}

TEST_CASE("arguments take the places of their names") {
    CHECK(say("relations.name", {{"from", "Car"}, {"to", "Wheel"}}) == "Car to Wheel");
    CHECK(say("relations.name", {{"to", "Wheel"}, {"from", "Car"}}) == "Car to Wheel");
    CHECK(say("find.place", {{"place", 3}, {"count", std::size_t{17}}}) == "3 of 17");
    CHECK(say("regions.lock", {{"region", "{region}"}}) == "Lock {region}");
    CHECK(say("regions.lock", {{"region", ""}}) == "Lock ");
    CHECK(say("regions.lock") == "Lock {region}");
    CHECK(say("regions.lock", {{"area", "Car"}}) == "Lock {region}");
}

TEST_CASE("a name that is read from the right is isolated in a sentence that is not") {
    CHECK(say("relations.name", {{"from", "רכב"}, {"to", "سيارة"}}) ==
          "\u2068רכב\u2069 to \u2068سيارة\u2069");
    CHECK(say("relations.name", {{"from", "Авто"}, {"to", "մեքենա"}}) == "Авто to մեքենա");
    const Speaking speaking(
        R"({"language":"ar","direction":"rtl","messages":{"relations.name":"{from} - {to}"}})");
    CHECK(say("relations.name", {{"from", "رجل"}, {"to", "Wheel"}}) == "رجل - Wheel");
}

TEST_CASE("the argument named count chooses the form of a message") {
    CHECK(say("clipboard.copied", {{"count", 0}}) == "0 regions copied");
    CHECK(say("clipboard.copied", {{"count", 1}}) == "1 region copied");
    CHECK(say("clipboard.copied", {{"count", 2}}) == "2 regions copied");
    CHECK(say("clipboard.copied", {{"count", 1'000'000'000'000}}) ==
          "1000000000000 regions copied");
    CHECK(say("find.found", {{"count", 1}}) == "1 found");
    CHECK(say("clipboard.pasted-partly", {{"count", 1}, {"leftOut", 2}, {"reason", "so"}}) ==
          "1 region pasted, 2 left out: so");
}

TEST_CASE("another locale speaks what it has, and English what it lacks") {
    const Speaking speaking(R"({"language":"xx","direction":"rtl","messages":{
        "text.loading": "Moment…",
        "relations.name": "{to} < {from}",
        "find.nothing": ""}})");
    CHECK(speaking.problems.empty());
    CHECK(language::spokenLocale().language() == "xx");
    CHECK(language::spokenLocale().direction() == Direction::RightToLeft);
    CHECK(say("text.loading") == "Moment…");
    CHECK(say("relations.name", {{"from", "Car"}, {"to", "Wheel"}}) == "Wheel < Car");
    CHECK(say("command.annotation:undo") == "Undo");
    CHECK(say("find.nothing") == "Not found");
    CHECK(say("clipboard.copied", {{"count", 1}}) == "1 region copied");
    CHECK(say("clipboard.copied", {{"count", 2}}) == "2 regions copied");
}

TEST_CASE("a locale counts by its own rules") {
    const Speaking speaking(R"({"language":"ar","plurals":{
        "zero":"n = 0","one":"n = 1","two":"n = 2","few":"n % 100 = 3..10","many":"n % 100 = 11..99"},
        "messages":{"clipboard.copied":{"zero":"none","one":"one","two":"two","few":"{count} few",
            "many":"{count} many","other":"{count} other"},
        "clipboard.pasted":{"two":"two","other":"{count} other"},
        "find.found":"found {count}"}})");
    REQUIRE(speaking.problems.empty());
    const auto copied = [](std::int64_t count) {
        return say("clipboard.copied", {{"count", count}});
    };
    CHECK(copied(0) == "none");
    CHECK(copied(1) == "one");
    CHECK(copied(2) == "two");
    CHECK(copied(3) == "3 few");
    CHECK(copied(11) == "11 many");
    CHECK(copied(100) == "100 other");
    CHECK(say("clipboard.pasted", {{"count", 2}}) == "two");
    CHECK(say("clipboard.pasted", {{"count", 5}}) == "5 other"); // a form that it lacks
    CHECK(say("find.found", {{"count", 2}}) == "found 2");
}

TEST_CASE("a locale that is none is English, and says why") {
    CHECK(problemsOf("3") ==
          Lines{": The locale is a number; it must be an object with \"language\" and "
                "\"messages\""});
    CHECK(problemsOf("{}") == Lines{"/language: The locale has no \"language\", such as \"de\"",
                                    "/messages: The locale has no object \"messages\""});
    CHECK(problemsOf(R"({"language":"de","messages":[]})") ==
          Lines{"/messages: The locale has no object \"messages\""});
    const Speaking speaking("3");
    CHECK(language::spokenLocale().language() == "en");
    CHECK(say("text.loading") == "Loading the text…");
}

TEST_CASE("what cannot be used of a locale is left out and told with its place") {
    CHECK(problemsOf(R"({"language":"de","direction":"up","messages":{}})") ==
          Lines{"/direction: The direction \"up\" is neither \"ltr\" nor \"rtl\""});
    CHECK(problemsOf(R"({"language":"de","plurals":{"some":"n = 3"},"messages":{}})") ==
          Lines{"/plurals/some: \"some\" is no plural form; there are zero, one, two, few, many "
                "and other"});
    CHECK(problemsOf(R"({"language":"de","plurals":{"one":1,"few":"n ? 3"},"messages":{}})") ==
          Lines{"/plurals/one: A plural rule is a number, not a text",
                "/plurals/few: \"n ? 3\" is no rule from \"? 3\" on"});
    CHECK(problemsOf(R"({"language":"de","messages":{"text.gone":"Weg"}})") ==
          Lines{"/messages/text.gone: There is no message \"text.gone\" to translate"});
    CHECK(problemsOf(R"({"language":"de","messages":{"text.none":7}})") ==
          Lines{"/messages/text.none: The message \"text.none\" is a number, not a text"});
    CHECK(
        problemsOf(R"({"language":"de","messages":{"clipboard.copied":{"one":[],"lots":"x"}}})") ==
        Lines{"/messages/clipboard.copied/one: A text is a list",
              "/messages/clipboard.copied/lots: \"lots\" is no plural form; there are zero, "
              "one, two, few, many and other"});
    const Speaking speaking(
        R"({"language":"de","messages":{"text.none":7,"text.loading":"Lädt"}})");
    CHECK(say("text.none") == "There is no text.");
    CHECK(say("text.loading") == "Lädt");
}

TEST_CASE("messages of the page are left to the page") {
    CHECK(problemsOf(R"({"language":"de","messages":{"page.retry":"Nochmal","page.x":""}})") ==
          Lines{});
}

TEST_CASE("of many faults of a locale the first five are told, and how many more there are") {
    CHECK(problemsOf(R"({"language":"de","messages":{"a":"","b":"","c":"","d":"","e":"","f":"",
                         "g":""}})") == Lines{"/messages/a: There is no message \"a\" to translate",
                                              "/messages/b: There is no message \"b\" to translate",
                                              "/messages/c: There is no message \"c\" to translate",
                                              "/messages/d: There is no message \"d\" to translate",
                                              "/messages/e: There is no message \"e\" to translate",
                                              ": The locale has 2 more faults"});
}
