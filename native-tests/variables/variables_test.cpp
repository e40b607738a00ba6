#include "core/variables/variables.h"

#include <doctest/doctest.h>

using namespace cartouche;
using json::Json;
using variables::resolveVariables;

namespace {

Json parsed(std::string_view text) {
    return *json::parseJson(text);
}

} // namespace

TEST_CASE("a value that is one whole variable gives what is there, in its own type") {
    const Json data =
        parsed(R"({"url":"a.png","n":3,"list":[{"x":[10,20]}],"a.b":"dotted","empty":null})");
    CHECK(resolveVariables("$url", data) == "a.png");
    CHECK(resolveVariables("$n", data) == 3);
    CHECK(resolveVariables("$list[0].x[1]", data) == 20);
    CHECK(resolveVariables("$list", data) == parsed(R"([{"x":[10,20]}])"));
    CHECK(resolveVariables("$a.b", data) == "dotted");
    CHECK(resolveVariables("$empty", data) == "");
    CHECK(resolveVariables("$missing", data) == "");
    CHECK(resolveVariables("$list[5].x", data) == "");
    CHECK(resolveVariables("$n.length", data) == "");
}

TEST_CASE("variables within text are filled in, and a lone dollar is a dollar") {
    const Json data = parsed(R"({"a":"x","n":1.5,"o":{"k":1}})");
    CHECK(resolveVariables("<$a-$n>", data) == "<x-1.5>");
    CHECK(resolveVariables("$a$a", data) == "xx");
    CHECK(resolveVariables("costs $", data) == "costs $");
    CHECK(resolveVariables("o: $o", data) == R"(o: {"k":1})");
    CHECK(resolveVariables("", data) == "");
    CHECK(resolveVariables("plain", data) == "plain");
}

TEST_CASE("what follows a variable belongs to it if it may stand in one") {
    const Json data = parsed(R"({"price":5,"p":{"":1},"a{b}":2,"a":[[7]]})");
    CHECK(resolveVariables("$price.", data) == "");
    CHECK(resolveVariables("costs $price.", data) == "costs ");
    CHECK(resolveVariables("costs $price!", data) == "costs 5!");
    CHECK(resolveVariables("$p.", data) == 1);
    CHECK(resolveVariables("$a{b}", data) == 2);
    CHECK(resolveVariables("$a[0][0]", data) == 7);
    CHECK(resolveVariables("$a.0.0", data) == 7);
    CHECK(resolveVariables("$a[]", data) == "");
    CHECK(resolveVariables("$.price", data) == "");
    CHECK(resolveVariables("$a[[0]]", data) == parsed("[7]"));
}

TEST_CASE("a price is no variable, unless the data has one of that name") {
    CHECK(resolveVariables("$15.00", parsed("{}")) == "$15.00");
    CHECK(resolveVariables("from $15.00 to $20", parsed("{}")) == "from $15.00 to $20");
    CHECK(resolveVariables("$15", parsed(R"({"15":"x"})")) == "x");
    CHECK(resolveVariables("$1a", parsed(R"({"1a":null})")) == "");
}

TEST_CASE("only one whole variable can stand for more than text") {
    CHECK(variables::isVariable("$a.b[0]"));
    for (const std::string_view text : {"", "$", "a", "$a ", " $a", "$a$b", "$a-b"}) {
        CHECK_MESSAGE(!variables::isVariable(text), text);
    }
}
