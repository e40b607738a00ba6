#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::config {

/// Adds the keys of a `hotkey` attribute, such as `ctrl+1, q`, in lower case.
void takeHotkeys(std::string_view written, std::set<std::string>& taken);

/// Gives each empty hotkey the next free one (spec/tags.md 2.7); when they run out, the rest stays
/// empty. `hotkeys` are those of all labels and answers in document order; none is null. `taken`
/// are the keys of everything else.
void assignHotkeys(const std::vector<std::string*>& hotkeys, std::set<std::string> taken);

} // namespace cartouche::config
