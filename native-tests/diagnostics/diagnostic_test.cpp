#include "core/diagnostics/diagnostic.h"
#include "core/diagnostics/diagnostic_codes_table.h"
#include "core/diagnostics/suggestion.h"

#include <doctest/doctest.h>

#include <set>

using namespace cartouche::diagnostics;

TEST_CASE("a diagnostic reads as compilers write it, without the parts that are unknown") {
    CHECK(formatDiagnostic("config.xml", {Code::UnknownToName, "No such object", {7, 12, ""}}) ==
          "config.xml:7:12: error[unknown-to-name]: No such object");
    CHECK(formatDiagnostic("task.json", {Code::BadTask, "No data", {0, 0, "/data"}}) ==
          "task.json#/data: error[bad-task]: No data");
    CHECK(formatDiagnostic("c", {Code::DuplicateName, "Twice", {}}) ==
          "c: warning[duplicate-name]: Twice");
}

TEST_CASE("every code has its own row in the table, at its own place") {
    std::set<std::string_view> names;
    int index = 0;
    for (const CodeRow& row : codeTable()) {
        CHECK(static_cast<int>(row.code) == index++);
        CHECK(names.insert(row.name).second);
    }
    CHECK(static_cast<int>(Code::BadLocale) == index - 1);
}

TEST_CASE("only errors count as errors") {
    CHECK_FALSE(hasErrors({}));
    CHECK_FALSE(hasErrors({{Code::DuplicateName, "", {}}}));
    CHECK(hasErrors({{Code::DuplicateName, "", {}}, {Code::BadTask, "", {}}}));
}

TEST_CASE("a misspelled word finds the candidate that was meant, and only a close one") {
    const std::vector<std::string> names{"Image", "Imagery", "Text"};
    CHECK(findSuggestion("Imgae", names) == "Image");
    CHECK(findSuggestion("image", names) == "Image");
    CHECK(findSuggestion("Txet", names) == "Text");
    CHECK(findSuggestion("Audio", names) == std::nullopt);
    CHECK(findSuggestion("", names) == std::nullopt);
    CHECK(findSuggestion(std::string(10'000, 'x'), names) == std::nullopt);
    CHECK(suggestionText("Imag", names) == "; did you mean \"Image\"?");
    CHECK(suggestionText("Imag", names, "<", ">") == "; did you mean <Image>?");
    CHECK(suggestionText("Zebra", names) == "");
}
