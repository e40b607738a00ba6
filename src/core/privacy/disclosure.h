#pragma once

#include "core/privacy/distribution_distance.h"
#include "core/privacy/microdata.h"

#include <optional>
#include <variant>
#include <vector>

/// How much a table with one row a person gives away: of who somebody is, and of what is sensitive.
/// Nothing stands for what a table without rows cannot tell.
namespace cartouche::privacy {

/// Who somebody is. An attacker knows that a person is in the table, and the quasi-identifiers.
struct IdentityRisk {
    std::size_t rows = 0;
    std::size_t classes = 0;
    std::size_t smallest = 0; // k, of k-anonymity
    std::size_t largest = 0;
    double average = 0;
    double highest = 0;        // the chance to find the right row of somebody in the smallest class
    double averageRisk = 0;    // the same, of all rows
    double unique = 0;         // share of rows that are alone in their class
    double discernibility = 0; // sum of squares of the sizes
};

std::optional<IdentityRisk> identityRisk(const Classes& classes);

struct EqualDistance {};
/// Numbers in their order, other texts behind them in theirs.
struct OrderedDistance {};
struct HierarchicalDistance {
    Hierarchy hierarchy; // of the sensitive column
};
using ValueDistance = std::variant<EqualDistance, OrderedDistance, HierarchicalDistance>;

/// What can be told of a sensitive value of somebody whose class is known: the worst of all
/// classes.
struct AttributeRisk {
    double alpha = 0;         // the highest share of one value
    std::size_t distinct = 0; // l, of distinct l-diversity
    double entropyL = 0;      // exp of the lowest entropy
    double beta = 0;          // the highest gain (p - q) / q of a value's share over that in all
    double delta = 0;         // the highest |log(p / q)|, of values that are there
    double closeness = 0;     // t: the farthest distance from all
    /// By l - 2, from l = 2 on: for every c above this the table is recursive (c, l)-diverse.
    /// Nothing: for none, as a class has fewer than l values.
    std::vector<std::optional<double>> recursive;
};

std::optional<AttributeRisk> attributeRisk(const Classes& classes, const Column& sensitive,
                                           const ValueDistance& distance);

/// The codes of a column in the order of its values, as OrderedDistance takes it.
std::vector<std::uint32_t> orderOf(const Column& column);

} // namespace cartouche::privacy
