#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

namespace cartouche::cli {

/// Cells with their separator between, in quotes where they need them, and a line break.
void writeCsvRow(std::ostream& out, std::span<const std::string_view> cells, char separator);

} // namespace cartouche::cli
