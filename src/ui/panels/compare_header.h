#pragma once

#include "ui/context.h"

#include <cstddef>
#include <string>

namespace cartouche::ui {

inline constexpr float kCompareHeaderHeight = 56.0F;

/// Of a column of the comparison: whose it is, and what it has of the region that is pointed at. A
/// double click, its button or Enter shows the annotation by itself.
void drawCompareHeader(Context& context, std::size_t column, const std::string& title,
                       const Box& box);

} // namespace cartouche::ui
