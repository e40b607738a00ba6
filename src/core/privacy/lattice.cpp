#include "core/privacy/lattice.h"

#include <algorithm>
#include <bit>

namespace cartouche::privacy {

namespace {

/// Adds rows to groups, by open addressing.
class Grouping {
public:
    Grouping(std::size_t width, std::size_t most) : m_slots(std::bit_ceil(2 * most + 1), kEmpty) {
        m_rows.width = width;
    }

    void add(std::span<const std::uint32_t> row, std::size_t count) {
        std::size_t slot = hashOf(row) & (m_slots.size() - 1);
        while (m_slots[slot] != kEmpty && !std::ranges::equal(m_rows.row(m_slots[slot]), row)) {
            slot = (slot + 1) & (m_slots.size() - 1);
        }
        if (m_slots[slot] == kEmpty) {
            m_slots[slot] = m_rows.size();
            m_rows.codes.insert(m_rows.codes.end(), row.begin(), row.end());
            m_rows.counts.push_back(0);
        }
        m_rows.counts[m_slots[slot]] += count;
    }

    GroupedRows take() { return std::move(m_rows); }

private:
    static constexpr std::size_t kEmpty = SIZE_MAX;

    static std::size_t hashOf(std::span<const std::uint32_t> row) {
        std::uint64_t hash = 0;
        for (const std::uint32_t code : row) {
            hash = (std::rotl(hash, 5) ^ code) * 0x9E3779B97F4A7C15U;
        }
        return static_cast<std::size_t>(hash ^ hash >> 32U);
    }

    GroupedRows m_rows;
    std::vector<std::size_t> m_slots;
};

void visitFrom(std::size_t column, std::vector<std::size_t>& levels, const GroupedRows& rows,
               std::span<const Hierarchy> hierarchies, const OnNode& onNode) {
    if (column == hierarchies.size()) {
        onNode(levels, rows);
        return;
    }
    for (std::size_t level = 0; level < hierarchies[column].levels(); ++level) {
        levels[column] = level;
        visitFrom(column + 1, levels, coarsened(rows, column, hierarchies[column], level),
                  hierarchies, onNode);
    }
}

} // namespace

GroupedRows groupRows(const Microdata& table, std::span<const std::size_t> columns) {
    Grouping grouping(columns.size(), table.rowCount());
    std::vector<std::uint32_t> row(columns.size());
    for (std::size_t index = 0; index < table.rowCount(); ++index) {
        for (std::size_t at = 0; at < columns.size(); ++at) {
            row[at] = table.columns()[columns[at]].codes[index];
        }
        grouping.add(row, 1);
    }
    return grouping.take();
}

GroupedRows coarsened(const GroupedRows& rows, std::size_t column, const Hierarchy& hierarchy,
                      std::size_t level) {
    Grouping grouping(rows.width, rows.size());
    std::vector<std::uint32_t> row(rows.width);
    for (std::size_t index = 0; index < rows.size(); ++index) {
        std::ranges::copy(rows.row(index), row.begin());
        row[column] = hierarchy.groupOf(level, row[column]);
        grouping.add(row, rows.counts[index]);
    }
    return grouping.take();
}

void visitLattice(const GroupedRows& raw, std::span<const Hierarchy> hierarchies,
                  const OnNode& onNode) {
    std::vector<std::size_t> levels(hierarchies.size());
    visitFrom(0, levels, raw, hierarchies, onNode);
}

} // namespace cartouche::privacy
