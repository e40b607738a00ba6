#pragma once

#include "core/diagnostics/diagnostic.h"
#include "core/geometry/pixels.h"
#include "core/geometry/shapes.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <vector>

namespace cartouche::geometry {

/// The part of a painted mask that is not empty: where it lies on the image, in pixels, and its
/// alpha row by row. An empty mask has no width and no height.
struct Mask {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> alpha;

    bool operator==(const Mask&) const = default;
};

/// The mask that was coded for an image of this size; empty if there is no code. Strokes and the
/// picture of a draft are not in it. A failure is Code::BadResult: no code of a mask, or one of
/// another size.
std::expected<Mask, diagnostics::Diagnostic> decode(const BrushMask& brushMask, int imageWidth,
                                                    int imageHeight);

/// The code for the whole image, as the reference writes it: red, green and blue are the alpha too
/// (spec/results.md 4.7). What lies beyond the image is left out.
std::vector<std::uint8_t> encode(const Mask& mask, int imageWidth, int imageHeight);

/// Whether the pixel under this point is painted, however faintly.
bool covers(const Mask& mask, Point px);

/// The mask that an image's alpha holds, row by row.
Mask cropped(std::span<const std::uint8_t> alpha, int imageWidth, int imageHeight);

/// Nothing for an empty mask.
std::optional<Bounds> boundsOf(const Mask& mask);

} // namespace cartouche::geometry
