#pragma once

#include "editor/commands.h"

#include <string>
#include <string_view>

namespace cartouche::ui {

/// A hotkey in the words of the aria-keyshortcuts attribute: "mod+shift+z" is "Control+Shift+Z", on
/// a Mac "Meta+Shift+Z".
std::string ariaKeyShortcuts(std::string_view hotkey, editor::Platform platform);

} // namespace cartouche::ui
