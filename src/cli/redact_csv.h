#pragma once

#include "cli/redactor.h"

#include <iosfwd>
#include <string_view>

namespace cartouche::cli {

/// Writes CSV with what is private in its cells replaced, row after row. The first row is a header,
/// and stays; its names help to recognise what stands below. Empty lines are left out.
void redactCsv(std::string_view text, Redactor& redactor, std::ostream& out);

} // namespace cartouche::cli
