#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// The tools of an image and its zoom, along one edge of its box. Returns what is left for the
/// stage.
Box drawImageToolbar(Context& context, editor::ImageWorkspace& image, const Box& box);

} // namespace cartouche::ui
