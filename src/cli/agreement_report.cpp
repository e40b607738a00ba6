#include "cli/agreement_report.h"

#include "cli/text_table.h"

#include <algorithm>
#include <array>
#include <format>
#include <ostream>
#include <string_view>
#include <utility>

namespace cartouche::cli {

namespace {

using quality::Agreement;
using quality::Alpha;
using quality::AnswerTable;
using quality::CategoryAgreement;
using quality::PairAgreement;

/// The coefficients of many annotators beside alpha, by the names that people know.
auto named(const CategoryAgreement& agreement) {
    using Named = std::pair<std::string_view, const Agreement*>;
    return std::array{Named{"fleiss", &agreement.fleiss}, Named{"randolph", &agreement.randolph},
                      Named{"gwet-ac1", &agreement.gwet}};
}

void writeAlpha(JsonStream& json, const CategoryAgreement& agreement) {
    const Alpha& alpha = agreement.alpha;
    json.key("alpha");
    json.open('{');
    json.member("value", alpha.value);
    json.member("observedDisagreement", alpha.observed);
    json.member("expectedDisagreement", alpha.expected);
    json.key("interval95");
    if (agreement.alphaInterval) {
        json.open('[');
        json.number(agreement.alphaInterval->low);
        json.number(agreement.alphaInterval->high);
        json.close(']');
    } else {
        json.number(std::nullopt);
    }
    json.close('}');
}

void writeCoefficients(JsonStream& json, const CategoryAgreement& agreement) {
    json.key("coefficients");
    json.open('{');
    writeAlpha(json, agreement);
    for (const auto& [name, coefficient] : named(agreement)) {
        json.key(name);
        json.open('{');
        json.member("value", coefficient->value);
        json.member("observed", coefficient->observed);
        json.member("expected", coefficient->expected);
        json.close('}');
    }
    json.key("cohen-mean");
    json.open('{');
    json.member("value", agreement.meanKappa);
    json.close('}');
    json.close('}');
}

void writePair(JsonStream& json, const AnswerTable& table, const PairAgreement& pair) {
    json.open('{');
    json.pair("workers", table.workers[pair.first], table.workers[pair.second]);
    json.key("items");
    json.count(pair.kappa.agreement.count);
    json.member("agreement", pair.kappa.agreement.observed);
    json.member("kappa", pair.kappa.agreement.value);
    json.member("standardError", pair.kappa.standardError);
    json.member("standardErrorOfNull", pair.kappa.standardErrorOfNull);
    json.close('}');
}

void writePairTable(std::ostream& out, const AnswerTable& table,
                    const CategoryAgreement& agreement) {
    std::vector<const PairAgreement*> order;
    for (const PairAgreement& pair : agreement.pairs) {
        order.push_back(&pair);
    }
    std::ranges::stable_sort(order, {}, [](const PairAgreement* pair) {
        return pair->kappa.agreement.value.value_or(2); // what is undefined comes last
    });
    const std::size_t rows = std::min(order.size(), kMostRows);
    out << std::format("\n{}  {}    items  agreement      kappa\n", cell("worker"),
                       cell("and worker"));
    for (std::size_t row = 0; row < rows; ++row) {
        const PairAgreement& pair = *order[row];
        out << std::format("{}  {}  {:7}  {:>9}  {:>9}\n", cell(table.workers[pair.first]),
                           cell(table.workers[pair.second]), pair.kappa.agreement.count,
                           shown(pair.kappa.agreement.observed), shown(pair.kappa.agreement.value));
    }
    if (order.size() > rows) {
        out << std::format("… and {} pairs more, which agree better; --json has all\n",
                           order.size() - rows);
    }
}

void writeLabelTable(std::ostream& out, const AnswerTable& table,
                     const CategoryAgreement& agreement) {
    out << std::format("\n{}      alpha, against all other labels\n", cell("label"));
    const std::size_t rows = std::min(agreement.labels.size(), kMostRows);
    for (std::size_t label = 0; label < rows; ++label) {
        out << std::format("{}  {:>9}\n", cell(table.labels[label]),
                           shown(agreement.labels[label].value));
    }
    if (agreement.labels.size() > rows) {
        out << std::format("… and {} labels more\n", agreement.labels.size() - rows);
    }
}

} // namespace

void writeMembers(JsonStream& json, const AnswerTable& table, const CategoryAgreement& agreement) {
    json.key("items");
    json.count(table.items.size());
    json.key("workers");
    json.count(table.workers.size());
    json.key("answers");
    json.count(table.answers.list.size());
    json.key("comparable");
    json.count(agreement.alpha.units);
    writeCoefficients(json, agreement);
    json.key("labels");
    json.open('{');
    for (std::size_t label = 0; label < agreement.labels.size(); ++label) {
        json.member(table.labels[label], agreement.labels[label].value);
    }
    json.close('}');
    json.key("pairs");
    json.open('[');
    for (const PairAgreement& pair : agreement.pairs) {
        writePair(json, table, pair);
    }
    json.close(']');
    json.key("itemAgreement");
    json.open('{');
    for (std::size_t item = 0; item < agreement.items.size(); ++item) {
        json.member(table.items[item], agreement.items[item]);
    }
    json.close('}');
}

void writeJson(std::ostream& out, const AnswerTable& table, const CategoryAgreement& agreement,
               const std::vector<ModelAgreement>& models) {
    JsonStream json(out);
    json.open('{');
    writeMembers(json, table, agreement);
    writeModels(json, models);
    json.close('}');
    out << '\n';
}

void writeText(std::ostream& out, const AnswerTable& table, const CategoryAgreement& agreement) {
    out << std::format("{} answers of {} workers to {} items, {} of which have two or more\n\n",
                       table.answers.list.size(), table.workers.size(), table.items.size(),
                       agreement.alpha.units);
    const auto& interval = agreement.alphaInterval;
    out << std::format("{}  {:>9}{}\n", cell("Krippendorff's alpha"), shown(agreement.alpha.value),
                       interval ? std::format("  ({:.4f} to {:.4f} in 95 of 100 draws of items)",
                                              interval->low, interval->high)
                                : "");
    constexpr std::array<std::string_view, 3> kTitles{"Fleiss' kappa", "Randolph's kappa",
                                                      "Gwet's AC1"};
    const auto coefficients = named(agreement);
    for (std::size_t at = 0; at < kTitles.size(); ++at) {
        out << std::format("{}  {:>9}\n", cell(kTitles.at(at)),
                           shown(coefficients.at(at).second->value));
    }
    out << std::format("{}  {:>9}\n", cell("Cohen's kappa, mean"), shown(agreement.meanKappa));
    out << std::format("{}  {:>9}\n", cell("pairs that agree"), shown(agreement.fleiss.observed));
    writeLabelTable(out, table, agreement);
    writePairTable(out, table, agreement);
}

} // namespace cartouche::cli
