#include "core/quality/csv_records.h"

#include "core/values/csv.h"

#include <algorithm>

namespace cartouche::quality {

namespace {

constexpr std::string_view kSeparators = ",\t|;";

std::string guessSeparator(std::string_view row) {
    const auto most = std::ranges::max_element(
        kSeparators, {}, [row](char candidate) { return std::ranges::count(row, candidate); });
    return {*most};
}

/// Without copies: most rows have no quotes.
std::vector<std::string_view> split(std::string_view row, char separator) {
    std::vector<std::string_view> cells;
    for (std::size_t end = row.find(separator); end != std::string_view::npos;
         end = row.find(separator)) {
        cells.push_back(row.substr(0, end));
        row.remove_prefix(end + 1);
    }
    cells.push_back(row);
    return cells;
}

} // namespace

void CsvRecords::feed(std::string_view piece) {
    for (const char character : piece) {
        pass(character);
    }
}

void CsvRecords::pass(char character) {
    const bool isBreak = character == '\n' || character == '\r';
    const bool isSecondOfTwo = character == '\n' && m_isAfterReturn;
    m_isAfterReturn = character == '\r';
    m_line += isBreak && !isSecondOfTwo ? 1 : 0;
    if (isBreak && m_place != Place::Quoted) {
        if (!isSecondOfTwo) {
            endRow();
        }
        return;
    }
    m_row += character;
    const bool isSeparator =
        m_separator.empty() ? kSeparators.contains(character) : character == m_separator.front();
    if (m_place == Place::Quoted) {
        m_place = character == '"' ? Place::QuoteInQuoted : Place::Quoted;
    } else if (character == '"' && m_place != Place::Cell) {
        m_place = Place::Quoted;
    } else {
        m_place = isSeparator ? Place::CellStart : Place::Cell;
    }
}

void CsvRecords::endRow() {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (m_firstLine == 1 && m_row.starts_with(kByteOrderMark)) {
        m_row.erase(0, kByteOrderMark.size());
    }
    if (!m_row.empty()) {
        if (m_separator.empty()) {
            m_separator = guessSeparator(m_row);
        }
        if (m_row.contains('"')) {
            const auto rows = values::parseCsv(m_row, m_separator, 1);
            m_onRow({rows.front().begin(), rows.front().end()}, m_firstLine);
        } else {
            m_onRow(split(m_row, m_separator.front()), m_firstLine);
        }
    }
    m_row.clear();
    m_place = Place::CellStart;
    m_firstLine = m_line;
}

void CsvRecords::finish() {
    endRow();
}

} // namespace cartouche::quality
