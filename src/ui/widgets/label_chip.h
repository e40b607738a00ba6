#pragma once

#include "ui/widgets/interaction.h"

namespace cartouche::ui {

/// A label that can be given to regions, or another thing of a few words that has a colour.
struct LabelChip {
    std::string_view key;
    std::string label;
    std::string hotkey; // empty: none
    std::string hint;
    std::string alias; // beside the label; empty: none
    Color aliasColor = 0;
    Weight aliasWeight = Weight::SemiBold;
    Color color = 0;
    /// Of the text of a label that is active, which is filled with its colour then; 0: it is not.
    Color activeTextColor = 0;
    std::string_view role = "radio"; // or "checkbox"; "button": it is only pressed
    bool isActive = false;
};

/// Width that shows label and hotkey in full.
float labelChipWidth(const Context& context, const LabelChip& chip);

/// Draws the label, adds it to the accessibility tree; true if it was pressed.
bool drawLabelChip(Context& context, const LabelChip& chip, const Box& box);

} // namespace cartouche::ui
