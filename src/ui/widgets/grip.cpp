#include "ui/widgets/grip.h"

namespace cartouche::ui {

void drawGrip(const Context& context, const Box& box) {
    constexpr float kApart = 6.0F;
    constexpr float kDot = 1.4F;
    const ImVec2 center = box.center();
    for (const float row : {-kApart, 0.0F, kApart}) {
        for (const float column : {-kApart / 2, kApart / 2}) {
            context.painter.circle({center.x + column, center.y + row}, kDot,
                                   context.palette.textMuted);
        }
    }
}

} // namespace cartouche::ui
