// `cartouche redact`, as a user runs it.

#include "cli/workplace.h"
#include "core/json/json.h"

using cartouche::json::parseJson;
using namespace cartouche::tests;

namespace {

constexpr std::string_view kLetter = "Dear Maria Lopez, mail maria@example.org. \xF0\x9F\x98\x88";

} // namespace

TEST_CASE("redact: types stand in place of what is private, in texts and below a header") {
    const Workplace here;
    here.write("letter.txt", kLetter);
    CHECK(here.run("redact letter.txt --out out.txt").exitCode == 0);
    CHECK(here.read("out.txt") == "Dear <PERSON>, mail <EMAIL_ADDRESS>. \xF0\x9F\x98\x88");
    here.write("people.csv", "id;ssn;note\n1;078051121;\"a;b \"\"Thomas\"\"\"\n2;;078051121\n");
    CHECK(here.run("redact people.csv --out out.csv").exitCode == 0);
    CHECK(here.read("out.csv") ==
          "id;ssn;note\n1;<US_SSN>;\"a;b \"\"<PERSON>\"\"\"\n2;;078051121\n");
}

TEST_CASE("redact: pseudonyms of a key turn back with it, and not with another") {
    const Workplace here;
    here.write("letter.txt", kLetter);
    CHECK(here.run("redact --new-key > key").exitCode == 0);
    here.run("redact --new-key > other");
    CHECK(here.read("key").size() == 65);
    CHECK(here.read("key") != here.read("other"));
    CHECK(here.run("redact letter.txt --with pseudonym --key key --out hidden.txt").exitCode == 0);
    CHECK_FALSE(here.read("hidden.txt").contains("Maria"));
    CHECK(here.run("redact hidden.txt --restore --key key --out shown.txt").exitCode == 0);
    CHECK(here.read("shown.txt") == kLetter);
    const Run other = here.run("redact hidden.txt --restore --key other --out other.txt");
    CHECK(other.exitCode == 1);
    CHECK(here.read("other.txt") == here.read("hidden.txt"));
}

TEST_CASE(
    "redact: turns back what stands on standard input, and keeps a file that it cannot read") {
    const Workplace here;
    here.run("redact --new-key > key");
    std::string text;
    for (int line = 0; line < 20'000; ++line) { // more than is read at once
        text += "Maria Lopez wrote line < " + std::to_string(line) + ">\n";
    }
    here.write("long.txt", text);
    CHECK(here.run("redact long.txt --with pseudonym --key key --out hidden.txt").exitCode == 0);
    CHECK_FALSE(here.read("hidden.txt").contains("Maria"));
    CHECK(here.run("redact - --restore --key key --out shown.txt < hidden.txt").exitCode == 0);
    CHECK(here.read("shown.txt") == text);
    CHECK(here.run("redact hidden.txt --restore --key key --out hidden.txt").exitCode == 0);
    CHECK(here.read("hidden.txt") == text);
    CHECK(here.run("redact missing.txt --restore --key key --out hidden.txt").exitCode == 1);
    CHECK(here.read("hidden.txt") == text);
}

TEST_CASE("redact: regions of tasks keep to their words, and their copies are redacted, too") {
    const Workplace here;
    here.write("tasks.json", R"([{"id": 1, "data": {"text": "I am Maria Lopez now", "image":
        "https://example.org/cat.png"}, "annotations": [{"result": [
        {"value": {"start": 5, "end": 16, "text": "Maria Lopez", "labels": ["Thomas"]}},
        {"value": {"start": 17, "end": 20, "text": "now"}},
        {"value": {"text": ["Maria Lopez"]}}]}]}])");
    const Run run = here.run("redact tasks.json --out out.json");
    CHECK(run.exitCode == 0);
    CHECK(parseJson(here.read("out.json")) ==
          parseJson(R"([{"id": 1, "data": {"text": "I am <PERSON> now",
        "image": "https://example.org/cat.png"}, "annotations": [{"result": [
        {"value": {"start": 5, "end": 13, "text": "<PERSON>", "labels": ["Thomas"]}},
        {"value": {"start": 14, "end": 17, "text": "now"}},
        {"value": {"text": ["<PERSON>"]}}]}]}])"));
}

TEST_CASE("redact: says which regions it cannot move, and that masks need no move") {
    const Workplace here;
    here.write("tasks.json",
               R"({"data": {"text": "<p>Maria Lopez</p>"}, "annotations": [{"result": [
        {"value": {"start": "/p[1]/text()[1]", "end": "/p[1]/text()[1]", "text": "Lopez"}}]}]})");
    const Run run = here.run("redact tasks.json");
    CHECK(run.exitCode == 1);
    CHECK(run.output.contains("tasks.json#/annotations/0/result/0/value: warning[bad-result]: The "
                              "text that this region is on has changed its length"));
    CHECK(here.run("redact tasks.json --with mask").exitCode == 0);
}

TEST_CASE("redact: counts and places are JSON, without what was there") {
    const Workplace here;
    here.write("letter.txt", kLetter);
    const Run run = here.run("redact letter.txt --json --types EMAIL_ADDRESS");
    CHECK(run.exitCode == 0);
    const auto report = parseJson(run.output).value();
    CHECK(report["text"] == "Dear Maria Lopez, mail <EMAIL_ADDRESS>. \xF0\x9F\x98\x88");
    CHECK(report["counts"]["EMAIL_ADDRESS"] == 1);
    CHECK(report["redactions"][0]["start"] == 23);
    CHECK(report["redactions"][0]["end"] == 40);
    CHECK_FALSE(report["redactions"].dump().contains("maria"));
}

TEST_CASE("redact: says what it lacks") {
    const Workplace here;
    here.write("letter.txt", kLetter);
    here.write("key", "1234");
    CHECK(here.run("redact letter.txt --with hash").exitCode == 2);
    const Run run = here.run("redact letter.txt --with hash --key key");
    CHECK(run.exitCode == 1);
    CHECK(run.output == "key: error[bad-value]: A key is 64 hexadecimal digits. `cartouche redact "
                        "--new-key` makes one\n");
    CHECK(here.run("redact missing.txt").exitCode == 1);
    here.write("broken.json", "{");
    CHECK(here.run("redact broken.json").exitCode == 1);
    CHECK(here.run("redact").exitCode == 2);
}

TEST_CASE("redact: a picture keeps its pixels and loses what else it tells") {
    const Workplace here;
    constexpr std::string_view kPicture{"\xFF\xD8\xFF\xFE\0\x06home\xFF\xDA\0\x08\1\1\0\0\x3F\0data"
                                        "\xFF\xD9",
                                        26};
    here.write("whole.jpg", kPicture);
    CHECK(here.run("redact whole.jpg --out clean.jpg").exitCode == 0);
    CHECK(here.read("clean.jpg").size() == kPicture.size() - 8);
    CHECK_FALSE(here.read("clean.jpg").contains("home"));
    here.write("cut.jpg", kPicture.substr(0, 20));
    const Run run = here.run("redact cut.jpg --out none.jpg");
    CHECK(run.exitCode == 1);
    CHECK(run.output.starts_with("cut.jpg: This JPEG is"));
    CHECK(here.read("none.jpg").empty());
}

TEST_CASE("redact: tasks one a line stay so, and lists of any length go through in pieces") {
    const Workplace here;
    here.write("tasks.jsonl", "{\"data\":{\"text\":\"maria@example.org\"}}\n"
                              "{\"data\":{\"text\":\"a \\\"] , } b\"}}\n");
    CHECK(here.run("redact tasks.jsonl --out out.jsonl").exitCode == 0);
    CHECK(here.read("out.jsonl") == "{\"data\":{\"text\":\"<EMAIL_ADDRESS>\"}}\n"
                                    "{\"data\":{\"text\":\"a \\\"] , } b\"}}\n");
    here.write("empty.json", " [ ] ");
    CHECK(here.run("redact empty.json --out out.json").exitCode == 0);
    CHECK(here.read("out.json") == "[]\n");
    std::string list = "[";
    for (int at = 0; at < 5000; ++at) { // longer than a piece
        list += std::string(at > 0 ? " ,\n" : "") + "{\"id\":" + std::to_string(at) +
                ",\"data\":{\"text\":\"mail maria@example.org\"}}";
    }
    here.write("list.json", list + "]");
    CHECK(here.run("redact list.json --out list.json").exitCode == 0);
    const auto redacted = parseJson(here.read("list.json")).value();
    CHECK(redacted.size() == 5000);
    CHECK(redacted[4999]["id"] == 4999);
    CHECK_FALSE(redacted.dump().contains("maria"));
}

TEST_CASE(
    "redact: JSON that is broken or cut off is told with its place, and the file stays away") {
    const Workplace here;
    const auto said = [&](std::string_view text) {
        here.write("tasks.json", text);
        const Run run = here.run("redact tasks.json --out none.json");
        CHECK(run.exitCode == 1);
        CHECK(here.read("none.json").empty());
        CHECK(here.read("none.json.new").empty());
        return run.output;
    };
    CHECK(said("[{\"data\":{}},\n {\"data\":nul}]").starts_with("tasks.json:2:"));
    CHECK(said("[{\"data\":{}},]").starts_with("tasks.json:1:"));
    CHECK(said("[{\"data\":{}}").contains("ends in the middle"));
    CHECK(said("[{\"data\":\"a").contains("ends in the middle"));
    CHECK(said("[{}] {}").contains("behind the end of the list"));
    CHECK(said("[{} {}]").contains("a comma is missing"));
    CHECK(said("").contains("ends in the middle"));
}

namespace {

/// UTF-16 with its mark, low byte first.
std::string utf16Of(std::u16string_view text) {
    std::string bytes = "\xFF\xFE";
    for (const char16_t unit : text) {
        bytes += static_cast<char>(unit & 0xFFU);
        bytes += static_cast<char>(unit >> 8U);
    }
    return bytes;
}

} // namespace

TEST_CASE("redact: a text of any length is one text, also where pieces of it meet") {
    const Workplace here;
    std::string text;
    std::string redacted;
    while (text.size() < 1'000'000) { // of one line, and longer than several pieces
        text += "\xE2\x82\xAC Dear Maria Lopez, mail maria@example.org. ";
        redacted += "\xE2\x82\xAC Dear <PERSON>, mail <EMAIL_ADDRESS>. ";
    }
    here.write("long.txt", text);
    CHECK(here.run("redact long.txt --out out.txt").exitCode == 0);
    CHECK((here.read("out.txt") == redacted));
    CHECK(here.run("redact - --json < long.txt > out.json").exitCode == 0);
    const auto report = parseJson(here.read("out.json")).value();
    CHECK((report["text"] == redacted));
    const auto& all = report["redactions"];
    REQUIRE(all.size() == report["counts"]["PERSON"].get<std::size_t>() * 2);
    CHECK(all[all.size() - 2]["start"] == (all.size() / 2 - 1) * 44 + 7);
    CHECK(all.back()["end"] == (all.size() / 2 - 1) * 44 + 42);
    CHECK(here.run("redact long.txt --json --out out.txt > list.json").exitCode == 0);
    CHECK((parseJson(here.read("list.json")).value()["redactions"] == all));
}

TEST_CASE("redact: UTF-16 is read in pieces, and written as UTF-8") {
    const Workplace here;
    std::u16string text;
    std::string redacted;
    while (text.size() < 100'000) { // the halves of a pair fall on both sides of a border
        text += u"x\U0001F608 a@b.org ";
        redacted += "x\xF0\x9F\x98\x88 <EMAIL_ADDRESS> ";
    }
    here.write("wide.txt", utf16Of(text));
    CHECK(here.run("redact wide.txt --out out.txt").exitCode == 0);
    CHECK((here.read("out.txt") == redacted));
    here.write("broken.txt", utf16Of(u"a\xD83Dz\xDE08") + "b");
    CHECK(here.run("redact broken.txt --out out.txt").exitCode == 0);
    CHECK(here.read("out.txt") == "a\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD");
    here.write("marked.txt", "\xEF\xBB\xBFhello");
    CHECK(here.run("redact marked.txt --out out.txt").exitCode == 0);
    CHECK(here.read("out.txt") == "hello");
    here.write("short.txt", "\xEF");
    CHECK(here.run("redact short.txt --out out.txt").exitCode == 0);
    CHECK(here.read("out.txt") == "\xEF");
}

TEST_CASE("redact: a report that cannot be whole has no end") {
    const Workplace here;
    CHECK(here.run("redact missing.txt --json").exitCode == 1);
    here.run("redact missing.txt --json > out.json 2> said; true");
    CHECK(here.read("out.json").empty());
    here.write("broken.json", "[{\"data\":{\"text\":\"a@b.org\"}}, nul]");
    CHECK(here.run("redact broken.json --json").exitCode == 1);
    here.run("redact broken.json --json > out.json 2> said; true");
    CHECK_FALSE(parseJson(here.read("out.json")));
    here.write("empty.txt", "");
    CHECK(here.run("redact empty.txt --json").output ==
          "{\"text\":\"\",\"counts\":{},\"redactions\":[]}\n");
}
