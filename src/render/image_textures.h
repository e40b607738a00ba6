#pragma once

#include <cstdint>
#include <vector>

namespace cartouche::render {

/// Textures that images are shown from: all levels of detail allocated, pixels uploaded by the page
/// (RGBA, 8 bits, premultiplied), smooth when shrunk and magnified. Belongs to one GL context,
/// which must be current for every call.
class ImageTextures {
public:
    ImageTextures() = default;
    ImageTextures(const ImageTextures&) = delete;
    ImageTextures& operator=(const ImageTextures&) = delete;
    ~ImageTextures();

    /// A new texture of this size in pixels; 0 if GL refuses.
    std::uint32_t create(int width, int height);
    void deleteAll();
    /// The context was lost, and the textures with it: there is nothing left to delete.
    void forgetAll() { m_names.clear(); }

private:
    std::vector<std::uint32_t> m_names;
};

} // namespace cartouche::render
