#pragma once

#include "core/diagnostics/diagnostic.h"
#include "core/json/json.h"
#include "core/quality/answer_table.h"
#include "core/weak/record.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cartouche::weak {

/// A rule that labels an item or abstains.
struct LabelingFunction {
    std::string name;
    /// A place in the list of labels.
    std::function<std::optional<std::uint32_t>(const Record& record)> vote;
};

struct LabelingFunctions {
    std::vector<std::string> labels;
    std::vector<LabelingFunction> functions;
    /// Code::BadValue with a pointer into the JSON; a function with a problem is left out.
    diagnostics::Diagnostics problems;
};

/// Reads `{"labels": [...], "functions": [{"name", "type", ...}]}`; the types and their members
/// stand in function_types_table.cpp. `table` tells which fields there are.
LabelingFunctions readLabelingFunctions(const json::Json& source, const RecordTable& table);

/// The votes of all functions on all items; a function is a worker. Grouped by item.
quality::AnswerTable applyFunctions(const LabelingFunctions& functions, const RecordTable& table);

/// The names of all types, and what each looks at.
struct FunctionTypeInfo {
    std::string_view name;
    std::string_view about;
};
std::vector<FunctionTypeInfo> functionTypes();

} // namespace cartouche::weak
