#pragma once

#include "core/image/picture.h"

#include <cstdint>
#include <vector>

namespace cartouche::image {

/// So many pixels fit a PNG: stb_image_write counts its bytes in 31 bits.
inline constexpr std::uint64_t kMostPngPixels = std::uint64_t{1} << 27U;

/// A picture as a PNG with 8 bits a channel, with alpha only where a pixel is not opaque, and
/// without anything that tells more than its pixels. Both sides must be above 0, and no more than
/// kMostPngPixels. Nothing is returned if memory does not suffice.
std::vector<std::uint8_t> writePng(const Picture& picture);

} // namespace cartouche::image
