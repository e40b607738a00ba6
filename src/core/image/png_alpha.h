#pragma once

#include "core/geometry/mask.h"

#include <cstdint>
#include <optional>
#include <span>

namespace cartouche::image {

/// The pixels of a PNG that are not wholly transparent, as a mask of all its pixels: 255 for each,
/// however faint. Nothing if it cannot be read, or has more pixels than a mask can have.
std::optional<geometry::Mask> readPngAlpha(std::span<const std::uint8_t> png);

} // namespace cartouche::image
