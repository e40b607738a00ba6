#include "render/image_textures.h"

#include <GLES3/gl3.h>

#include <algorithm>
#include <bit>

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

std::uint32_t ImageTextures::create(int width, int height) {
    forgetErrors();
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexStorage2D(GL_TEXTURE_2D, levelCount(width, height), GL_RGBA8, width, height);
    const bool failed = glGetError() != GL_NO_ERROR;
    if (failed) {
        glDeleteTextures(1, &name);
        return 0;
    }
    m_names.push_back(name);
    return name;
}

void ImageTextures::deleteAll() {
    glDeleteTextures(static_cast<GLsizei>(m_names.size()), m_names.data());
    m_names.clear();
}

} // namespace cartouche::render
