#include "ui/fonts.h"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

namespace cartouche::ui {

Fonts::Fonts(std::unique_ptr<Typesetter> typesetter) {
    if (typesetter) {
        m_page = std::make_unique<PageText>(std::move(typesetter));
    }
}

void Fonts::add(Weight weight, void* bytes, std::size_t length) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig config;
    config.Flags = ImFontFlags_NoLoadError;
    ImFont* font =
        atlas.AddFontFromMemoryTTF(bytes, static_cast<int>(length), metrics::kTextSize, &config);
    if (font == nullptr) {
        return;
    }
    (weight == Weight::Regular ? m_regular : m_semiBold) = font;
    if (weight == Weight::Regular) {
        ImGui::GetIO().FontDefault = font;
        noteCommon();
    }
}

ImFont* Fonts::face(Weight weight) const {
    ImFont* wanted = weight == Weight::Regular ? m_regular : m_semiBold;
    ImFont* other = weight == Weight::Regular ? m_semiBold : m_regular;
    if (wanted != nullptr) {
        return wanted;
    }
    return other != nullptr ? other : ImGui::GetFont();
}

/// Both weights have the same characters (assets/build.mjs).
void Fonts::noteCommon() {
    for (std::size_t character = 0; character < kCommon; ++character) {
        m_has[character] = m_regular->IsGlyphInFont(static_cast<ImWchar>(character));
    }
    m_has.set('\n').set('\t').set('\r');
}

bool Fonts::hasAll(std::string_view text) const {
    const char* at = text.data();
    const char* end = at + text.size();
    while (at < end) {
        unsigned int character = static_cast<unsigned char>(*at);
        at += character < 0x80 ? 1 : ImTextCharFromUtf8(&character, at, end);
        if (character >= kCommon || (character >= 0x80 && !m_has[character])) {
            return false;
        }
    }
    return true;
}

PageText* Fonts::pageFor(std::string_view text) const {
    const bool isPlain = std::ranges::all_of(
        text, [](char letter) { return static_cast<signed char>(letter) >= 0; });
    return m_page == nullptr || isPlain || m_regular == nullptr || hasAll(text) ? nullptr
                                                                                : m_page.get();
}

void Fonts::endFrame() {
    if (m_page) {
        m_page->endFrame();
    }
}

} // namespace cartouche::ui
