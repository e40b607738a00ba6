#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// The buttons that end the work on an annotation: Skip and Submit, or Reject and Accept.
/// Their width in CSS pixels; 0: there are none.
float actionButtonsWidth(const Context& context);
/// Draws them at the right end of the row.
void drawActionButtons(Context& context, const Box& row);

} // namespace cartouche::ui
