#pragma once

#include "core/geometry/brush_rle.h"

#include <cstdint>
#include <span>
#include <vector>

namespace cartouche::image {

/// A mask as a PNG of its image's size (spec/results.md 4.6): black and opaque where the mask is,
/// however faint, and transparent elsewhere; RGBA with 8 bits each, as a browser's canvas writes
/// it. `runs` are those of all pixels; what is missing is transparent, and what is too much is left
/// out. Both sides must be above 0, as PNG has it (W3C PNG, third edition).
std::vector<std::uint8_t> writeMaskPng(std::span<const geometry::AlphaRun> runs, int width,
                                       int height);

} // namespace cartouche::image
