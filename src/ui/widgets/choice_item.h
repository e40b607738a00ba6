#pragma once

#include "ui/widgets/interaction.h"
#include "ui/widgets/picture.h"

namespace cartouche::ui {

enum class ChoiceShape { Radio, Checkbox };

/// `Partly`: not itself, but something that it holds.
enum class ChoiceMark { Empty, Partly, Chosen };

/// One answer that can be chosen.
struct ChoiceItem {
    std::string_view key;
    std::string label;
    std::string hotkey; // drawn as a key cap; empty: none
    std::string hint;
    Picture picture; // stands below the label
    ChoiceShape shape = ChoiceShape::Radio;
    bool isChosen = false;
    bool isPartly = false; // something that it holds is chosen
};

/// The mark alone, of 18 CSS pixels.
void drawChoiceMark(const Context& context, ChoiceShape shape, ChoiceMark mark, ImVec2 center);

/// Width that shows label, key cap and picture in full.
float choiceItemWidth(const Context& context, const ChoiceItem& item);

/// Height that shows the label in full, in several lines if need be, and the picture.
float choiceItemHeight(const Context& context, const ChoiceItem& item, float width);

/// Draws the answer, adds it to the accessibility tree; true if it was pressed.
bool drawChoiceItem(Context& context, const ChoiceItem& item, const Box& box);

} // namespace cartouche::ui
