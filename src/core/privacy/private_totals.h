#pragma once

#include "core/privacy/private_counts.h"

#include <expected>
#include <optional>
#include <string>

/// The sum or the mean of the numbers in a column, with noise, for release.
namespace cartouche::privacy {

enum class Statistic { Sum, Mean };

struct TotalQuery {
    std::size_t column = 0;
    /// Whose row it is; nothing: each row is somebody else's.
    std::optional<std::size_t> person;
    /// How many rows of one person count; further ones are left out, by chance.
    std::size_t mostRows = 1;
    /// Numbers below and above count as these. They must be known without the data.
    double low = 0;
    double high = 1;
    double epsilon = 1;
    double delta = 0;
    Mechanism mechanism = Mechanism::Laplace;
    Statistic statistic = Statistic::Sum;
};

struct PrivateTotal {
    double value = 0;
    /// Holds the sum or mean of the clamped numbers 95 times of 100. A mean's is wide if there may
    /// be few numbers.
    double low = 0;
    double high = 0;
    double scale = 0; // of the noise of the sum: Laplace's scale, or sigma
    double rho = 0;   // what the noise cost, in zCDP
};

/// What is wrong with a query, in words for people.
std::optional<std::string> problemOf(const TotalQuery& query);

/// The query must have no problem. Empty cells do not count; any other cell that is no finite
/// number is an error, in words for people. A mean is a sum of distances from the middle of the
/// bounds and a count, each for half of epsilon and delta (Li, Lyu, Su, Yang, "Differential
/// Privacy: From Theory to Practice", 2016, 2.5). Numbers are rounded to a grid that is fine beside
/// the noise, and the noise is of whole steps, so that no digit tells what it was added to.
std::expected<PrivateTotal, std::string>
totalPrivately(const Microdata& table, const TotalQuery& query, const RandomBytes& random);

} // namespace cartouche::privacy
