#include "ui/widgets/wrapped.h"

#include <algorithm>
#include <optional>

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

std::vector<Box> shareLine(std::span<const float> widths, const Box& line, float gap) {
    const auto count = static_cast<float>(widths.size());
    float rest = line.width - gap * (count - 1);
    std::vector<float> sorted(widths.begin(), widths.end());
    std::ranges::sort(sorted);
    std::optional<float> most; // where it is too short
    for (auto others = count; const float wanted : sorted) {
        if (wanted > rest / others) {
            most = std::max(rest / others, 0.0F);
            break;
        }
        rest -= wanted;
        --others;
    }
    std::vector<Box> boxes;
    Box next = line;
    for (const float wanted : widths) {
        next.width = most ? std::min(wanted, *most) : wanted + rest / count;
        boxes.push_back(next);
        next.left = next.right() + gap;
    }
    return boxes;
}

float wrappedHeight(std::span<const Box> boxes) {
    return boxes.empty() ? 0 : boxes.back().bottom();
}

} // namespace cartouche::ui
