#pragma once

#include "core/geometry/mask.h"
#include "core/geometry/pixels.h"

#include <cstdint>
#include <span>
#include <vector>

namespace cartouche::geometry {

/// A mask of a whole image while it is painted on. What a brush covers, it covers fully: edges
/// follow the grid of pixels.
class MaskCanvas {
public:
    /// Pixels, from `left` up to `right` and from `top` up to `bottom`, these not included.
    struct Area {
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;

        bool isEmpty() const { return left >= right || top >= bottom; }
        /// The least area around both.
        [[nodiscard]] Area unite(const Area& other) const;
    };

    enum class Brush : std::uint8_t { Paint, Erase };

    /// Empty, of an image of this size.
    MaskCanvas(int width, int height);
    /// With what was painted before.
    MaskCanvas(int width, int height, const Mask& mask);

    /// Moves a round brush along a line, in image pixels: all pixels whose middle is no farther
    /// from it than `radiusPx`, and the one under its start in any case. Returns where it painted.
    Area stroke(Point from, Point to, double radiusPx, Brush brush);
    /// Moves a brush along the pixels from one to another, as bitmasks are painted (spec/tags.md
    /// 4.2, Bitmask): a single pixel, or for a radius above 0 all whose middle is no farther from
    /// that of the pixel it is on.
    Area strokeOnGrid(Point from, Point to, double radiusPx, Brush brush);
    /// Paints what the mask covers, however faintly. Returns where that may have been.
    Area add(const Mask& mask);

    int width() const { return m_width; }
    int height() const { return m_height; }
    /// Alpha, row by row.
    std::span<const std::uint8_t> pixels() const { return m_alpha; }
    /// The part that is not empty.
    Mask cropped() const { return geometry::cropped(m_alpha, m_width, m_height); }

private:
    std::span<std::uint8_t> row(int y) {
        const auto width = static_cast<std::size_t>(m_width);
        return std::span(m_alpha).subspan(static_cast<std::size_t>(y) * width, width);
    }
    /// The part of the mask's frame that is on the image.
    Area frameOf(const Mask& mask) const;

    int m_width;
    int m_height;
    std::vector<std::uint8_t> m_alpha;
};

} // namespace cartouche::geometry
