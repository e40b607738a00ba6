#pragma once

#include "ui/context.h"

#include <cstddef>

namespace cartouche::ui {

/// What one expression is called, looks for and labels; what is typed is looked for at once.
void drawExpressionForm(Context& context, std::size_t expression, const Box& box);
float expressionFormHeight(const Context& context, std::size_t expression, float width);

} // namespace cartouche::ui
