#pragma once

#include <imgui.h>

#include <cstddef>

namespace cartouche::ui {

enum class Weight { Regular, SemiBold };

/// The typefaces of one ImGui context. Glyphs are rasterised on demand at any size (ImGui 1.92), so
/// a face is its bytes and nothing more.
class Fonts {
public:
    /// Takes over `bytes`, which must come from malloc: an OpenType or TrueType file. A face that
    /// cannot be read leaves the one before it (at first ImGui's own) in its place.
    void add(Weight weight, void* bytes, std::size_t length);

    /// The face of a weight, or the nearest there is.
    ImFont* face(Weight weight) const;

private:
    ImFont* m_regular = nullptr;
    ImFont* m_semiBold = nullptr;
};

} // namespace cartouche::ui
