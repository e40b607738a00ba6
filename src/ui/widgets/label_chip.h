#pragma once

#include "ui/widgets/interaction.h"

namespace cartouche::ui {

/// One label that can be given to regions.
struct LabelChip {
    std::string_view key;
    std::string_view label;
    std::string hotkey; // empty: none
    std::string hint;
    Color color = 0;
    bool isOneOfMany = false; // of which several can be active
    bool isActive = false;
};

/// Width that shows label and hotkey in full.
float labelChipWidth(const Context& context, const LabelChip& chip);

/// Draws the label, adds it to the accessibility tree; true if it was pressed.
bool drawLabelChip(Context& context, const LabelChip& chip, const Box& box);

} // namespace cartouche::ui
