#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::annotation {

/// Finds the numbers of things by their ids: a hash table that holds nothing but the numbers, since
/// the things know their ids. Several may have one id; none is ever taken out.
class IdIndex {
public:
    void add(std::string_view id, std::uint32_t number) {
        if (2 * (m_count + 1) > m_cells.size()) {
            grow();
        }
        insert({static_cast<std::uint32_t>(hashOf(id)), number});
        ++m_count;
    }

    /// Calls onCandidate(number) for all things that may have the id, in the order in which they
    /// were added, until it returns true.
    template <typename OnCandidate>
    void find(std::string_view id, OnCandidate onCandidate) const {
        const auto hash = static_cast<std::uint32_t>(hashOf(id));
        if (m_cells.empty()) {
            return;
        }
        for (std::size_t at = hash & mask(); m_cells[at].number != kEmpty; at = (at + 1) & mask()) {
            if (m_cells[at].hash == hash && onCandidate(m_cells[at].number)) {
                return;
            }
        }
    }

private:
    static constexpr std::uint32_t kEmpty = 0xFFFFFFFF;
    static constexpr std::size_t kLeast = 16;

    struct Cell {
        std::uint32_t hash = 0;
        std::uint32_t number = kEmpty;
    };

    static std::size_t hashOf(std::string_view id) { return std::hash<std::string_view>()(id); }
    std::size_t mask() const { return m_cells.size() - 1; }

    void insert(Cell cell) {
        std::size_t at = cell.hash & mask();
        while (m_cells[at].number != kEmpty) {
            at = (at + 1) & mask();
        }
        m_cells[at] = cell;
    }

    /// To twice as many cells, with what is equal in the order in which it was added.
    void grow() {
        std::vector<Cell> cells(m_cells.empty() ? kLeast : 2 * m_cells.size());
        const std::vector<Cell> old = std::exchange(m_cells, std::move(cells));
        // Once around from a gap: what is equal stands in order behind its gap.
        std::size_t gap = 0;
        while (gap < old.size() && old[gap].number != kEmpty) {
            ++gap;
        }
        for (std::size_t count = 0; count < old.size(); ++count) {
            const Cell& cell = old[(gap + count) & (old.size() - 1)];
            if (cell.number != kEmpty) {
                insert(cell);
            }
        }
    }

    std::vector<Cell> m_cells; // a power of two of them, at most half full
    std::size_t m_count = 0;
};

} // namespace cartouche::annotation
