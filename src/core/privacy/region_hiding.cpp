#include "core/privacy/region_hiding.h"

#include <algorithm>
#include <cassert>
#include <vector>

namespace cartouche::privacy {

namespace {

/// A region, and the part of it that is on the picture.
class Part {
public:
    Part(const Pixels& pixels, const PixelRegion& region)
        : m_region(region), m_box{.right = std::min(region.right, pixels.width),
                                  .bottom = std::min(region.bottom, pixels.height)} {
        m_box.left = std::min(region.left, m_box.right);
        m_box.top = std::min(region.top, m_box.bottom);
        assert(m_region.mask.empty() ||
               m_region.mask.size() == (region.right - region.left) * (region.bottom - region.top));
    }

    const PixelRegion& box() const { return m_box; }

    bool has(std::size_t x, std::size_t y) const {
        return m_region.mask.empty() ||
               m_region.mask[(y - m_region.top) * (m_region.right - m_region.left) + x -
                             m_region.left] != 0;
    }

    /// Calls onPixel(x, y) for each pixel of it within a box that is on the picture.
    template <typename OnPixel>
    void forEach(const PixelRegion& box, OnPixel onPixel) const {
        for (std::size_t y = box.top; y < box.bottom; ++y) {
            for (std::size_t x = box.left; x < box.right; ++x) {
                if (has(x, y)) {
                    onPixel(x, y);
                }
            }
        }
    }

private:
    PixelRegion m_region;
    PixelRegion m_box;
};

std::uint8_t& byteAt(const Pixels& pixels, std::size_t x, std::size_t y, std::size_t channel) {
    return pixels.bytes[(y * pixels.width + x) * pixels.channels + channel];
}

std::uint8_t roundedMean(std::uint64_t sum, std::uint64_t count) {
    return static_cast<std::uint8_t>((2 * sum + count) / (2 * count));
}

void levelBlock(const Pixels& pixels, const Part& part, const PixelRegion& block,
                std::size_t channel) {
    std::uint64_t sum = 0;
    std::uint64_t count = 0;
    part.forEach(block, [&](std::size_t x, std::size_t y) {
        sum += byteAt(pixels, x, y, channel);
        ++count;
    });
    part.forEach(block, [&](std::size_t x, std::size_t y) {
        byteAt(pixels, x, y, channel) = roundedMean(sum, count);
    });
}

/// Sums of a number of each pixel, above and left of each place of a box.
class SumTable {
public:
    template <typename NumberOf>
    SumTable(const PixelRegion& box, NumberOf numberOf)
        : m_width(box.right - box.left + 1), m_sums(m_width * (box.bottom - box.top + 1)) {
        for (std::size_t y = 1; y <= box.bottom - box.top; ++y) {
            std::uint64_t row = 0;
            for (std::size_t x = 1; x < m_width; ++x) {
                row += numberOf(box.left + x - 1, box.top + y - 1);
                m_sums[y * m_width + x] = m_sums[(y - 1) * m_width + x] + row;
            }
        }
    }

    std::uint64_t sum(const PixelRegion& part) const {
        return at(part.right, part.bottom) + at(part.left, part.top) - at(part.left, part.bottom) -
               at(part.right, part.top);
    }

private:
    std::uint64_t at(std::size_t x, std::size_t y) const { return m_sums[y * m_width + x]; }

    std::size_t m_width;
    std::vector<std::uint64_t> m_sums;
};

/// The square around a pixel, as far as it is in the box, counted from the box's corner.
PixelRegion squareAround(const PixelRegion& box, std::size_t x, std::size_t y, std::size_t radius) {
    x -= box.left;
    y -= box.top;
    return {.left = x - std::min(x, radius),
            .top = y - std::min(y, radius),
            .right = x + std::min(radius, box.right - box.left - 1 - x) + 1,
            .bottom = y + std::min(radius, box.bottom - box.top - 1 - y) + 1};
}

std::size_t shareOfShorterSide(const PixelRegion& region, std::size_t parts, std::size_t least) {
    const std::size_t side = std::min(region.right - region.left, region.bottom - region.top);
    return std::max((side + parts - 1) / parts, least);
}

} // namespace

void fillRegion(const Pixels& pixels, const PixelRegion& region,
                std::span<const std::uint8_t> color) {
    assert(color.size() == pixels.channels);
    const Part part(pixels, region);
    part.forEach(part.box(), [&](std::size_t x, std::size_t y) {
        std::ranges::copy(color, &byteAt(pixels, x, y, 0));
    });
}

void pixelateRegion(const Pixels& pixels, const PixelRegion& region, std::size_t block) {
    assert(block > 0);
    const Part part(pixels, region);
    const PixelRegion& box = part.box();
    for (std::size_t y = box.top; y < box.bottom; y += std::min(block, box.bottom - y)) {
        for (std::size_t x = box.left; x < box.right; x += std::min(block, box.right - x)) {
            const PixelRegion square{.left = x,
                                     .top = y,
                                     .right = x + std::min(block, box.right - x),
                                     .bottom = y + std::min(block, box.bottom - y)};
            for (std::size_t channel = 0; channel < pixels.channels; ++channel) {
                levelBlock(pixels, part, square, channel);
            }
        }
    }
}

void blurRegion(const Pixels& pixels, const PixelRegion& region, std::size_t radius) {
    const Part part(pixels, region);
    const PixelRegion& box = part.box();
    const SumTable counts(
        box, [&part](std::size_t x, std::size_t y) { return part.has(x, y) ? 1U : 0U; });
    for (std::size_t channel = 0; channel < pixels.channels; ++channel) {
        const SumTable sums(box, [&](std::size_t x, std::size_t y) {
            return part.has(x, y) ? byteAt(pixels, x, y, channel) : 0U;
        });
        part.forEach(box, [&](std::size_t x, std::size_t y) {
            const PixelRegion square = squareAround(box, x, y, radius);
            byteAt(pixels, x, y, channel) = roundedMean(sums.sum(square), counts.sum(square));
        });
    }
}

std::size_t suggestedBlock(const PixelRegion& region) {
    return shareOfShorterSide(region, 6, 8);
}

std::size_t suggestedRadius(const PixelRegion& region) {
    return shareOfShorterSide(region, 4, 4);
}

} // namespace cartouche::privacy
