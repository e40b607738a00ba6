#include "core/values/csv.h"

#include "core/diagnostics/suggestion.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <optional>
#include <utility>

namespace cartouche::values {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string guessSeparator(std::string_view text) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    constexpr std::string_view kCandidates = ",\t|;";
    const auto most = std::ranges::max_element(
        kCandidates, {}, [line](char candidate) { return std::ranges::count(line, candidate); });
    return {*most};
}

/// Goes through the text cell by cell.
class CsvReader {
public:
    CsvReader(std::string_view text, std::string_view separator)
        : m_text(text), m_separator(separator) {}

    bool isAtEnd() const { return m_at >= m_text.size(); }

    CsvRow readRow() {
        CsvRow row{readCell()};
        while (rest().starts_with(m_separator)) {
            m_at += m_separator.size();
            row.push_back(readCell());
        }
        m_at += rest().starts_with("\r\n") ? 2 : isAtEnd() ? 0 : 1;
        return row;
    }

private:
    std::string_view rest() const { return m_text.substr(m_at); }

    bool isAtCellEnd() const {
        return isAtEnd() || m_text[m_at] == '\n' || m_text[m_at] == '\r' ||
               rest().starts_with(m_separator);
    }

    std::string readCell() {
        std::string cell = rest().starts_with('"') ? readQuoted() : "";
        while (!isAtCellEnd()) { // what stands behind the closing quote belongs to the cell
            cell += m_text[m_at++];
        }
        return cell;
    }

    std::string readQuoted() {
        std::string cell;
        for (++m_at; !isAtEnd(); ++m_at) {
            const bool isQuote = m_text[m_at] == '"';
            if (isQuote && !rest().starts_with("\"\"")) {
                ++m_at;
                break;
            }
            m_at += isQuote ? 1 : 0;
            cell += m_text[m_at];
        }
        return cell;
    }

    std::string_view m_text;
    std::string_view m_separator;
    std::size_t m_at = 0;
};

std::optional<std::size_t> readIndex(std::string_view text) {
    std::size_t index = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), index);
    return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size()
               ? std::optional(index)
               : std::nullopt;
}

std::string join(const CsvRow& row) {
    std::string text;
    for (const std::string& cell : row) {
        text += (text.empty() ? "" : ", ") + cell;
    }
    return text;
}

/// A name wins over the index that it looks like.
std::expected<std::size_t, Diagnostic> findColumn(const CsvRow& header,
                                                  const CsvSelection& selection) {
    if (selection.column.empty()) {
        return 0;
    }
    const auto named = std::ranges::find(header, selection.column);
    if (!selection.isHeadless && named != header.end()) {
        return static_cast<std::size_t>(named - header.begin());
    }
    const auto index = readIndex(selection.column);
    if (index && *index < header.size()) {
        return *index;
    }
    return std::unexpected(Diagnostic{
        Code::BadValue,
        selection.isHeadless
            ? std::format("This CSV has no column {}; it has {} columns, counted from 0",
                          selection.column, header.size())
            : std::format("This CSV has no column \"{}\"; it has {}{}", selection.column,
                          join(header), diagnostics::suggestionText(selection.column, header)),
        {}});
}

} // namespace

std::vector<CsvRow> parseCsv(std::string_view text, std::string_view separator, std::size_t most) {
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    const std::string guessed = separator.empty() ? guessSeparator(text) : std::string(separator);
    CsvReader reader(text, guessed);
    std::vector<CsvRow> rows;
    while (rows.size() < most && !reader.isAtEnd()) {
        rows.push_back(reader.readRow());
    }
    return rows;
}

std::expected<std::string, Diagnostic> readCsvCell(std::string_view text,
                                                   const CsvSelection& selection) {
    const std::vector<CsvRow> rows = parseCsv(text, selection.separator, 2);
    const std::size_t first = selection.isHeadless ? 0 : 1;
    if (rows.size() <= first) {
        return std::unexpected(
            Diagnostic{Code::BadValue,
                       rows.empty() ? "This CSV is empty"
                                    : "This CSV has no row below its header; without a header, "
                                      "add headless to the resolver",
                       {}});
    }
    const auto column = findColumn(rows.front(), selection);
    if (!column) {
        return std::unexpected(column.error());
    }
    const CsvRow& row = rows[first];
    return *column < row.size() ? row[*column] : std::string();
}

} // namespace cartouche::values
