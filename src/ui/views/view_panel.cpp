#include "ui/views/view_panel.h"

#include "ui/colors.h"
#include "ui/luminance.h"

#include <algorithm>

namespace cartouche::ui {

namespace {

float padding(const Context& context, float wish) {
    constexpr float kMostIfNarrow = 8;
    return context.isNarrow ? std::min(wish, kMostIfNarrow) : wish;
}

/// Whether the theme's faintest text can be read on it.
bool carriesText(const Palette& palette, Color ground) {
    const double one = luminanceOf(ground);
    const double other = luminanceOf(palette.textMuted);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05) >= 4.5;
}

} // namespace

float besidePanel(const Context& context, const ViewPanel& panel) {
    return padding(context, panel.left) + padding(context, panel.right);
}

float abovePanel(const Context& context, const ViewPanel& panel) {
    return padding(context, panel.top) + padding(context, panel.bottom);
}

Box drawViewPanel(Context& context, const ViewPanel& panel, const Box& box) {
    const Palette& palette = context.palette;
    const Color ground = panel.ground ? packed(*panel.ground) : 0;
    const bool isOwn = panel.ground && panel.ground->alpha == 255 && carriesText(palette, ground);
    if (panel.ground && panel.ground->alpha > 0) {
        context.painter.fill(box, isOwn ? ground : palette.stage, panel.radius);
    }
    if (panel.hasBorder) {
        const bool isOwnBorder = panel.border && (isOwn || !panel.ground);
        context.painter.outline(box, isOwnBorder ? packed(*panel.border) : palette.border,
                                panel.radius);
    }
    return {box.left + padding(context, panel.left), box.top + padding(context, panel.top),
            box.width - besidePanel(context, panel), box.height - abovePanel(context, panel)};
}

} // namespace cartouche::ui
