#pragma once

#include "core/image/picture.h"

#include <optional>

namespace cartouche::image {

/// The picture as browsers show it, and as regions lie on it: turned and mirrored as an Exif
/// orientation from 1 to 8 says (TIFF 6.0, tag 0x112); others count as 1. Nothing if memory does
/// not suffice.
std::optional<Picture> upright(Picture picture, int orientation);

} // namespace cartouche::image
