#pragma once

#include <imgui.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace cartouche::ui {

/// Device pixels from the upper left; `right` and `bottom` are behind the last ones.
struct PixelBox {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    bool isEmpty() const { return left >= right || top >= bottom; }
    bool operator==(const PixelBox&) const = default;
};

/// What both have; empty if that is nothing.
PixelBox intersection(const PixelBox& one, const PixelBox& other);

/// What a texture shows: counted up whenever that is something else, and where it is since the
/// revision before, from the upper left of a texture that is shown in its own size. All of it may
/// be if nothing is said.
struct TextureState {
    std::uint64_t revision = 0;
    std::optional<PixelBox> changed{};
};

using TextureStates = std::function<TextureState(ImTextureID)>;

/// Which parts of the surface must be drawn again: holds what the last frame drew and compares the
/// next one with it, triangle by triangle. Filling pixels is what costs most where there is no
/// graphics processor, and most frames change very few of them.
class FrameDamage {
public:
    /// Where `frame` looks different from the last one: a few boxes that do not overlap; none if it
    /// looks the same. All of it if nothing is known of the last one, or textures of the frame are
    /// to be made or updated.
    std::vector<PixelBox> update(const ImDrawData& frame, const TextureStates& stateOf);

    /// Nothing is known any more of what the surface shows.
    void reset() { m_isKnown = false; }

private:
    struct Command {
        ImVec4 clip;
        ImTextureID texture = ImTextureID_Invalid;
        TextureState state{};
        unsigned firstIndex = 0;
        unsigned indexCount = 0;

        /// The same texture in the same place, whatever it shows.
        bool pairsWith(const Command& other) const;
    };
    /// As an ImDrawList: indices are those of the list's vertices.
    struct List {
        std::vector<ImDrawVert> vertices;
        std::vector<ImDrawIdx> indices;
        std::vector<Command> commands;
    };
    class Comparison;

    static List copyOf(const ImDrawList& list, const TextureStates& stateOf);

    bool m_isKnown = false;
    PixelBox m_surface;
    std::vector<List> m_lists;
};

} // namespace cartouche::ui
