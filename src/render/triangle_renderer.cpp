#include "render/triangle_renderer.h"

#include "render/program.h"
#include "render/texture.h"

#include <GLES3/gl3.h>

#include <cstddef>

namespace cartouche::render {

namespace {

// The view is a constant vertex attribute, not a uniform, because the location of a uniform can
// only be had by asking for it.
constexpr GLuint kPlace = 0;
constexpr GLuint kTexel = 1;
constexpr GLuint kColor = 2;
constexpr GLuint kView = 3;

constexpr const char* kVertexShader = R"(#version 300 es
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 color;
layout(location = 3) in vec4 view; // scale, then offset
out vec2 at;
out vec4 tint;
void main() {
    at = texel;
    tint = vec4(color.rgb * color.a, color.a);
    gl_Position = vec4(place * view.xy + view.zw, 0.0, 1.0);
})";

constexpr const char* kFragmentShader = R"(#version 300 es
precision highp float;
uniform sampler2D picture; // texture unit 0
in vec2 at;
in vec4 tint;
out vec4 pixel;
void main() {
    pixel = tint * texture(picture, at);
})";

void describeAttribute(GLuint location, GLint count, GLenum type, GLboolean isNormalized,
                       std::size_t offset) {
    glEnableVertexAttribArray(location);
    glVertexAttribPointer(location, count, type, isNormalized, sizeof(Vertex),
                          reinterpret_cast<const void*>(offset));
}

} // namespace

void TriangleRenderer::create() {
    m_program = linkProgram({kVertexShader}, {kFragmentShader});
    glGenBuffers(1, &m_vertexBuffer);
    glGenBuffers(1, &m_indexBuffer);
    glGenVertexArrays(1, &m_vertexArray);
    glBindVertexArray(m_vertexArray);
    glBindBuffer(GL_ARRAY_BUFFER, m_vertexBuffer);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m_indexBuffer);
    describeAttribute(kPlace, 2, GL_FLOAT, GL_FALSE, offsetof(Vertex, x));
    describeAttribute(kTexel, 2, GL_FLOAT, GL_FALSE, offsetof(Vertex, u));
    describeAttribute(kColor, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(Vertex, color));
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

TriangleRenderer::~TriangleRenderer() {
    glDeleteProgram(m_program);
    glDeleteBuffers(1, &m_vertexBuffer);
    glDeleteBuffers(1, &m_indexBuffer);
    glDeleteVertexArrays(1, &m_vertexArray);
}

void TriangleRenderer::begin(const Viewport& viewport) {
    m_heightPx = viewport.heightPx;
    glViewport(0, 0, viewport.widthPx, viewport.heightPx);
    glBindVertexArray(m_vertexArray); // the RegionLayer binds others
    glBindBuffer(GL_ARRAY_BUFFER, m_vertexBuffer);
    glEnable(GL_SCISSOR_TEST);
    glUseProgram(m_program);
    const float scaleX = 2 / viewport.width;
    const float scaleY = -2 / viewport.height;
    glVertexAttrib4f(kView, scaleX, scaleY, -1 - viewport.left * scaleX, 1 - viewport.top * scaleY);
}

void TriangleRenderer::cutTo(const PixelRect& rect) const {
    glScissor(rect.left, m_heightPx - rect.top - rect.height, rect.width, rect.height);
}

void TriangleRenderer::fill(const PixelRect& rect, Rgb color) {
    cutTo(rect);
    glClearColor(color.red, color.green, color.blue, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
}

void TriangleRenderer::draw(std::span<const Vertex> vertices,
                            std::span<const std::uint32_t> indices,
                            std::span<const Batch> batches) {
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size_bytes()), vertices.data(),
                 GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size_bytes()),
                 indices.data(), GL_STREAM_DRAW);
    for (const Batch& batch : batches) {
        cutTo(batch.clip);
        glBindTexture(GL_TEXTURE_2D, batch.texture);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(batch.indexCount), GL_UNSIGNED_INT,
                       reinterpret_cast<const void*>(batch.firstIndex * sizeof(std::uint32_t)));
    }
}

void TriangleRenderer::end() const {
    glFlush();
}

std::uint32_t TriangleRenderer::createTexture(int width, int height) {
    return allocateTexture(width, height, 1);
}

void TriangleRenderer::updateTexture(std::uint32_t texture, int x, int y, int width, int height,
                                     std::span<const std::uint32_t> pixels) {
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, GL_RGBA, GL_UNSIGNED_BYTE,
                    pixels.data());
}

void TriangleRenderer::deleteTexture(std::uint32_t texture) {
    glDeleteTextures(1, &texture);
}

} // namespace cartouche::render
