#pragma once

#include "core/json/json.h"

#include <string>
#include <string_view>
#include <vector>

namespace cartouche::variables {

/// Resolves `$variables` of an attribute against a task's data (spec/tags.md 1.3): a value that is
/// one whole reference gives the JSON at that path, text with references inside gives a string.
/// A path that leads nowhere gives ""; one of plain text (isPlainText) stays as it is written.
/// Letters, digits and _ . [ ] { } all belong to the reference, whatever follows. Nothing is
/// evaluated as code.
json::Json resolveVariables(std::string_view expression, const json::Json& data);

/// The value at a path such as `a.b[0]`, without the `$`; nullptr if it leads nowhere.
const json::Json* findVariable(std::string_view path, const json::Json& data);

/// Whether a reference begins with a digit and leads nowhere: `$15.00` is a price, not a variable.
bool isPlainText(std::string_view variable, const json::Json& data);

/// Whether the whole of an attribute is one reference, so that it can stand for more than text.
bool isVariable(std::string_view expression);

/// The paths that an attribute refers to, without the `$`.
std::vector<std::string> variablesOf(std::string_view expression);

} // namespace cartouche::variables
