#pragma once

#include "cli/check.h"
#include "core/quality/answer_table.h"
#include "core/quality/matrix.h"

#include <optional>
#include <string>
#include <vector>

namespace cartouche::cli {

/// Reads what models say of items from CSV with the columns item, label and probability, a file a
/// model: items by labels for each. Nothing, with findings, if a column is missing, a probability
/// is none, or those of an item do not sum up to 1.
std::optional<std::vector<quality::Matrix>> readPredictions(const std::vector<std::string>& paths,
                                                            const quality::Names& items,
                                                            std::vector<Finding>& findings);

} // namespace cartouche::cli
