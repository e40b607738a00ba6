#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace cartouche::render {

/// What the region layers of one GL context draw with, and share: making it anew for each layer
/// would take the graphics process longer than drawing. The context must be current for every call.
class RegionResources {
public:
    /// One for each draw call of RegionLayer.
    enum class Program : std::uint8_t {
        UprightRectangles, // turned by right angles only
        Rectangles,
        Ellipses,
        Lines,
        Fills,
        Images,
        Masks,
    };

    /// As many quadrilaterals as indices of 16 bits reach in one draw call; the last index of all
    /// would mean that a strip starts anew.
    static constexpr std::size_t kQuadsAtOnce = 0xFFFF / 4;
    static constexpr std::size_t kIndicesPerQuad = 6;

    RegionResources() { create(); }
    RegionResources(const RegionResources&) = delete;
    RegionResources& operator=(const RegionResources&) = delete;
    ~RegionResources();

    /// Makes it the current program; linked when it is first used.
    void use(Program program);

    /// Vertex arrays; those of shapes and lines have the indices of quadrilaterals.
    std::uint32_t shapeArray() const { return m_shapeArray; }
    std::uint32_t lineArray() const { return m_lineArray; }
    std::uint32_t fillArray() const { return m_fillArray; }
    std::uint32_t emptyArray() const { return m_emptyArray; } // reads no attribute
    std::uint32_t smoothSampler() const { return m_smoothSampler; }
    std::uint32_t pixelatedSampler() const { return m_pixelatedSampler; }

    /// After the context was lost and restored: all is made again.
    void restore() { create(); }

private:
    void create();

    std::array<std::uint32_t, 7> m_programs{};
    std::uint32_t m_shapeArray = 0;
    std::uint32_t m_lineArray = 0;
    std::uint32_t m_fillArray = 0;
    std::uint32_t m_emptyArray = 0;
    std::uint32_t m_quadIndices = 0;
    std::uint32_t m_smoothSampler = 0;
    std::uint32_t m_pixelatedSampler = 0;
};

} // namespace cartouche::render
