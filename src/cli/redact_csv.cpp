#include "cli/redact_csv.h"

#include "cli/csv_writing.h"

#include <format>

namespace cartouche::cli {

CsvRedaction::CsvRedaction(Redactor& redactor, std::ostream& out)
    : m_redactor(redactor), m_out(out), m_records([this](const std::vector<std::string_view>& cells,
                                                         int line) { writeRow(cells, line); }) {}

void CsvRedaction::writeRow(const std::vector<std::string_view>& cells, int line) {
    const bool isHeader = m_header.empty();
    if (isHeader) {
        m_header.assign(cells.begin(), cells.end());
    }
    std::vector<std::string> redacted;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const std::string name = column < m_header.size() ? m_header[column] : "";
        redacted.push_back(
            isHeader
                ? std::string(cells[column])
                : m_redactor.redact(cells[column], name, std::format("line {}, {}", line, name))
                      .text);
    }
    writeCsvRow(m_out, std::vector<std::string_view>(redacted.begin(), redacted.end()),
                m_records.separator().front());
}

} // namespace cartouche::cli
