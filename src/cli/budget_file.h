#pragma once

#include "cli/check.h"
#include "core/privacy/privacy_accounting.h"

#include <optional>
#include <string>
#include <vector>

namespace cartouche::cli {

/// Reads a budget and what was spent of it, JSON as writeBudget writes it. A file that is not there
/// is a new budget of `epsilon` and `delta`; one that is there keeps its own. Nothing, and a
/// finding, if it is no budget.
std::optional<privacy::PrivacyBudget> readBudget(const std::string& path, double epsilon,
                                                 double delta, std::vector<Finding>& findings);

/// Returns whether it could be written. The old file is replaced only when the new one is whole.
bool writeBudget(const std::string& path, const privacy::PrivacyBudget& budget);

} // namespace cartouche::cli
