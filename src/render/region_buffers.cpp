#include "render/region_buffers.h"

#include <GLES3/gl3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace cartouche::render {

namespace {

/// So many instances are copied for their corners at a time.
constexpr std::size_t kAtOnce = 1024;

bool isTurned(const ShapeInstance& shape) {
    return std::min(std::abs(shape.cosine), std::abs(shape.sine)) > 1e-6F;
}

} // namespace

template <typename Instance>
void QuadBuffer<Instance>::assign(std::span<const Instance> instances) {
    m_corners.clear();
    update(0, instances);
}

template <typename Instance>
void QuadBuffer<Instance>::update(std::size_t first, std::span<const Instance> instances) {
    constexpr std::size_t kStride = kCorners * sizeof(Instance);
    m_corners.reserve((first + instances.size()) * kStride);
    std::vector<std::array<Instance, kCorners>> corners;
    corners.reserve(std::min(instances.size(), kAtOnce));
    while (!instances.empty()) {
        corners.clear();
        for (const Instance& instance : instances.first(std::min(instances.size(), kAtOnce))) {
            corners.push_back({instance, instance, instance, instance});
        }
        m_corners.write(first * kStride, std::as_bytes(std::span(corners)));
        first += corners.size();
        instances = instances.subspan(corners.size());
    }
}

template class QuadBuffer<ShapeInstance>;
template class QuadBuffer<LineInstance>;

void ShapeBuffer::assign(std::span<const ShapeInstance> shapes) {
    m_hasTurned = std::ranges::any_of(shapes, isTurned);
    m_quads.assign(shapes);
}

void ShapeBuffer::update(std::size_t first, std::span<const ShapeInstance> shapes) {
    m_hasTurned = m_hasTurned || std::ranges::any_of(shapes, isTurned);
    m_quads.update(first, shapes);
}

void ShapeBuffer::restore() {
    m_hasTurned = false;
    m_quads.restore();
}

FillBuffer::~FillBuffer() {
    glDeleteVertexArrays(1, &m_vertexArray);
}

void FillBuffer::create() {
    glGenVertexArrays(1, &m_vertexArray);
}

void FillBuffer::assign(std::span<const FillVertex> vertices,
                        std::span<const std::uint32_t> indices) {
    m_vertices.clear();
    m_indices.clear();
    updateVertices(0, vertices);
    updateIndices(0, indices);
}

void FillBuffer::updateVertices(std::size_t first, std::span<const FillVertex> vertices) {
    m_vertices.write(first * sizeof(FillVertex), std::as_bytes(vertices));
}

void FillBuffer::updateIndices(std::size_t first, std::span<const std::uint32_t> indices) {
    glBindVertexArray(m_vertexArray); // not into the vertex array of somebody else
    m_indices.write(first * sizeof(std::uint32_t), std::as_bytes(indices));
}

void FillBuffer::bind() const {
    m_vertices.bind();
    m_indices.bind();
}

void FillBuffer::restore() {
    create();
    m_vertices.restore();
    m_indices.restore();
}

} // namespace cartouche::render
