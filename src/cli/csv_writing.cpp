#include "cli/csv_writing.h"

#include <ostream>

namespace cartouche::cli {

namespace {

void writeCell(std::ostream& out, std::string_view cell, char separator) {
    const bool isPlain = !cell.contains(separator) && !cell.contains('"') && !cell.contains('\n') &&
                         !cell.contains('\r');
    if (isPlain) {
        out << cell;
        return;
    }
    out << '"';
    for (const char character : cell) {
        out << (character == '"' ? "\"\"" : std::string_view(&character, 1));
    }
    out << '"';
}

} // namespace

void writeCsvRow(std::ostream& out, std::span<const std::string_view> cells, char separator) {
    for (std::size_t index = 0; index < cells.size(); ++index) {
        if (index > 0) {
            out << separator;
        }
        writeCell(out, cells[index], separator);
    }
    out << '\n';
}

} // namespace cartouche::cli
