#include "core/image/picture_png.h"

// Only PNG, only into memory, and only in this file.
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#include <algorithm>
#include <cassert>
#include <span>
#include <stb/stb_image_write.h>

namespace cartouche::image {

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kOpaqueChannels = 3;

bool isOpaque(std::span<const std::uint8_t> pixels) {
    for (std::size_t at = Picture::kChannels - 1; at < pixels.size(); at += Picture::kChannels) {
        if (pixels[at] != 0xFF) {
            return false;
        }
    }
    return true;
}

Bytes withoutAlpha(std::span<const std::uint8_t> pixels) {
    Bytes colors;
    colors.reserve(pixels.size() / Picture::kChannels * kOpaqueChannels);
    for (std::size_t at = 0; at < pixels.size(); at += Picture::kChannels) {
        const auto color = pixels.subspan(at, kOpaqueChannels);
        colors.insert(colors.end(), color.begin(), color.end());
    }
    return colors;
}

Bytes written(std::span<const std::uint8_t> pixels, Size size, std::size_t channels) {
    const auto append = [](void* out, void* data, int count) {
        const auto* bytes = static_cast<const std::uint8_t*>(data);
        static_cast<Bytes*>(out)->assign(bytes, bytes + count);
    };
    Bytes png;
    const int perPixel = static_cast<int>(channels);
    stbi_write_png_to_func(append, &png, size.width, size.height, perPixel, pixels.data(),
                           size.width * perPixel);
    return png;
}

} // namespace

Bytes writePng(const Picture& picture) {
    assert(picture.size.width > 0 && picture.size.height > 0 &&
           picture.size.area() <= kMostPngPixels);
    const std::span<const std::uint8_t> pixels = picture.bytes();
    return isOpaque(pixels) ? written(withoutAlpha(pixels), picture.size, kOpaqueChannels)
                            : written(pixels, picture.size, Picture::kChannels);
}

} // namespace cartouche::image
