#pragma once

#include <cstdint>

namespace cartouche::render {

/// Where the shaders of the region layer find what they draw. Those of the view are never arrays:
/// constants of a vertex attribute need no asking for their location, as uniforms do.
namespace region_attribute {

// Shapes; the first is also the box that a picture fills.
inline constexpr std::uint32_t kBox = 0;
inline constexpr std::uint32_t kTurn = 1;
inline constexpr std::uint32_t kFillColor = 2;
inline constexpr std::uint32_t kStrokeColor = 3;
inline constexpr std::uint32_t kStrokeWidth = 4;
inline constexpr std::uint32_t kSizeUnit = 5;
// Lines, and the last two also fills and masks.
inline constexpr std::uint32_t kEnds = 0;
inline constexpr std::uint32_t kColor = 1;
inline constexpr std::uint32_t kWidth = 2;
inline constexpr std::uint32_t kPlace = 0;
// Pictures: what of their texture fills the box.
inline constexpr std::uint32_t kTexels = 2;
inline constexpr std::uint32_t kLook = 3; // of images: brightness and contrast
// The view: its linear part by columns; then its offset and the size in pixels; then its ratio.
inline constexpr std::uint32_t kLinear = 8;
inline constexpr std::uint32_t kFrame = 9;
inline constexpr std::uint32_t kPixelRatio = 10;

} // namespace region_attribute

/// New programs, each for one draw call of RegionLayer.
std::uint32_t linkUprightRectangles(); ///< turned by right angles only
std::uint32_t linkRectangles();
std::uint32_t linkEllipses();
std::uint32_t linkLines();
std::uint32_t linkFills();
std::uint32_t linkImages();
std::uint32_t linkMasks();

} // namespace cartouche::render
