#pragma once

#include "ui/page_text.h"
#include "ui/text_style.h"

#include <imgui.h>

#include <bitset>
#include <cstddef>
#include <memory>
#include <string_view>

namespace cartouche::ui {

/// The typefaces of one ImGui context. Glyphs are rasterised on demand at any size (ImGui 1.92), so
/// a face is its bytes and nothing more. What the faces lack, the page sets.
class Fonts {
public:
    /// Without a typesetter, characters that the faces lack are shown as missing.
    explicit Fonts(std::unique_ptr<Typesetter> typesetter);

    /// Takes over `bytes`, which must come from malloc: an OpenType or TrueType file. A face that
    /// cannot be read leaves the one before it (at first ImGui's own) in its place.
    void add(Weight weight, void* bytes, std::size_t length);

    /// The face of a weight, or the nearest there is.
    ImFont* face(Weight weight) const;

    /// What sets this text; nullptr: the faces have all its characters.
    PageText* pageFor(std::string_view text) const;
    /// Call it between frames.
    void endFrame();

private:
    static constexpr std::size_t kCommon = 0x2800; // the characters that are looked up at once

    void noteCommon();
    bool hasAll(std::string_view text) const;

    ImFont* m_regular = nullptr;
    ImFont* m_semiBold = nullptr;
    std::bitset<kCommon> m_has;
    std::unique_ptr<PageText> m_page;
};

} // namespace cartouche::ui
