#include "core/language/plural_rules.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace cartouche::language;

namespace {

using Rules = std::vector<std::pair<std::string_view, std::string_view>>;
using Numbers = std::vector<std::int64_t>;

PluralRules rulesOf(const Rules& rules) {
    PluralRules made;
    for (const auto& [form, rule] : rules) {
        REQUIRE_MESSAGE(made.add(formNamed(form), rule).has_value(), rule);
    }
    return made;
}

void checkForm(const PluralRules& rules, std::string_view form, const Numbers& numbers) {
    for (const std::int64_t number : numbers) {
        CHECK_MESSAGE(kPluralForms.at(rules.formOf(number)) == form, number);
    }
}

std::string faultOf(std::string_view rule) {
    const auto added = PluralRules().add(kOtherForm, rule);
    return added ? "" : added.error();
}

} // namespace

// The rules and the numbers are those of Unicode CLDR 45, as far as these are whole.

TEST_CASE("forms are found by their names") {
    CHECK(formNamed("zero") == 0);
    CHECK(formNamed("other") == kOtherForm);
    CHECK(formNamed("several") == kPluralForms.size());
    CHECK(formNamed("") == kPluralForms.size());
}

TEST_CASE("without rules every number takes the form other") {
    checkForm(PluralRules(), "other", {0, 1, 2, 100, -1});
}

TEST_CASE("English has one form for 1 and one for all others") {
    const PluralRules english = rulesOf({{"one", "i = 1 and v = 0"}});
    checkForm(english, "one", {1, -1});
    checkForm(english, "other", {0, 2, 3, 10, 11, 21, 101, 1'000'000});
}

TEST_CASE("French has one form for 0 and 1, and one for whole millions") {
    const PluralRules french =
        rulesOf({{"one", "i = 0,1"},
                 {"many", "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5"}});
    checkForm(french, "one", {0, 1});
    checkForm(french, "many", {1'000'000, 2'000'000, 1'000'000'000});
    checkForm(french, "other", {2, 17, 100, 1'000, 100'000, 1'000'001});
}

TEST_CASE("Polish looks at the last digits, but for those of the teens") {
    const PluralRules polish =
        rulesOf({{"one", "i = 1 and v = 0"},
                 {"few", "v = 0 and i % 10 = 2..4 and i % 100 != 12..14"},
                 {"many", "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or "
                          "v = 0 and i % 100 = 12..14"}});
    checkForm(polish, "one", {1});
    checkForm(polish, "few", {2, 3, 4, 22, 23, 24, 32, 102, 1'002});
    checkForm(polish, "many", {0, 5, 9, 10, 11, 12, 13, 14, 19, 20, 21, 25, 100, 101, 112, 1'000});
}

TEST_CASE("Russian counts 21 as 1") {
    const PluralRules russian = rulesOf(
        {{"one", "v = 0 and i % 10 = 1 and i % 100 != 11"},
         {"few", "v = 0 and i % 10 = 2..4 and i % 100 != 12..14"},
         {"many",
          "v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14"}});
    checkForm(russian, "one", {1, 21, 31, 101, 1'001});
    checkForm(russian, "few", {2, 3, 4, 22, 24, 102, 1'002});
    checkForm(russian, "many", {0, 5, 10, 11, 12, 14, 19, 20, 111, 112, 1'000, 1'000'000});
}

TEST_CASE("Arabic has all six forms") {
    const PluralRules arabic = rulesOf({{"zero", "n = 0"},
                                        {"one", "n = 1"},
                                        {"two", "n = 2"},
                                        {"few", "n % 100 = 3..10"},
                                        {"many", "n % 100 = 11..99"}});
    checkForm(arabic, "zero", {0});
    checkForm(arabic, "one", {1});
    checkForm(arabic, "two", {2});
    checkForm(arabic, "few", {3, 10, 103, 110, 1'003});
    checkForm(arabic, "many", {11, 26, 99, 111, 1'011});
    checkForm(arabic, "other", {100, 101, 102, 200, 202, 1'000, 10'000, 1'000'000});
}

TEST_CASE("a number counts without its sign, however large it is") {
    const PluralRules rules = rulesOf({{"one", "n = 1"}, {"few", "n = 9223372036854775808"}});
    checkForm(rules, "one", {1, -1});
    checkForm(rules, "few", {INT64_MIN});
    checkForm(rules, "other", {INT64_MAX});
}

TEST_CASE("rules are tried in their order, and may be written without blanks") {
    const PluralRules rules = rulesOf({{"few", "n=2..4,7"}, {"many", " n  !=  5 and n%2=1 "}});
    checkForm(rules, "few", {2, 3, 4, 7});
    checkForm(rules, "many", {1, 9});
    checkForm(rules, "other", {0, 5, 6});
}

TEST_CASE("says from where on a rule is none") {
    CHECK(faultOf("n = 1") == "");
    CHECK(faultOf("") == "\"\" is no rule from \"\" on");
    CHECK(faultOf("x = 1") == "\"x = 1\" is no rule from \"x = 1\" on");
    CHECK(faultOf("n ? 3") == "\"n ? 3\" is no rule from \"? 3\" on");
    CHECK(faultOf("n = ") == "\"n = \" is no rule from \"\" on");
    CHECK(faultOf("n = -1") == "\"n = -1\" is no rule from \"-1\" on");
    CHECK(faultOf("n % 0 = 1") == "\"n % 0 = 1\" is no rule from \" = 1\" on");
    CHECK(faultOf("n = 1..") == "\"n = 1..\" is no rule from \"\" on");
    CHECK(faultOf("n = 1 and") == "\"n = 1 and\" is no rule from \"\" on");
    CHECK(faultOf("n = 1 n = 2") == "\"n = 1 n = 2\" is no rule from \"n = 2\" on");
    CHECK(faultOf("n = 99999999999999999999") ==
          "\"n = 99999999999999999999\" is no rule from \"99999999999999999999\" on");
}
