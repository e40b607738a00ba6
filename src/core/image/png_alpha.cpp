#include "core/image/png_alpha.h"

// Only PNG, and only in this file: the module that every page loads stays small.
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_NO_LINEAR
#define STBI_NO_FAILURE_STRINGS
#include <cstddef>
#include <limits>
#include <memory>
#include <stb/stb_image.h>

namespace cartouche::image {

std::optional<geometry::Mask> readPngAlpha(std::span<const std::uint8_t> png) {
    constexpr std::int64_t kMostPixels = std::numeric_limits<std::uint32_t>::max() / 4;
    const auto length = static_cast<int>(png.size());
    int width = 0;
    int height = 0;
    int channels = 0;
    const bool isKnown = png.size() <= std::numeric_limits<int>::max() &&
                         stbi_info_from_memory(png.data(), length, &width, &height, &channels) != 0;
    if (!isKnown || std::int64_t{width} * height > kMostPixels) {
        return std::nullopt;
    }
    constexpr int kGrayAndAlpha = 2;
    const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
        stbi_load_from_memory(png.data(), length, &width, &height, &channels, kGrayAndAlpha),
        stbi_image_free);
    if (pixels == nullptr) {
        return std::nullopt;
    }
    geometry::Mask mask{0, 0, width, height, {}};
    mask.alpha.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (std::size_t at = 0; at < mask.alpha.size(); ++at) {
        mask.alpha[at] = pixels.get()[2 * at + 1] != 0 ? 0xFF : 0;
    }
    return mask;
}

} // namespace cartouche::image
