#pragma once

#include "ui/widgets/interaction.h"

namespace cartouche::ui {

enum class ChoiceShape { Radio, Checkbox };

/// `Partly`: not itself, but something that it holds.
enum class ChoiceMark { Empty, Partly, Chosen };

/// One answer that can be chosen.
struct ChoiceItem {
    std::string_view key;
    std::string_view label;
    std::string hotkey; // drawn as a key cap; empty: none
    std::string hint;
    ChoiceShape shape = ChoiceShape::Radio;
    bool isChosen = false;
};

/// The mark alone, of 18 CSS pixels.
void drawChoiceMark(const Context& context, ChoiceShape shape, ChoiceMark mark, ImVec2 center);

/// Width that shows label and key cap in full.
float choiceItemWidth(const Context& context, const ChoiceItem& item);

/// Draws the answer, adds it to the accessibility tree; true if it was pressed.
bool drawChoiceItem(Context& context, const ChoiceItem& item, const Box& box);

} // namespace cartouche::ui
