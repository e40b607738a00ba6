#pragma once

#include "core/config/tag.h"
#include "core/json/json.h"

#include <optional>
#include <string>

namespace cartouche::task {

/// Why the JSON is of no use to an object, as the end of a sentence ("it needs …"); nothing if it
/// can show it: a list of phrases for Paragraphs, columns for TimeSeries, items with ids for List.
std::optional<std::string> findShapeFault(const config::Tag& object, const json::Json& value);

/// The same of the list that Choices, a control with labels or Taxonomy takes its answers from
/// (spec/tags.md 2.8): objects with attributes of the types that the tag table gives them.
std::optional<std::string> findAnswersFault(const config::Tag& control, const json::Json& value);

} // namespace cartouche::task
