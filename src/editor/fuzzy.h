#pragma once

#include <optional>
#include <string_view>

namespace cartouche::editor {

/// How well a text fits what is typed in search of it: more is better. All letters of `typed` must
/// stand in it, in order, whatever their case; spaces do not count. Beginnings of words and letters
/// side by side count more. Nothing: it does not fit. What is typed in no letters fits all alike.
std::optional<int> fuzzyScore(std::string_view typed, std::string_view text);

} // namespace cartouche::editor
