#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// The sign before a row that holds others.
void drawExpander(const Context& context, bool isExpanded, ImVec2 center);

} // namespace cartouche::ui
