#pragma once

#include "core/json/json.h"

#include <string>

namespace cartouche::cli {

/// The reference of the labeling language, as Markdown, made of the tag table.
std::string writeTagsText();

/// The same as JSON: [{name, role, help, children: [name], resultType?, attributes: [{name, type,
/// default, allowed?: [value], required?, help}]}]
json::Json writeTagsJson();

} // namespace cartouche::cli
