#pragma once

#include "core/config/labeling_interface.h"
#include "core/diagnostics/diagnostic.h"
#include "core/json/checked_text.h"
#include "core/json/json.h"
#include "core/task/object_value.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::task {

/// One labeling task (spec/results.md 1.1). `id` and unknown fields stay as they came.
struct Task {
    json::Json id;
    json::Json data = json::Json::object();
    /// Each one whole, as it came.
    std::vector<json::CheckedText> annotations;
    std::vector<json::CheckedText> predictions;
};

/// Accepts `{data: {...}}` (data may be a JSON string) and, as the reference import does, a bare
/// object, which is then the data itself. `completions` are annotations, too, and come first.
/// Anything else is Code::BadTask.
std::expected<Task, diagnostics::Diagnostic> readTask(const json::CheckedText& value);

/// What of the data the config cannot use, at the attribute's place in the config: a `$variable`
/// that it lacks, with a suggestion when a key is close, and a value of the wrong kind
/// (object_value.h), of objects and of the lists that controls take their answers from.
diagnostics::Diagnostics checkTask(const config::LabelingInterface& interface, const Task& task,
                                   SecureMode mode = SecureMode::Off);

} // namespace cartouche::task
