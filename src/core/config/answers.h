#pragma once

#include "core/config/labeling_interface.h"
#include "core/json/json.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::config {

/// What a control offers: first the elements in it, which may be wrapped in Views (spec/tags.md
/// 1.1), then the items of the task's list that its `value` names (2.8). `data` is the task's, and
/// null without one.

/// Answers within answers only with `allowNested`.
std::vector<Choice> choicesOf(const Tag& control, const json::Json* data);

/// The tree of a Taxonomy. Of siblings with the same value, the first stays. None are written where
/// items are fetched from an address.
std::vector<Choice> itemsOf(const Tag& control, const json::Json* data);

/// What an `apiUrl` answers: `{"items": […]}`, or the list alone. An item with `"isLeaf": false`
/// and no `children` holds some that are yet to be fetched. A failure says what was to be expected.
std::expected<std::vector<Choice>, std::string> readFetchedItems(std::string_view text);

std::vector<Label> labelsOf(const Tag& control, const json::Json* data);

} // namespace cartouche::config
