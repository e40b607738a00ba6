#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// The sliders for brightness and contrast that the tag asks for, at the foot of `box`. Returns
/// what is left of the box.
Box drawImageLook(Context& context, editor::ImageWorkspace& image, const Box& box);

} // namespace cartouche::ui
