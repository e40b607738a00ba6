#pragma once

#include "core/image/picture.h"

#include <cstdint>
#include <expected>
#include <span>

namespace cartouche::image {

/// A gigabyte of decoded pixels: with the file and what decoding needs in between, about as much as
/// 32-bit WebAssembly can hold.
inline constexpr std::uint64_t kMostPixels = std::uint64_t{1} << 28U;

/// Decodes PNG, JPEG, BMP, GIF (its first frame), PSD (as its layers show together), Radiance HDR
/// (tone mapped by a gamma of 2.2), TGA, and PBM, PGM and PPM. Of 16 bits a channel, the upper 8
/// are kept. EXIF orientation is not applied. A file that says that it has more than `mostPixels`
/// is refused before memory is asked for.
std::expected<Picture, Refusal> decode(std::span<const std::uint8_t> file,
                                       std::uint64_t mostPixels = kMostPixels);

} // namespace cartouche::image
