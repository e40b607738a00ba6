#include "render/mask_texture.h"

#include <GLES3/gl3.h>

#include <cassert>
#include <cstddef>

namespace cartouche::render {

namespace {

/// Into the texture that is bound.
void upload(const PixelArea& area, std::span<const std::uint8_t> pixels) {
    assert(pixels.size() ==
           static_cast<std::size_t>(area.width) * static_cast<std::size_t>(area.height));
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1); // rows of any length
    glTexSubImage2D(GL_TEXTURE_2D, 0, area.left, area.top, area.width, area.height, GL_RED,
                    GL_UNSIGNED_BYTE, pixels.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4); // as everybody else expects it
}

} // namespace

std::uint32_t createMask(int width, int height, std::span<const std::uint8_t> pixels) {
    GLuint mask = 0;
    glGenTextures(1, &mask);
    glBindTexture(GL_TEXTURE_2D, mask);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexStorage2D(GL_TEXTURE_2D, 1, GL_R8, width, height);
    upload({0, 0, width, height}, pixels);
    return mask;
}

void updateMask(std::uint32_t mask, const PixelArea& area, std::span<const std::uint8_t> pixels) {
    glBindTexture(GL_TEXTURE_2D, mask);
    upload(area, pixels);
}

void deleteMask(std::uint32_t mask) {
    glDeleteTextures(1, &mask);
}

} // namespace cartouche::render
