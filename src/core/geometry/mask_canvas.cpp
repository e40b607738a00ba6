#include "core/geometry/mask_canvas.h"

#include "core/geometry/lines.h"

#include <algorithm>
#include <cmath>

namespace cartouche::geometry {

MaskCanvas::Area MaskCanvas::Area::unite(const Area& other) const {
    if (isEmpty()) {
        return other;
    }
    if (other.isEmpty()) {
        return *this;
    }
    return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
            std::max(bottom, other.bottom)};
}

MaskCanvas::MaskCanvas(int width, int height)
    : m_width(width), m_height(height),
      m_alpha(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}

MaskCanvas::MaskCanvas(int width, int height, const Mask& mask) : MaskCanvas(width, height) {
    for (int row = 0; row < mask.height; ++row) {
        for (int column = 0; column < mask.width; ++column) {
            const int x = mask.left + column;
            const int y = mask.top + row;
            if (x >= 0 && x < width && y >= 0 && y < height) {
                at(x, y) = mask.alpha[static_cast<std::size_t>(row) *
                                          static_cast<std::size_t>(mask.width) +
                                      static_cast<std::size_t>(column)];
            }
        }
    }
}

MaskCanvas::Area MaskCanvas::stroke(Point from, Point to, double radiusPx, Brush brush) {
    const std::uint8_t value = brush == Brush::Paint ? 0xFF : 0;
    const auto first = [radiusPx](double one, double other) {
        return static_cast<int>(std::floor(std::min(one, other) - radiusPx));
    };
    const auto behind = [radiusPx](double one, double other) {
        return static_cast<int>(std::ceil(std::max(one, other) + radiusPx)) + 1;
    };
    const Area area{std::max(first(from.x, to.x), 0), std::max(first(from.y, to.y), 0),
                    std::min(behind(from.x, to.x), m_width),
                    std::min(behind(from.y, to.y), m_height)};
    for (int y = area.top; y < area.bottom; ++y) {
        for (int x = area.left; x < area.right; ++x) {
            if (distanceToSegment({x + 0.5, y + 0.5}, from, to) <= radiusPx) {
                at(x, y) = value;
            }
        }
    }
    const auto startX = static_cast<int>(std::floor(from.x));
    const auto startY = static_cast<int>(std::floor(from.y));
    if (startX >= 0 && startX < m_width && startY >= 0 && startY < m_height) {
        at(startX, startY) = value;
    }
    return area;
}

Mask MaskCanvas::cropped() const {
    Area used;
    const auto width = static_cast<std::size_t>(m_width);
    for (int y = 0; y < m_height; ++y) {
        const auto row = pixels().subspan(static_cast<std::size_t>(y) * width, width);
        const auto isPainted = [](std::uint8_t alpha) { return alpha != 0; };
        const auto begin = std::ranges::find_if(row, isPainted);
        if (begin == row.end()) {
            continue;
        }
        const auto end = std::find_if(row.rbegin(), row.rend(), isPainted).base();
        used = used.unite(
            {static_cast<int>(begin - row.begin()), y, static_cast<int>(end - row.begin()), y + 1});
    }
    Mask mask{used.left, used.top, used.right - used.left, used.bottom - used.top, {}};
    for (int y = used.top; y < used.bottom; ++y) {
        const auto row = pixels().subspan(static_cast<std::size_t>(y) * width, width);
        mask.alpha.insert(mask.alpha.end(), row.begin() + used.left, row.begin() + used.right);
    }
    return mask;
}

} // namespace cartouche::geometry
