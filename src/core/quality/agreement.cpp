#include "core/quality/agreement.h"

#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

namespace cartouche::quality {

namespace {

/// Below this, 1 − expected is rounding.
constexpr double kNoChanceLeft = 1e-12;

Agreement correctedForChance(std::size_t count, double observed, double expected) {
    if (count == 0) {
        return {};
    }
    Agreement agreement{.count = count, .observed = observed, .expected = expected};
    if (1 - expected > kNoChanceLeft) {
        agreement.value = (observed - expected) / (1 - expected);
    }
    return agreement;
}

/// The weight of agreement, from 1 on the diagonal down to 0 for the ends of the scale.
double agreementWeight(std::size_t row, std::size_t column, std::size_t size, Weights weights) {
    if (weights == Weights::Nominal) {
        return row == column ? 1 : 0;
    }
    const double apart = std::abs(static_cast<double>(row) - static_cast<double>(column)) /
                         static_cast<double>(size - 1);
    return row == column ? 1 : 1 - (weights == Weights::Linear ? apart : apart * apart);
}

/// A square table as shares of its sum, with what its rows and columns sum up to.
struct Shares {
    double total = 0;
    Matrix cells;
    std::vector<double> rows;
    std::vector<double> columns;

    std::size_t size() const { return rows.size(); }
};

Shares sharesOf(const Matrix& table) {
    const std::size_t size = table.rows();
    Shares shares{.total = std::accumulate(table.values().begin(), table.values().end(), 0.0),
                  .cells = table,
                  .rows = std::vector<double>(size),
                  .columns = std::vector<double>(size)};
    for (std::size_t row = 0; row < size; ++row) {
        for (std::size_t column = 0; column < size; ++column) {
            double& cell = shares.cells(row, column);
            cell = shares.total > 0 ? cell / shares.total : 0;
            shares.rows[row] += cell;
            shares.columns[column] += cell;
        }
    }
    return shares;
}

/// For each category of one annotator, its mean weight of agreement with the other's habits.
std::pair<std::vector<double>, std::vector<double>> meanWeights(const Shares& shares,
                                                                Weights weights) {
    std::vector<double> ofRows(shares.size());
    std::vector<double> ofColumns(shares.size());
    for (std::size_t row = 0; row < shares.size(); ++row) {
        for (std::size_t column = 0; column < shares.size(); ++column) {
            const double weight = agreementWeight(row, column, shares.size(), weights);
            ofRows[row] += shares.columns[column] * weight;
            ofColumns[column] += shares.rows[row] * weight;
        }
    }
    return {ofRows, ofColumns};
}

void addStandardErrors(CohenKappa& kappa, const Shares& shares, Weights weights) {
    const double observed = *kappa.agreement.observed;
    const double expected = *kappa.agreement.expected;
    const auto [ofRows, ofColumns] = meanWeights(shares, weights);
    double sum = 0;
    double sumOfNull = 0;
    for (std::size_t row = 0; row < shares.size(); ++row) {
        for (std::size_t column = 0; column < shares.size(); ++column) {
            const double weight = agreementWeight(row, column, shares.size(), weights);
            const double means = ofRows[row] + ofColumns[column];
            const double term = (weight * (1 - expected)) - (means * (1 - observed));
            sum += shares.cells(row, column) * term * term;
            const double termOfNull = weight - means;
            sumOfNull += shares.rows[row] * shares.columns[column] * termOfNull * termOfNull;
        }
    }
    const double bias = (observed * expected) - (2 * expected) + observed;
    const double chance = 1 - expected;
    const auto rootOf = [](double variance) { return std::sqrt(std::max(0.0, variance)); };
    kappa.standardError = rootOf((sum - (bias * bias)) / shares.total) / (chance * chance);
    kappa.standardErrorOfNull = rootOf((sumOfNull - (expected * expected)) / shares.total) / chance;
}

double sumOf(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Of all items that have answers to compare: the mean share of pairs of answers that agree, and
/// how often each category was chosen.
struct Pairs {
    std::size_t items = 0;
    double agreeing = 0;
    std::vector<double> shares;
};

Pairs pairsOf(const Matrix& counts) {
    Pairs pairs{.shares = std::vector<double>(counts.columns())};
    double answers = 0;
    for (std::size_t item = 0; item < counts.rows(); ++item) {
        const auto row = counts.row(item);
        const double sum = sumOf(row);
        if (sum < 2) {
            continue;
        }
        const double squares = std::inner_product(row.begin(), row.end(), row.begin(), 0.0);
        pairs.agreeing += (squares - sum) / (sum * (sum - 1));
        pairs.items += 1;
        answers += sum;
        for (std::size_t category = 0; category < row.size(); ++category) {
            pairs.shares[category] += row[category];
        }
    }
    pairs.agreeing /= std::max(1.0, static_cast<double>(pairs.items));
    for (double& share : pairs.shares) {
        share /= std::max(1.0, answers);
    }
    return pairs;
}

} // namespace

Matrix contingency(std::span<const std::uint32_t> first, std::span<const std::uint32_t> second,
                   std::size_t categories) {
    Matrix table(categories, categories);
    for (std::size_t item = 0; item < std::min(first.size(), second.size()); ++item) {
        table(first[item], second[item]) += 1;
    }
    return table;
}

CohenKappa cohenKappa(const Matrix& table, Weights weights) {
    const Shares shares = sharesOf(table);
    double observed = 0;
    double expected = 0;
    for (std::size_t row = 0; row < shares.size(); ++row) {
        for (std::size_t column = 0; column < shares.size(); ++column) {
            const double weight = agreementWeight(row, column, shares.size(), weights);
            observed += weight * shares.cells(row, column);
            expected += weight * shares.rows[row] * shares.columns[column];
        }
    }
    CohenKappa kappa{
        correctedForChance(static_cast<std::size_t>(shares.total), observed, expected), {}, {}};
    if (kappa.agreement.value) {
        addStandardErrors(kappa, shares, weights);
    }
    return kappa;
}

Agreement scottPi(const Matrix& table) {
    const Shares shares = sharesOf(table);
    double observed = 0;
    double expected = 0;
    for (std::size_t category = 0; category < shares.size(); ++category) {
        const double share = (shares.rows[category] + shares.columns[category]) / 2;
        observed += shares.cells(category, category);
        expected += share * share;
    }
    return correctedForChance(static_cast<std::size_t>(shares.total), observed, expected);
}

Agreement fleissKappa(const Matrix& counts) {
    const Pairs pairs = pairsOf(counts);
    const double expected =
        std::inner_product(pairs.shares.begin(), pairs.shares.end(), pairs.shares.begin(), 0.0);
    return correctedForChance(pairs.items, pairs.agreeing, expected);
}

Agreement randolphKappa(const Matrix& counts) {
    const Pairs pairs = pairsOf(counts);
    const double categories = std::max(1.0, static_cast<double>(counts.columns()));
    return correctedForChance(pairs.items, pairs.agreeing, 1 / categories);
}

Agreement gwetAc1(const Matrix& counts) {
    const Pairs pairs = pairsOf(counts);
    if (counts.columns() < 2) { // agreement is certain
        return correctedForChance(pairs.items, pairs.agreeing, 1);
    }
    std::vector<double> shares(counts.columns());
    double answered = 0;
    for (std::size_t item = 0; item < counts.rows(); ++item) {
        const auto row = counts.row(item);
        const double sum = sumOf(row);
        answered += sum > 0 ? 1 : 0;
        for (std::size_t category = 0; category < row.size(); ++category) {
            shares[category] += sum > 0 ? row[category] / sum : 0;
        }
    }
    double expected = 0;
    for (const double share : shares) {
        const double mean = answered > 0 ? share / answered : 0;
        expected += mean * (1 - mean) / static_cast<double>(counts.columns() - 1);
    }
    return correctedForChance(pairs.items, pairs.agreeing, expected);
}

} // namespace cartouche::quality
