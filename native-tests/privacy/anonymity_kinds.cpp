// Computes the reference vectors of anonymous tables.

#include "core/privacy/disclosure.h"
#include "core/privacy/generalization.h"
#include "core/values/csv.h"
#include "quality/reference_kinds.h"

#include <doctest/doctest.h>

#include <array>
#include <charconv>
#include <format>
#include <fstream>
#include <iterator>
#include <map>

namespace cartouche::tests {

namespace {

using namespace privacy;
using values::CsvRow;

std::vector<CsvRow> readCsv(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file, path.string() << " cannot be read");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return values::parseCsv(text, "", SIZE_MAX);
}

Microdata tableOf(const std::vector<CsvRow>& rows) {
    Microdata table(rows.front());
    for (std::size_t row = 1; row < rows.size(); ++row) {
        if (rows[row].size() == rows.front().size()) {
            table.addRow(std::vector<std::string_view>(rows[row].begin(), rows[row].end()));
        }
    }
    return table;
}

std::vector<std::size_t> indices(const Microdata& table, const Json& names) {
    std::vector<std::size_t> found;
    for (const Json& name : names) {
        found.push_back(table.find(name.get<std::string>()).value());
    }
    return found;
}

Json risks(const Classes& classes, const Column& sensitive, const ValueDistance& distance) {
    const IdentityRisk identity = identityRisk(classes).value();
    const AttributeRisk attribute = attributeRisk(classes, sensitive, distance).value();
    Json json{{"rows", identity.rows},
              {"k", identity.smallest},
              {"n_classes", identity.classes},
              {"min", identity.smallest},
              {"max", identity.largest},
              {"avg", identity.average},
              {"discernibility", identity.discernibility},
              {"prosecutor_max", identity.highest},
              {"prosecutor_avg", identity.averageRisk},
              {"unique", identity.unique},
              {"alpha", attribute.alpha},
              {"l", attribute.distinct},
              {"entropy_l", attribute.entropyL},
              {"beta", attribute.beta},
              {"delta", attribute.delta},
              {"t", attribute.closeness}};
    for (std::size_t l = 2; l < attribute.recursive.size() + 2; ++l) {
        const auto& most = attribute.recursive[l - 2];
        json[std::format("recursive_c_sup_l{}", l)] =
            most ? Json(*most) : Json(std::format("inf: a class has <{} values", l));
    }
    return json;
}

Json reportRows(const Vector& vector) {
    std::vector<CsvRow> rows{{"qi", "sa"}};
    for (const Json& row : vector.input["rows"]) {
        rows.push_back(row.get<CsvRow>());
    }
    const Microdata table = tableOf(rows);
    const std::array<std::size_t, 1> quasi{0};
    return risks(equivalenceClasses(table, quasi), table.columns()[1], EqualDistance{});
}

Json report(const Vector& vector) {
    const Json& input = vector.input;
    if (input.contains("rows")) {
        return reportRows(vector);
    }
    const Microdata table = tableOf(readCsv(vector.datasets / input["dataset"].get<std::string>()));
    const Classes classes = equivalenceClasses(table, indices(table, input["qi"]));
    const Column& sensitive = table.columns()[indices(table, {input["sa"]}).front()];
    const bool isOrdered = input.value("t", "").starts_with("ordered");
    return risks(classes, sensitive,
                 isOrdered ? ValueDistance(OrderedDistance{}) : ValueDistance(EqualDistance{}));
}

/// Classes are given by the beginnings of the first column, as in Table 3 of Li et al.: "4767*".
double prefixCloseness(const Vector& vector, const std::string& prefixes, std::string_view column,
                       const ValueDistance& distance) {
    const Microdata table = tableOf(readCsv(vector.datasets / "anon/arx/test2.csv"));
    Classes classes{std::vector<std::uint32_t>(table.rowCount()), 0};
    for (const std::string& cell : CsvRow(values::parseCsv(prefixes, ",", 1).front())) {
        const std::string prefix = cell.substr(0, cell.find('*'));
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            const Column& zips = table.columns()[0];
            if (zips.values[zips.codes[row]].starts_with(prefix)) {
                classes.ofRow[row] = static_cast<std::uint32_t>(classes.count);
            }
        }
        ++classes.count;
    }
    return attributeRisk(classes, table.columns()[table.find(column).value()], distance)
        .value()
        .closeness;
}

Json orderedCloseness(const Vector& vector) {
    return prefixCloseness(vector, vector.input["classes"].get<std::string>(),
                           vector.input["sa"].get<std::string>(), OrderedDistance{});
}

Json hierarchicalCloseness(const Vector& vector) {
    const Microdata table = tableOf(readCsv(vector.datasets / "anon/arx/test2.csv"));
    const auto rows = readCsv(vector.datasets / "anon/arx/test2_hierarchy_Disease.csv");
    const auto hierarchy =
        Hierarchy::fromRows(table.columns()[table.find("Disease").value()], rows);
    REQUIRE(hierarchy);
    CHECK(hierarchy->isTree());
    CHECK(hierarchy->levels() == vector.input["H"].get<std::size_t>() + 1);
    return prefixCloseness(vector, "4767*,4790*,4760*", "Disease",
                           HierarchicalDistance{*hierarchy});
}

/// One class against the salaries 3 to 11 of the paper's Table 3, each once.
Json classCloseness(const Vector& vector) {
    constexpr int kLeast = 3;
    constexpr int kMost = 11;
    std::vector<double> shares;
    for (int salary = kLeast; salary <= kMost; ++salary) {
        shares.push_back(vector.input["p"].value(std::to_string(salary), 0.0));
    }
    return orderedDistance(shares, std::vector<double>(shares.size(), 1.0 / 9));
}

/// The goal that a name such as "k5_sup4" tells: the percentage of rows that may be suppressed.
AnonymityGoal goalNamed(const std::string& name, std::size_t rows) {
    AnonymityGoal goal;
    std::size_t percent = 0;
    const std::size_t underscore = name.find("_sup");
    std::from_chars(name.data() + 1, name.data() + underscore, goal.k);
    std::from_chars(name.data() + underscore + 4, name.data() + name.size(), percent);
    goal.mostSuppressed = rows * percent / 100;
    return goal;
}

Json optimum(const Vector& vector) {
    const auto folder = vector.datasets / "anon/arx";
    const Microdata table = tableOf(readCsv(folder / "adult.csv"));
    std::vector<std::size_t> quasi;
    std::vector<Hierarchy> hierarchies;
    for (const Column& column : table.columns()) {
        quasi.push_back(quasi.size());
        const auto rows = readCsv(folder / std::format("adult_hierarchy_{}.csv", column.name));
        hierarchies.push_back(Hierarchy::fromRows(column, rows).value());
    }
    Json found;
    for (const auto& [name, ignored] : vector.expect.items()) {
        const auto best =
            generalize(table, quasi, hierarchies, std::nullopt, goalNamed(name, table.rowCount()));
        REQUIRE(best);
        found[name] = {{"loss", best->loss},
                       {"levels", best->levels},
                       {"suppressed", best->suppressed},
                       {"anonymous_nodes", best->reached}};
    }
    return found;
}

constexpr std::array kKinds{
    Kind{"anonymity", "li2007_class", classCloseness},
    Kind{"anonymity", "_hierarchical", hierarchicalCloseness},
    Kind{"anonymity", "_ordered", orderedCloseness},
    Kind{"anonymity", "_optimum", optimum},
    Kind{"anonymity", "", report},
};

} // namespace

std::span<const Kind> anonymityKinds() {
    return kKinds;
}

} // namespace cartouche::tests
