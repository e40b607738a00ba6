#pragma once

#include "core/geometry/shapes.h"

#include <optional>

namespace cartouche::image {

/// The mask of a draft as the code of one, with the picture and the strokes that lie upon it
/// (spec/results.md 4.7). Nothing if it has neither, or for an image of another size. A picture
/// that is no PNG, or of another size, is left out.
std::optional<geometry::BrushMask> flattened(const geometry::BrushMask& draft, int imageWidth,
                                             int imageHeight);

} // namespace cartouche::image
