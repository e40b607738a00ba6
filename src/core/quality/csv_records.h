#pragma once

#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::quality {

/// Cuts CSV that comes in pieces of any size into rows, and holds no more of it than one row. Cells
/// are as values::parseCsv reads them; empty lines are left out. The separator is guessed from the
/// first row.
class CsvRecords {
public:
    /// The cells of a row, good until the call returns, and the line on which it begins, from 1.
    using OnRow = std::function<void(const std::vector<std::string_view>& cells, int line)>;

    explicit CsvRecords(OnRow onRow) : m_onRow(std::move(onRow)) {}

    void feed(std::string_view piece);
    /// After the last piece: the last row need not end with a line break.
    void finish();

    /// One character; empty before the first row.
    std::string_view separator() const { return m_separator; }

private:
    /// Whether the break of a line would end the row: not within quotes.
    enum class Place { CellStart, Cell, Quoted, QuoteInQuoted };

    void pass(char character);
    void endRow();

    OnRow m_onRow;
    std::string m_row;
    std::string m_separator;
    Place m_place = Place::CellStart;
    bool m_isAfterReturn = false;
    int m_line = 1;
    int m_firstLine = 1;
};

} // namespace cartouche::quality
