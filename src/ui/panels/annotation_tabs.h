#pragma once

#include "ui/context.h"

#include <cstddef>

namespace cartouche::ui {

/// How many annotations and predictions have a tab, as the host wants it.
std::size_t countAnnotationTabs(const Context& context);

/// The tabs; of more than fit those around the one that is shown, between arrows that move them.
void drawAnnotationTabs(Context& context, const Box& box);

} // namespace cartouche::ui
