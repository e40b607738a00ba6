#pragma once

#include "core/config/labeling_interface.h"

#include <vector>

namespace cartouche::config {

/// Gives every answer without a hotkey the next free one (spec/tags.md 2.7); when they run out, the
/// rest has none.
void assignHotkeys(std::vector<ChoicesControl>& controls);

} // namespace cartouche::config
