#pragma once

#include <string>
#include <vector>

namespace cartouche::config {

/// Gives each empty hotkey the next free one (spec/tags.md 2.7); when they run out, the rest stays
/// empty. `hotkeys` are those of all labels and answers in document order; none is null.
void assignHotkeys(const std::vector<std::string*>& hotkeys);

} // namespace cartouche::config
