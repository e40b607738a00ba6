#include "core/privacy/disclosure.h"
#include "core/privacy/generalization.h"

#include <doctest/doctest.h>

using namespace cartouche::privacy;

namespace {

/// Age, city and disease of eight people.
Microdata people() {
    const std::vector<std::string> names{"age", "city", "disease"};
    Microdata table(names);
    const std::string_view rows[][3]{{"21", "A", "flu"},  {"22", "A", "flu"}, {"25", "B", "cold"},
                                     {"29", "B", "cold"}, {"31", "A", "flu"}, {"35", "A", "cold"},
                                     {"38", "B", "flu"},  {"60", "B", "gout"}};
    for (const auto& row : rows) {
        table.addRow(row);
    }
    return table;
}

Hierarchy decades(const Microdata& table) {
    std::vector<std::vector<std::string>> rows;
    for (const std::string& age : table.columns()[0].values) {
        rows.push_back({age, age.substr(0, 1) + "0s", "*"});
    }
    return Hierarchy::fromRows(table.columns()[0], rows).value();
}

const std::vector<std::size_t> kQuasi{0, 1};

} // namespace

TEST_CASE("levels are chosen at the least loss, and rows that still stand out are left out") {
    const Microdata table = people();
    const std::vector<Hierarchy> hierarchies{decades(table),
                                             Hierarchy::suppression(table.columns()[1])};
    const auto loose = generalize(table, kQuasi, hierarchies, {}, {.k = 2, .mostSuppressed = 2});
    REQUIRE(loose);
    CHECK(loose->levels == std::vector<std::size_t>{1, 0});
    CHECK(loose->suppressed == 2);
    CHECK(loose->nodes == 6);
    const auto suppressed = rowsToSuppress(table, kQuasi, hierarchies, {}, {.k = 2}, loose->levels);
    CHECK(suppressed == std::vector<bool>{false, false, false, false, false, false, true, true});
    const auto strict = generalize(table, kQuasi, hierarchies, {}, {.k = 3});
    REQUIRE(strict);
    CHECK(strict->levels == std::vector<std::size_t>{2, 0});
    CHECK(generalize(table, kQuasi, hierarchies, {}, {.k = 9}).error() ==
          "even the coarsest levels leave more than 0 rows in classes that miss the goal");
}

TEST_CASE("different values and closeness are asked for, too") {
    const Microdata table = people();
    const std::vector<Hierarchy> hierarchies{decades(table),
                                             Hierarchy::suppression(table.columns()[1])};
    const Sensitive disease{.column = 2};
    const auto diverse = generalize(table, kQuasi, hierarchies, disease, {.k = 2, .l = 2});
    REQUIRE(diverse);
    CHECK(diverse->levels == std::vector<std::size_t>{2, 0});
    const auto close = generalize(table, kQuasi, hierarchies, disease, {.k = 2, .closeness = 0.1});
    REQUIRE(close);
    CHECK(close->levels == std::vector<std::size_t>{2, 1});
}

TEST_CASE("risks of nothing are undefined, and of one class they are those of all") {
    const std::vector<std::string> names{"a", "b"};
    const Microdata none(names);
    CHECK_FALSE(identityRisk(equivalenceClasses(none, kQuasi)));
    CHECK_FALSE(attributeRisk(equivalenceClasses(none, kQuasi), none.columns()[1], {}));
    const Microdata table = people();
    const Classes one = equivalenceClasses(table, {});
    CHECK(identityRisk(one)->smallest == 8);
    const auto risk = attributeRisk(one, table.columns()[2], {});
    CHECK(risk->closeness == doctest::Approx(0));
    CHECK(risk->beta == doctest::Approx(0));
    CHECK(risk->distinct == 3);
}

TEST_CASE("numbers are ordered as numbers, and texts and empty cells behind them") {
    const std::vector<std::string> names{"x"};
    Microdata table(names);
    for (const std::string_view cell : {"10", "9", "", "nan", "-1e3", "b"}) {
        table.addRow({&cell, 1});
    }
    std::vector<std::string> ordered;
    for (const std::uint32_t code : orderOf(table.columns()[0])) {
        ordered.push_back(table.columns()[0].values[code]);
    }
    CHECK(ordered == std::vector<std::string>{"-1e3", "9", "10", "", "b", "nan"});
}

TEST_CASE("a hierarchy says what it lacks") {
    const Microdata table = people();
    const std::vector<std::vector<std::string>> few{{"A", "x", "*"}};
    CHECK(Hierarchy::fromRows(table.columns()[1], few).error() ==
          "\"B\" of the column city has no line here");
    const std::vector<std::vector<std::string>> uneven{{"A", "x", "*"}, {"B", "x"}};
    CHECK(Hierarchy::fromRows(table.columns()[1], uneven).error() ==
          "the line of \"B\" has 2 cells instead of 3");
    const std::vector<std::vector<std::string>> parted{{"A", "x", "1"}, {"B", "x", "2"}};
    CHECK_FALSE(Hierarchy::fromRows(table.columns()[1], parted)->isTree());
}
