#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

/// Hides what a part of a picture shows. Only fillRegion is sure to: faces and texts have been
/// recovered from blurs and coarse pixels.
namespace cartouche::privacy {

/// Pixels of whole bytes, row by row, without gaps.
struct Pixels {
    std::span<std::uint8_t> bytes; // width * height * channels
    std::size_t width = 0;
    std::size_t height = 0;
    std::size_t channels = 4;
};

/// Half open. What lies outside the picture is left out.
struct PixelRegion {
    std::size_t left = 0;
    std::size_t top = 0;
    std::size_t right = 0;
    std::size_t bottom = 0;
    /// Which of these pixels belong to it, row by row: all but those that are 0. Empty: all.
    std::span<const std::uint8_t> mask = {};
};

/// With one colour, of as many bytes as there are channels.
void fillRegion(const Pixels& pixels, const PixelRegion& region,
                std::span<const std::uint8_t> color);

/// With squares of `block` pixels, above 0, which begin at the region's corner: the mean of what of
/// each belongs to the region, rounded half up.
void pixelateRegion(const Pixels& pixels, const PixelRegion& region, std::size_t block);

/// With the mean of the square of pixels around each, as far as they belong to the region; `radius`
/// pixels to each side.
void blurRegion(const Pixels& pixels, const PixelRegion& region, std::size_t radius);

/// A sixth of the shorter side, and a quarter of it, and no less than 8 and 4: small regions become
/// one colour.
std::size_t suggestedBlock(const PixelRegion& region);
std::size_t suggestedRadius(const PixelRegion& region);

} // namespace cartouche::privacy
