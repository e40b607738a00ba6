#pragma once

#include "ui/context.h"

#include <string>
#include <vector>

namespace cartouche::ui {

/// Something that can be done.
struct PaletteRow {
    std::string name; // stable, and none is twice
    std::string label;
    std::string kind;         // "Command", "Tool", or the name of a control
    std::string hotkey;       // as people write it
    std::string keyShortcuts; // as aria-keyshortcuts writes it
    bool isEnabled = true;
    Wishes::Change act;
    int score = 0;
};

/// All commands, the tools of the active image, and all labels and choices that are seen and fit
/// what is typed, the best first; without anything typed, what can be done now before the rest.
std::vector<PaletteRow> paletteRows(const Context& context, std::string_view typed);

} // namespace cartouche::ui
