#include "core/privacy/region_hiding.h"

#include <algorithm>
#include <cassert>
#include <vector>

namespace cartouche::privacy {

namespace {

PixelRegion within(const Pixels& pixels, PixelRegion region) {
    region.right = std::min(region.right, pixels.width);
    region.bottom = std::min(region.bottom, pixels.height);
    region.left = std::min(region.left, region.right);
    region.top = std::min(region.top, region.bottom);
    return region;
}

std::uint8_t& byteAt(const Pixels& pixels, std::size_t x, std::size_t y, std::size_t channel) {
    return pixels.bytes[(y * pixels.width + x) * pixels.channels + channel];
}

std::uint8_t roundedMean(std::uint64_t sum, std::uint64_t count) {
    return static_cast<std::uint8_t>((2 * sum + count) / (2 * count));
}

void levelBlock(const Pixels& pixels, const PixelRegion& block, std::size_t channel) {
    std::uint64_t sum = 0;
    for (std::size_t y = block.top; y < block.bottom; ++y) {
        for (std::size_t x = block.left; x < block.right; ++x) {
            sum += byteAt(pixels, x, y, channel);
        }
    }
    const std::uint8_t mean =
        roundedMean(sum, (block.right - block.left) * (block.bottom - block.top));
    for (std::size_t y = block.top; y < block.bottom; ++y) {
        for (std::size_t x = block.left; x < block.right; ++x) {
            byteAt(pixels, x, y, channel) = mean;
        }
    }
}

/// Sums of all bytes of a channel above and left of each place of a region.
class SumTable {
public:
    SumTable(const Pixels& pixels, const PixelRegion& region, std::size_t channel)
        : m_width(region.right - region.left + 1),
          m_sums(m_width * (region.bottom - region.top + 1)) {
        for (std::size_t y = 1; y <= region.bottom - region.top; ++y) {
            std::uint64_t row = 0;
            for (std::size_t x = 1; x < m_width; ++x) {
                row += byteAt(pixels, region.left + x - 1, region.top + y - 1, channel);
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

} // namespace

void fillRegion(const Pixels& pixels, PixelRegion region, std::span<const std::uint8_t> color) {
    assert(color.size() == pixels.channels);
    region = within(pixels, region);
    for (std::size_t y = region.top; y < region.bottom; ++y) {
        for (std::size_t x = region.left; x < region.right; ++x) {
            std::ranges::copy(color, &byteAt(pixels, x, y, 0));
        }
    }
}

void pixelateRegion(const Pixels& pixels, PixelRegion region, std::size_t block) {
    assert(block > 0);
    region = within(pixels, region);
    for (std::size_t y = region.top; y < region.bottom; y += std::min(block, region.bottom - y)) {
        for (std::size_t x = region.left; x < region.right;
             x += std::min(block, region.right - x)) {
            const PixelRegion part{x, y, x + std::min(block, region.right - x),
                                   y + std::min(block, region.bottom - y)};
            for (std::size_t channel = 0; channel < pixels.channels; ++channel) {
                levelBlock(pixels, part, channel);
            }
        }
    }
}

void blurRegion(const Pixels& pixels, PixelRegion region, std::size_t radius) {
    region = within(pixels, region);
    const std::size_t width = region.right - region.left;
    const std::size_t height = region.bottom - region.top;
    for (std::size_t channel = 0; channel < pixels.channels; ++channel) {
        const SumTable table(pixels, region, channel);
        for (std::size_t y = 0; y < height; ++y) {
            for (std::size_t x = 0; x < width; ++x) {
                const PixelRegion around{x - std::min(x, radius), y - std::min(y, radius),
                                         x + std::min(radius, width - 1 - x) + 1,
                                         y + std::min(radius, height - 1 - y) + 1};
                byteAt(pixels, region.left + x, region.top + y, channel) = roundedMean(
                    table.sum(around), (around.right - around.left) * (around.bottom - around.top));
            }
        }
    }
}

} // namespace cartouche::privacy
