#include "render/region_renderer.h"

#include "render/region_shaders.h"
#include "render/texture.h"

#include <GLES3/gl3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace cartouche::render {

namespace {

using namespace region_attribute;
using Program = RegionResources::Program;

const void* offset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes);
}

void pointToFloats(GLuint location, GLint count, std::size_t stride, std::size_t start) {
    glVertexAttribPointer(location, count, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride),
                          offset(start));
}

void pointToColor(GLuint location, std::size_t stride, std::size_t start) {
    glVertexAttribPointer(location, 4, GL_UNSIGNED_BYTE, GL_TRUE, static_cast<GLsizei>(stride),
                          offset(start));
}

/// Other than by right angles.
bool isTurned(const View& view) {
    return std::min(std::abs(view.xx), std::abs(view.yx)) > 0;
}

/// Into the buffer that is bound, from a byte of it on.
void pointToShapes(std::size_t start) {
    constexpr std::size_t kStride = sizeof(ShapeInstance);
    pointToFloats(kBox, 4, kStride, start + offsetof(ShapeInstance, x));
    pointToFloats(kTurn, 2, kStride, start + offsetof(ShapeInstance, cosine));
    pointToColor(kFillColor, kStride, start + offsetof(ShapeInstance, fillColor));
    pointToColor(kStrokeColor, kStride, start + offsetof(ShapeInstance, strokeColor));
    pointToFloats(kStrokeWidth, 1, kStride, start + offsetof(ShapeInstance, strokeWidthPx));
    glVertexAttribIPointer(kSizeUnit, 1, GL_UNSIGNED_INT, kStride,
                           offset(start + offsetof(ShapeInstance, sizeUnit)));
}

void pointToLines(std::size_t start) {
    constexpr std::size_t kStride = sizeof(LineInstance);
    pointToFloats(kEnds, 4, kStride, start + offsetof(LineInstance, startX));
    pointToColor(kColor, kStride, start + offsetof(LineInstance, color));
    pointToFloats(kWidth, 1, kStride, start + offsetof(LineInstance, widthPx));
}

std::size_t countFrom(std::size_t first, std::size_t count, std::size_t size) {
    return first < size ? std::min(count, size - first) : 0;
}

/// Instances of the buffer that is bound; `pointTo` describes it from a byte on.
template <typename Instance>
void drawQuads(std::size_t first, std::size_t count, void (*pointTo)(std::size_t)) {
    while (count > 0) {
        const std::size_t quads = std::min(count, RegionResources::kQuadsAtOnce);
        pointTo(first * QuadBuffer<Instance>::kCorners * sizeof(Instance));
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(quads * RegionResources::kIndicesPerQuad),
                       GL_UNSIGNED_SHORT, nullptr);
        first += quads;
        count -= quads;
    }
}

void empty() {
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
}

void setColor(std::uint32_t color) {
    const auto part = [color](unsigned shift) {
        return static_cast<float>((color >> shift) & 0xFFU) / 255.0F;
    };
    glVertexAttrib4f(kColor, part(0), part(8), part(16), part(24));
}

} // namespace

RegionLayer::~RegionLayer() {
    glDeleteFramebuffers(1, &m_framebuffer);
    glDeleteTextures(1, &m_texture);
}

void RegionLayer::restore() {
    m_texture = 0;
    m_framebuffer = 0;
    m_widthPx = 0;
    m_heightPx = 0;
}

void RegionLayer::resize(int widthPx, int heightPx) {
    if (m_framebuffer == 0) {
        glGenFramebuffers(1, &m_framebuffer);
    }
    glDeleteTextures(1, &m_texture);
    m_texture = allocateTexture(widthPx, heightPx, 1);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST); // shown as large as it is
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    m_widthPx = widthPx;
    m_heightPx = heightPx;
    glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, m_texture, 0);
}

void RegionLayer::begin(int widthPx, int heightPx, const View& view) {
    if (widthPx != m_widthPx || heightPx != m_heightPx) {
        resize(widthPx, heightPx);
    }
    m_view = view;
    resume();
    empty();
}

void RegionLayer::resume() {
    glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
    glViewport(0, 0, m_widthPx, m_heightPx);
    glDisable(GL_SCISSOR_TEST);
    glVertexAttrib4f(kLinear, m_view.xx, m_view.yx, m_view.xy, m_view.yy);
    glVertexAttrib4f(kFrame, m_view.x0, m_view.y0, static_cast<float>(m_widthPx),
                     static_cast<float>(m_heightPx));
    glVertexAttrib1f(kPixelRatio, m_view.pixelRatio);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

void RegionLayer::resumeIn(const PixelArea& part) {
    resume();
    glEnable(GL_SCISSOR_TEST);
    glScissor(part.left, part.top, part.width, part.height); // the first row is the top one
    empty();
}

void RegionLayer::drawPicture(RegionResources::Program program, std::uint32_t texture,
                              const Rect& box, const Rect& texels) {
    m_resources.use(program);
    glBindVertexArray(m_resources.emptyArray());
    glBindTexture(GL_TEXTURE_2D, texture);
    glVertexAttrib4f(kBox, box.left, box.top, box.width, box.height);
    glVertexAttrib4f(kTexels, texels.left, texels.top, texels.width, texels.height);
    glDrawArrays(GL_TRIANGLE_FAN, 0, 4);
}

void RegionLayer::setLook(float brightness, float contrast) {
    glVertexAttrib2f(kLook, brightness, contrast);
}

void RegionLayer::drawImage(std::uint32_t texture, int width, int height,
                            Magnification magnification) {
    drawImagePart(texture, {0, 0, static_cast<float>(width), static_cast<float>(height)}, {},
                  magnification);
}

void RegionLayer::drawImagePart(std::uint32_t texture, const Rect& part, const Rect& texels,
                                Magnification magnification) {
    if (std::hypot(m_view.xx, m_view.yx) >= 1) {
        glBindSampler(0, magnification == Magnification::smooth ? m_resources.smoothSampler()
                                                                : m_resources.pixelatedSampler());
    }
    glDisable(GL_BLEND); // nothing lies below, or the same image in less detail
    drawPicture(Program::Images, texture, part, texels);
    glEnable(GL_BLEND);
    glBindSampler(0, 0);
}

void RegionLayer::drawMask(std::uint32_t mask, float left, float top, float width, float height,
                           std::uint32_t color) {
    setColor(color);
    drawPicture(Program::Masks, mask, {left, top, width, height}, {});
}

void RegionLayer::drawShapes(ShapeKind kind, const ShapeBuffer& shapes, std::size_t first,
                             std::size_t count) {
    const bool isTurnedAnyhow = shapes.hasTurned() || isTurned(m_view);
    m_resources.use(kind == ShapeKind::ellipse ? Program::Ellipses
                    : isTurnedAnyhow           ? Program::Rectangles
                                               : Program::UprightRectangles);
    glBindVertexArray(m_resources.shapeArray());
    shapes.bind();
    drawQuads<ShapeInstance>(first, countFrom(first, count, shapes.size()), pointToShapes);
}

void RegionLayer::drawLines(const LineBuffer& lines, std::size_t first, std::size_t count) {
    m_resources.use(Program::Lines);
    glBindVertexArray(m_resources.lineArray());
    lines.bind();
    drawQuads<LineInstance>(first, countFrom(first, count, lines.size()), pointToLines);
}

void RegionLayer::drawFills(const FillBuffer& fills, std::size_t first, std::size_t count) {
    m_resources.use(Program::Fills);
    glBindVertexArray(m_resources.fillArray());
    fills.bind();
    pointToFloats(kPlace, 2, sizeof(FillVertex), offsetof(FillVertex, x));
    pointToColor(kColor, sizeof(FillVertex), offsetof(FillVertex, color));
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(countFrom(first, count, fills.indexCount())),
                   GL_UNSIGNED_INT, offset(first * sizeof(std::uint32_t)));
}

void RegionLayer::end() {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

} // namespace cartouche::render
