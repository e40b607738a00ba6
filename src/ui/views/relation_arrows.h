#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// Arrows between the middles of related regions that both are seen, with what they are called.
void drawRelationArrows(Context& context, const editor::ImageWorkspace& image, const Box& stage);

} // namespace cartouche::ui
