#pragma once

#include "core/config/labeling_interface.h"
#include "core/diagnostics/diagnostic.h"
#include "core/task/task.h"

#include <optional>
#include <string>
#include <vector>

namespace cartouche::cli {

/// A problem, and the file in which it stands.
struct Finding {
    std::string file;
    diagnostics::Diagnostic diagnostic;
};

/// What `cartouche check` learned.
struct CheckResult {
    config::LabelingInterface interface;
    /// The one that the interface was made for: of several, the first.
    std::optional<task::Task> task;
    std::vector<Finding> findings;

    bool hasErrors() const;
};

/// Checks a config and, unless `taskPath` is empty, one task or a list of tasks against it, with
/// the results of their annotations. Files are read here; what is wrong with them is a finding,
/// too.
CheckResult check(const std::string& configPath, const std::string& taskPath);

} // namespace cartouche::cli
