#include "core/text/regex.h"

#include <doctest/doctest.h>

#include <string>

using cartouche::text::Regex;

namespace {

/// Whether the pattern is in the text; "" or what is wrong with it otherwise.
bool finds(std::string_view pattern, std::string_view text,
           Regex::Case letters = Regex::Case::Matters) {
    const auto regex = Regex::compile(pattern, letters);
    REQUIRE_MESSAGE(regex, std::string(pattern));
    return regex->isFoundIn(text);
}

/// All that is found, between bars.
std::string allOf(std::string_view pattern, std::string_view text,
                  Regex::Case letters = Regex::Case::Matters) {
    const auto regex = Regex::compile(pattern, letters);
    REQUIRE_MESSAGE(regex, std::string(pattern));
    std::string all;
    for (const Regex::Match& match : regex->findAll(text).matches) {
        all += '|' + std::string(text.substr(match.start, match.end - match.start));
    }
    return all;
}

std::string faultOf(std::string_view pattern) {
    const auto regex = Regex::compile(pattern);
    return regex ? "" : regex.error().describe();
}

} // namespace

TEST_CASE("regular expressions find what they say, anywhere in a text") {
    CHECK(finds("check.*out", "please check it out"));
    CHECK_FALSE(finds("check.*out", "check\nout"));
    CHECK(finds("^a(b|cd)*e$", "abcdbe"));
    CHECK_FALSE(finds("^a(b|cd)*e$", "abcbe"));
    CHECK(finds("colou?r", "color"));
    CHECK(finds("x{2,3}y", "xxy"));
    CHECK_FALSE(finds("^x{2,3}y", "xxxxy"));
    CHECK(finds("^x{2,}$", "xxxxx"));
    CHECK(finds("(?:ab){2}", "xabab"));
    CHECK(finds("", ""));
    CHECK(finds("a|", "b"));
    CHECK(finds("^(a*)*$", "aaaa")); // an empty loop ends
    CHECK(finds("a+?b", "aab"));
}

TEST_CASE("classes of characters are sets of code points") {
    CHECK(finds("^[a-c\\d-]+$", "b2-a"));
    CHECK_FALSE(finds("[^a-c]", "abc"));
    CHECK(finds("^\\w+\\s\\W$", "ab_1 !"));
    CHECK(finds("\\D", "12a"));
    CHECK_FALSE(finds("\\D", "12"));
    CHECK(finds("^.$", "東")); // one character of three bytes
    CHECK(finds("^[а-я]+$", "привет"));
    CHECK(finds("[]x]", "]"));
    CHECK(finds("\\$\\.\\t", "$.\t"));
    CHECK(finds("\\bcat\\b", "a cat!"));
    CHECK_FALSE(finds("\\bcat\\b", "concatenate"));
    CHECK(finds("\\Bcat", "concatenate"));
}

TEST_CASE("case is ignored if that is wanted") {
    CHECK(finds("Free [M-O]oney", "FREE MONEY", Regex::Case::Ignored));
    CHECK_FALSE(finds("Free", "FREE"));
}

TEST_CASE("what is wrong with a pattern is told with its place") {
    CHECK(faultOf("a(b") == "There is a ( without its ), at character 4");
    CHECK(faultOf("a)b") == "There is a ) without its (, at character 2");
    CHECK(faultOf("[a") == "There is a [ without its ], at character 3");
    CHECK(faultOf("*") == "There is nothing that could be repeated, at character 1");
    CHECK(faultOf("a{5,2}") == "A repeat in { } goes backwards, at character 7");
    CHECK(faultOf("[z-a]") == "A range in [ ] goes backwards, at character 5");
    CHECK(faultOf("(?=a)") == "Looking around and other (? are not known, at character 3");
    CHECK(faultOf("(a)\\1") == "\\1 is not known, at character 5");
    CHECK(faultOf("a\\").starts_with("There is nothing behind the last"));
    CHECK(faultOf("((a{1000}){1000}){1000}").starts_with("The pattern is too large"));
    CHECK(faultOf(std::string(5000, '(')).starts_with("Groups are nested too deep"));
}

TEST_CASE("patterns on which others take forever are searched in linear time") {
    CHECK_FALSE(finds("(a|aa)+$", std::string(20'000, 'a') + "b"));
    CHECK_FALSE(finds("(x+x+)+y", std::string(20'000, 'x')));
}

TEST_CASE("all matches are those that a backtracking engine finds") {
    CHECK(allOf("a|ab", "abab") == "|a|a"); // the first way that leads somewhere
    CHECK(allOf("ab|a", "abaab") == "|ab|a|ab");
    CHECK(allOf("a+", "aa b aaa") == "|aa|aaa");
    CHECK(allOf("a+?", "aaa") == "|a|a|a");
    CHECK(allOf("<.+?>", "<b>x</b>") == "|<b>|</b>");
    CHECK(allOf("<.+>", "<b>x</b>") == "|<b>x</b>");
    CHECK(allOf("(a|b)*c|d", "ababd abc") == "|d|abc");
    CHECK(allOf("a{2,3}", "aaaaaaa") == "|aaa|aaa");
    CHECK(allOf("a{2,3}?", "aaaaa") == "|aa|aa");
    CHECK(allOf("x*", "axxb") == "|xx"); // nothing empty
    CHECK(allOf("\\b\\w+\\b", "two words") == "|two|words");
    CHECK(allOf("^a", "aaa") == "|a");
    CHECK(allOf("[$€]\\d+(?:\\.\\d\\d)?", "€5, $3.50 and $7") == "|€5|$3.50|$7");
    CHECK(allOf("ÉTÉ|Straße", "été STRAßE", Regex::Case::Ignored) == "|été|STRAßE");
    CHECK(allOf("\\bcaf", "café décafé caf") == "|caf|caf"); // é is of a word
}

TEST_CASE("a search for all matches ends when it has taken long enough, and says so") {
    const auto regex = Regex::compile("a([^b]*b)?");
    REQUIRE(regex);
    const std::string text(3'000, 'a');
    CHECK(regex->findAll(text).matches.size() == 3'000); // each reads all of the rest
    const auto cut = regex->findAll(text, {.steps = 100'000});
    CHECK(cut.isCut);
    CHECK(cut.matches.size() < 100);
    CHECK(regex->findAll(text, {.matches = 10}).matches.size() == 10);
    CHECK(regex->findAll(text, {.matches = 10}).isCut);
    CHECK_FALSE(regex->findAll("aaa", {.matches = 3}).isCut);
}
