#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// Of an image tag with several images, the strip at the foot of `box` to go from one to another.
/// Returns what is left of the box: all of it, if there is one image.
Box drawImagePager(Context& context, editor::ImageWorkspace& image, const Box& box);

} // namespace cartouche::ui
