#pragma once

#include "ui/theme.h"

namespace cartouche::ui {

/// Relative luminance as WCAG 2.2 defines it, from 0, black, to 1, white. Alpha does not count.
double luminanceOf(Color color);

} // namespace cartouche::ui
