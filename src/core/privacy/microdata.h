#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Tables with one row for each person: what is known of them, and what must stay unknown.
namespace cartouche::privacy {

/// What stands in one column: each value once, and which of them each row has.
struct Column {
    std::string name;
    std::vector<std::string> values;  // in the order in which they first stand there
    std::vector<std::uint32_t> codes; // by row; an index of `values`
};

class Microdata {
public:
    /// Columns of these names, without rows.
    explicit Microdata(std::span<const std::string> names);

    /// As many cells as there are columns. An empty cell is a value of its own.
    void addRow(std::span<const std::string_view> cells);

    std::size_t rowCount() const { return m_rowCount; }
    const std::vector<Column>& columns() const { return m_columns; }
    /// The index of the column of that name.
    std::optional<std::size_t> find(std::string_view name) const;

private:
    std::vector<Column> m_columns;
    std::vector<std::unordered_map<std::string, std::uint32_t>> m_codes; // by column
    std::size_t m_rowCount = 0;
};

/// How many persons share their quasi-identifiers: the class of each row, from 0.
struct Classes {
    std::vector<std::uint32_t> ofRow;
    std::size_t count = 0;
};

/// Rows that do not differ in any of these columns are of one class.
Classes equivalenceClasses(const Microdata& table, std::span<const std::size_t> quasiIdentifiers);

} // namespace cartouche::privacy
