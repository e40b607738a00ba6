#pragma once

#include "core/diagnostics/diagnostic.h"
#include "core/geometry/mask.h"
#include "core/geometry/shapes.h"

#include <expected>
#include <string>

namespace cartouche::image {

/// The address of the PNG: the one that came, or one made of what was painted.
std::string addressOf(const geometry::BitmaskImage& bitmask);

/// What is not wholly transparent in a bitmask for an image of this size; alpha is then full. A
/// failure is Code::BadResult: an address without the data of a PNG, or one of another size.
std::expected<geometry::Mask, diagnostics::Diagnostic> decode(const geometry::BitmaskImage& bitmask,
                                                              int imageWidth, int imageHeight);

} // namespace cartouche::image
