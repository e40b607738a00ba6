#pragma once

#include <cstdint>
#include <span>

namespace cartouche::render {

/// Red, green and blue from 0 to 1.
struct Rgb {
    float red = 0;
    float green = 0;
    float blue = 0;
};

/// What a frame shows: upper left corner and size in the vertices' units, and its size in pixels.
struct Viewport {
    float left = 0;
    float top = 0;
    float width = 1;
    float height = 1;
    int widthPx = 1;
    int heightPx = 1;
};

/// A corner: where it is, where in the texture (0 to 1), and its colour (RGBA from the lowest byte,
/// alpha not multiplied in).
struct Vertex {
    float x = 0;
    float y = 0;
    float u = 0;
    float v = 0;
    std::uint32_t color = 0;
};

/// Device pixels from the upper left.
struct PixelRect {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
};

/// Triangles in a row with one texture, cut to a rectangle.
struct Batch {
    std::uint32_t texture = 0;
    PixelRect clip;
    std::uint32_t firstIndex = 0;
    std::uint32_t indexCount = 0;
};

/// Draws textured triangles with WebGL 2 into the default framebuffer of the current context, which
/// must be the same one for every call. Textures hold RGBA with alpha multiplied in.
///
/// It asks GL no question while drawing: in a browser each one waits for everything that was sent
/// to the graphics process before, and on software rendering that is a frame.
class TriangleRenderer {
public:
    TriangleRenderer() { create(); }
    TriangleRenderer(const TriangleRenderer&) = delete;
    TriangleRenderer& operator=(const TriangleRenderer&) = delete;
    ~TriangleRenderer();

    void begin(const Viewport& viewport);
    /// This and draw() between begin() and end(), any number of times.
    void fill(const PixelRect& rect, Rgb color);
    void draw(std::span<const Vertex> vertices, std::span<const std::uint32_t> indices,
              std::span<const Batch> batches);
    /// The frame is drawn: it is sent off, and drawn while the page goes on.
    void end() const;

    /// A texture of this size in pixels, without its pixels.
    std::uint32_t createTexture(int width, int height);
    void updateTexture(std::uint32_t texture, int x, int y, int width, int height,
                       std::span<const std::uint32_t> pixels);
    void deleteTexture(std::uint32_t texture);

    /// After the context was lost and restored: all that was made in it is gone, and made again
    /// here except for the textures.
    void restore() { create(); }

private:
    void create();
    void cutTo(const PixelRect& rect) const;

    std::uint32_t m_program = 0;
    std::uint32_t m_vertexArray = 0;
    std::uint32_t m_vertexBuffer = 0;
    std::uint32_t m_indexBuffer = 0;
    int m_heightPx = 1;
};

} // namespace cartouche::render
