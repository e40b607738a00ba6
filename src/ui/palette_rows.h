#pragma once

#include "ui/context.h"

#include <string>
#include <vector>

namespace cartouche::ui {

/// Something that can be done.
struct PaletteRow {
    std::string name; // stable, and none is twice
    std::string label;
    /// "Command", "Tool", the name of a control, or what holds an item.
    std::string kind;
    std::string hotkey;       // as people write it
    std::string keyShortcuts; // as aria-keyshortcuts writes it
    bool isEnabled = true;
    Wishes::Change act;
    int score = 0;
};

/// All commands, the tools of the active image, and all labels and choices that are seen and fit
/// what is typed (of items of a Taxonomy that labels, those that fit best), the best first; without
/// anything typed, what can be done now before the rest.
std::vector<PaletteRow> paletteRows(const Context& context, std::string_view typed);

} // namespace cartouche::ui
