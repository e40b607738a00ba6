#pragma once

#include "core/diagnostics/diagnostic.h"
#include "core/values/value_type.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::values {

using CsvRow = std::vector<std::string>;

/// Reads at most `most` rows of CSV (RFC 4180): cells in quotes may hold anything, a quote doubled;
/// rows end with \n, \r\n or \r. Text that is no CSV is one cell. `separator` empty: the one of
/// comma, tab, bar and semicolon that the first row has most of, comma if it has none.
std::vector<CsvRow> parseCsv(std::string_view text, std::string_view separator, std::size_t most);

/// The cell of the first row of data that a `resolver` chooses; "" if that row is shorter.
/// Code::BadValue, without a place, if there is no such row or column.
std::expected<std::string, diagnostics::Diagnostic> readCsvCell(std::string_view text,
                                                                const CsvSelection& selection);

} // namespace cartouche::values
