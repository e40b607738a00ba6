#pragma once

#include "core/json/json.h"

#include <string>
#include <string_view>
#include <vector>

namespace cartouche::variables {

/// Resolves `$variables` of an attribute against a task's data (spec/tags.md 1.3): a value that is
/// one whole reference gives the JSON at that path, text with references inside gives a string.
/// A path that leads nowhere gives "". Nothing is evaluated as code.
json::Json resolveVariables(std::string_view expression, const json::Json& data);

/// The value at a path such as `a.b[0]`, without the `$`; nullptr if it leads nowhere.
const json::Json* findVariable(std::string_view path, const json::Json& data);

/// The paths that an attribute refers to, without the `$`.
std::vector<std::string> variablesOf(std::string_view expression);

} // namespace cartouche::variables
