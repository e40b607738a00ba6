#pragma once

#include "cli/check.h"
#include "core/privacy/microdata.h"

#include <optional>
#include <string>
#include <vector>

namespace cartouche::cli {

/// Reads a table with one row a person: CSV with a header, or from a file whose name ends in
/// `.json` Label Studio tasks, whose data are the cells. Rows with other columns than the first are
/// findings, and left out. Nothing if there is no table.
std::optional<privacy::Microdata> readTable(const std::string& path,
                                            std::vector<Finding>& findings);

/// The rows of a CSV file, without a header.
std::optional<std::vector<std::vector<std::string>>> readRows(const std::string& path,
                                                              std::vector<Finding>& findings);

} // namespace cartouche::cli
