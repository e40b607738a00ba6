#include "core/annotation/result_json.h"

#include <doctest/doctest.h>

#include <format>

using namespace cartouche;
using annotation::Annotation;
using annotation::ChoicesResult;
using json::Json;

namespace {

annotation::IdSource counting() {
    return [next = 0]() mutable { return std::format("new-{}", ++next); };
}

struct Loaded {
    Annotation annotation;
    diagnostics::Diagnostics problems;
};

Loaded load(std::string_view text) {
    Loaded loaded;
    loaded.annotation =
        annotation::readResults(*json::parseJson(text), counting(), loaded.problems);
    return loaded;
}

std::string saved(const Annotation& annotation) {
    return json::writeJson(annotation::writeResults(annotation));
}

constexpr std::string_view kCat =
    R"({"id":"abc","type":"choices","from_name":"Pets","to_name":"Image","value":{"choices":["Cat"]},"score":0.75,"x-note":{"kept":[1,2]}})";

} // namespace

TEST_CASE("a new answer has the shape of the peer's") {
    const Annotation annotation{{ChoicesResult{"aB3_-xyz01", "Pets", "Image", {"Cat"}, {}}}};
    CHECK(
        saved(annotation) ==
        R"([{"value":{"choices":["Cat"]},"id":"aB3_-xyz01","from_name":"Pets","to_name":"Image","type":"choices","origin":"manual"}])");
}

TEST_CASE("what was loaded and not touched goes out the same, unknown fields and types and all") {
    const std::string text = std::format(
        R"([{},{{"id":"r1","type":"rectanglelabels","value":{{"x":33.333333333333336,"y":1e-7,"width":5,"height":6.0}}}},{{"from":"a","type":"relation"}},"no object",null])",
        kCat);
    const Loaded loaded = load(text);
    CHECK(annotation::writeResults(loaded.annotation) == *json::parseJson(text));
    REQUIRE(loaded.problems.size() == 2);
    CHECK(formatDiagnostic("r.json", loaded.problems[0]) ==
          "r.json#/result/3: warning[bad-result]: A result must be an object, but this is a text; "
          "it is kept");
}

TEST_CASE("an answer that was changed changes in its choices and nothing else") {
    Loaded loaded = load(std::format("[{}]", kCat));
    std::get<ChoicesResult>(loaded.annotation.results[0]).choices = {"Dog"};
    std::string expected(kCat);
    expected.replace(expected.find("Cat"), 3, "Dog");
    CHECK(saved(loaded.annotation) == "[" + expected + "]");
}

TEST_CASE("a prediction that a person changed says so") {
    Loaded loaded = load(
        R"([{"id":"p","type":"choices","from_name":"P","to_name":"I","value":{"choices":["Cat"]},"origin":"prediction"}])");
    CHECK(annotation::writeResults(loaded.annotation)[0]["origin"] == "prediction");
    std::get<ChoicesResult>(loaded.annotation.results[0]).choices = {"Dog"};
    CHECK(annotation::writeResults(loaded.annotation)[0]["origin"] == "prediction-changed");
}

TEST_CASE("results may come as JSON text; ids that are missing are made, and suffixes cut") {
    const Loaded loaded = load(
        R"("[{\"type\":\"choices\",\"from_name\":\"P\",\"to_name\":\"I\",\"value\":{\"choices\":[\"A\"]}},{\"id\":\"x#7\",\"type\":\"choices\",\"from_name\":\"Q\",\"to_name\":\"I\",\"value\":{\"choices\":[\"B\"]}}]")");
    REQUIRE(loaded.annotation.results.size() == 2);
    CHECK(std::get<ChoicesResult>(loaded.annotation.results[0]).id == "new-1");
    CHECK(std::get<ChoicesResult>(loaded.annotation.results[1]).id == "x");
}

TEST_CASE("of several answers of one control the last counts") {
    const Loaded loaded = load(
        R"([{"id":"1","type":"choices","from_name":"P","to_name":"I","value":{"choices":["A"]}},
            {"id":"2","type":"choices","from_name":"P","to_name":"I","value":{"choices":["B"]}}])");
    REQUIRE(loaded.annotation.results.size() == 1);
    CHECK(loaded.annotation.findChoices("P")->choices == std::vector<std::string>{"B"});
}

TEST_CASE("choices that are no list of texts are reported and kept") {
    for (const std::string_view value : {"3", "[]", "[1]", "\"A\"", "null", "{}"}) {
        const std::string text = std::format(
            R"([{{"id":"1","type":"choices","from_name":"P","to_name":"I","value":{{"choices":{}}}}}])",
            value);
        CAPTURE(text);
        const Loaded loaded = load(text);
        CHECK(annotation::writeResults(loaded.annotation) == *json::parseJson(text));
        REQUIRE(loaded.problems.size() == 1);
        CHECK(loaded.problems[0].where.pointer == "/result/0");
    }
}

TEST_CASE("what is no list of results is reported, and nothing is loaded") {
    CHECK(load("null").problems.empty());
    const Loaded loaded = load(R"({"a":1})");
    CHECK(loaded.annotation.results.empty());
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].message == "A result must be a list, but this is an object");
    CHECK(load(R"("[1")").problems.size() == 1);
}
