#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// Buttons beside the chosen point of a polygon or path, for what can be done to it; gives where
/// they are, an empty box if there are none. `stage`: the box that shows the image.
Box drawPointBar(Context& context, editor::ImageWorkspace& image, const Box& stage);

} // namespace cartouche::ui
