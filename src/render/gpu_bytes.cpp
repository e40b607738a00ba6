#include "render/gpu_bytes.h"

#include <GLES3/gl3.h>

#include <algorithm>
#include <cassert>
#include <utility>

namespace cartouche::render {

namespace {

GLenum targetOf(BufferUse use) {
    return use == BufferUse::vertices ? GL_ARRAY_BUFFER : GL_ELEMENT_ARRAY_BUFFER;
}

} // namespace

GpuBytes::~GpuBytes() {
    glDeleteBuffers(1, &m_name);
}

void GpuBytes::create() {
    glGenBuffers(1, &m_name);
}

void GpuBytes::bind() const {
    glBindBuffer(targetOf(m_use), m_name);
}

void GpuBytes::reserve(std::size_t size) {
    if (size <= m_capacity) {
        return;
    }
    m_capacity = m_size == 0 ? size : std::max(size, m_capacity + (m_capacity / 2));
    const GLuint old = std::exchange(m_name, 0);
    create();
    bind();
    glBufferData(targetOf(m_use), static_cast<GLsizeiptr>(m_capacity), nullptr, GL_DYNAMIC_DRAW);
    if (m_size > 0) {
        glBindBuffer(GL_COPY_READ_BUFFER, old);
        glCopyBufferSubData(GL_COPY_READ_BUFFER, targetOf(m_use), 0, 0,
                            static_cast<GLsizeiptr>(m_size));
    }
    glDeleteBuffers(1, &old);
}

void GpuBytes::write(std::size_t offset, std::span<const std::byte> bytes) {
    assert(offset <= m_size);
    reserve(offset + bytes.size());
    bind();
    glBufferSubData(targetOf(m_use), static_cast<GLintptr>(offset),
                    static_cast<GLsizeiptr>(bytes.size()), bytes.data());
    m_size = std::max(m_size, offset + bytes.size());
}

void GpuBytes::restore() {
    create();
    m_size = 0;
    m_capacity = 0;
}

} // namespace cartouche::render
