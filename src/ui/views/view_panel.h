#pragma once

#include "ui/context.h"
#include "ui/view_styles.h"

namespace cartouche::ui {

/// What a panel takes of the width, and of the height, of what is in it. Narrow windows have less
/// to give.
float besidePanel(const Context& context, const ViewPanel& panel);
float abovePanel(const Context& context, const ViewPanel& panel);

/// Draws ground and border, and gives the room inside. A ground on which the theme's text could not
/// be read (WCAG 2.2, 1.4.3) becomes the theme's own.
Box drawViewPanel(Context& context, const ViewPanel& panel, const Box& box);

} // namespace cartouche::ui
