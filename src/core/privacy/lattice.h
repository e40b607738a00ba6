#pragma once

#include "core/privacy/hierarchy.h"

#include <functional>
#include <span>
#include <vector>

namespace cartouche::privacy {

/// Rows that do not differ in what is looked at, made one; codes stand row behind row.
struct GroupedRows {
    std::size_t width = 0; // codes of a row: the quasi-identifiers, then the sensitive column
    std::vector<std::uint32_t> codes;
    std::vector<std::size_t> counts;

    std::size_t size() const { return counts.size(); }
    std::span<const std::uint32_t> row(std::size_t index) const {
        return std::span(codes).subspan(index * width, width);
    }
};

/// The columns of these indices, rows that are alike made one.
GroupedRows groupRows(const Microdata& table, std::span<const std::size_t> columns);

/// One column of the raw codes made coarser, and rows that are alike now made one.
GroupedRows coarsened(const GroupedRows& rows, std::size_t column, const Hierarchy& hierarchy,
                      std::size_t level);

using OnNode = std::function<void(const std::vector<std::size_t>& levels, const GroupedRows& rows)>;

/// Calls onNode for each choice of levels, in order, the last level changing fastest. Column by
/// column rows become fewer, so that most nodes look at few.
void visitLattice(const GroupedRows& raw, std::span<const Hierarchy> hierarchies,
                  const OnNode& onNode);

} // namespace cartouche::privacy
