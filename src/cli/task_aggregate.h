#pragma once

#include "cli/task_answers.h"
#include "core/quality/methods.h"

#include <iosfwd>

namespace cartouche::cli {

/// `{"controls": {name: {"type", …}}, "notAggregated": [name]}`. Categories have what aggregate.h
/// says; of several choices each is decided by itself, and `labels` holds a list for each task; of
/// numbers `values` holds the median. Regions and texts are not merged: their controls are named.
void writeTaskAggregate(std::ostream& out, const TaskAnswers& answers,
                        const quality::Method& method, const quality::MethodOptions& options);

} // namespace cartouche::cli
