#include "core/text/offsets.h"
#include "core/text/phrases.h"
#include "core/text/saved_text.h"
#include "core/text/span_checks.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace cartouche::text;
using cartouche::diagnostics::Diagnostics;
using cartouche::json::Json;

namespace {

std::optional<std::size_t> offset(const Json& value) {
    return readOffset({{"start", value}}, "start");
}

const std::array<std::string, 5> kDialogue{"Don't you hate that?", "Hate what? 😀", "", "Silences.",
                                           "Why?"};

std::optional<PhraseSpan> normal(const PhraseSpan& span) {
    return Phrases(kDialogue).normalize(span);
}

/// "pointer: message" of each, one a line.
std::string lines(const Diagnostics& found) {
    std::string text;
    for (const auto& problem : found) {
        CHECK(problem.code == cartouche::diagnostics::Code::BadResult);
        text += (text.empty() ? "" : "\n") + problem.where.pointer + ": " + problem.message;
    }
    return text;
}

std::string textFaults(const Json& value, std::string_view text) {
    return lines(checkTextSpan(value, TextIndex(text)));
}

std::string phraseFaults(const Json& value) {
    return lines(checkPhraseSpan(value, Phrases(kDialogue)));
}

} // namespace

TEST_CASE("offsets of results are cut to whole numbers from 0 on") {
    CHECK(offset(7) == 7);
    CHECK(offset("7") == 7);
    CHECK(offset(7.9) == 7);
    CHECK(offset(-3) == 0);
    CHECK(offset(-0.5) == 0);
    CHECK(offset(1e300) == 4294967295U);
    CHECK(offset("x") == std::nullopt);
    CHECK(offset("") == std::nullopt);
    CHECK(offset(nullptr) == std::nullopt);
    CHECK(offset(true) == std::nullopt);
    CHECK(readOffset({{"end", 1}}, "start") == std::nullopt);
    CHECK(readOffset(Json::array(), "start") == std::nullopt);
}

TEST_CASE("each line break of a saved text is a backslash and an n") {
    CHECK(writeSavedText("a\nb\r\nc\\n") == "a\\nb\\n\\nc\\n");
    CHECK(isSavedTextOf("a\\n\\nb", "a\r\nb"));
    CHECK(isSavedTextOf("a\r\nb", "a\r\nb"));
    CHECK(isSavedTextOf("a\nb", "a\r\nb"));
    CHECK(isSavedTextOf("a\\nb", "a\\nb"));
    CHECK_FALSE(isSavedTextOf("a b", "a\nb"));
    CHECK_FALSE(isSavedTextOf("a\\n\\nb", "a\nb"));
}

TEST_CASE("a displayed text is compared without its white space") {
    CHECK(isDisplayedTextOf("appreciated.\\n\\nVincent: Look",
                            "appreciated.\n   Vincent:\u00A0Look"));
    CHECK(isDisplayedTextOf("", " \n"));
    CHECK_FALSE(isDisplayedTextOf("a", "ab"));
    CHECK_FALSE(isDisplayedTextOf("ab", "a"));
    CHECK_FALSE(isDisplayedTextOf("ab", "ac"));
}

TEST_CASE("a span over phrases is read with indexes as texts or numbers, and written as texts") {
    const Json value = {{"start", "2"}, {"end", 4}, {"startOffset", 0}, {"endOffset", "134"}};
    const auto span = readPhraseSpan(value);
    CHECK(span == PhraseSpan{{2, 0}, {4, 134}});
    Json written;
    writePhraseSpan(*span, written);
    CHECK(written == Json{{"start", "2"}, {"end", "4"}, {"startOffset", 0}, {"endOffset", 134}});
    CHECK(readPhraseSpan({{"start", "2"}, {"end", "4"}, {"startOffset", 0}}) == std::nullopt);
    CHECK(readPhraseSpan(nullptr) == std::nullopt);
}

TEST_CASE("a start at the end of a phrase moves to the next, an end at its start to the last") {
    CHECK(normal({{0, 20}, {1, 4}}) == PhraseSpan{{1, 0}, {1, 4}});
    CHECK(normal({{0, 3}, {1, 0}}) == PhraseSpan{{0, 3}, {0, 20}});
    CHECK(normal({{0, 3}, {1, 4}}) == PhraseSpan{{0, 3}, {1, 4}});
    CHECK(normal({{1, 13}, {3, 4}}) == PhraseSpan{{2, 0}, {3, 4}}); // one phrase, an empty one
    CHECK(normal({{0, 0}, {4, 4}}) == PhraseSpan{{0, 0}, {4, 4}});
}

TEST_CASE("a span over phrases keeps to its texts and to whole characters") {
    CHECK(normal({{1, 12}, {1, 12}}) == PhraseSpan{{1, 11}, {1, 13}}); // within the emoji
    CHECK(normal({{3, 2}, {9, 1}}) == PhraseSpan{{3, 2}, {4, 4}});
    CHECK(normal({{3, 2}, {3, 99}}) == PhraseSpan{{3, 2}, {3, 9}});
    CHECK(normal({{0, 20}, {1, 0}}) == std::nullopt);
    CHECK(normal({{4, 4}, {4, 4}}) == std::nullopt);
    CHECK(normal({{3, 4}, {3, 2}}) == std::nullopt);
    CHECK(Phrases({}).normalize({{0, 0}, {0, 1}}) == std::nullopt);
}

TEST_CASE("the text of a span over phrases has a line break between them") {
    const Phrases phrases(kDialogue);
    CHECK(phrases.coveredText({{1, 11}, {3, 2}}) == "😀\n\nSi");
    CHECK(phrases.coveredText({{0, 6}, {0, 9}}) == "you");
    CHECK(phrases.coveredText({{4, 0}, {7, 9}}) == "Why?");
}

TEST_CASE("a span of Text that agrees with its text has nothing wrong") {
    CHECK(textFaults({{"start", 2}, {"end", 3}, {"text", "b"}}, "a😀b").empty());
    CHECK(textFaults({{"start", "0"}, {"end", "5"}, {"text", "a\\n\\nbc"}}, "a\r\nbcd").empty());
    CHECK(textFaults({{"start", 0}, {"end", 1}}, "a").empty());
    CHECK(textFaults({{"start", 0}, {"end", 1}, {"text", Json::array({"of a TextArea"})}}, "a")
              .empty());
}

TEST_CASE("a span of Text that does not agree says what it covers") {
    CHECK(textFaults({{"start", 0}, {"end", 3}, {"text", "abd"}}, "abc") ==
          R"(/text: The text of this span is "abd", but it covers "abc")");
    CHECK(textFaults({{"start", 0}, {"end", 90}, {"text", "x"}}, std::string(90, 'y')) ==
          "/text: The text of this span is \"x\", but it covers \"" + std::string(60, 'y') + "…\"");
}

TEST_CASE("a span of Text that counts another unit says which") {
    CHECK(textFaults({{"start", 3}, {"end", 4}, {"text", "b"}}, "a😀b") ==
          "/start: start and end of this span count UTF-16 code units; they should count code "
          "points");
    CHECK(textFaults({{"start", 5}, {"end", 6}, {"text", "b"}}, "a😀b") ==
          "/start: start and end of this span count bytes of UTF-8; they should count code points");
}

TEST_CASE("a span of Text with bad offsets says which") {
    CHECK(textFaults({{"start", -1}, {"end", 2.5}}, "abc") ==
          "/start: start is -1; offsets count from 0 in whole numbers\n"
          "/end: end is 2.5; offsets count from 0 in whole numbers");
    CHECK(textFaults({{"end", "x"}}, "abc") == ": This span has no start that is a number\n"
                                               "/end: This span has no end that is a number");
    CHECK(textFaults(nullptr, "abc") == ": This span has no start that is a number\n"
                                        ": This span has no end that is a number");
    CHECK(textFaults({{"start", 2}, {"end", 2}}, "abc") ==
          "/end: This span covers nothing: its end is not behind its start");
    CHECK(textFaults({{"start", 2}, {"end", 9}, {"text", "c"}}, "abc") ==
          "/end: This span ends at 9, but the text has 3 code points");
}

TEST_CASE("a span over phrases says what is wrong with it") {
    const auto value = [](int start, int from, int end, int to, std::string_view text) {
        return Json{{"start", std::to_string(start)},
                    {"startOffset", from},
                    {"end", std::to_string(end)},
                    {"endOffset", to},
                    {"text", std::string(text)}};
    };
    CHECK(phraseFaults(value(1, 0, 3, 9, "Hate what? 😀\\n\\nSilences.")).empty());
    CHECK(phraseFaults(value(1, 0, 3, 9, "Hate what? 😀Silences.")).empty());
    CHECK(phraseFaults(value(1, 0, 1, 4, "Late")) ==
          R"(/text: The text of this span is "Late", but it covers "Hate")");
    CHECK(phraseFaults(value(1, 0, 7, 4, "Hate")) ==
          "/end: This span goes from phrase 1 to 7, but there are 5 phrases, counted from 0");
    CHECK(phraseFaults(value(1, 4, 1, 4, "")) ==
          "/end: This span covers nothing: its end is not behind its start");
    CHECK(phraseFaults({{"start", "0"}, {"end", "0"}, {"startOffset", 0}}) ==
          ": This span has no endOffset that is a number");
}
