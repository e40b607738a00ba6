#include "cli/redact_csv.h"

#include "cli/csv_writing.h"
#include "core/quality/csv_records.h"

#include <algorithm>
#include <format>
#include <string>
#include <vector>

namespace cartouche::cli {

void redactCsv(std::string_view text, Redactor& redactor, std::ostream& out) {
    std::vector<std::string> header;
    quality::CsvRecords* reader = nullptr;
    quality::CsvRecords records([&](const std::vector<std::string_view>& cells, int line) {
        const bool isHeader = header.empty();
        if (isHeader) {
            header.assign(cells.begin(), cells.end());
        }
        std::vector<std::string> redacted;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const std::string name = column < header.size() ? header[column] : "";
            redacted.push_back(
                isHeader
                    ? std::string(cells[column])
                    : redactor.redact(cells[column], name, std::format("line {}, {}", line, name))
                          .text);
        }
        writeCsvRow(out, std::vector<std::string_view>(redacted.begin(), redacted.end()),
                    reader->separator().front());
    });
    reader = &records;
    records.feed(text);
    records.finish();
}

} // namespace cartouche::cli
