#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::ui {

/// Small pictures of images that strips show before these were shown themselves: those in sight are
/// asked for, and of the others the ones that were seen last are kept.
class Thumbnails {
public:
    enum class Stage : std::uint8_t { Waiting, Ready, Failed };
    struct Picture {
        Stage stage = Stage::Waiting;
        std::uint64_t texture = 0;
        int width = 0; // pixels of the texture
        int height = 0;
        std::uint64_t seen = 0; // in this frame
    };
    /// Each takes about 80 kB.
    static constexpr std::size_t kMostKept = 200;

    void beginFrame() { ++m_frame; }
    /// That of the image at an address, which is in sight in this frame.
    const Picture& see(std::string_view address);
    /// Addresses in sight whose pictures are not there, none while `isHeld`; nothing if these are
    /// the same as when it was asked last.
    std::optional<std::vector<std::string>> takeWishes(bool isHeld);
    /// It failed without a texture. Returns the texture that it takes the place of, or 0.
    std::uint64_t put(std::string_view address, std::uint64_t texture, int width, int height);
    /// Forgets what there are too many of; returns their textures.
    std::vector<std::uint64_t> dropUnseen();
    void clear();

private:
    std::map<std::string, Picture, std::less<>> m_pictures; // by address
    std::vector<std::string> m_wished;
    std::uint64_t m_frame = 0;
};

} // namespace cartouche::ui
