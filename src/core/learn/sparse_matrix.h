#pragma once

#include "core/quality/matrix.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cartouche::learn {

struct Entry {
    std::uint32_t column = 0;
    double value = 0;

    bool operator==(const Entry&) const = default;
};

/// Numbers in rows and columns, most of which are 0 and not held.
class SparseMatrix {
public:
    explicit SparseMatrix(std::size_t columns = 0) : m_columns(columns), m_starts{0} {}
    explicit SparseMatrix(const quality::Matrix& dense);

    std::size_t rows() const { return m_starts.size() - 1; }
    std::size_t columns() const { return m_columns; }
    /// In the order of the columns.
    std::span<const Entry> row(std::size_t index) const {
        return std::span(m_entries).subspan(m_starts[index], m_starts[index + 1] - m_starts[index]);
    }
    /// Columns in order and below columns().
    void addRow(std::span<const Entry> row);
    /// Some of the rows, in this order.
    SparseMatrix select(std::span<const std::uint32_t> rows) const;

private:
    std::size_t m_columns;
    std::vector<std::size_t> m_starts;
    std::vector<Entry> m_entries;
};

inline SparseMatrix::SparseMatrix(const quality::Matrix& dense) : SparseMatrix(dense.columns()) {
    std::vector<Entry> row;
    for (std::size_t index = 0; index < dense.rows(); ++index) {
        row.clear();
        for (std::uint32_t column = 0; column < dense.columns(); ++column) {
            if (dense(index, column) != 0) {
                row.push_back({column, dense(index, column)});
            }
        }
        addRow(row);
    }
}

inline void SparseMatrix::addRow(std::span<const Entry> row) {
    m_entries.insert(m_entries.end(), row.begin(), row.end());
    m_starts.push_back(m_entries.size());
}

inline SparseMatrix SparseMatrix::select(std::span<const std::uint32_t> rows) const {
    SparseMatrix some(m_columns);
    for (const std::uint32_t index : rows) {
        some.addRow(row(index));
    }
    return some;
}

} // namespace cartouche::learn
