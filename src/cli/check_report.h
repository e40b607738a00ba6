#pragma once

#include "cli/check.h"
#include "core/json/json.h"

#include <string>

namespace cartouche::cli {

/// A line for each problem, as compilers write them, and one that sums up.
std::string writeText(const CheckResult& result);

/// {ok, objects: […], controls: […] (see writeInterface), diagnostics: [{file, code, severity, …}]}
json::Json writeReport(const CheckResult& result);

} // namespace cartouche::cli
