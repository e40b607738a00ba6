#include "render/image_textures.h"

#include "render/texture.h"

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

} // namespace cartouche::render
