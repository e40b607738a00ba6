#pragma once

#include "cli/task_answers.h"
#include "core/quality/methods.h"

#include <iosfwd>

namespace cartouche::cli {

struct TaskAggregateOptions {
    const quality::Method& method;
    quality::MethodOptions choices;
    /// The overlap from which on two boxes are one.
    double threshold = 0.5;
};

/// `{"controls": {name: {"type", "method", …}}, "notAggregated": [name]}`. Categories have what
/// aggregate.h says; of several choices `labels` holds a list for each task; of numbers `values`
/// the median; of regions `regions` a list for each task.
void writeJson(std::ostream& out, const TaskAnswers& answers, const TaskAggregateOptions& options);

/// Tables for people.
void writeText(std::ostream& out, const TaskAnswers& answers, const TaskAggregateOptions& options);

} // namespace cartouche::cli
