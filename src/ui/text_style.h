#pragma once

#include "ui/theme.h"

namespace cartouche::ui {

enum class Weight { Regular, SemiBold };

/// How a run of text is set. The size is the em square's, as in CSS.
struct TextStyle {
    float size = metrics::kTextSize;
    Weight weight = Weight::Regular;

    /// From the top of a line to the top of the next one, in CSS pixels: ImGui takes the height
    /// from ascender to descender for a font's size, which for Inter is this many em squares.
    float lineHeight() const { return 1.21F * size; }
};

} // namespace cartouche::ui
