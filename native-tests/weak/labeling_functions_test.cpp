#include "core/weak/date.h"
#include "core/text/folding.h"
#include "core/weak/labeling_functions.h"
#include "core/weak/word_finder.h"

#include <doctest/doctest.h>

using namespace cartouche::weak;
using namespace cartouche::text;
using cartouche::json::parseJson;

namespace {

/// Items with one field each, called "text".
RecordTable tableOf(std::initializer_list<const char*> texts) {
    RecordTable table;
    table.columns.indexOf("text");
    for (const char* text : texts) {
        table.items.indexOf("item " + std::to_string(table.items.size()));
        table.records.push_back({{std::string(text)}, {}});
    }
    return table;
}

/// What one function says of each item: "a", "b" or "-"; or its first problem.
std::string votesOf(const RecordTable& table, const std::string& members) {
    const auto source =
        parseJson(R"({"labels": ["a", "b"], "functions": [{"name": "f", )" + members + "}]}");
    REQUIRE(source);
    const LabelingFunctions functions = readLabelingFunctions(*source, table);
    if (!functions.problems.empty()) {
        return functions.problems.front().where.pointer + ": " + functions.problems.front().message;
    }
    std::string votes;
    for (const Record& record : table.records) {
        const auto vote = functions.functions.front().vote(record);
        votes += vote ? functions.labels[*vote] : "-";
    }
    return votes;
}

std::vector<std::string> found(const WordFinder& finder, std::string_view text) {
    std::vector<std::string> words;
    const std::string prepared = finder.prepared(text);
    finder.findAll(prepared, [&](const WordFinder::Match& match) {
        words.push_back(prepared.substr(match.begin, match.end - match.begin));
    });
    return words;
}

} // namespace

TEST_CASE("words are found in one pass, overlapping ones too, whole or within others") {
    const WordFinder whole({"he", "she", "his", "ers"});
    CHECK(found(whole, "She and HE, ushers") == std::vector<std::string>{"she", "he"});
    const WordFinder within({"he", "she", "hers", ""}, {.isWhole = false});
    CHECK(found(within, "ushers") == std::vector<std::string>{"she", "he", "hers"});
    CHECK(found(WordFinder({"Ab"}, {.ignoresCase = false}), "ab Ab") ==
          std::vector<std::string>{"Ab"});
    CHECK(found(WordFinder({}), "ab").empty());
}

TEST_CASE("letters of other alphabets have two cases, and end no words") {
    CHECK(folded("ÄÖÜ ŠŁŹ Ÿ ΑΣ ЁЖ") == "äöü šłź ÿ ασ ёж");
    CHECK(folded("\xC3") == "\xC3"); // half a character
    CHECK(found(WordFinder({"über"}), "ÜBER allem, überall").size() == 1);
    CHECK(countWords("Für „uns“ – 2 Wörter, 東京") == 5);
    CHECK(countCharacters("東京!") == 3);
}

TEST_CASE("keyword functions need any word or all of them") {
    const RecordTable table = tableOf({"buy it now", "now", "nothing", "", "BUY nowhere"});
    CHECK(votesOf(table, R"("type": "keyword", "field": "text", "words": ["buy", "now"],
                            "label": "b")") == "bb--b");
    CHECK(votesOf(table, R"("type": "keyword", "field": "text", "words": ["buy", "Buy", "now"],
                            "match": "all", "label": "b")") == "b----");
}

TEST_CASE("a dictionary gives the label with most hits, and none if there are as many") {
    const RecordTable table = tableOf({"x x y", "x y", "y", "none"});
    CHECK(votesOf(table, R"("type": "dictionary", "field": "text",
                            "entries": {"x": "a", "y": "b"})") == "a-b-");
    CHECK(votesOf(table, R"("type": "dictionary", "field": "text",
                            "entries": {"x": "other"})") ==
          "/functions/0/entries: \"other\" is none of the labels");
}

TEST_CASE("between functions look at what stands from one word to another") {
    const RecordTable table = tableOf({"Ada married Ben", "Ben married Ada", "Ada met Ben",
                                       "Ada whom all her friends married Ben"});
    const std::string ends = R"("type": "between", "field": "text", "first": "Ada",
                                "second": "Ben", "label": "a")";
    CHECK(votesOf(table, ends) == "a-aa");
    CHECK(votesOf(table, ends + R"(, "words": ["married"])") == "a--a");
    CHECK(votesOf(table, ends + R"(, "mostWords": 2)") == "a-a-");
}

TEST_CASE("number functions abstain from what is no number") {
    const RecordTable table = tableOf({"1", "2.5", "NaN", "inf", "two", ""});
    CHECK(votesOf(table, R"("type": "number", "field": "text", "least": 1, "most": 2,
                            "label": "a")") == "a-----");
    CHECK(votesOf(table, R"("type": "number", "field": "text", "of": "characters", "most": 3,
                            "label": "a")") == "aaaaa-");
    CHECK(votesOf(table, R"("type": "number", "field": "text", "least": 2, "most": 1,
                            "label": "a")") == "/functions/0/least: No number is from 2 to 1");
}

TEST_CASE("date functions compare moments, and abstain from what is no date") {
    const RecordTable table =
        tableOf({"2026-01-01", "2025-12-31T23:30:00-01:00", "2025-12-31", "2026-02-30", "soon"});
    CHECK(votesOf(table, R"("type": "date", "field": "text", "from": "2026-01-01",
                            "label": "a")") == "aa---");
    CHECK(votesOf(table, R"("type": "date", "field": "text", "before": "tomorrow",
                            "label": "a")") ==
          "/functions/0/before: \"tomorrow\" is no date such as 2026-11-26 or 2026-11-26T16:30");
    CHECK(secondsOfDate("1970-01-02 00:00:05.25Z") == 86405);
    CHECK_FALSE(secondsOfDate("1970-1-2"));
    CHECK_FALSE(secondsOfDate("1970-01-02T"));
    CHECK_FALSE(secondsOfDate("1970-01-02T25:00"));
    CHECK_FALSE(secondsOfDate("-970-01-02"));
}

TEST_CASE("annotators and models vote with labels that they gave, from a least score on") {
    RecordTable table = tableOf({"", "", ""});
    table.records[0].given = {{"ann", "a", false, {}}, {"v1", "b", true, 0.9}};
    table.records[1].given = {{"ann", "b", false, {}}, {"v1", "b", true, 0.5}};
    table.records[2].given = {{"ann", "c", false, {}}, {"v2", "a", true, {}}};
    CHECK(votesOf(table, R"("type": "annotator", "annotator": "ann")") == "ab-");
    CHECK(votesOf(table, R"("type": "annotator", "annotator": "ann", "label": "b")") == "-b-");
    CHECK(votesOf(table, R"("type": "model")") == "bba");
    CHECK(votesOf(table, R"("type": "model", "least": 0.7)") == "b--");
    CHECK(votesOf(table, R"("type": "model", "version": "v2")") == "--a");
}

TEST_CASE("attribute functions ask for values, or whether there is any") {
    const RecordTable table = tableOf({"en", "de", ""});
    CHECK(votesOf(table, R"("type": "attribute", "field": "text", "equals": ["en", "fr"],
                            "label": "a")") == "a--");
    CHECK(votesOf(table, R"("type": "attribute", "field": "text", "isThere": false,
                            "label": "a")") == "--a");
}

TEST_CASE("what is wrong with a labeling function is told with its place") {
    const RecordTable table = tableOf({"x"});
    CHECK(votesOf(table, R"("type": "keywrd")") ==
          "/functions/0/type: There is no type \"keywrd\" of labeling functions; did you mean "
          "\"keyword\"?");
    CHECK(votesOf(table, R"("type": "keyword", "field": "txt", "words": "x", "label": "a")") ==
          "/functions/0/field: No item has a field \"txt\"; did you mean \"text\"?");
    CHECK(votesOf(table, R"("type": "keyword", "field": "text", "words": [], "label": "a")") ==
          "/functions/0/words: \"words\" must be a list of texts that are not empty");
    const auto problems = [&](const char* source) {
        return readLabelingFunctions(*parseJson(source), table).problems;
    };
    CHECK(problems("[]").size() == 2);
    CHECK(problems(R"({"labels": ["a", "a"], "functions": [1]})").size() == 2);
    CHECK(problems(R"({"labels": ["a"], "functions": []})").size() == 2);
}
