#include "render/image_textures.h"

#include "render/texture.h"

#include <GLES3/gl3.h>

#include <algorithm>
#include <bit>
#include <cstddef>

namespace cartouche::render {

namespace {

/// Levels down to one pixel.
int levelCount(int width, int height) {
    return std::bit_width(static_cast<unsigned>(std::max(width, height)));
}

/// What earlier calls left behind, such as deleting objects of a context that was lost, is not ours
/// to judge by.
void forgetErrors() {
    while (glGetError() != GL_NO_ERROR) {
    }
}

} // namespace

ImageTextures::~ImageTextures() {
    deleteAll();
}

std::uint32_t ImageTextures::create(int width, int height, Detail detail) {
    forgetErrors();
    GLuint name =
        allocateTexture(width, height, detail == Detail::All ? levelCount(width, height) : 1);
    if (glGetError() != GL_NO_ERROR) {
        glDeleteTextures(1, &name);
        return 0;
    }
    m_names.push_back(name);
    return name;
}

void ImageTextures::drop(std::uint32_t name) {
    glDeleteTextures(1, &name);
    std::erase(m_names, name);
}

void ImageTextures::deleteAll() {
    glDeleteTextures(static_cast<GLsizei>(m_names.size()), m_names.data());
    m_names.clear();
}

std::vector<std::uint8_t> readTexture(std::uint32_t texture, int width, int height) {
    constexpr std::size_t kChannels = 4;
    forgetErrors();
    GLuint framebuffer = 0;
    glGenFramebuffers(1, &framebuffer);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
    std::vector<std::uint8_t> pixels;
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE) {
        pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
                      kChannels);
        glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    }
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &framebuffer);
    return glGetError() == GL_NO_ERROR ? pixels : std::vector<std::uint8_t>();
}

} // namespace cartouche::render
