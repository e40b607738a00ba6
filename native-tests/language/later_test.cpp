#include "core/json/json.h"
#include "core/language/later.h"
#include "core/language/locale.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace cartouche;
using language::Later;
using language::later;

namespace {

constexpr std::string_view kGerman =
    R"({"language":"de","direction":"ltr","plurals":{"one":"n = 1"},
  "messages":{"history.new-region":"{control}: neue Region",
              "history.delete-regions":{"one":"Region löschen","other":"{count} Regionen löschen"}}})";

void speak(std::string_view locale) {
    diagnostics::Diagnostics problems;
    language::speak(language::Locale::read(*json::parseJson(locale), problems));
    CHECK(problems.empty());
}

} // namespace

TEST_CASE("what is said later is said in the language of then") {
    const Later region = later("history.new-region", {{"control", std::string("Kind")}});
    const Later one = later("history.delete-regions", {{"count", 1}});
    const Later three = later("history.delete-regions", {{"count", 3}});
    CHECK(region.said() == "Kind: new region");
    CHECK(three.said() == "Delete 3 regions");
    speak(kGerman);
    CHECK(region.said() == "Kind: neue Region");
    CHECK(one.said() == "Region löschen");
    CHECK(three.said() == "3 Regionen löschen");
    language::speak(language::Locale());
    CHECK(one.said() == "Delete region");
}

TEST_CASE("names are the same in all languages, and nothing is said of nothing") {
    const Later name = std::string("Kind: Cat");
    speak(kGerman);
    CHECK(name.said() == "Kind: Cat");
    CHECK_FALSE(name.empty());
    CHECK_FALSE(later("history.note").empty());
    CHECK(Later().empty());
    CHECK(Later().said().empty());
    language::speak(language::Locale());
}
