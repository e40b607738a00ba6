#pragma once

#include <cstdint>
#include <span>

namespace cartouche::render {

/// Where in a mask or an image: upper left corner and size in its pixels.
struct PixelArea {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
};

/// A new texture for RegionLayer::drawMask: a byte a pixel, in rows from the top, 255 where the
/// mask covers all of a pixel. Its edges stay hard when magnified.
std::uint32_t createMask(int width, int height, std::span<const std::uint8_t> pixels);
/// Changes an area of a mask; `pixels` holds the area alone, row after row.
void updateMask(std::uint32_t mask, const PixelArea& area, std::span<const std::uint8_t> pixels);
void deleteMask(std::uint32_t mask);

} // namespace cartouche::render
