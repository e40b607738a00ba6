#pragma once

#include "core/privacy/disclosure.h"
#include "core/privacy/hierarchy.h"

#include <cstddef>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Full-domain generalisation: each quasi-identifier is made coarser by the same number of levels
/// in all rows, and rows of classes that are still too small are suppressed.
namespace cartouche::privacy {

/// What the table must be afterwards, without its suppressed rows.
struct AnonymityGoal {
    std::size_t k = 2;
    std::size_t l = 1;               // distinct values of the sensitive column in each class
    std::optional<double> closeness; // t, of the sensitive column against the whole table
    std::size_t mostSuppressed = 0;  // rows
};

struct Sensitive {
    std::size_t column = 0;
    ValueDistance distance = EqualDistance{};
};

struct Generalization {
    std::vector<std::size_t> levels; // of each quasi-identifier
    std::size_t suppressed = 0;      // rows of classes that miss the goal
    /// Non-uniform entropy: the sum over attributes and rows of log2(n / m), where m rows have the
    /// row's value and n the value that it becomes. As ARX; suppressed rows count like the others.
    double loss = 0;
    /// How many nodes of the lattice reach the goal; 0 where not all were looked at.
    std::size_t reached = 0;
    std::size_t nodes = 0; // of the lattice
};

/// The levels that reach the goal at the least loss; of equals the first in the order of levels.
/// All of them are looked at, if there are at most 50,000; otherwise the column with the most
/// different values is made coarser, step by step (`reached` is 0 then). The failure says why
/// nothing reaches the goal. `sensitive` is needed for l above 1 and closeness.
std::expected<Generalization, std::string> generalize(const Microdata& table,
                                                      std::span<const std::size_t> quasiIdentifiers,
                                                      std::span<const Hierarchy> hierarchies,
                                                      const std::optional<Sensitive>& sensitive,
                                                      const AnonymityGoal& goal);

/// The rows that miss the goal at these levels.
std::vector<bool> rowsToSuppress(const Microdata& table,
                                 std::span<const std::size_t> quasiIdentifiers,
                                 std::span<const Hierarchy> hierarchies,
                                 const std::optional<Sensitive>& sensitive,
                                 const AnonymityGoal& goal, std::span<const std::size_t> levels);

} // namespace cartouche::privacy
