#pragma once

#include "ui/widgets/interaction.h"

namespace cartouche::ui {

/// Shows what a widget does and its hotkey, once the pointer has rested on it for a moment.
void drawTooltip(Context& context, const Interaction& state, const Box& box, std::string_view text,
                 std::string_view hotkey);

} // namespace cartouche::ui
