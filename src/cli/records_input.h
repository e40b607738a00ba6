#pragma once

#include "cli/check.h"
#include "core/weak/record.h"

#include <set>
#include <string>
#include <vector>

namespace cartouche::cli {

struct RecordsInput {
    weak::RecordTable table;
    /// Of tasks, by which annotations and predictions chose.
    std::set<std::string> choiceControls;
    std::vector<Finding> findings;
    /// Nothing could be read.
    bool isUnusable = false;
};

/// Reads items with their fields, `-` from standard input. CSV: a column is a field, and the column
/// item, task or id names the item; otherwise its number does, from #0 on. JSON: tasks, whose data
/// are the fields (of nested objects `outer.inner`); choices of one label that annotators and
/// predictions made are given labels, those of `control` if it is not "".
RecordsInput readRecords(const std::string& path, const std::string& control = "");

} // namespace cartouche::cli
