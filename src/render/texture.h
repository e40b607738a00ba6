#pragma once

#include <cstdint>

namespace cartouche::render {

/// A new texture of this size in pixels, bound: RGBA of 8 bits, smooth, not repeated, its `levels`
/// of detail allocated (1: never drawn smaller than it is). Without pixels; GL says by its error
/// state whether there was room.
std::uint32_t allocateTexture(int width, int height, int levels);

} // namespace cartouche::render
