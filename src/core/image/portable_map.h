#pragma once

#include "core/image/picture.h"

#include <cstdint>
#include <expected>
#include <span>

namespace cartouche::image {

/// Whether a file begins as a PBM, PGM or PPM does (P1 to P6).
bool isPortableMap(std::span<const std::uint8_t> file);

/// Decodes one, as <https://netpbm.sourceforge.net/doc/pnm.html> describes them: bits, grey or
/// colours, in text or in bytes, of any greatest value up to 65535. Of several images in a file,
/// the first. stb_image reads fewer of them, takes 16-bit values the wrong way around and does not
/// look at the greatest value.
std::expected<Picture, Refusal> decodePortableMap(std::span<const std::uint8_t> file,
                                                  std::uint64_t mostPixels);

} // namespace cartouche::image
