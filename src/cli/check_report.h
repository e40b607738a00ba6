#pragma once

#include "cli/check.h"
#include "core/json/json.h"

#include <string>

namespace cartouche::cli {

/// A line for each problem, as compilers write them, and one that sums up.
std::string writeText(const CheckResult& result);

/// {ok, objects: [{name, type, value, kind, content?, resolved?}],
///  controls: [{name, type, resultType, toName: [name], required?, perRegion?, perItem?,
///              requiredMessage?, choice?, conditions?: [{visibleWhen?, whenTagName?, …}],
///              choices?: [{value, alias?, hotkey?, selected?, hint?, html?, color?, readonly?,
///                          choices?: [the same]}],
///              labels?: [{value, color, alias?, hotkey?, selected?, hint?, html?, maxUsages?,
///                         granularity?, groupCanContain?}, or of Relations {value, background}],
///              buckets?: [{name, title?, default?}],
///              shortcuts?: [{value, alias?, background, hotkey?}]}],
///  diagnostics: [{file, code, severity, …}]}
///
/// `kind` and `content` are of task::ValueFormat; `resolved` is what the object shows of the first
/// task. Conditions are those of the control and of everything around it, outermost first.
json::Json writeReport(const CheckResult& result);

} // namespace cartouche::cli
