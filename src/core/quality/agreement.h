#pragma once

#include "core/quality/matrix.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

/// Agreement of annotators on categories, corrected for chance. Tables of two annotators have a row
/// for each category of the first and a column for each of the second; tables of many have a row
/// for each item, a column for each category, and count who chose it.
namespace cartouche::quality {

/// What two or more annotators share, and what they would by chance; both from 0 to 1.
struct Agreement {
    /// What it was computed of: items with answers to compare.
    std::size_t count = 0;
    /// Nothing if `count` is 0.
    std::optional<double> observed;
    std::optional<double> expected;
    /// (observed − expected) / (1 − expected). Nothing where that is 0/0: with agreement certain by
    /// chance, as in a single category, perfect agreement says nothing.
    std::optional<double> value;
};

/// What a disagreement weighs, by how far apart the categories stand in the table: the same for
/// all, the distance, or its square (Cohen 1968). The table should hold the whole scale of a
/// rating: a category left out brings its neighbours closer together.
enum class Weights { Nominal, Linear, Quadratic };

struct CohenKappa {
    Agreement agreement;
    /// Asymptotic, and the same if there were no agreement beyond chance. Nothing without a kappa.
    /// Source: Fleiss, Cohen, Everitt, "Large sample standard errors of kappa and weighted kappa"
    /// (1969).
    std::optional<double> standardError;
    std::optional<double> standardErrorOfNull;
};

/// Counts two annotators' categories of the same items; the categories are below `categories`.
Matrix contingency(std::span<const std::uint32_t> first, std::span<const std::uint32_t> second,
                   std::size_t categories);

/// Source: Cohen, "A coefficient of agreement for nominal scales" (1960); weighted (1968). `table`
/// is square.
CohenKappa cohenKappa(const Matrix& table, Weights weights = Weights::Nominal);

/// Chance as if both annotators had the same habits. Source: Scott (1955). `table` is square.
Agreement scottPi(const Matrix& table);

/// Items with fewer than two answers are left out, and others may have different numbers of them.
/// Source: Fleiss (1971); Fleiss, Levin, Paik, "Statistical Methods for Rates and Proportions"
/// (2003).
Agreement fleissKappa(const Matrix& counts);

/// Chance as if all categories were equally likely. Source: Randolph, "Free-marginal multirater
/// kappa" (2005). Items as above.
Agreement randolphKappa(const Matrix& counts);

/// Stays meaningful where one category is far more frequent than others. Items with one answer
/// count for the frequencies only. Source: Gwet, "Computing inter-rater reliability and its
/// variance in the presence of high agreement" (2008), AC1.
Agreement gwetAc1(const Matrix& counts);

} // namespace cartouche::quality
