#pragma once

#include "cli/redactor.h"
#include "core/quality/csv_records.h"

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::cli {

/// Writes CSV, which comes in pieces, with what is private in its cells replaced, row after row.
/// The first row is a header, and stays; its names help to recognise what stands below. Empty lines
/// are left out.
class CsvRedaction {
public:
    CsvRedaction(Redactor& redactor, std::ostream& out);

    void feed(std::string_view piece) { m_records.feed(piece); }
    void finish() { m_records.finish(); }

private:
    void writeRow(const std::vector<std::string_view>& cells, int line);

    Redactor& m_redactor;
    std::ostream& m_out;
    std::vector<std::string> m_header;
    quality::CsvRecords m_records;
};

} // namespace cartouche::cli
