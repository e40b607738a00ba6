#include "core/text/regex.h"
#include "editor/expression_faults.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace cartouche;
using text::Regex;

TEST_CASE("faults of expressions are told in English as the engine tells them") {
    const std::string deep(200, '(');
    const std::string large = "(((a{1000}){1000}){1000})";
    for (const std::string_view pattern :
         {std::string_view("a(b"), std::string_view("a)b"), std::string_view("[a"),
          std::string_view("*"), std::string_view("a{5,2}"), std::string_view("a{x"),
          std::string_view("a{1001}"), std::string_view("[z-a]"), std::string_view("\\q"),
          std::string_view("a\\"), std::string_view("(?=a)"), std::string_view(deep),
          std::string_view(large)}) {
        const auto regex = Regex::compile(pattern);
        REQUIRE_MESSAGE(!regex.has_value(), pattern);
        CHECK(editor::describeFault(regex.error()) == regex.error().describe());
    }
}
