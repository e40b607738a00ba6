#include "core/json/diagnostic_json.h"
#include "core/json/json.h"

#include <doctest/doctest.h>

using namespace cartouche;
using json::Json;
using json::parseJson;

namespace {

std::string fault(std::string_view text) {
    const auto value = parseJson(text);
    return value ? "valid" : formatDiagnostic("task.json", value.error());
}

} // namespace

TEST_CASE("members keep their order, and nothing is added or lost") {
    const std::string text = R"({"z":1,"a":[true,null,-2.5,"\u00e4"],"m":{}})";
    CHECK(json::writeJson(*parseJson(text)) == R"({"z":1,"a":[true,null,-2.5,"ä"],"m":{}})");
}

TEST_CASE("faults of JSON are reported with line and column, counted in characters") {
    CHECK(fault("{\n  \"a\": tru\n}")
              .starts_with("task.json:2:11: error[json-syntax]: This is not valid JSON"));
    CHECK(fault("[\"äöü\", x]").starts_with("task.json:1:9: error[json-syntax]"));
    CHECK(fault("").starts_with("task.json:1:1: error[json-syntax]"));
    CHECK(fault("{\"a\": 1").starts_with("task.json:1:8: error[json-syntax]"));
    CHECK(fault("{} {}").starts_with("task.json:1:4: error[json-syntax]"));
}

TEST_CASE("nesting that would exhaust the stack is refused where it gets too deep") {
    const std::string deep(100'000, '[');
    CHECK(fault(deep) ==
          "task.json:1:513: error[json-syntax]: This JSON is nested deeper than 512 levels");
    CHECK(fault("\"" + deep + "\"") == "valid");
    CHECK(fault("\"\\\"" + deep + "\"") == "valid");
}

TEST_CASE("bytes that are not UTF-8 are replaced on the way out") {
    CHECK(json::writeJson(Json("a\xFFz")) == "\"a\uFFFDz\"");
}

TEST_CASE("a diagnostic is written with the parts of its place that are known") {
    using diagnostics::Code;
    CHECK(
        json::writeJson(json::writeDiagnostic({Code::UnknownTag, "What?", {3, 4, ""}})) ==
        R"({"code":"unknown-tag","severity":"error","message":"What?","source":"config","line":3,"column":4})");
    CHECK(
        json::writeJson(json::writeDiagnostic({Code::BadResult, "Kept", {0, 0, "/result/0"}})) ==
        R"({"code":"bad-result","severity":"warning","message":"Kept","source":"annotation","pointer":"/result/0"})");
}
