#include "ui/widgets/wrapped.h"

#include <algorithm>

namespace cartouche::ui {

std::vector<Box> wrapBoxes(std::span<const float> widths, float width, float height, float gap) {
    std::vector<Box> boxes;
    Box next{0, 0, 0, height};
    for (const float wanted : widths) {
        next.width = std::min(wanted, width);
        if (next.left > 0 && next.right() > width) {
            next.left = 0;
            next.top += height + gap;
        }
        boxes.push_back(next);
        next.left = next.right() + gap;
    }
    return boxes;
}

float wrappedHeight(std::span<const Box> boxes) {
    return boxes.empty() ? 0 : boxes.back().bottom();
}

} // namespace cartouche::ui
