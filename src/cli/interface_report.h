#pragma once

#include "core/config/labeling_interface.h"
#include "core/json/json.h"
#include "core/task/task.h"

#include <optional>

namespace cartouche::cli {

/// {objects: [{name, type, value, kind, content?, resolved?}],
///  controls: [{name, type, resultType, toName: [name], required?, perRegion?, perItem?,
///              requiredMessage?, choice?, conditions?: [{visibleWhen?, whenTagName?, …}],
///              choices?: [{value, alias?, hotkey?, selected?, hint?, html?, color?, readonly?,
///                          choices?: [the same]}],
///              labels?: [{value, color, alias?, hotkey?, selected?, hint?, html?, maxUsages?,
///                         granularity?, groupCanContain?}, or of Relations {value, background}],
///              buckets?: [{name, title?, default?}],
///              shortcuts?: [{value, alias?, background, hotkey?}]}]}
///
/// `kind` and `content` are of task::ValueFormat; `resolved` is what the object shows of the
/// task. Conditions are those of the control and of everything around it, outermost first.
json::Json writeInterface(const config::LabelingInterface& interface,
                          const std::optional<task::Task>& task);

} // namespace cartouche::cli
