#pragma once

#include <cstdint>
#include <vector>

namespace cartouche::render {

/// What a texture can be shrunk to: not at all, or to any size.
enum class Detail : std::uint8_t { One, All };

/// Textures that images are shown from: levels of detail allocated, pixels uploaded by the page
/// (RGBA, 8 bits, premultiplied), smooth when shrunk and magnified. Belongs to one GL context,
/// which must be current for every call.
class ImageTextures {
public:
    ImageTextures() = default;
    ImageTextures(const ImageTextures&) = delete;
    ImageTextures& operator=(const ImageTextures&) = delete;
    ~ImageTextures();

    /// A new texture of this size in pixels; 0 if GL refuses.
    std::uint32_t create(int width, int height, Detail detail = Detail::All);
    void drop(std::uint32_t name);
    void deleteAll();
    /// The context was lost, and the textures with it: there is nothing left to delete.
    void forgetAll() { m_names.clear(); }

private:
    std::vector<std::uint32_t> m_names;
};

/// The pixels of a texture of this size, as they were uploaded: four bytes each, row by row. Waits
/// for the GPU. Empty if GL refuses.
std::vector<std::uint8_t> readTexture(std::uint32_t texture, int width, int height);

} // namespace cartouche::render
