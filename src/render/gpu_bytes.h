#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace cartouche::render {

/// What a buffer of the GPU is read as; WebGL wants it known from the start.
enum class BufferUse : std::uint8_t { vertices, indices };

/// A buffer of the GPU that grows without losing what is in it. Belongs to one GL context, which
/// must be current for every call. Writing leaves it bound, indices in the current vertex array.
class GpuBytes {
public:
    explicit GpuBytes(BufferUse use) : m_use(use) { create(); }
    GpuBytes(const GpuBytes&) = delete;
    GpuBytes& operator=(const GpuBytes&) = delete;
    ~GpuBytes();

    std::uint32_t name() const { return m_name; }
    std::size_t size() const { return m_size; }
    /// Room for so many bytes, so that writing them in pieces moves nothing.
    void reserve(std::size_t size);
    /// Writes from `offset`, which is at most size(); what reaches beyond the end makes it longer.
    void write(std::size_t offset, std::span<const std::byte> bytes);
    void clear() { m_size = 0; }
    void bind() const;

    /// After the context was lost and restored: empty again.
    void restore();

private:
    void create();

    BufferUse m_use;
    std::uint32_t m_name = 0;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace cartouche::render
