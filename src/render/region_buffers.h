#pragma once

#include "render/gpu_bytes.h"

#include <cstddef>
#include <cstdint>
#include <span>

/// What regions are drawn from, kept on the GPU. Places are in pixels of the image, colours RGBA
/// from the lowest byte with alpha not multiplied in. Each buffer belongs to one GL context, which
/// must be current for every call.
namespace cartouche::render {

enum class SizeUnit : std::uint32_t { imagePixels, screenPixels };

/// A rectangle or an ellipse; a point is an ellipse whose size is in screen pixels. The stroke lies
/// on the outline, half of it inside.
struct ShapeInstance {
    float x = 0; // its centre
    float y = 0;
    float halfWidth = 0;
    float halfHeight = 0;
    float cosine = 1; // of the angle it is turned by around its centre, clockwise
    float sine = 0;
    std::uint32_t fillColor = 0;
    std::uint32_t strokeColor = 0;
    float strokeWidthPx = 1; // CSS pixels; drawn at least one device pixel wide, 0: no stroke
    SizeUnit sizeUnit = SizeUnit::imagePixels;
};

/// A line with round ends.
struct LineInstance {
    float startX = 0;
    float startY = 0;
    float endX = 0;
    float endY = 0;
    std::uint32_t color = 0;
    float widthPx = 1; // CSS pixels; drawn at least one device pixel wide
};

/// A corner of the triangles that polygons are filled with.
struct FillVertex {
    float x = 0;
    float y = 0;
    std::uint32_t color = 0;
};

static_assert(sizeof(ShapeInstance) == 40 && sizeof(LineInstance) == 24 &&
              sizeof(FillVertex) == 12);

/// Instances in the order in which they are drawn, each stored once for every corner of the
/// quadrilateral that it is drawn in. Instanced drawing would store it once, but software rendering
/// runs each instance as a draw call of its own, which costs more than all the rest of it.
template <typename Instance>
class QuadBuffer {
public:
    static constexpr std::size_t kCorners = 4;

    void assign(std::span<const Instance> instances);
    /// Changes instances from `first` on, which is at most size(); more than there are make it
    /// longer.
    void update(std::size_t first, std::span<const Instance> instances);
    std::size_t size() const { return m_corners.size() / (kCorners * sizeof(Instance)); }
    void bind() const { m_corners.bind(); }
    /// After the context was lost and restored: empty again.
    void restore() { m_corners.restore(); }

private:
    GpuBytes m_corners{BufferUse::vertices};
};

extern template class QuadBuffer<ShapeInstance>;
extern template class QuadBuffer<LineInstance>;

using LineBuffer = QuadBuffer<LineInstance>;

/// Shapes of one kind, which the call that draws them names.
class ShapeBuffer {
public:
    void assign(std::span<const ShapeInstance> shapes);
    void update(std::size_t first, std::span<const ShapeInstance> shapes);
    std::size_t size() const { return m_quads.size(); }
    void bind() const { m_quads.bind(); }
    /// Whether one may be turned other than by right angles since the last assign().
    bool hasTurned() const { return m_hasTurned; }
    void restore();

private:
    QuadBuffer<ShapeInstance> m_quads;
    bool m_hasTurned = false;
};

/// Triangles, each three indices of vertices.
class FillBuffer {
public:
    FillBuffer() { create(); }
    FillBuffer(const FillBuffer&) = delete;
    FillBuffer& operator=(const FillBuffer&) = delete;
    ~FillBuffer();

    void assign(std::span<const FillVertex> vertices, std::span<const std::uint32_t> indices);
    /// Like QuadBuffer::update().
    void updateVertices(std::size_t first, std::span<const FillVertex> vertices);
    void updateIndices(std::size_t first, std::span<const std::uint32_t> indices);
    std::size_t indexCount() const { return m_indices.size() / sizeof(std::uint32_t); }
    /// Both buffers, indices in the current vertex array.
    void bind() const;
    /// After the context was lost and restored: empty again.
    void restore();

private:
    void create();

    std::uint32_t m_vertexArray = 0; // for the indices to be bound in while they are written
    GpuBytes m_vertices{BufferUse::vertices};
    GpuBytes m_indices{BufferUse::indices};
};

} // namespace cartouche::render
