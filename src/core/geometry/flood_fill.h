#pragma once

#include "core/geometry/mask.h"

#include <cstdint>
#include <vector>

namespace cartouche::geometry {

/// The pixels of an image, in four bytes each (red, green, blue, alpha), row by row from the top.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

/// The pixel (x, y) of the picture and all that are connected with it by their sides and whose red,
/// green and blue each differ from its own by `threshold` at most. Empty for a pixel that is not in
/// the picture. Time is linear in the pixels of the answer, memory in their rows.
/// Source: P. Heckbert, "A Seed Fill Algorithm", in Graphics Gems (1990).
Mask floodFill(const Picture& picture, int x, int y, int threshold);

} // namespace cartouche::geometry
